import type { Span } from '../../model/span.ts';
import { splitWords } from '../../text/words.ts';

/** Sentences and words of a text that are looked at. */
const MOST_SENTENCES = 24;
const MOST_WORDS = 60;
/** Words below which a sentence says too little to be told from another. */
const FEWEST_WORDS = 4;

/** Words that any two sentences share. */
const COMMON: ReadonlySet<string> = new Set(
  `the of and to in a is was for on that with as by at from it he she his her said has have had be are were an this which who
  will not but they their its or been after one about also would more than when there into out up over we you i do does did so
  no all any can could may might should says say told just some other what how him them then now only most many such much very
  before while during since because through where being made according report reported reports`.split(/\s+/),
);

const NUMBERS: ReadonlyMap<string, string> = new Map(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
  twenty`
    .split(/\s+/)
    .map((word, index) => [word, String(index + 1)] as const)
    .concat(
      [30, 40, 50, 60, 70, 80, 90].map((value, index) => [
        ['thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'][index] ?? '',
        String(value),
      ]),
    ),
);

/** A sentence by what it says: hashes of its content words, each once, and where it stands. */
export interface SentenceWords extends Span {
  readonly words: ReadonlySet<number>;
}

/**
 * The sentences of a text as rewritten ones are compared with: in any order of the words, numbers as digits, endings left out.
 *
 * @example
 * findSentenceWords('Ninety cars burned.', [{ start: 0, end: 19 }]); // [], too short
 */
export function findSentenceWords(text: string, sentences: readonly Span[]): readonly SentenceWords[] {
  const found: SentenceWords[] = [];
  for (const { start, end } of sentences.slice(0, MOST_SENTENCES)) {
    const words = new Set(listContentWords(text.slice(start, end)).map(hashWord));
    if (words.size >= FEWEST_WORDS) found.push({ start, end, words });
  }
  return found;
}

/**
 * The words of a sentence that say something, as they are compared.
 *
 * @example
 * listContentWords('Seven cars were burned'); // ['7', 'car', 'burn']
 */
export function listContentWords(sentence: string): readonly string[] {
  return splitWords(sentence, MOST_WORDS).flatMap(({ text: word }) => {
    const folded = word.toLowerCase().replace(/['’]s$/, '');
    if (folded.length > 1 && !COMMON.has(folded)) return [NUMBERS.get(folded) ?? cutEnding(folded)];
    return /^\d/.test(folded) ? [folded] : [];
  });
}

/** A word without the endings by which rewriting changes it most. */
function cutEnding(word: string): string {
  for (const ending of ['ing', 'ed', 'es', 's'])
    if (word.length > ending.length + 3 && word.endsWith(ending))
      return word.slice(0, -ending.length).replace(/e$/, '');
  return word.replace(/e$/, '');
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Sentences as a short text for keeping; a zero ends each. Where they stand is not kept: only a later text's places are shown. */
export function packSentenceWords(sentences: readonly SentenceWords[]): string {
  const numbers = sentences.flatMap(({ words }) => [...words, 0]);
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [index, number] of numbers.entries()) bytes.writeUInt32LE(number, index * 4);
  return bytes.toString('base64');
}

export function unpackSentenceWords(packed: string): readonly ReadonlySet<number>[] {
  const bytes = Buffer.from(packed, 'base64');
  const sentences: ReadonlySet<number>[] = [];
  let words = new Set<number>();
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const number = bytes.readUInt32LE(at);
    if (number !== 0) words.add(number);
    else {
      sentences.push(words);
      words = new Set();
    }
  }
  return sentences;
}
