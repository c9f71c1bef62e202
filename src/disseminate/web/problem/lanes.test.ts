import { describe, expect, it } from 'vitest';
import type { Ladder } from '../../../model/ladder.ts';
import { FOOT, LANE, makeLanes } from './lanes.ts';

const step = (incident: string, side: string, day: string, rung: number) =>
  ({ incident, side, day, rung, title: incident, claims: [] }) as const;

const LADDER: Ladder = {
  sides: [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ],
  rungs: ['Threat', 'Forces readied', 'Attack'],
  steps: [
    step('one', 'a', '2031-05-04', 3),
    { ...step('two', 'b', '2031-05-09', 3), answers: { incident: 'one', lag: 5, change: 0, said: true } },
    step('three', 'b', '2031-05-09', 1),
  ],
  notes: [],
  due: { incident: 'two', side: 'a', days: 13 },
};
const given = { asOf: '2031-05-22T00:00:00.000Z', room: 600 };

describe('makeLanes', () => {
  const lanes = makeLanes(LADDER, given);
  const [one, two, three] = lanes.marks;

  it('has a lane for each side, later to the right, higher rungs higher', () => {
    expect(lanes.marks.map(({ lane }) => lane)).toEqual([0, 1, 1]);
    expect(two!.x).toBeGreaterThan(one!.x);
    expect(one!.ground).toBe(lanes.above + LANE - FOOT);
    expect(one!.ground - one!.y).toBe(two!.ground - two!.y);
    expect(three!.ground - three!.y).toBeLessThan(two!.ground - two!.y);
  });

  it('puts two steps of one side and day beside each other', () => {
    expect(three!.x).toBeGreaterThan(two!.x);
  });

  it('joins a step and its answer, and leaves the reply that is due open, at the present, in the lane of who owes it', () => {
    expect(lanes.arcs).toMatchObject([{ isSaid: true, lag: 5, from: { step: { incident: 'one' } } }]);
    expect(lanes.arcs[0]!.path.startsWith(`M${one!.x} ${one!.y} `)).toBe(true);
    expect(lanes.arcs[0]!.path.endsWith(` ${two!.x} ${two!.y}`)).toBe(true);
    expect(lanes.due).toMatchObject({ lane: 0, x: lanes.now });
    expect(lanes.due!.path.startsWith(`M${two!.x} ${two!.y} `)).toBe(true);
  });

  it('keeps room above for the words on what is due, and none where nothing is', () => {
    const { due: _, ...done } = LADDER;
    expect(lanes.above).toBeGreaterThan(0);
    const rest = makeLanes(done, given);
    expect(rest.above).toBe(0);
    expect(lanes.height - rest.height).toBe(lanes.above);
  });

  it('is as wide as its days need', () => {
    expect(lanes.width).toBe(600);
    const long = { ...LADDER, steps: [step('old', 'a', '2028-05-04', 1), ...LADDER.steps] };
    expect(makeLanes(long, given).width).toBeGreaterThan(5_000);
  });

  it('passes over a step of a side that it does not know, and an answer to one that it does not show', () => {
    const steps = [
      step('x', 'c', '2031-05-04', 1),
      { ...step('y', 'a', '2031-05-05', 1), answers: { incident: 'x', lag: 1, change: 0, said: false } },
    ];
    const odd = makeLanes({ ...LADDER, steps, due: { incident: 'x', side: 'a', days: 1 } }, given);
    expect(odd.marks.map(({ step: { incident } }) => incident)).toEqual(['y']);
    expect(odd.arcs).toEqual([]);
    expect(odd.due).toBeUndefined();
  });
});
