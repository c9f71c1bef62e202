import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Description, FULL, layOut } from '../src/analyse/base-rate/describe.ts';
import { fitExcitement } from '../src/analyse/base-rate/excitement.ts';
import { findChance, learnPairs, type PairModel } from '../src/analyse/base-rate/learn.ts';
import { gatherPairs, NO_SERIES, namePair } from '../src/analyse/base-rate/pair-history.ts';
import { remember, rememberTime } from '../src/analyse/base-rate/series.ts';
import { fromLogOdds, toLogOdds } from '../src/stats/log-odds.ts';
import { readCounts, readQuestions } from './pairs.ts';
import { groupByDay } from './tasks/forecast.ts';

/**
 * Holds what answers forecast questions beside what else could, on the same questions: the base lines of the scorer, a plain
 * logistic model on rates of both directions, a Hawkes process, all rates without the Hawkes process, and the mean of these two.
 *
 *     node scripts/run.mjs eval/compare-forecasts.ts [SET ...] [--from DATE] [--data FOLDER]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { from: { type: 'string', default: '' }, data: { type: 'string', default: '../shared/data' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  try {
    for (const set of positionals.length > 0 ? positionals : SETS) {
      compare(set, { folder, data: values.data, from: values.from });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

const SETS = ['icews0515', 'icews14'].flatMap((data) =>
  ['violence-7d', 'violence-30d', 'material-7d', 'material-30d'].map((name) => `${data}-${name}`),
);
const BASE_LINES = ['base', 'persistence', 'ewma'] as const;
type Predictions = Record<string, Map<string, number>>;

function compare(set: string, { folder, data, from }: { folder: string; data: string; from: string }): void {
  const gold = `${data}/forecast/questions-${set}.csv.gz`;
  const events = `${data}/forecast/${set.split('-')[0]}-dev.csv.gz`;
  const scorer = `${data}/../score/forecast.py`;
  const predictions = predict(gold, events);
  // Only the questions of a later period, where one is given.
  const kept = join(folder, 'questions.csv');
  const cut = `import csv,gzip,sys;r=csv.DictReader(gzip.open(sys.argv[1],'rt',encoding='utf8'));w=csv.DictWriter(open(sys.argv[2],'w',encoding='utf8'),r.fieldnames);w.writeheader();[w.writerow(q) for q in r if q['t']>=sys.argv[3]]`;
  run(['-c', cut, gold, kept, from]);
  for (const method of BASE_LINES) {
    run([
      scorer,
      'predict',
      '--events',
      events,
      '--questions',
      gold,
      '--method',
      method,
      '--out',
      join(folder, method),
    ]);
  }
  for (const [method, found] of Object.entries(predictions)) {
    const lines = [...found].map(([qid, p]) => JSON.stringify({ qid, p }));
    writeFileSync(join(folder, method), `${lines.join('\n')}\n`);
  }
  for (const method of [...BASE_LINES, ...Object.keys(predictions)]) {
    const args = [
      'score',
      '--questions',
      kept,
      '--pred',
      join(folder, method),
      '--against',
      join(folder, 'base'),
    ];
    const { all, quiet, difference } = JSON.parse(run([scorer, ...args, '--json']));
    const figures = [all.bss_climatology, quiet.bss_climatology, all.auc, all.ece];
    const interval = [difference.low95, difference.high95].map((each: number) => each.toFixed(4)).join('..');
    console.log(
      `${set} ${method.padEnd(12)} ${figures.map((each: number) => each.toFixed(3)).join('  ')}  ${interval}`,
    );
  }
}

function run(args: readonly string[]): string {
  const done = spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

function predict(gold: string, events: string): Predictions {
  const questions = readQuestions(gold);
  const history = gatherPairs(readCounts([events], questions), { roots: questions[0]?.roots ?? [] });
  const found: Predictions = {
    shipped: new Map(),
    plain: new Map(),
    hawkes: new Map(),
    rates: new Map(),
    mean: new Map(),
  };
  const models: Record<string, PairModel | undefined> = {};
  for (const asked of groupByDay(questions)) {
    const { day, horizon } = asked[0]!;
    const hawkes = fitExcitement(history, day);
    const descriptions = { shipped: undefined, plain: PLAIN, rates: FULL };
    for (const [name, description] of Object.entries(descriptions)) {
      const model = learnPairs(history, {
        before: day,
        horizon,
        like: models[name],
        ...(description && { description }),
      });
      models[name] = model;
      for (const { qid, source, target } of asked) {
        found[name]!.set(qid, findChance(history, { source, target }, { model, day }));
      }
    }
    for (const { qid, source, target } of asked) {
      const chance = hawkes.findChances({ source, target }, { asked: [day], horizon })[0]!;
      found['hawkes']!.set(qid, chance);
      const sum = toLogOdds(chance) + toLogOdds(found['rates']!.get(qid)!);
      found['mean']!.set(qid, fromLogOdds(sum / 2));
    }
  }
  return found;
}

/** Event rates of both directions at five half-lives: the plain logistic model. */
const PLAIN: Description = {
  width: 11,
  plain: new Float64Array(11),
  describe: ({ first, pairs }, { source, target }, { asked }) => {
    const own = pairs.get(namePair({ source, target }))?.series ?? NO_SERIES;
    const back = pairs.get(namePair({ source: target, target: source }))?.series ?? NO_SERIES;
    return layOut(
      [own, source === target ? NO_SERIES : back].flatMap((series) =>
        [5, 15, 30, 60, 150].map((halfLife) => {
          const time = rememberTime(asked, first, halfLife);
          return remember(series.asked, { asked, halfLife }).map((sum, i) =>
            Math.log((sum + 0.1) / (time[i]! + 5)),
          );
        }),
      ),
    );
  },
};
