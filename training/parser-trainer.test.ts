import { describe, expect, it } from 'vitest';
import { matrixSizes, type NetworkShape, ROWS } from '../src/process/lang/en/parser-network.ts';
import { Adam } from './adam.ts';
import { makeGoldTree } from './oracle.ts';
import { initialise, type Lesson, makeLearner, trainParser } from './parser-trainer.ts';
import { makeRandom } from './random.ts';

const SHAPE: NetworkShape = { words: 6, tags: 4, labels: 3, channels: 4, hidden: 4, dilations: [1, 2, 0] };
const SETTINGS = {
  shape: SHAPE,
  rootLabel: 2,
  wordCounts: Int32Array.from([1e9, 1e9, 1e9, 1e9, 1e9, 1e9]),
  epochs: 1,
  seed: 3,
  log: (): void => {},
  afterEpoch: (): void => {},
};
const SPARSE = new Set(['word', 'suffix', 'prefix', 'shape', 'tag']);

function makeLesson(heads: readonly number[], labels: readonly number[]): Lesson {
  const rows = new Int32Array(heads.length * ROWS);
  for (let i = 0; i < heads.length; i++) rows.set([1 + (i % 5), 7 * i, 3 * i, i, i % 4], i * ROWS);
  return { rows, gold: makeGoldTree(heads, labels) };
}

describe('the gradient of the parser', () => {
  it('agrees with finite differences in every kind of weight', () => {
    const parameters = initialise(SHAPE, makeRandom(5));
    const adam = new Adam(parameters, matrixSizes(SHAPE), SPARSE);
    // Never drops anything.
    const learn = makeLearner(parameters, adam, SETTINGS, () => 0.99);
    const lesson = makeLesson([1, -1, 4, 4, 1, 4], [0, 2, 1, 0, 1, 0]);
    learn(lesson, 0);
    const gradients = Object.fromEntries(
      Object.entries(adam.gradients).map(([name, g]) => [name, g.slice()]),
    );
    let compared = 0;
    for (const [name, gradient] of Object.entries(gradients)) {
      const picked = [...gradient.keys()].filter((k) => Math.abs(gradient[k]!) > 1e-3).slice(0, 6);
      for (const k of picked) {
        const values = parameters[name]!;
        const held = values[k]!;
        values[k] = held + 1e-3;
        const above = learn(lesson, 0);
        values[k] = held - 1e-3;
        const below = learn(lesson, 0);
        values[k] = held;
        const measured = (above - below) / 2e-3;
        expect(Math.abs(measured - gradient[k]!), `${name}[${k}]`).toBeLessThan(
          0.02 + 0.05 * Math.abs(measured),
        );
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(60);
  });

  it('lets the parser learn a handful of trees by heart', () => {
    const lessons = [
      makeLesson([1, -1, 1], [0, 2, 1]),
      makeLesson([1, -1, 3, 1, 3], [0, 2, 1, 0, 1]),
      makeLesson([-1, 0, 1, 2], [2, 0, 0, 1]),
    ];
    const losses: number[] = [];
    trainParser(lessons, {
      ...SETTINGS,
      shape: { ...SHAPE, channels: 16, hidden: 32 },
      epochs: 150,
      log: (line) => losses.push(Number(/loss ([\d.]+)/.exec(line)?.[1])),
    });
    expect(losses[0]).toBeGreaterThan(0.5);
    expect(Math.min(...losses.slice(-10))).toBeLessThan(0.3);
  });
});
