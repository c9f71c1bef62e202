import { findChance, learnPairs, type PairModel } from '../../src/analyse/base-rate/learn.ts';
import { gatherPairs } from '../../src/analyse/base-rate/pair-history.ts';
import { type Question, readCounts, readQuestions } from '../pairs.ts';
import type { EvalSet, EvalTask } from '../task.ts';

/**
 * Warning questions over event data: will A direct an event of the class at B within the next days? Answered by the product's own
 * chance of a pair, learned anew for each question day from how earlier days came out: on no day anything of it or later.
 */
export const task: EvalTask = {
  name: 'forecast',
  scorer: 'forecast.py',
  sets: ['icews0515', 'icews14'].flatMap((data) =>
    ['violence-7d', 'violence-30d', 'material-7d', 'material-30d'].map((name) => makeSet(data, name)),
  ),
  async *predict(goldFile, { events: files = [] } = {}) {
    const questions = readQuestions(goldFile);
    const history = gatherPairs(readCounts(files, questions), { roots: questions[0]?.roots ?? [] });
    const models = new Map<number, PairModel>();
    for (const asked of groupByDay(questions)) {
      const { day, horizon } = asked[0]!;
      const model = learnPairs(history, { before: day, horizon, like: models.get(horizon) });
      models.set(horizon, model);
      for (const { qid, source, target } of asked) {
        yield JSON.stringify({ qid, p: findChance(history, { source, target }, { model, day }) });
      }
    }
  },
};

/** Questions of one day and horizon together, in the order of their days. */
export function groupByDay(questions: readonly Question[]): readonly (readonly Question[])[] {
  const byDay = new Map<string, Question[]>();
  for (const question of questions) {
    const key = `${question.horizon} ${question.day}`;
    byDay.set(key, [...(byDay.get(key) ?? []), question]);
  }
  return [...byDay.values()].sort((a, b) => a[0]!.day - b[0]!.day);
}

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
