import { NumberTable } from '../number-table.ts';
import type { Term } from './terms.ts';

/** Before anything has come in, every term is taken to be as rare as one in so many documents. */
const PRIOR = 100;
/** After so many documents all counts are halved: what was news once becomes common, and the table stays small. */
const HALVE_AT = 20_000;
/** Terms that a document is compared by. */
const MOST_TERMS = 100;

/** Counts are kept in such parts, so that they can be halved. */
const PART = 16;

/** A term by a hash of 32 bits, with a weight. Of the millions that are held one in a thousand shares its hash with another. */
export type Weight = readonly [key: number, weight: number];

/** A document as terms with weights whose squares add up to 1, heaviest first. */
export type Vector = readonly Weight[];

/** FNV-1a of each term. */
export function hashTerms(terms: readonly Term[]): readonly Weight[] {
  return terms.map(([term, weight]) => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
    return [hash, weight];
  });
}

/** How many documents a term has been in, learned as they arrive. */
export class TermFrequencies {
  readonly #counts = new NumberTable();
  #documents = 0;

  /** Counts a document's terms. */
  add(terms: readonly Weight[]): void {
    if (this.#documents >= HALVE_AT) this.#halve();
    this.#documents += 1;
    for (const [key] of terms) this.#counts.set(key, this.#counts.get(key) + PART);
  }

  /** The document's terms by how much they tell: a rare one more than one that is in every other document. */
  makeVector(terms: readonly Weight[]): Vector {
    const weighed: [number, number][] = [];
    for (const [key, weight] of terms) {
      const rarity = Math.log((this.#documents + PRIOR) / (this.#counts.get(key) / PART + 1));
      if (rarity > 0) weighed.push([key, weight * rarity]);
    }
    const heaviest = weighed.sort((a, b) => b[1] - a[1]).slice(0, MOST_TERMS);
    const length = Math.sqrt(heaviest.reduce((sum, [, weight]) => sum + weight * weight, 0));
    return length === 0 ? [] : heaviest.map(([key, weight]) => [key, weight / length]);
  }

  #halve(): void {
    this.#documents /= 2;
    this.#counts.change((count) => (count < PART ? 0 : count >> 1));
  }
}
