import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import {
  attribute,
  type Found,
  type Rankers,
  rankCue,
  rankSource,
  readRankers,
  settle,
} from '../src/process/lang/en/claim/learned/attribute.ts';
import type { CueRange } from '../src/process/lang/en/claim/learned/cue-span.ts';
import type { Features } from '../src/process/lang/en/claim/learned/features.ts';
import type { Passage } from '../src/process/lang/en/claim/learned/passage.ts';
import type { Piece } from '../src/process/lang/en/claim/learned/piece.ts';
import { packWeights, parseWeights } from '../src/process/lang/en/weights.ts';
import { loadWords } from '../src/process/lang/en/words.ts';
import { readArticles } from './claim-data.ts';
import { dice, type GoldWords, type Lesson, makeLesson } from './claim-gold.ts';
import { FeatureStore, Learner, learnBinary } from './claim-learner.ts';
import {
  type ContentCase,
  learnContent,
  learnCue,
  learnHead,
  learnSource,
  listKnown,
} from './claim-parts.ts';
import { orderBySlot } from './slot-order.ts';

/**
 * Learns who says what from PolNeAR and writes `models/en-claims.bin`; about four minutes on one core.
 *
 *     node --max-old-space-size=9000 dist-training/training/train-claims.js --data ../shared/data/attribution
 *
 * `--test dev` (the default) learns from all training articles and writes predictions for the development part to the
 * folder `--work`, for several thresholds; `--test held` learns from seven eighths and predicts the rest.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string', default: '../shared/data/attribution' },
    work: { type: 'string', default: 'dist-training' },
    out: { type: 'string', default: 'models' },
    test: { type: 'string', default: 'dev' },
    folds: { type: 'string', default: '3' },
    limit: { type: 'string' },
    threshold: { type: 'string', default: '0.02' },
  },
});
const words = loadWords(pathToFileURL('models/'));
const load = (name: string): Lesson[] =>
  readArticles(`${values.data}/polnear.${name}.jsonl.gz`, values.work).map((article) =>
    makeLesson(article, words),
  );
let train = load('train');
let test: Lesson[];
if (values.test === 'dev') test = load('dev');
else {
  // Every eighth article of the training part is kept for judging changes.
  test = train.filter((_, i) => i % 8 === 7);
  train = train.filter((_, i) => i % 8 !== 7);
}
if (values.limit !== undefined) train = train.slice(0, Number(values.limit));
const clock = performance.now();
const log = (text: string) => console.log(`${((performance.now() - clock) / 1000).toFixed(0)} s: ${text}`);

const known = listKnown(train);
log(`${train.length} articles to learn from, ${known.size} words that attribute`);

type Parts = Pick<Rankers, 'head' | 'cue' | 'source'>;

function contentCases(lessons: readonly Lesson[], parts: Parts): ContentCase[] {
  return lessons.flatMap(({ passage, gold }) =>
    gold.map((one) => {
      const cue = rankCue(passage, one.head, parts.cue);
      const { source } = rankSource(passage, one.head, cue, parts.source);
      return { passage, said: { head: one.head, cue, source }, gold: one };
    }),
  );
}

const zero = { score: () => 0 };
const rankersOf = (parts: Parts, content: Rankers['content'], relation: Rankers['relation']): Rankers => ({
  known,
  ...parts,
  content,
  relation,
  least: { head: -2.5, relation: 0 },
});

function learnParts(lessons: readonly Lesson[]): Parts & { learners: readonly Learner[] } {
  const learners = [learnHead(lessons, known), learnCue(lessons), learnSource(lessons)];
  return { head: learners[0]!.ranker(), cue: learners[1]!.ranker(), source: learners[2]!.ranker(), learners };
}

// Each fold is judged by parts that did not learn from it, so that what builds on their output sees their errors.
const folds = Number(values.folds);
const inFold = (k: number) => train.filter((_, i) => i % folds === k);
const notInFold = (k: number) => train.filter((_, i) => i % folds !== k);
const foldParts = Array.from({ length: folds }, (_, k) => learnParts(notInFold(k)));
log('parts of the folds learned');
const cases = foldParts.map((parts, k) => contentCases(inFold(k), parts));
const relationStore = new FeatureStore();
const relationExamples: { list: number; isTrue: boolean }[] = [];
for (const [k, parts] of foldParts.entries()) {
  const content = learnContent(cases.filter((_, other) => other !== k).flat()).ranker();
  const rankers = rankersOf(parts, content, zero);
  for (const { passage, gold } of inFold(k)) {
    const captured = captureRelations(passage, rankers);
    for (const { found, list } of captured)
      relationExamples.push({ list, isTrue: isRight(passage, found, gold) });
  }
  log(`fold ${k + 1}: ${relationExamples.length} attributions to judge`);
}

function captureRelations(passage: Passage, rankers: Rankers): { found: Found; list: number }[] {
  const lists: number[] = [];
  const relation = {
    score: (given: Features) => {
      lists.push(relationStore.add(given.values, given.size));
      return 0;
    },
  };
  const found = attribute(passage, { ...rankers, relation, least: { head: -2.5, relation: -1e9 } });
  return found.map((one, i) => ({ found: one, list: lists[i]! }));
}

function isRight(passage: Passage, found: Found, gold: readonly GoldWords[]): boolean {
  const match = gold.find(({ head, cue }) => head === found.head || cue.includes(found.head));
  if (match === undefined) return false;
  const source = found.source === undefined ? [] : [found.source];
  return dice(passage, source, match.source) >= 0.5 && dice(passage, found.content, match.content) >= 0.5;
}

const relation = new Learner(relationStore, { fewest: 3 });
learnBinary(relation, relationExamples, { epochs: 6 });
log('judge of whole attributions learned');
const parts = learnParts(train);
const content = learnContent(cases.flat());
log('all learned');
const LEAST = -0.7;
/** What is less of a cue than this is not worth completing; the judge learns from more. */
const LEAST_HEAD = -1.3;
const learned = {
  head: parts.learners[0]!,
  cue: parts.learners[1]!,
  source: parts.learners[2]!,
  content,
  relation,
};
for (const [name, { hashes, weights }] of Object.entries(learned)) {
  const sizes = [0.01, 0.02, 0.03, 0.05, 0.1].map((t) =>
    weights.reduce((n, w) => n + (Math.abs(w) >= t ? 1 : 0), 0),
  );
  log(`${name}: ${hashes.length} features, by threshold ${sizes.join(' ')}`);
}
writeFileSync(`${values.out}/en-claims.bin`, packRankers(learned, Number(values.threshold)));
const rankers = readRankers(parseWeights(readFileSync(`${values.out}/en-claims.bin`), 'en-claims.bin'));
for (const least of [-1, LEAST, -0.5, -0.3]) {
  const lines = test.map(({ article, passage }) =>
    toLine(article.id, passage, settle(attribute(passage, rankers), least)),
  );
  writeFileSync(`${values.work}/${values.test}${least}.pred`, `${lines.join('\n')}\n`);
}

function packRankers(all: typeof learned, threshold: number): Uint8Array {
  const arrays: Record<string, Int32Array | Int8Array | Float32Array> = {
    known: Int32Array.from([...known].sort((a, b) => a - b)),
  };
  for (const [name, { hashes, weights }] of Object.entries(all)) {
    const rows = Array.from(weights.keys()).filter((row) => Math.abs(weights[row]!) >= threshold);
    const most = rows.reduce((m, row) => Math.max(m, Math.abs(weights[row]!)), 1e-9);
    const codeOf = (row: number): number =>
      Math.sign(weights[row]!) * Math.round(127 * Math.sqrt(Math.abs(weights[row]!) / most));
    const kept = orderBySlot(
      rows.filter((row) => codeOf(row) !== 0),
      hashes,
    );
    arrays[`${name}.hashes`] = Int32Array.from(kept, (row) => hashes[row]!);
    arrays[`${name}.weights`] = Int8Array.from(kept, codeOf);
    arrays[`${name}.scale`] = Float32Array.of(most);
  }
  const file = `polnear.train.jsonl.gz`;
  const sha256 = createHash('sha256')
    .update(readFileSync(`${values.data}/${file}`))
    .digest('hex');
  return packWeights(
    {
      model: 'claims',
      made: '2026-11-23',
      licence: 'CC BY-SA 4.0',
      data: { [file]: sha256 },
      settings: { least: { head: LEAST_HEAD, relation: LEAST } },
    },
    arrays,
  );
}

function toLine(id: string, passage: Passage, found: readonly Found[]): string {
  const span = (pieces: readonly (Piece | CueRange)[]) => ({
    spans: pieces.map(({ from, to }) => [passage.tokens[from]!.start, passage.tokens[to]!.end]),
  });
  return JSON.stringify({
    id,
    attributions: found.map(({ cue, source, content: pieces }) => ({
      source: source === undefined ? null : span([source]),
      cue: span([cue]),
      content: span(pieces),
    })),
  });
}
if (values.test !== 'dev') {
  const gold = test.map(({ article }) => {
    return JSON.stringify({
      id: article.id,
      text: article.text,
      attributions: article.attributions.map(({ source, cue, content: c }) => ({
        source: source.length === 0 ? null : { spans: source },
        cue: { spans: cue },
        content: { spans: c },
      })),
    });
  });
  writeFileSync(`${values.work}/${values.test}.gold.jsonl`, `${gold.join('\n')}\n`);
}
log('written');
