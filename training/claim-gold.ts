import type { CueRange } from '../src/process/lang/en/claim/learned/cue-span.ts';
import { makePassage, type Passage } from '../src/process/lang/en/claim/learned/passage.ts';
import type { Piece } from '../src/process/lang/en/claim/learned/piece.ts';
import { findQuotations } from '../src/process/lang/en/claim/quotes.ts';
import type { WordTable } from '../src/process/lang/en/words.ts';
import type { GoldArticle, Range } from './claim-data.ts';

/** One marked attribution as words of a passage. */
export interface GoldWords {
  readonly head: number;
  readonly cue: readonly number[];
  readonly source: readonly number[];
  readonly content: readonly number[];
}

export interface Lesson {
  readonly article: GoldArticle;
  readonly passage: Passage;
  readonly gold: readonly GoldWords[];
}

/** An article with its marks as word numbers; attributions without a cue are left out. */
export function makeLesson(article: GoldArticle, words: WordTable): Lesson {
  const passage = makePassage(article.sentences, findQuotations(article.text), words);
  const gold: GoldWords[] = [];
  for (const { source, cue, content } of article.attributions) {
    const cueWords = wordsOf(passage, cue, true);
    const head = headOf(passage, cueWords);
    const contentWords = wordsOf(passage, content);
    if (head === undefined || contentWords.length === 0) continue;
    gold.push({ head, cue: wordsOf(passage, cue), source: wordsOf(passage, source), content: contentWords });
  }
  return { article, passage, gold };
}

function wordsOf(passage: Passage, ranges: readonly Range[], withMarks = false): number[] {
  const found: number[] = [];
  for (const [start, end] of ranges) {
    let low = 0;
    let high = passage.size;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (passage.tokens[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    for (let k = low; k < passage.size && passage.tokens[k]!.start < end; k++)
      if (withMarks || passage.isWord[k] === 1) found.push(k);
  }
  return found;
}

/** The word of a cue that hangs on a word outside it, a verb if there is one; of mere punctuation the colon. */
function headOf(passage: Passage, cue: readonly number[]): number | undefined {
  const inside = new Set(cue);
  const words = cue.filter((i) => passage.isWord[i] === 1);
  const tops = words.filter((i) => !inside.has(passage.head[i]!));
  return (
    tops.find((i) => passage.tokens[i]!.upos === 'VERB') ??
    tops.find((i) => passage.tokens[i]!.upos === 'NOUN') ??
    tops[0] ??
    words[0] ??
    cue.find((i) => passage.tokens[i]!.text === ':')
  );
}

/** Twice the common words over all words of both; 1 where both are empty. */
export function dice(passage: Passage, pieces: readonly Piece[], gold: readonly number[]): number {
  let common = 0;
  let count = 0;
  const wanted = new Set(gold);
  for (const { from, to } of pieces) {
    for (let k = from; k <= to; k++) {
      if (passage.isWord[k] === 0) continue;
      count++;
      if (wanted.has(k)) common++;
    }
  }
  return count + gold.length === 0 ? 1 : (2 * common) / (count + gold.length);
}

export const rangeOf = (cue: readonly number[], head: number): CueRange => ({
  from: Math.min(head, ...cue),
  to: Math.max(head, ...cue),
});
