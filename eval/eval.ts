import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { EvalSet, EvalTask } from './task.ts';

const TASKS = [
  'page-text',
  'attribution',
  'time',
  'places',
  'entities',
  'realis',
  'event-coding',
  'incidents',
  'stories',
  'origins',
  'aliases',
  'forecast',
  'cases',
] as const;
const USAGE = `Measures the engine on evaluation sets and prints each figure beside its floor.

usage: npm run eval [-- TASK ...] [--data FOLDER] [--update]
       npm run eval -- TASK --gold GOLD_FILE --out PREDICTIONS_FILE [--events FILE ...]

tasks: ${TASKS.join(', ')}
--data FOLDER  where the sets and, beside it in "score", the scorers lie (default ../shared/data)
--update       raises the floors in eval/floors.json to what was measured now
--gold, --out  runs one task on any gold file of its format and only writes the predictions
--events       past events that forecast answers from; may be given several times`;

interface Floor {
  readonly floor: number;
  readonly measured: string;
  readonly data: string;
}
type Floors = Record<string, Floor>;

const FLOORS = fileURLToPath(new URL('./floors.json', import.meta.url));

/** Entry point: 0 all at or above their floors, 1 something below, 2 wrong use. */
export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      gold: { type: 'string' },
      out: { type: 'string' },
      events: { type: 'string', multiple: true },
      data: { type: 'string' },
      update: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const unknown = positionals.find((name) => !(TASKS as readonly string[]).includes(name));
  if (values.help || unknown !== undefined || (values.gold === undefined) !== (values.out === undefined)) {
    console.error(unknown === undefined ? USAGE : `There is no task "${unknown}".\n\n${USAGE}`);
    return values.help ? 0 : 2;
  }
  if (values.gold !== undefined && values.out !== undefined) {
    if (positionals.length !== 1) {
      console.error(`--gold takes exactly one task.\n\n${USAGE}`);
      return 2;
    }
    const given = values.events === undefined ? {} : { events: values.events };
    await writePredictions(await loadTask(positionals[0]!), values.gold, { out: values.out, ...given });
    return 0;
  }
  const data = resolve(values.data ?? process.env.TOCSIN_EVAL_DATA ?? '../shared/data');
  return measureAll(positionals.length > 0 ? positionals : TASKS, data, values.update ?? false);
}

async function loadTask(name: string): Promise<EvalTask> {
  const module = (await import(`./tasks/${name}.ts`)) as { task: EvalTask };
  return module.task;
}

async function writePredictions(
  task: EvalTask,
  gold: string,
  { out, ...given }: { readonly out: string; readonly events?: readonly string[] },
): Promise<void> {
  async function* lines() {
    for await (const line of task.predict(gold, given)) yield `${line}\n`;
  }
  await pipeline(Readable.from(lines()), createWriteStream(out));
}

async function measureAll(names: readonly string[], data: string, update: boolean): Promise<number> {
  const floors = JSON.parse(readFileSync(FLOORS, 'utf8')) as Floors;
  let below = 0;
  for (const name of names) {
    const task = await loadTask(name);
    for (const set of task.sets) {
      if (!existsSync(locate(set, data))) {
        console.log(`${task.name} ${set.name}: skipped, ${set.gold} is not there`);
        continue;
      }
      below += await measureSet(task, set, data, { floors, update });
      if (update) writeFileSync(FLOORS, `${JSON.stringify(floors, undefined, 2)}\n`);
    }
  }
  if (below > 0) console.error(`${below} below the floor`);
  return below > 0 ? 1 : 0;
}

async function measureSet(
  task: EvalTask,
  set: EvalSet,
  data: string,
  { floors, update }: { floors: Floors; update: boolean },
): Promise<number> {
  const gold = locate(set, data);
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-eval-'));
  const out = join(folder, 'predictions.jsonl');
  const started = performance.now();
  const events = set.events?.map((file) => join(data, file));
  await writePredictions(task, gold, { out, ...(events === undefined ? {} : { events }) });
  const seconds = (performance.now() - started) / 1000;
  const scored = score(task, set, { gold, out, scorers: resolve(data, '../score') });
  rmSync(folder, { recursive: true });
  if (set.own === true) console.log(scored.trimEnd());
  const hash = hashData(gold);
  let below = 0;
  for (const [metric, pattern] of Object.entries(set.metrics)) {
    const found = pattern.exec(scored)?.[1];
    if (found === undefined)
      throw new Error(`${task.scorer ?? task.name} prints no "${metric}" for ${set.gold}:\n${scored}`);
    const key = `${task.name}/${set.name}/${metric}`;
    const value = Number(found);
    const floor = floors[key];
    const isBelow = floor !== undefined && floor.data === hash && value < floor.floor;
    if (isBelow) below++;
    const beside =
      floor === undefined
        ? 'no floor'
        : floor.data === hash
          ? `floor ${floor.floor}`
          : 'floor is of other data';
    console.log(
      `${key}: ${Number(value.toFixed(4))} (${beside})${isBelow ? ' BELOW' : ''} ${seconds.toFixed(1)} s`,
    );
    if (update && (floor === undefined || floor.data !== hash || value > floor.floor)) {
      floors[key] = {
        floor: Math.floor(value * 1000) / 1000,
        measured: new Date().toISOString().slice(0, 10),
        data: hash,
      };
    }
  }
  return below;
}

const SETS = fileURLToPath(new URL('./sets', import.meta.url));

function locate({ gold, own }: EvalSet, data: string): string {
  return join(own === true ? SETS : data, gold);
}

/** What the task's scorer prints. */
function score(
  task: EvalTask,
  set: EvalSet,
  { gold, out, scorers }: { readonly gold: string; readonly out: string; readonly scorers: string },
): string {
  const args = set.args?.(gold, out);
  if (task.score !== undefined) return task.score(gold, out, args ?? []);
  const scored = spawnSync('python3', [join(scorers, task.scorer ?? ''), ...(args ?? [gold, out])], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (scored.status !== 0) throw new Error(`${task.scorer} failed on ${set.gold}: ${scored.stderr}`);
  return scored.stdout;
}

/** Of a file, or of all files of a folder in the order of their names. */
function hashData(gold: string): string {
  const hash = createHash('sha256');
  if (!statSync(gold).isDirectory()) hash.update(readFileSync(gold));
  else
    for (const name of readdirSync(gold).sort())
      if (name.endsWith('.yaml')) hash.update(readFileSync(join(gold, name)));
  return hash.digest('hex').slice(0, 16);
}
