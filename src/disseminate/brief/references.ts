import type { Brief, Sentence } from '../../model/brief.ts';
import type { Hash } from '../../model/page.ts';
import type { ClaimRef } from '../../model/report.ts';

/** A claim with its mark: `3b`, or `3` where it is the only one of its document. */
export interface MarkedClaim {
  readonly mark: string;
  readonly claim: ClaimRef;
}

/** A document with its number, 1 for the one that is cited first, and those of its claims that are cited. */
export interface CitedDocument {
  readonly number: number;
  readonly document: Hash;
  readonly claims: readonly MarkedClaim[];
}

/** What the sentences of a brief stand on, and how each refers to it. */
export interface References {
  readonly documents: readonly CitedDocument[];
  /** Marks of a sentence's claims; of many documents their numbers in ranges. */
  marksOf(sentence: Sentence): readonly Mark[];
}

/** `[3b]`, or a range `[3–9]`. */
export interface Mark {
  readonly from: string;
  readonly to?: string;
}

/** Documents from which on a sentence names them by numbers alone. */
const MANY = 6;

/** `sha256:…#c1`. */
export function nameClaim({ document, claim }: ClaimRef): string {
  return `${document}#${claim}`;
}

export function numberClaims(brief: Pick<Brief, 'sections'>): References {
  const byDocument = new Map<Hash, Map<string, ClaimRef>>();
  for (const claim of brief.sections.flatMap(({ sentences }) => sentences.flatMap((each) => each.claims))) {
    const claims = byDocument.get(claim.document) ?? new Map<string, ClaimRef>();
    claims.set(nameClaim(claim), claims.get(nameClaim(claim)) ?? claim);
    byDocument.set(claim.document, claims);
  }
  const documents = [...byDocument].map(([document, claims], index): CitedDocument => {
    const number = index + 1;
    const marked = [...claims.values()].map((claim, at) => ({
      mark: claims.size === 1 ? `${number}` : `${number}${makeLetters(at)}`,
      claim,
    }));
    return { number, document, claims: marked };
  });
  const marks = new Map(
    documents.flatMap(({ number, claims }) =>
      claims.map(({ mark, claim }, at) => [nameClaim(claim), { number, at, mark }] as const),
    ),
  );
  const marksOf = (sentence: Sentence): readonly Mark[] => {
    const own = [...new Set(sentence.claims.map(nameClaim))].flatMap((name) => marks.get(name) ?? []);
    const numbers = [...new Set(own.map(({ number }) => number))].toSorted((a, b) => a - b);
    if (numbers.length >= MANY)
      return groupNumbers(numbers).map(([from, to]) =>
        from === to ? { from: `${from}` } : { from: `${from}`, to: `${to}` },
      );
    return groupLetters(own.toSorted((a, b) => a.number - b.number || a.at - b.at));
  };
  return { documents, marksOf };
}

/** Three or more claims of one document that follow each other become a range. */
function groupLetters(
  own: readonly { readonly number: number; readonly at: number; readonly mark: string }[],
): readonly Mark[] {
  const marks: Mark[] = [];
  for (let first = 0; first < own.length; ) {
    let last = first;
    while (own[last + 1]?.number === own[first]!.number && own[last + 1]!.at === own[last]!.at + 1) last++;
    if (last - first >= 2) marks.push({ from: own[first]!.mark, to: own[last]!.mark });
    else marks.push(...own.slice(first, last + 1).map(({ mark }) => ({ from: mark })));
    first = last + 1;
  }
  return marks;
}

/** `a` … `z`, `aa` …: what a spreadsheet calls its columns. */
function makeLetters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : `${makeLetters(Math.floor(index / 26) - 1)}${last}`;
}

/**
 * Numbers in as few characters as they take.
 *
 * @example
 * groupNumbers([1, 2, 3, 7]); // [[1, 3], [7, 7]]
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

/** What stands behind a sentence that rests on the problem's file alone. */
export const DEFINITION_MARK = 'definition';

/** The marks of a sentence as one text: `1a, 3`, `4–9`, `definition`. */
export function formatMarks(sentence: Sentence, { marksOf }: References): string {
  const marks = marksOf(sentence).map(({ from, to }) => (to === undefined ? from : `${from}–${to}`));
  if (marks.length > 0) return marks.join(', ');
  return (sentence.fields ?? []).length > 0 ? DEFINITION_MARK : '';
}
