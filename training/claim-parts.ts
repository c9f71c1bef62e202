import { arePair } from '../src/process/lang/en/claim/learned/attribute.ts';
import { type Said, writeJoint, writePiece } from '../src/process/lang/en/claim/learned/content-features.ts';
import { listContent } from '../src/process/lang/en/claim/learned/content-pieces.ts';
import { mayAttribute, writeCueHead } from '../src/process/lang/en/claim/learned/cue-head.ts';
import { listCueRanges, writeCueRange } from '../src/process/lang/en/claim/learned/cue-span.ts';
import { Features } from '../src/process/lang/en/claim/learned/features.ts';
import type { Passage } from '../src/process/lang/en/claim/learned/passage.ts';
import type { Piece } from '../src/process/lang/en/claim/learned/piece.ts';
import { listSources, writeNoSource, writeSource } from '../src/process/lang/en/claim/learned/source-rank.ts';
import { dice, type GoldWords, type Lesson, rangeOf } from './claim-gold.ts';
import {
  FeatureStore,
  Learner,
  learnBinary,
  learnChoice,
  learnPairs,
  type PairExample,
} from './claim-learner.ts';

const features = new Features();

/** Lemmas that were the main word of a cue at least twice. */
export function listKnown(lessons: readonly Lesson[]): Set<number> {
  const seen = new Map<number, number>();
  for (const { passage, gold } of lessons)
    for (const { head } of gold) seen.set(passage.lemma[head]!, (seen.get(passage.lemma[head]!) ?? 0) + 1);
  return new Set([...seen].filter(([, count]) => count >= 2).map(([lemma]) => lemma));
}

function collect(store: FeatureStore, write: (out: Features) => void): number {
  features.clear();
  write(features);
  return store.add(features.values, features.size);
}

/** Is a word the main word of a cue? */
export function learnHead(lessons: readonly Lesson[], known: ReadonlySet<number>): Learner {
  const store = new FeatureStore();
  const examples: { list: number; isTrue: boolean }[] = [];
  for (const { passage, gold } of lessons) {
    const heads = new Set(gold.map(({ head }) => head));
    for (let i = 0; i < passage.size; i++) {
      if (!mayAttribute(passage, i, known)) continue;
      examples.push({ list: collect(store, (out) => writeCueHead(passage, i, out)), isTrue: heads.has(i) });
    }
  }
  const learner = new Learner(store, { fewest: 3, rate: 0.05 });
  learnBinary(learner, examples, { epochs: 6 });
  return learner;
}

/** How far does a cue reach? */
export function learnCue(lessons: readonly Lesson[]): Learner {
  const store = new FeatureStore();
  const examples: { lists: number[]; gains: number[] }[] = [];
  for (const { passage, gold } of lessons) {
    for (const { head, cue } of gold) {
      const ranges = listCueRanges(passage, head);
      examples.push({
        lists: ranges.map((range) => collect(store, (out) => writeCueRange(passage, head, range, out))),
        gains: ranges.map((range) => dice(passage, [range], cue)),
      });
    }
  }
  const learner = new Learner(store, { fewest: 3 });
  learnChoice(learner, examples, { epochs: 6 });
  return learner;
}

/** Who is the source? */
export function learnSource(lessons: readonly Lesson[]): Learner {
  const store = new FeatureStore();
  const examples: { lists: number[]; gains: number[] }[] = [];
  for (const { passage, gold } of lessons) {
    for (const { head, cue: marked, source } of gold) {
      const cue = rangeOf(marked, head);
      const ranges = listSources(passage, cue);
      const gains = [
        source.length === 0 ? 1 : 0.01,
        ...ranges.map((range) => dice(passage, [range], source)),
      ];
      if (Math.max(...gains) < 0.4) continue;
      examples.push({
        lists: [
          collect(store, (out) => writeNoSource(passage, head, cue, out)),
          ...ranges.map((range) => collect(store, (out) => writeSource(passage, head, cue, range, out))),
        ],
        gains,
      });
    }
  }
  const learner = new Learner(store, { fewest: 3 });
  learnChoice(learner, examples, { epochs: 6 });
  return learner;
}

/** A cue with the source that was found for it, and what people marked. */
export interface ContentCase {
  readonly passage: Passage;
  readonly said: Said;
  readonly gold: GoldWords;
}

/** What is the content? */
export function learnContent(cases: readonly ContentCase[]): Learner {
  const store = new FeatureStore();
  const examples: PairExample[] = [];
  let reached = 0;
  for (const { passage, said, gold } of cases) {
    const { left, right } = listContent(passage, said.head, said.cue, said.source);
    const lefts = [undefined, ...left];
    const rights = [undefined, ...right];
    const pairs: [number, number, number, number][] = [];
    const joint = new Map<string, number>();
    const parts = {
      left: lefts.map((p) => countIn(passage, p, gold)),
      right: rights.map((p) => countIn(passage, p, gold)),
    };
    for (let l = 0; l < lefts.length; l++) {
      for (let r = 0; r < rights.length; r++) {
        if ((l === 0 && r === 0) || !arePair(lefts[l], rights[r])) continue;
        const [a, b] = [parts.left[l]!, parts.right[r]!];
        const gain = (2 * (a.common + b.common)) / (a.words + b.words + gold.content.length);
        features.clear();
        writeJoint(passage, said, lefts[l], rights[r], features);
        const key = features.take().join(' ');
        let list = joint.get(key);
        if (list === undefined) {
          list = store.add(features.values, features.size);
          joint.set(key, list);
        }
        pairs.push([l, r, list, gain]);
      }
    }
    const best = Math.max(0, ...pairs.map(([, , , gain]) => gain));
    if (best === 1) reached++;
    if (best < 0.5) continue;
    examples.push({
      lefts: lefts.map((piece) => collect(store, (out) => writePiece(passage, said, 'left', piece, out))),
      rights: rights.map((piece) => collect(store, (out) => writePiece(passage, said, 'right', piece, out))),
      pairs,
    });
  }
  console.log(`content: ${((100 * reached) / cases.length).toFixed(1)} % of ${cases.length} can be reached`);
  const learner = new Learner(store, { fewest: 3 });
  learnPairs(learner, examples, { epochs: 5 });
  return learner;
}

function countIn(
  passage: Passage,
  piece: Piece | undefined,
  gold: GoldWords,
): { common: number; words: number } {
  if (piece === undefined) return { common: 0, words: 0 };
  const wanted = new Set(gold.content);
  let common = 0;
  let count = 0;
  for (let k = piece.from; k <= piece.to; k++) {
    count += passage.isWord[k]!;
    if (wanted.has(k)) common++;
  }
  return { common, words: count };
}
