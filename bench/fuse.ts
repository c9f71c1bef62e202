import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createFuser } from '../src/analyse/fuse.ts';
import type { Reading } from '../src/model/reading.ts';
import { splitWords } from '../src/text/words.ts';
import { makeStream } from './stream.ts';

/** Where a document costs so many times more at the end than at the beginning, cost is not flat. */
const TOLERATED = 2;
const BASELINE_THRESHOLD = 0.2;
/** Documents of another stream that go through another fuser first: tables are read and code is compiled once. */
const WARM_UP = 1000;

/**
 * Measures fusion (story, reused wording, incident of each event) as the store grows: processor time per document at each
 * size and memory, over a stream of made-up news. Compared in the same run with a plain grouping of everything: one pass, TF-IDF,
 * the nearest of all centroids. Memory is what is left after everything unused was given back, with what lies outside the
 * heap. Ends with 1 where the cost per document grows.
 *
 *     npm run bench -- fuse [--sizes 1000,5000,20000,50000,100000,200000] [--baseline 20000]
 */
export async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sizes: { type: 'string', default: '1000,5000,20000,50000,100000,200000' },
      baseline: { type: 'string', default: '20000' },
    },
  });
  const sizes = values.sizes.split(',').map(Number);
  const costs = measureFusion(sizes);
  if (Number(values.baseline) > 0) measureBaseline(Number(values.baseline));
  const growth = costs.at(-1)! / Math.min(costs[0]!, costs.at(-1)!);
  console.log(
    `cost of a document at ${sizes.at(-1)} to that at ${sizes[0]}: ${(costs.at(-1)! / costs[0]!).toFixed(2)}`,
  );
  if (growth <= TOLERATED) return 0;
  console.error(`a document costs more than ${TOLERATED} times as much as at the beginning`);
  return 1;
}

/** Milliseconds of processor time per document up to each size, from the size before it. */
function measureFusion(sizes: readonly number[]): readonly number[] {
  warmUp();
  const fuser = createFuser();
  const fused = new Grouping();
  const costs: number[] = [];
  let [spent, since, done] = [0, 0, 0];
  const before = readMemory().heap;
  console.log(`before the first document: ${before} MB`);
  console.log('documents  ms per document  documents/s  heap MB  resident MB');
  for (const { reading, happening } of makeStream(sizes.at(-1)!)) {
    const start = process.cpuUsage();
    const { report } = fuser.add(reading, { series: reading.document.id, knownSince: reading.document.seen });
    spent += readMicroseconds(start) / 1000;
    done++;
    fused.add(happening, report.story);
    if (done !== sizes[costs.length]) continue;
    const cost = spent / (done - since);
    costs.push(cost);
    const { heap, resident } = readMemory();
    console.log(
      `${String(done).padStart(9)}${cost.toFixed(2).padStart(17)}${(1000 / cost).toFixed(0).padStart(13)}${heap.padStart(9)}${resident.padStart(13)}`,
    );
    [spent, since] = [0, done];
  }
  console.log(`stories of ${done} documents: ${fused.describe()}`);
  return costs;
}

function warmUp(): void {
  const fuser = createFuser();
  for (const { reading } of makeStream(WARM_UP, 2))
    fuser.add(reading, { series: reading.document.id, knownSince: reading.document.seen });
}

/** One pass over everything: TF-IDF of words, and the nearest of all centroids that there are. */
function measureBaseline(documents: number): void {
  const counts = new Map<string, number>();
  const lengths: number[] = [];
  /** Of each word the centroids that have it, with its weight there. */
  const weights = new Map<string, Map<number, number>>();
  const grouping = new Grouping();
  let [spent, seen] = [0, 0];
  for (const { reading, happening } of makeStream(documents)) {
    const start = process.cpuUsage();
    const vector = makeVector(reading, { counts, seen: ++seen });
    const dots = new Map<number, number>();
    for (const [word, weight] of vector)
      for (const [at, theirs] of weights.get(word) ?? []) dots.set(at, (dots.get(at) ?? 0) + weight * theirs);
    let [nearest, highest] = [-1, BASELINE_THRESHOLD];
    for (const [at, dot] of dots) {
      const cosine = dot / Math.sqrt(lengths[at]!);
      if (cosine >= highest) [nearest, highest] = [at, cosine];
    }
    if (nearest === -1) nearest = lengths.push(0) - 1;
    for (const [word, weight] of vector) {
      const known = weights.get(word) ?? new Map<number, number>();
      weights.set(word, known);
      const sum = known.get(nearest) ?? 0;
      known.set(nearest, sum + weight);
      lengths[nearest]! += (sum + weight) ** 2 - sum ** 2;
    }
    spent += readMicroseconds(start) / 1000;
    grouping.add(happening, String(nearest));
  }
  console.log(
    `one pass of TF-IDF over everything, ${documents} documents: ${(spent / documents).toFixed(2)} ms per document, ${((1000 * documents) / spent).toFixed(0)} documents/s; stories ${grouping.describe()}`,
  );
}

function makeVector(
  { document }: Reading,
  { counts, seen }: { readonly counts: Map<string, number>; readonly seen: number },
): readonly (readonly [string, number])[] {
  const words = new Map<string, number>();
  for (const { text } of splitWords(`${document.title} ${document.text}`))
    words.set(text.toLowerCase(), (words.get(text.toLowerCase()) ?? 0) + 1);
  for (const word of words.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weighed = [...words].map(
    ([word, count]) => [word, (1 + Math.log(count)) * Math.log((seen + 1) / counts.get(word)!)] as const,
  );
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return weighed.map(([word, weight]) => [word, weight / length] as const);
}

/** Which documents are put together and which belong together: B-cubed. */
class Grouping {
  readonly #true = new Map<number, number>();
  readonly #found = new Map<string, number>();
  readonly #both = new Map<string, number>();

  add(happening: number, story: string): void {
    this.#true.set(happening, (this.#true.get(happening) ?? 0) + 1);
    this.#found.set(story, (this.#found.get(story) ?? 0) + 1);
    const both = `${happening} ${story}`;
    this.#both.set(both, (this.#both.get(both) ?? 0) + 1);
  }

  describe(): string {
    let [precision, recall, all] = [0, 0, 0];
    for (const [both, count] of this.#both) {
      const [happening, story] = both.split(' ');
      precision += count ** 2 / this.#found.get(story!)!;
      recall += count ** 2 / this.#true.get(Number(happening))!;
      all += count;
    }
    return `B-cubed P ${(precision / all).toFixed(3)} R ${(recall / all).toFixed(3)}, ${this.#found.size} (${this.#true.size})`;
  }
}

function readMicroseconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function readMemory(): { readonly heap: string; readonly resident: string } {
  collectGarbage();
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
  return { heap: ((heapUsed + arrayBuffers) / 1e6).toFixed(0), resident: (rss / 1e6).toFixed(0) };
}

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
