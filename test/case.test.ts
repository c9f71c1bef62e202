import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_COURSE, runCourse } from '../eval/cases/run.ts';
import type { Replay, ReplayStep } from '../src/model/replay.ts';

/*
 * The example case day by day, from 1 November 2020 to 28 February 2021. "Clearly above its own base rate" means odds at least one and a half
 * times those of the base rate: in words, more than what a single slight sign says (1.25), and as much as one that lies between
 * slight and moderate.
 */

const CLEARLY = 1.5;
const WINDOW = 'soleimani-anniversary';

let replay: Replay;

beforeAll(async () => {
  replay = (await runCourse(EXAMPLE_COURSE)).replay;
}, 600_000);

const month = (step: ReplayStep) => step.horizons.find(({ days }) => days === 30)!;
const odds = (p: number) => p / (1 - p);
const between = (from: string, to: string) =>
  replay.steps.filter(({ asOf }) => asOf.slice(0, 10) >= from && asOf.slice(0, 10) <= to);

describe('the example, replayed', () => {
  test('from 2 December on the probability of an attack within 30 days is clearly above its own base rate', () => {
    const steps = between('2020-12-02', '2020-12-19');
    expect(steps).toHaveLength(18);
    const times = steps.map((step) => odds(month(step).probability.p) / odds(month(step).baseRate.p));
    expect(Math.min(...times)).toBeGreaterThan(CLEARLY);
  });

  test('the attack of 20 December settles the forecasts that were open', () => {
    expect(replay.outcomes.map(({ day }) => day)).toContain('2020-12-20');
    // From 20 November on, thirty days from the end of a day reach to it.
    const steps = between('2020-11-20', '2020-12-19');
    expect(steps).toHaveLength(30);
    for (const step of steps) expect(month(step).outcome, step.asOf).toBe('yes');
  });

  test('the window of the anniversary counts until 3 January, and from the day after no more', () => {
    const days = replay.steps.flatMap(({ asOf, observed }) =>
      observed.some(({ id }) => id === WINDOW) ? [asOf.slice(0, 10)] : [],
    );
    expect(days.at(-1)).toBe('2021-01-03');
    expect(days.length).toBeGreaterThan(14);
  });

  test('what each sign adds is measured for every sign', () => {
    const ids = replay.ablation!.map(({ id }) => id);
    expect(ids).toContain('preparation');
    expect(ids).toContain(WINDOW);
    for (const { horizons } of replay.ablation!)
      for (const { added } of horizons) expect(Number.isFinite(added?.mean)).toBe(true);
  });
});
