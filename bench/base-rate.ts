import { parseArgs } from 'node:util';
import { listActive } from '../src/analyse/base-rate/cases.ts';
import { findChance, learnPairs } from '../src/analyse/base-rate/learn.ts';
import { gatherPairs, type PairCount } from '../src/analyse/base-rate/pair-history.ts';

/**
 * Measures a daily refit on made-up events: all pairs are gathered, the model is learned, and every active pair gets its chance.
 *
 *     npm run bench -- base-rate [--pairs 10000] [--days 730]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { pairs: { type: 'string', default: '10000' }, days: { type: 'string', default: '730' } },
  });
  const pairs = Number(values.pairs);
  const days = Number(values.days);
  const counts = [...makeCounts(pairs, days)];
  console.log(`${counts.length} daily counts of ${pairs} pairs over ${days} days`);
  for (const horizon of [7, 30]) {
    const start = performance.now();
    const history = gatherPairs(counts, { roots: ['18', '19', '20'], before: days });
    const gathered = performance.now();
    const model = learnPairs(history, { before: days, horizon });
    const learned = performance.now();
    const active = listActive(history, days);
    let sum = 0;
    for (const pair of active) sum += findChance(history, pair, { model, day: days });
    const end = performance.now();
    const seconds = [gathered - start, learned - gathered, end - learned].map((each) =>
      (each / 1000).toFixed(1),
    );
    console.log(
      `${horizon} days: gathered in ${seconds[0]} s, learned from ${model.cases} cases in ${seconds[1]} s, ` +
        `${active.length} active pairs (mean chance ${(sum / active.length).toFixed(3)}) in ${seconds[2]} s; ` +
        `${Math.round(process.memoryUsage().rss / 1e6)} MB, ${process.cpuUsage().user / 1e6} s of processor time so far`,
    );
  }
  return 0;
}

/** Pairs of a hundred actors, few of them lively, as in real data: the liveliest have several events a day. */
function* makeCounts(pairs: number, days: number): Generator<PairCount> {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
  for (let pair = 0; pair < pairs; pair++) {
    const source = `actor ${pair % 100}`;
    const target = `actor ${Math.floor(pair / 100)}`;
    // All are active: at least ten events in half a year.
    const rate = Math.min(2, 0.08 * (pairs / (pair + 1)) ** 0.5);
    for (let day = 0; day < days; day++) {
      if (random() >= rate) continue;
      const kind = random();
      yield { day, source, target, root: kind < 0.6 ? '04' : kind < 0.85 ? '11' : '19', count: 1 };
    }
  }
}
