/**
 * Lists of words of which some end in `*` for any ending.
 *
 * @example
 * const words = new WordPatterns(['rocket*', 'shell']);
 * words.has('rockets'); // true
 * words.has('shells'); // false
 */
export class WordPatterns {
  readonly #whole: ReadonlySet<string>;
  readonly #beginnings: readonly string[];

  constructor(words: Iterable<string>) {
    const all = [...words];
    this.#whole = new Set(all.filter((word) => !word.endsWith('*')));
    this.#beginnings = all.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  }

  has(word: string): boolean {
    return this.#whole.has(word) || this.#beginnings.some((beginning) => word.startsWith(beginning));
  }
}
