import { useEffect, useState } from 'react';
import type { Board } from '../../../model/desk.ts';
import { useRemembered } from '../components/remembered.ts';

/** A probability as this browser saw it. */
export interface Seen {
  readonly asOf: string;
  readonly p: number;
}

/** By problem: how it stood when the board was looked at last, and when it was looked at before that. */
export type Looks = Readonly<Record<string, Seen & { readonly before?: Seen }>>;

/** Whoever comes back sooner still looks at the same board. */
const SAME_LOOK = 3_600_000;

const isSeen = (value: unknown): value is Seen & { readonly before?: unknown } => {
  if (typeof value !== 'object' || value === null) return false;
  const { asOf, p } = value as Partial<Seen>;
  return typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) && typeof p === 'number';
};

const isLooks = (value: unknown): value is Looks =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => isSeen(each) && (each.before === undefined || isSeen(each.before)));

const isLater = (asOf: string, than: string) => Date.parse(asOf) - Date.parse(than) >= SAME_LOOK;

/**
 * How a problem stood at the look before this one; nothing where there was none.
 *
 * @example
 * findLook({ a: { asOf: '2031-05-20T10:00:00Z', p: 0.3 } }, 'a', '2031-05-22T10:00:00Z')?.p; // 0.3
 */
export function findLook(looks: Looks, problem: string, asOf: string): Seen | undefined {
  const last = looks[problem];
  return [last, last?.before].find((seen) => seen !== undefined && isLater(asOf, seen.asOf));
}

/** What was remembered with this look added. Looking at an earlier state changes nothing. */
export function addLook(looks: Looks, { asOf, rows }: Pick<Board, 'asOf' | 'rows'>): Looks {
  const added = rows.map(({ problem, probability: { p } }) => {
    const last = looks[problem];
    if (last === undefined) return [problem, { asOf, p }] as const;
    if (!isLater(asOf, last.asOf)) return [problem, last] as const;
    return [problem, { asOf, p, before: { asOf: last.asOf, p: last.p } }] as const;
  });
  return { ...looks, ...Object.fromEntries(added) };
}

/** How each problem stood when this browser showed the board before now. This look is remembered for the next one. */
export function useLooks(board: Board): (problem: string) => Seen | undefined {
  const [looks, remember] = useRemembered<Looks>('board', {}, isLooks);
  // As it was when the board was opened: a change is told for as long as one looks.
  const [before] = useState(looks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a look is remembered once for each instant looked at
  useEffect(() => remember(addLook(looks, board)), [board.asOf]);
  return (problem) => findLook(before, problem, board.asOf);
}
