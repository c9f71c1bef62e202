import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Description, FULL, layOut } from '../src/analyse/base-rate/describe.ts';
import { fitExcitement, joinExcitement } from '../src/analyse/base-rate/excitement.ts';
import { findChance, learnPairs, type PairModel } from '../src/analyse/base-rate/learn.ts';
import { gatherPairs, NO_SERIES, namePair } from '../src/analyse/base-rate/pair-history.ts';
import { remember, rememberTime } from '../src/analyse/base-rate/series.ts';
import { fromLogOdds, toLogOdds } from '../src/stats/log-odds.ts';
import {
  type Answered,
  drawCalibration,
  lookBack,
  recalibrate,
  settle,
  withoutSeason,
} from './forecast-limits.ts';
import { readCounts, readQuestions, toDay } from './pairs.ts';
import { groupByDay } from './tasks/forecast.ts';

/**
 * Holds what answers forecast questions beside what else could, on the same questions: the base lines of the scorer, a plain
 * logistic model on rates of both directions, a Hawkes process, all rates without the Hawkes process, the mean of these two, all but
 * the season, and what is used corrected by how it came out before; and beside what nobody could have said, the same
 * values with weights fitted in hindsight to the very questions. Each line: skill, on quiet pairs, AUC, calibration error, then the interval of the Brier
 * score minus that of the dyad base rate. After them the calibration error that the used chances would show by chance if all were true.
 *
 *     node scripts/run.mjs eval/compare-forecasts.ts [SET ...] [--from DATE ...] [--data FOLDER]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      from: { type: 'string', multiple: true, default: [''] },
      data: { type: 'string', default: '../shared/data' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'compare-'));
  try {
    for (const set of positionals.length > 0 ? positionals : SETS) {
      compare(set, { folder, data: values.data, periods: values.from });
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
type Predictions = Record<string, ReadonlyMap<string, number>>;

function compare(
  set: string,
  { folder, data, periods }: { folder: string; data: string; periods: readonly string[] },
): void {
  const gold = `${data}/forecast/questions-${set}.csv.gz`;
  const events = `${data}/forecast/${set.split('-')[0]}-dev.csv.gz`;
  const scorer = `${data}/../score/forecast.py`;
  const { predictions, answered } = predict(gold, events);
  for (const method of BASE_LINES) {
    const out = join(folder, method);
    run([scorer, 'predict', '--events', events, '--questions', gold, '--method', method, '--out', out]);
  }
  for (const from of periods) {
    // Only the questions of a later period, where one is given.
    const kept = join(folder, 'questions.csv');
    run(['-c', CUT, gold, kept, from]);
    const asked = answered.filter(({ day }) => from === '' || day >= toDay(from));
    const all: Predictions = { ...predictions, hindsight: lookBack(asked) };
    for (const [method, found] of Object.entries(all)) {
      const lines = [...found].map(([qid, p]) => JSON.stringify({ qid, p }));
      writeFileSync(join(folder, method), `${lines.join('\n')}\n`);
    }
    for (const method of [...BASE_LINES, ...Object.keys(all)]) {
      const [pred, base] = [join(folder, method), join(folder, 'base')];
      const args = ['score', '--questions', kept, '--pred', pred, '--against', base, '--json'];
      console.log(`${set} ${from} ${method.padEnd(12)} ${describeScores(run([scorer, ...args]))}`);
    }
    const { mean, most } = drawCalibration(asked.map(({ p }) => p));
    console.log(
      `${set} ${from} calibration error by chance ${mean.toFixed(3)}, 95 % below ${most.toFixed(3)}; ${asked.length} questions`,
    );
  }
}

const CUT = `import csv,gzip,sys;r=csv.DictReader(gzip.open(sys.argv[1],'rt',encoding='utf8'));w=csv.DictWriter(open(sys.argv[2],'w',encoding='utf8'),r.fieldnames);w.writeheader();[w.writerow(q) for q in r if q['t']>=sys.argv[3]]`;

function describeScores(json: string): string {
  const { all, quiet, difference } = JSON.parse(json);
  const figures = [all.bss_climatology, quiet.bss_climatology, all.auc, all.ece];
  const interval = [difference.low95, difference.high95].map((each: number) => each.toFixed(4)).join('..');
  return `${figures.map((each: number) => each.toFixed(4)).join('  ')}  ${interval}`;
}

function run(args: readonly string[]): string {
  const done = spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

function predict(
  gold: string,
  events: string,
): { readonly predictions: Predictions; readonly answered: readonly Answered[] } {
  const questions = readQuestions(gold);
  const history = gatherPairs(readCounts([events], questions), { roots: questions[0]?.roots ?? [] });
  const found = {
    shipped: new Map<string, number>(),
    seasonless: new Map<string, number>(),
    plain: new Map<string, number>(),
    hawkes: new Map<string, number>(),
    rates: new Map<string, number>(),
    mean: new Map<string, number>(),
  };
  const answered: Answered[] = [];
  const models: Partial<Record<keyof typeof found, PairModel>> = {};
  for (const asked of groupByDay(questions)) {
    const { day, horizon } = asked[0]!;
    const hawkes = fitExcitement(history, day);
    const shipped = joinExcitement(hawkes);
    const descriptions = { shipped, seasonless: withoutSeason(shipped), plain: PLAIN, rates: FULL };
    for (const [key, description] of Object.entries(descriptions)) {
      const name = key as keyof typeof descriptions;
      const model = learnPairs(history, { before: day, horizon, like: models[name], description });
      models[name] = model;
      for (const { qid, source, target } of asked) {
        found[name].set(qid, findChance(history, { source, target }, { model, day }));
      }
    }
    for (const question of asked) {
      const { qid, source, target } = question;
      const chance = hawkes.findChances({ source, target }, { asked: [day], horizon })[0]!;
      found.hawkes.set(qid, chance);
      found.mean.set(qid, fromLogOdds((toLogOdds(chance) + toLogOdds(found.rates.get(qid)!)) / 2));
      const row = shipped.describe(history, { source, target }, { asked: [day], horizon });
      answered.push({ qid, day, horizon, p: found.shipped.get(qid)!, row, came: settle(history, question) });
    }
  }
  return { predictions: { ...found, recalibrated: recalibrate(answered) }, answered };
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
