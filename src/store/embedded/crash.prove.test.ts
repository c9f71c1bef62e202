import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CompiledStore,
  compileStore,
  finish,
  runStore,
  WRITE_BATCHES,
} from '../../../test/support/compile-store.ts';
import { makeRandom } from '../../stats/random.ts';
import { makeEntry } from '../fixtures.ts';
import { openEmbeddedStore } from './embedded.ts';

/** Kills two writers at random moments, round after round, on one store. */

const ROUNDS = 60;
const now = () => '2026-03-01T10:00:00.000Z';

let compiled: CompiledStore;
let folder: string;
beforeAll(async () => {
  compiled = await compileStore('crash');
  folder = await mkdtemp(join(tmpdir(), 'crash-'));
});
afterAll(async () => {
  await compiled.remove();
  await rm(folder, { recursive: true, force: true });
});

async function writeUntilKilled(first: number, after: number): Promise<readonly number[]> {
  const child = runStore(compiled, WRITE_BATCHES, { args: [folder, first, first + 1000] });
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  const { out } = await finish(child);
  clearTimeout(timer);
  // The last line may be cut off.
  return out.split('\n').slice(0, -1).map(Number);
}

test(`killed ${ROUNDS * 2} times, it keeps every confirmed batch whole and nothing in part`, async () => {
  const random = makeRandom(7);
  const confirmed: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const runs = [0, 1].map((writer) =>
      writeUntilKilled((round * 2 + writer) * 1000, 150 + Math.floor(random() * 1500)),
    );
    confirmed.push(...(await Promise.all(runs)).flat());
    const store = await openEmbeddedStore({ folder, now });
    const { documents, claims, pages } = await store.count();
    expect(documents).toBeGreaterThanOrEqual(confirmed.length * 5);
    expect(documents % 5).toBe(0);
    expect([claims, pages]).toEqual([documents * 14, documents]);
    const results = await store.check({ pages: round === ROUNDS - 1 ? 'all' : 'sample' });
    expect(results.filter((result) => result.state === 'failed')).toEqual([]);
    await store.close();
  }
  const store = await openEmbeddedStore({ folder, now });
  for (const batch of confirmed) {
    for (const each of [0, 1, 2, 3, 4]) {
      const { id } = makeEntry({ seed: batch * 5 + each }).reading.document;
      if (!(await store.getDocument(id)))
        expect.fail(`batch ${batch} was confirmed and has lost document ${each}`);
    }
  }
  await store.close();
  console.log(`${ROUNDS * 2} kills, ${confirmed.length} confirmed batches, none lost`);
});
