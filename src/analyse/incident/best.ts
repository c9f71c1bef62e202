import type { BestFigure, BestReason, SaidValue, Sayer } from '../../model/incident.ts';
import type { ClaimRef } from '../../model/report.ts';
import { findCommon, readBounds } from './counts.ts';
import type { Sayers } from './sayers.ts';

/**
 * The current best statement of a count, by a fixed rule and never an average:
 *
 * 1. Values that were withdrawn, distorted or superseded are left out.
 * 2. Those that remain can all hold: what the confirmed origins (where there is none, all) leave open together.
 * 3. They cannot: the value that more than half of the independent origins hold, unless only possible ones hold it and a confirmed
 *    one holds another.
 * 4. Else the range from the lowest to the highest.
 */
export function chooseBest(values: readonly SaidValue[], sayers: Sayers): BestFigure | undefined {
  const standing = values.filter(({ state }) => state === 'standing');
  if (standing.length === 0) return undefined;
  if (findCommon(standing) === undefined) return chooseMajority(standing, sayers) ?? makeRange(standing);
  const confirmed = standing.filter(({ says }) => says.some((sayer) => sayers.isConfirmed(sayer)));
  const held = confirmed.length === 0 ? standing : confirmed;
  const reason: BestReason =
    values.length === 1 ? 'only value' : confirmed.length > 0 ? 'newest authoritative' : 'range';
  const narrow = held.length === 1 && values.length > 1 && confirmed.length === 0 ? 'only value' : reason;
  return make(findCommon(held) ?? [0, Number.POSITIVE_INFINITY], narrow, listNarrowest(held));
}

function make(
  [low, high]: readonly [number, number],
  reason: BestReason,
  values: readonly SaidValue[],
): BestFigure {
  const claims: readonly ClaimRef[] = values.flatMap(({ says }) =>
    says.filter(({ withdrawn }) => withdrawn !== true).map(({ claim }) => claim),
  );
  const end = Number.isFinite(high) ? { high: Math.floor(high) } : {};
  const [only] = values;
  const about = values.length === 1 && only?.bound === 'about' ? { about: only.value } : {};
  return { low: Math.ceil(low), ...end, ...about, reason, claims };
}

/** Those that set the lower or the upper end: a wider one says nothing more. */
function listNarrowest(values: readonly SaidValue[]): readonly SaidValue[] {
  const [low, high] = findCommon(values) ?? [0, Number.POSITIVE_INFINITY];
  const ends = values.filter((value) => {
    const [from, to] = readBounds(value);
    return from === low || (to === high && Number.isFinite(high));
  });
  return ends.length === 0 ? values : ends;
}

function chooseMajority(values: readonly SaidValue[], sayers: Sayers): BestFigure | undefined {
  const holders = values.map(({ says }) => countHolders(says, sayers));
  const all = new Set(holders.flatMap(({ origins }) => [...origins]));
  const at = holders.findIndex(({ origins }) => origins.size >= 2 && 2 * origins.size > all.size);
  const [value, holder] = [values[at], holders[at]];
  if (value === undefined || holder === undefined) return undefined;
  const isOverruled = !holder.isConfirmed && holders.some(({ isConfirmed }) => isConfirmed);
  return isOverruled ? undefined : make(readBounds(value), 'majority of origins', [value]);
}

function countHolders(
  says: readonly Sayer[],
  sayers: Sayers,
): { readonly origins: ReadonlySet<string>; readonly isConfirmed: boolean } {
  return {
    origins: new Set(says.map((sayer) => sayers.getOrigin(sayer))),
    isConfirmed: says.some((sayer) => sayers.isConfirmed(sayer)),
  };
}

function makeRange(values: readonly SaidValue[]): BestFigure {
  const bounds = values.map(readBounds);
  const low = Math.min(...bounds.map(([from]) => from));
  const high = Math.max(...bounds.map(([, to]) => to));
  return make([low, high], 'range', values);
}
