import type { ParsedSentence } from '../../../sentence/parsed.ts';

/** A ship by its prefix and name; token indexes, both included. */
export interface Ship {
  readonly first: number;
  readonly last: number;
  /** Whether it belongs to a navy. */
  readonly isNaval: boolean;
}

/** Prefixes, and whether they are those of a navy. */
const PREFIXES: ReadonlyMap<string, boolean> = new Map([
  ...'USS USNS USCGC HMS HMAS HMCS HMNZS INS PNS BRP ROKS TCG KRI BNS SLNS'
    .split(' ')
    .map((prefix) => [prefix, true] as const),
  ...'MV MT M/V M/T'.split(' ').map((prefix) => [prefix, false] as const),
]);
const LONGEST = 4;

/** The ship whose prefix is token `i`: "USS Example", "MV Example Star". */
export function findShip({ tokens }: ParsedSentence, i: number): Ship | undefined {
  const isNaval = PREFIXES.get(tokens[i]!.text);
  if (isNaval === undefined) return undefined;
  let last = i;
  while (last - i < LONGEST && /^\p{Lu}[\p{L}.]*$/u.test(tokens[last + 1]?.text ?? '')) last++;
  return last === i ? undefined : { first: i, last, isNaval };
}
