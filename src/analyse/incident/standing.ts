import type { ValueState } from '../../model/incident.ts';
import { getOrder } from '../origin/order.ts';
import { type Count, findCommon, makeCountKey, readBounds } from './counts.ts';
import type { SaidFigure } from './said-figures.ts';
import { isEarly, isWithdrawn } from './sayers.ts';
import { findCasualty } from './words.ts';

/** One value with all who say it, and what became of it. */
export interface SaidCount extends Count {
  readonly said: readonly SaidFigure[];
  readonly state: ValueState;
  /** True where whoever said it has given another value since. */
  readonly isChanged: boolean;
}

/** Values by the time at which each was first said; within one report one that is called early goes first. */
export function orderValues(values: readonly (readonly SaidFigure[])[]): readonly (readonly SaidFigure[])[] {
  const rank = (said: readonly SaidFigure[]) => (said.some(isEarlyFigure) ? 0 : 1);
  const first = (said: readonly SaidFigure[]) => getTime(said[0]);
  return [...values].sort((a, b) => first(a) - first(b) || rank(a) - rank(b));
}

const isEarlyFigure = ({ told }: SaidFigure): boolean => isEarly(told.statement);

const getTime = (said: SaidFigure | undefined): number =>
  said === undefined ? 0 : getOrder(said.told.report);

const DAY = 86_400_000;

/**
 * Says of each value what became of it. A value that cannot hold beside a later one is superseded where all who said it have
 * given another since; where it was called an early count; or where it counts casualties, the later one is higher, and nobody
 * gave it as news again from that day on: the dead and hurt of an act are counted for days.
 */
export function settleStates(
  values: readonly (readonly SaidFigure[])[],
  isDistorted: (said: SaidFigure) => boolean,
): readonly SaidCount[] {
  const last = findLast(values.flat());
  const early = values.map((said) => said.some(isEarlyFigure));
  return values.flatMap((said, at): readonly SaidCount[] => {
    const [first] = said;
    if (first === undefined) return [];
    const live = said.filter(({ told }) => !isWithdrawn(told.statement));
    const isChanged = live.every((one) => {
      const word = last.get(one.speaker);
      return word !== undefined && !word.keys.has(makeCountKey(one)) && getTime(one) < getTime(word.said);
    });
    const to = first.to === undefined ? {} : { to: first.to };
    const isNowOther = live.length > 0 && isChanged;
    const count = { value: first.value, bound: first.bound, ...to, said, isChanged: isNowOther };
    if (live.length === 0) return [{ ...count, state: 'withdrawn' }];
    if (live.every(isDistorted)) return [{ ...count, state: 'distorted' }];
    if (isChanged) return [{ ...count, state: 'superseded' }];
    const isPassed = values.some(
      (later, place) =>
        place > at &&
        isOutdone(live, later, { isEarly: early[at] === true && early[place] !== true, isDistorted }),
    );
    return [{ ...count, state: isPassed ? 'superseded' : 'standing' }];
  });
}

/** What somebody said last. */
interface LastWord {
  readonly said: SaidFigure;
  readonly keys: ReadonlySet<string>;
}

/** What each speaker said last, as values: those of one claim stand side by side. */
function findLast(said: readonly SaidFigure[]): ReadonlyMap<string, LastWord> {
  const last = new Map<string, { readonly said: SaidFigure; readonly keys: Set<string> }>();
  // "It now stands at 109; on the first day it was zero": what a report tells as history is not its speaker's last word.
  const inOrder = said
    .filter(({ told }) => !isWithdrawn(told.statement) && !told.mention.background)
    .sort((a, b) => getTime(a) - getTime(b));
  for (const one of inOrder) {
    const before = last.get(one.speaker);
    // One report may tell of two that go by one name: "unnamed officials spoke of two and of four".
    if (before?.said.told.report === one.told.report) before.keys.add(makeCountKey(one));
    else last.set(one.speaker, { said: one, keys: new Set([makeCountKey(one)]) });
  }
  return last;
}

/** Whether a later value has passed an earlier one. */
function isOutdone(
  said: readonly SaidFigure[],
  later: readonly SaidFigure[],
  {
    isEarly,
    isDistorted,
  }: { readonly isEarly: boolean; readonly isDistorted: (said: SaidFigure) => boolean },
): boolean {
  const [one] = said;
  if (one === undefined || later[0] === undefined || findCommon([one, later[0]]) !== undefined) return false;
  const next = later.find((other) => !isWithdrawn(other.told.statement) && !isDistorted(other));
  if (next === undefined) return false;
  if (isEarly) return true;
  if (findCasualty(one.of) === undefined || readBounds(next)[0] <= readBounds(one)[1]) return false;
  const news = said.filter(({ told }) => !told.mention.background).map(getTime);
  return news.every((time) => Math.floor(time / DAY) < Math.floor(getTime(next) / DAY));
}
