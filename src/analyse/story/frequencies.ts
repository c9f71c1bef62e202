import type { Term } from './terms.ts';

/** Before anything has come in, every term is taken to be as rare as one in so many documents. */
const PRIOR = 100;
/** After so many documents all counts are halved: what was news once becomes common, and the table stays small. */
const HALVE_AT = 20_000;
/** Terms that a document is compared by. */
const MOST_TERMS = 100;

/** A document as terms with weights whose squares add up to 1, heaviest first. */
export type Vector = readonly Term[];

/** How many documents a term has been in, learned as they arrive. */
export class TermFrequencies {
  readonly #counts = new Map<string, number>();
  #documents = 0;

  /** Counts a document's terms. */
  add(terms: readonly Term[]): void {
    if (this.#documents >= HALVE_AT) this.#halve();
    this.#documents += 1;
    for (const [term] of terms) this.#counts.set(term, (this.#counts.get(term) ?? 0) + 1);
  }

  /** The document's terms by how much they tell: a rare one more than one that is in every other document. */
  makeVector(terms: readonly Term[]): Vector {
    const weighed: [string, number][] = [];
    for (const [term, weight] of terms) {
      const rarity = Math.log((this.#documents + PRIOR) / ((this.#counts.get(term) ?? 0) + 1));
      if (rarity > 0) weighed.push([term, weight * rarity]);
    }
    const heaviest = weighed.sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
    const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return length === 0 ? [] : heaviest.map(([term, weight]) => [term, weight / length]);
  }

  #halve(): void {
    this.#documents /= 2;
    for (const [term, count] of this.#counts) {
      if (count < 1) this.#counts.delete(term);
      else this.#counts.set(term, count / 2);
    }
  }
}
