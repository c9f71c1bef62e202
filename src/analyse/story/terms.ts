import type { Reading } from '../../model/reading.ts';
import type { TimeExpression } from '../../model/time.ts';
import { isUnspaced, splitWords, type Word } from '../../text/words.ts';

/** What a document is compared by, with its weight before it is known how rare it is. */
export type Term = readonly [term: string, weight: number];

/**
 * Names, dates and numbers tell one happening from another of its kind; the words of the subject do not. So two fires in two
 * towns share "fire" and "crews" and are still told apart.
 */
const WEIGHTS = { word: 1, name: 2, pair: 1.5, number: 2.5, time: 4 } as const;
type TermKind = keyof typeof WEIGHTS;

/**
 * What stands in the title or the first sentences is what the report is about. It counts once more as a term of its own
 * (`^embassy`), so that two reports are nearer for having it in their heads both.
 */
const HEAD_SENTENCES = 3;
/** Bounds of what is looked at and kept of one document. */
const MOST_WORDS = 1500;
const MOST_TERMS = 250;

/** English words without a subject; in other languages short words are left out, and frequent ones soon weigh nothing. */
const STOP_WORDS = new Set(
  `the of and to in a is was for on that with as by at from it he she his her said has have had be are were an this which who
  will not but they their its or been after one about also would more than when there into out up over we you i my me our your
  do does did if so no all any can could may might should says say told new two first last year years time just some other
  what how him them then now only most many such much very before while during since because through where being made make
  monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);
const SHORT = 3;

interface Counted {
  readonly kind: 'word' | 'pair' | 'number' | 'time';
  count: number;
  /** Times with a capital where none had to be, and times without one. */
  capital: number;
  small: number;
  /** Times in the head. */
  head: number;
}

/**
 * The terms of a document, weightiest first: words, names, pairs of names, numbers, and the days, months and years it speaks of.
 *
 * @example
 * findTerms(reading)[0]; // ['soleimani', 5.1]
 */
export function findTerms(reading: Reading): readonly Term[] {
  const { document } = reading;
  const counts = new TermCounts(document.language === undefined || document.language === 'en');
  if (document.title !== undefined) counts.addTitle(document.title);
  counts.addText(document.text, reading.sentences[HEAD_SENTENCES - 1]?.end ?? 0);
  for (const time of reading.times) counts.addTime(time);
  return counts.weigh();
}

class TermCounts {
  readonly #counts = new Map<string, Counted>();
  readonly #isEnglish: boolean;
  #headEnd = 0;

  constructor(isEnglish: boolean) {
    this.#isEnglish = isEnglish;
  }

  addTitle(title: string): void {
    // Titles are often written in capitals throughout, which says nothing about names.
    for (const word of splitWords(title, 60)) this.#addWord(word, { isInHead: true, hasCase: false });
  }

  addText(text: string, headEnd: number): void {
    this.#headEnd = headEnd;
    let before: Word | undefined;
    let name: string | undefined;
    for (const word of splitWords(text, MOST_WORDS)) {
      const isInHead = word.start < headEnd;
      const between = before === undefined ? '.' : text.slice(before.end, word.start);
      const stem = this.#addWord(word, { isInHead, hasCase: !/[.!?:"“”‘\n]/.test(between) });
      if (stem !== undefined && name !== undefined && between === ' ' && isCapital(word.text))
        this.#add(`${name} ${stem}`, 'pair', isInHead);
      if (before !== undefined && between === '' && isUnspaced(before.text) && isUnspaced(word.text))
        this.#add(before.text + word.text, 'word', isInHead);
      name = stem !== undefined && isCapital(word.text) ? stem : undefined;
      before = word;
    }
  }

  /** A day counts as that day and as one of its month; a year as its first month. */
  addTime({ type, precision, from, start }: TimeExpression): void {
    if (type === 'DURATION' || type === 'SET' || from === undefined) return;
    const isDay = precision === 'day' || precision === 'hour' || precision === 'instant';
    if (!isDay && precision !== 'month' && precision !== 'year') return;
    const isInHead = start < this.#headEnd;
    if (isDay) this.#add(`~${from.slice(0, 10)}`, 'time', isInHead);
    this.#add(`~${from.slice(0, 7)}`, 'time', isInHead);
  }

  weigh(): readonly Term[] {
    const terms: [string, number][] = [];
    for (const [term, counted] of this.#counts) {
      const kind: TermKind =
        counted.kind === 'word' && counted.capital > counted.small ? 'name' : counted.kind;
      const weight = (1 + Math.log(counted.count)) * WEIGHTS[kind];
      terms.push([term, round(weight)]);
      if (counted.head > 0 && kind !== 'time')
        terms.push([`^${term}`, round((1 + Math.log(counted.head)) * WEIGHTS[kind])]);
    }
    // Sorting is stable: of equal ones those that stand first in the document stay.
    return terms.sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
  }

  /** The stem under which a word was counted, where it was. */
  #addWord(word: Word, { isInHead, hasCase }: { isInHead: boolean; hasCase: boolean }): string | undefined {
    if (/^\p{N}/u.test(word.text)) {
      this.#add(`#${word.text.replace(/,/g, '')}`, 'number', isInHead);
      return undefined;
    }
    if (isUnspaced(word.text)) return undefined;
    const stem = makeStem(word.text, this.#isEnglish);
    if (stem.length < 2 || (this.#isEnglish ? STOP_WORDS.has(stem) : stem.length <= SHORT)) return undefined;
    const counted = this.#add(stem, 'word', isInHead);
    if (!isCapital(word.text)) counted.small++;
    else if (hasCase) counted.capital++;
    return stem;
  }

  #add(term: string, kind: Counted['kind'], isInHead: boolean): Counted {
    let counted = this.#counts.get(term);
    if (counted === undefined) {
      counted = { kind, count: 0, capital: 0, small: 0, head: 0 };
      this.#counts.set(term, counted);
    }
    counted.count++;
    if (isInHead) counted.head++;
    return counted;
  }
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Lower case, without a possessive, in English without a plural's ending. */
function makeStem(word: string, isEnglish: boolean): string {
  const plain = word.slice(0, 40).toLowerCase().replace(/’/g, "'");
  if (!isEnglish) return plain;
  const bare = plain.replace(/'s$/, '');
  if (bare.length > 4 && bare.endsWith('ies')) return `${bare.slice(0, -3)}y`;
  if (bare.length > 3 && bare.endsWith('s') && !/(?:ss|us|is)$/.test(bare)) return bare.slice(0, -1);
  return bare;
}
