import type { Brief, Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';

/** The claims of a brief in the order in which its sentences first stand on them: the first is number 1. */
export interface References {
  readonly claims: readonly ClaimRef[];
  /** Numbers of a sentence's claims, ascending. */
  numbersOf(sentence: Sentence): readonly number[];
}

/** `sha256:…#c1`. */
export function nameClaim({ document, claim }: ClaimRef): string {
  return `${document}#${claim}`;
}

export function numberClaims(brief: Brief): References {
  const numbers = new Map<string, number>();
  const claims: ClaimRef[] = [];
  for (const claim of brief.sections.flatMap(({ sentences }) => sentences.flatMap((each) => each.claims))) {
    const name = nameClaim(claim);
    if (numbers.has(name)) continue;
    claims.push(claim);
    numbers.set(name, claims.length);
  }
  const numbersOf = (sentence: Sentence) =>
    [...new Set(sentence.claims.map((claim) => numbers.get(nameClaim(claim)) ?? 0))].toSorted(
      (a, b) => a - b,
    );
  return { claims, numbersOf };
}

/**
 * Numbers in as few characters as they take.
 *
 * @example
 * formatNumbers([1, 2, 3, 7]); // ['1–3', '7']
 */
export function groupNumbers(numbers: readonly number[]): readonly (readonly [from: number, to: number])[] {
  const groups: [number, number][] = [];
  for (const number of numbers) {
    const last = groups.at(-1);
    if (last !== undefined && last[1] + 1 === number) last[1] = number;
    else groups.push([number, number]);
  }
  return groups;
}
