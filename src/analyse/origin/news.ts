import { listContentWords } from '../report/sentence-words.ts';
import type { Group } from './relays.ts';
import type { Traced } from './traced.ts';

/** Share of a statement's words from which on it tells what was told before. */
const KNOWN = 0.35;

/** What was told when, by its words and numbers: whether a statement brings anything that no earlier report had. */
export class News {
  /** The place in time of the first report that has a word. */
  readonly #first = new Map<string, number>();
  readonly #places = new Map<string, number>();

  /** @param groups In order of publication. */
  constructor(groups: readonly Group[]) {
    for (const [place, { report, context }] of groups.entries()) {
      this.#places.set(report.document, place);
      const texts = [report.title ?? '', report.lede?.text ?? '', ...context.map(({ statement }) => statement.words)];
      for (const word of texts.flatMap(listContentWords))
        if (!this.#first.has(word)) this.#first.set(word, place);
    }
  }

  /** Whether a statement has a number that nobody gave before, or hardly a word of what was told. */
  isNew({ report, statement }: Traced): boolean {
    const place = this.#places.get(report.document) ?? 0;
    const words = listContentWords(statement.words);
    const known = words.filter((word) => (this.#first.get(word) ?? place) < place);
    const isOtherNumber = words.some((word) => /^\d/.test(word) && !known.includes(word));
    return isOtherNumber || known.length < KNOWN * words.length;
  }
}
