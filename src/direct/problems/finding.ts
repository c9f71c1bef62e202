import type { ProblemForm } from './schema.ts';
import { findNearest } from './spelling.ts';
import type { Path } from './tree.ts';

/** What is wrong where in a problem that has the right form. */
export interface Finding {
  readonly path: Path;
  readonly message: string;
}

export type PatternForm = ProblemForm['outcome']['match'][number];
export type PartyForm = NonNullable<PatternForm['actor']>;

/** `; did you mean "partOf"?`, or nothing. */
export function suggest(word: string, known: readonly string[]): string {
  const nearest = findNearest(word, known);
  return nearest === undefined ? '' : `; did you mean "${nearest}"?`;
}

/** One finding for each id that was there before. */
export function findTwins(ids: readonly { readonly id: string; readonly path: Path }[]): readonly Finding[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path }) => {
    if (seen.has(id)) return [{ path: [...path, 'id'], message: `the id "${id}" is there twice` }];
    seen.add(id);
    return [];
  });
}
