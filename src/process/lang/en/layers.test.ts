import { describe, expect, it } from 'vitest';
import { convolve, recur } from './layers.ts';

const ONES = Float32Array.from([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);

describe('convolve', () => {
  it('adds what stands at the given distance on either side', () => {
    const nothing = new Float32Array(16);
    const matrices = {
      'conv0.0': ONES,
      'conv0.1': nothing,
      'conv0.2': ONES,
      'conv0.bias': new Float32Array(4),
    };
    const below = Float32Array.from({ length: 16 }, (_, k) => (k % 4 === 0 ? k / 4 + 1 : 0));
    const out = convolve(matrices, { l: 0, below, size: 4, channels: 4 }, 2);
    expect([out[0], out[4], out[8], out[12]]).toEqual([3, 4, 1, 2]);
  });

  it('cuts off below nought, then adds the layer below, from the second layer on', () => {
    const down = ONES.map((v) => -v);
    const nothing = new Float32Array(16);
    const matrices = {
      'conv1.0': nothing,
      'conv1.1': down,
      'conv1.2': nothing,
      'conv1.bias': new Float32Array(4),
    };
    const out = convolve(matrices, { l: 1, below: Float32Array.of(2, -3, 0, 1), size: 1, channels: 4 }, 4);
    expect([...out]).toEqual([2, 0, 0, 1]);
  });
});

describe('recur', () => {
  it('carries half of the channels forwards and half backwards', () => {
    const matrices = {
      'gate2.update': new Float32Array(16),
      'gate2.update.bias': new Float32Array(4),
      'gate2.value': ONES,
      'gate2.value.bias': new Float32Array(4),
    };
    const below = Float32Array.from([8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 8, 0]);
    const { memory, out } = recur(matrices, { l: 2, below, size: 3, channels: 4 });
    // With the update at a half, what was read is halved at each word.
    expect([memory[0], memory[4], memory[8]]).toEqual([4, 2, 1]);
    expect([memory[2], memory[6], memory[10]]).toEqual([1, 2, 4]);
    expect(out[0]).toBe(12);
  });
});
