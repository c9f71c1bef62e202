import type { PastEvent } from '../../model/history.ts';
import type { Problem } from '../../model/problem.ts';
import { isPlace } from '../indicator/match.ts';
import { hasAny } from '../indicator/said.ts';
import type { DaySpan } from './chance.ts';
import { toDayNumber } from './instants.ts';

/** What imported history says of one question. */
export interface PastEvents {
  /** Rows up to the day, and of these the ones that fit the question. */
  readonly imported: number;
  readonly fitting: number;
  /** Of those that fit, how many lie on each day. */
  readonly byDay: ReadonlyMap<string, number>;
  /** One of those that fit for each day and place: data sets list one attack once for each report or each pair of actors. */
  readonly distinct: readonly PastEvent[];
  /** The time that each imported file covers. */
  readonly spans: readonly DaySpan[];
}

/** Of long lists only: they may hold millions of rows, and are asked about at every look. */
const read = new WeakMap<readonly PastEvent[], ReadUntil>();

/** By version of a problem. */
interface ReadUntil {
  readonly lastDay: string;
  readonly known: Map<string, PastEvents>;
}

/**
 * Looks through imported history for what fits a question, up to a day. The same list is looked through once for each version of
 * a problem and each day.
 *
 * @param lastDay ISO 8601 day.
 */
export function readPastEvents(problem: Problem, history: readonly PastEvent[], lastDay: string): PastEvents {
  const before = read.get(history);
  // A day passes: those before will not be asked for again through the same list.
  const kept = before?.lastDay === lastDay ? before : { lastDay, known: new Map<string, PastEvents>() };
  read.set(history, kept);
  const found = kept.known.get(problem.version) ?? look(problem, history, lastDay);
  kept.known.set(problem.version, found);
  return found;
}

function look(problem: Problem, history: readonly PastEvent[], lastDay: string): PastEvents {
  const isFitting = makeFit(problem);
  const bySource = new Map<string, { first: string; last: string }>();
  const byDay = new Map<string, number>();
  const byPlace = new Map<string, PastEvent>();
  let imported = 0;
  let fitting = 0;
  for (const row of history) {
    // As text: of millions of rows none is parsed that does not count.
    if (row.date > lastDay) continue;
    imported += 1;
    stretch(bySource, row);
    if (!isFitting(row)) continue;
    fitting += 1;
    byDay.set(row.date, (byDay.get(row.date) ?? 0) + 1);
    const key = `${row.date} ${(row.place ?? row.country ?? '').toLowerCase()}`;
    if (!byPlace.has(key)) byPlace.set(key, row);
  }
  const spans = [...bySource.values()].map(({ first, last }) => ({
    from: toDayNumber(first),
    to: toDayNumber(last) + 1,
  }));
  return { imported, fitting, byDay, distinct: [...byPlace.values()], spans };
}

function stretch(bySource: Map<string, { first: string; last: string }>, { source, date }: PastEvent): void {
  const span = bySource.get(source);
  if (span === undefined) bySource.set(source, { first: date, last: date });
  else if (date < span.first) span.first = date;
  else if (date > span.last) span.last = date;
}

/** Whether a row fits the question. The same names come again and again: each is held against the question once. */
function makeFit({ baseRate: { history } }: Problem): (row: PastEvent) => boolean {
  const { cameo, actor, recipient, place } = history;
  const isCode = remember(
    (code) => cameo === undefined || cameo.some((each) => code?.startsWith(each) === true),
  );
  const isActor = remember((name) => actor === undefined || hasAny([name], actor));
  const isRecipient = remember((name) => recipient === undefined || hasAny([name], recipient));
  const isCountry = remember((country) => isPlace(place ?? [], country === undefined ? {} : { country }));
  const isName = remember((name) => isPlace(place ?? [], name === undefined ? {} : { name }));
  return (row) =>
    isCode(row.cameo) &&
    isActor(row.actor) &&
    isRecipient(row.recipient) &&
    (place === undefined || isCountry(row.country) || isName(row.place));
}

function remember(isFitting: (text: string | undefined) => boolean): (text: string | undefined) => boolean {
  const known = new Map<string | undefined, boolean>();
  return (text) => {
    const found = known.get(text) ?? isFitting(text);
    known.set(text, found);
    return found;
  };
}
