import { main as baseRate } from './base-rate.ts';
import { main as curve } from './curve.ts';
import { main as fuse } from './fuse.ts';
import { main as latency } from './latency.ts';
import { main as ledger } from './ledger.ts';
import { main as manyProblems } from './many-problems.ts';
import { main as map } from './map.ts';
import { main as read } from './read.ts';
import { main as replay } from './replay.ts';
import { main as road } from './road.ts';
import { main as search } from './search.ts';
import { main as store } from './store.ts';
import { main as views } from './views.ts';
import { main as workbench } from './workbench/workbench.ts';

const PARTS: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  read,
  curve,
  store,
  road,
  fuse,
  replay,
  'base-rate': baseRate,
  ledger,
  workbench,
  map,
  search,
  views,
  'many-problems': manyProblems,
  latency,
};

/** `npm run bench -- read|curve|store|road|fuse|replay|base-rate|ledger|workbench|map|search|views|many-problems|latency [OPTIONS]`; without a part, all of them. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  const part = name === undefined ? undefined : PARTS[name];
  if (name !== undefined && part === undefined) {
    console.error(`There is no part "${name}". Parts: ${Object.keys(PARTS).join(', ')}`);
    return 2;
  }
  if (part !== undefined) return part(rest);
  let failed = 0;
  for (const [title, run] of Object.entries(PARTS)) {
    console.log(`== ${title}`);
    failed += await run([]);
  }
  return failed === 0 ? 0 : 1;
}
