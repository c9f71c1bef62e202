import { countBefore, countStretches } from '../../src/analyse/forecast/chance.ts';
import { toLogOdds } from '../../src/stats/log-odds.ts';
import { applyLogistic, fitLogistic } from '../../src/stats/regression.ts';
import { type Days, type PairEvents, pairName, type Question, readEvents, readQuestions } from '../pairs.ts';
import type { EvalSet, EvalTask } from '../task.ts';

/** Half-lives at which a pair's own past is looked at: the last weeks, the season, the years. */
const HALF_LIVES = [30, 120, 500] as const;
/** The other direction of a pair is looked at over about two months. */
const REVERSE_HALF_LIFE = 60;
/** Days for which the rate of all pairs stands, where a pair has no past of its own. */
const PRIOR_DAYS = 15;
/** Earlier question days that the weights are learned from. */
const ROUNDS = 26;
/** What stands before there is anything to learn from, and draws what is learned from little: the base rates, taken together. */
const PLAIN = [0, 1 / 3, 1 / 3, 1 / 3, 0, 0, 0, 0] as const;
const RIDGE = 20;
/** Days of data before the first of them. */
const WARM_UP = 60;
/** A pair is asked about when so many events of any kind lie in so many days before; so it is in learning. */
const ACTIVE = { events: 10, days: 180 } as const;

/** What is known on a day for a horizon; nothing of that day or later is looked at. */
interface Scene {
  readonly events: PairEvents;
  readonly horizon: number;
  /** Incidents a day over all pairs, as far as the first question day saw. */
  readonly rate: number;
}

/**
 * Warning questions over event data: will A direct an event of the class at B within the next days? Answered by the product's own
 * base rate (`estimateChance`) at three half-lives, joined with how active the pair is and what comes back from the other side. The
 * weights of these are learned anew for each question day, from how earlier days came out: on no day anything of it or later.
 */
export const task: EvalTask = {
  name: 'forecast',
  scorer: 'forecast.py',
  sets: ['icews0515', 'icews14'].flatMap((data) =>
    ['violence-7d', 'violence-30d', 'material-7d', 'material-30d'].map((name) => makeSet(data, name)),
  ),
  async *predict(goldFile, { events: files = [] } = {}) {
    const questions = readQuestions(goldFile);
    const byGrid = new Map<string, Question[]>();
    const events = readEvents(files, questions);
    for (const question of questions) {
      const key = `${question.horizon} ${question.day}`;
      byGrid.set(key, [...(byGrid.get(key) ?? []), question]);
    }
    const weights = new Map<number, readonly number[]>();
    for (const asked of [...byGrid.values()].sort((a, b) => a[0]!.day - b[0]!.day)) {
      const { day, horizon } = asked[0]!;
      const scene: Scene = { events, horizon, rate: measureRate(events, asked, day) };
      const learned = learn(scene, day, weights.get(horizon));
      weights.set(horizon, learned);
      for (const { qid, source, target } of asked) {
        yield JSON.stringify({ qid, p: applyLogistic(learned, describe(scene, { source, target, day })) });
      }
    }
  },
};

function makeSet(data: string, name: string): EvalSet {
  return {
    name: `${data}-${name}`,
    gold: `forecast/questions-${data}-${name}.csv.gz`,
    events: [`forecast/${data}-dev.csv.gz`],
    args: (gold, predictions) => ['score', '--questions', gold, '--pred', predictions],
    // Higher is better: skill is 1 - Brier / Brier of always saying the mean outcome.
    metrics: {
      skill: /^all .*bss_clim= *(-?[0-9.]+)/m,
      'skill-quiet': /^quiet .*bss_clim= *(-?[0-9.]+)/m,
      auc: /^all .*auc= *([0-9.]+)/m,
    },
  };
}

/** Incidents a day and pair, of the pairs asked about, over the year before. */
function measureRate({ asked, first }: PairEvents, questions: readonly Question[], day: number): number {
  const from = Math.max(first, day - 365);
  const total = questions.reduce(
    (sum, { source, target }) => sum + new Set(cut(asked.get(pairName(source, target)), from, day)).size,
    0.5,
  );
  return total / (Math.max(1, day - from) * questions.length);
}

/** Weights that would have fitted the question days before: on each, every pair that was active then. */
function learn(scene: Scene, day: number, start: readonly number[] | undefined): readonly number[] {
  const { any, asked, first } = scene.events;
  const rows: (readonly number[])[] = [];
  const outcomes: (0 | 1)[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const earlier = day - round * scene.horizon;
    if (earlier - first < WARM_UP) break;
    for (const [pair, days] of any) {
      if (count(days, earlier - ACTIVE.days, earlier) < ACTIVE.events) continue;
      const [source = '', target = ''] = pair.split('|');
      rows.push(describe(scene, { source, target, day: earlier }));
      outcomes.push(count(asked.get(pair), earlier, earlier + scene.horizon) > 0 ? 1 : 0);
    }
  }
  if (rows.length === 0) return PLAIN;
  return fitLogistic(
    { rows, outcomes },
    { ridge: RIDGE, center: PLAIN, ...(start === undefined ? {} : { start }) },
  );
}

/** What is known of a pair before a day: one row of the regression. */
function describe(
  scene: Scene,
  { source, target, day }: { readonly source: string; readonly target: string; readonly day: number },
): readonly number[] {
  const { any, asked, first } = scene.events;
  const own = asked.get(pairName(source, target));
  const all = any.get(pairName(source, target));
  const chances = HALF_LIVES.map((halfLife) => estimate(scene, own, { day, halfLife }));
  const back =
    source === target
      ? 0
      : estimate(scene, asked.get(pairName(target, source)), { day, halfLife: REVERSE_HALF_LIFE }) -
        estimate(scene, undefined, { day, halfLife: REVERSE_HALF_LIFE });
  const season = Math.min(ACTIVE.days, day - first);
  const last = own?.[countBefore(own, day) - 1];
  return [
    1,
    ...chances,
    Math.log1p(count(all, day - 30, day)),
    Math.log1p((count(all, day - season, day) * 30) / Math.max(1, season)),
    back,
    Math.log(Math.min(365, last === undefined ? 365 : day - last)),
  ];
}

/** Log-odds of the product's base rate. */
function estimate(
  { events, horizon, rate }: Scene,
  days: Days | undefined,
  { day, halfLife }: { readonly day: number; readonly halfLife: number },
): number {
  const { hits, misses } = countStretches({
    days: days ?? [],
    observed: [{ from: events.first, to: day }],
    start: day,
    horizon,
    halfLife,
    prior: { incidents: rate * PRIOR_DAYS, days: PRIOR_DAYS },
  });
  return toLogOdds(hits / (hits + misses));
}

function cut(days: Days | undefined, from: number, to: number): Days {
  return days === undefined ? [] : days.slice(countBefore(days, from), countBefore(days, to));
}

function count(days: Days | undefined, from: number, to: number): number {
  return days === undefined ? 0 : countBefore(days, to) - countBefore(days, from);
}
