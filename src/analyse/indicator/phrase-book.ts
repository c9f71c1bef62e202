import { foldWords, isPhraseAt, makePhrase, type Phrase } from './phrases.ts';

/** Words of texts whose phrases are remembered. */
const MOST_WORDS = 100_000;
/** Phrases of one book: those of problem files that were changed often enough begin another. */
const MOST_PHRASES = 20_000;

const NONE: readonly never[] = [];

interface Entry {
  readonly number: number;
  readonly phrase: Phrase;
}

/**
 * All phrases that are looked for, each by a number. Which of them a text holds is found in one walk over its words, however many
 * phrases there are.
 *
 * @example
 * const book = new PhraseBook();
 * const number = book.enter('rocket*');
 * book.find(foldWords('Two rockets fell')); // [number]
 */
export class PhraseBook {
  readonly #numbers = new Map<string, number>();
  /** By their first words: whole, or as far as any ending will do. */
  readonly #whole = new Map<string, Entry[]>();
  readonly #stems = new Map<string, Entry[]>();
  #longestStem = 0;
  /** What may begin at a word of a text. */
  readonly #atWord = new Map<string, readonly Entry[]>();

  get size(): number {
    return this.#numbers.size;
  }

  /** The number of a phrase, from 0 on. */
  enter(source: string): number {
    const known = this.#numbers.get(source);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(source, number);
    const phrase = makePhrase(source);
    const [first] = phrase.words;
    if (first === undefined) return number;
    const entries = first.isStem ? this.#stems : this.#whole;
    const others = entries.get(first.text);
    if (others === undefined) entries.set(first.text, [{ number, phrase }]);
    else others.push({ number, phrase });
    if (first.isStem) this.#longestStem = Math.max(this.#longestStem, first.text.length);
    this.#atWord.clear();
    return number;
  }

  /** Numbers of the phrases that a folded text holds. */
  find(folded: string): readonly number[] {
    let found: number[] | undefined;
    let start = 1;
    for (let end = folded.indexOf(' ', start); end > 0; end = folded.indexOf(' ', start)) {
      for (const { number, phrase } of this.#listAt(folded.slice(start, end))) {
        if (found?.includes(number) === true || !isPhraseAt(folded, start, phrase.words)) continue;
        found ??= [];
        found.push(number);
      }
      start = end + 1;
    }
    return found ?? NONE;
  }

  #listAt(word: string): readonly Entry[] {
    const known = this.#atWord.get(word);
    if (known !== undefined) return known;
    const entries = [...(this.#whole.get(word) ?? NONE)];
    for (let length = Math.min(word.length, this.#longestStem); length > 0; length -= 1)
      entries.push(...(this.#stems.get(word.slice(0, length)) ?? NONE));
    if (this.#atWord.size >= MOST_WORDS) this.#atWord.clear();
    const made = entries.length === 0 ? NONE : entries;
    this.#atWord.set(word, made);
    return made;
  }
}

/** Of all problem files that are read. */
let book = new PhraseBook();

/** The phrases of lists: values from problem files, never changed. */
const lists = new WeakMap<
  readonly string[],
  { readonly book: PhraseBook; readonly numbers: readonly number[] }
>();

/** Numbers of phrases. Where all of them are read before any text is looked at, each text is gone through once. */
export function readPhrases(list: readonly string[]): readonly number[] {
  const known = lists.get(list);
  if (known?.book === book) return known.numbers;
  const numbers = list.map((source) => book.enter(source));
  lists.set(list, { book, numbers });
  return numbers;
}

/** Begins another book where this one is full; never while numbers of it are held. */
export function turnPage(): void {
  if (book.size > MOST_PHRASES) book = new PhraseBook();
}

/** Phrases found in something, with what there was to be found then. */
export interface Looked<Found> {
  readonly book: PhraseBook;
  readonly size: number;
  readonly found: Found;
}

/** What was found before, where nothing was entered since, else what is found now. */
export function lookFor<Found>(
  before: Looked<Found> | undefined,
  look: (find: (text: string) => readonly number[]) => Found,
): Looked<Found> {
  if (before?.book === book && before.size === book.size) return before;
  return { book, size: book.size, found: look((text) => book.find(foldWords(text))) };
}
