import type { EventCount } from '../../model/event-count.ts';
import type { BaseRate } from '../../model/forecast.ts';
import type { PastEvent } from '../../model/history.ts';
import type { Probability } from '../../model/probability.ts';
import { makeProbability } from '../../model/probability.ts';
import type { Problem } from '../../model/problem.ts';
import { type ChanceRequest, type DaySpan, estimateChance, estimateRate } from './chance.ts';
import { fromDayNumber, toDayNumber } from './instants.ts';
import type { Outcome } from './outcomes.ts';
import { findPairAnswer, makePairBaseRate } from './pair-base-rate.ts';
import { readPastEvents } from './past-events.ts';

export interface BaseRateContext {
  /** Incidents of kept reports that fit the problem. */
  readonly incidents: readonly Outcome[];
  readonly history: readonly PastEvent[];
  /** Daily counts of imported events, for a problem that names a pair of actors. */
  readonly events?: readonly EventCount[];
  /** ISO 8601 instant. */
  readonly asOf: string;
  /** ISO 8601 day since when reports were kept; absent where none is. */
  readonly observedSince?: string;
}

/**
 * How often the question would have been answered yes before: from incidents in kept reports and from imported history, without
 * counting twice what is in both. See `estimateChance`. Where the problem names a pair of actors and events of it were imported, it is
 * learned from these instead (see `learnPairs`); the notes say which it was.
 */
export function makeBaseRate(problem: Problem, context: BaseRateContext): BaseRate {
  const { baseRate } = problem;
  const today = toDayNumber(context.asOf);
  const incidents = context.incidents.filter(({ day }) => toDayNumber(day) <= today);
  const answer = findPairAnswer(problem, context.events ?? [], today);
  if (answer !== undefined) return makePairBaseRate(answer, showIncidents(incidents));
  const past = readPastEvents(problem, context.history, fromDayNumber(today));
  const ownDays = new Set(incidents.map(({ day }) => day));
  const counted = past.distinct.filter(({ date }) => !ownDays.has(date));
  const days = [...ownDays, ...counted.map(({ date }) => date)].map(toDayNumber).sort((a, b) => a - b);
  const observed = findObserved(past.spans, context.observedSince, today);
  const request = { days, observed, start: today + 1, halfLife: baseRate.halfLife, prior: baseRate.prior };
  const looked = observed.reduce((sum, { from, to }) => sum + to - from, 0);
  return {
    method: 'incidents',
    horizons: makeHorizons(problem.horizons, request),
    rate: estimateRate({ ...request, horizon: 1 }),
    incidents: showIncidents(incidents),
    history: counted.length,
    days: looked,
    notes: makeNotes(problem, {
      incidents: incidents.length,
      imported: past.imported,
      fitting: past.fitting,
      twice: [...ownDays].reduce((sum, day) => sum + (past.byDay.get(day) ?? 0), 0),
      observed,
    }),
  };
}

function showIncidents(incidents: readonly Outcome[]): BaseRate['incidents'] {
  return incidents.map(({ incident, day, claims }) => ({ id: incident, day, claims }));
}

/** A longer time cannot have the lower chance, though its stretches are fewer and smoothed otherwise. */
function makeHorizons(horizons: readonly number[], request: Omit<ChanceRequest, 'horizon'>) {
  let before: Probability | undefined;
  return horizons.map((days) => {
    const { p, low, high } = estimateChance({ ...request, horizon: days });
    const probability: Probability = makeProbability(
      Math.max(p, before?.p ?? 0),
      Math.max(low, before?.low ?? 0),
      Math.max(high, before?.high ?? 0),
    );
    before = probability;
    return { days, probability };
  });
}

/** When somebody was looking: the time that each imported file covers, and the time since reports are kept. */
function findObserved(
  covered: readonly DaySpan[],
  observedSince: string | undefined,
  today: number,
): readonly DaySpan[] {
  const spans = [...covered];
  if (observedSince !== undefined) {
    const from = toDayNumber(observedSince);
    if (from <= today) spans.push({ from, to: today + 1 });
  }
  return merge(spans.sort((a, b) => a.from - b.from));
}

function merge(spans: readonly DaySpan[]): readonly DaySpan[] {
  const merged: DaySpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}

function makeNotes(
  problem: Problem,
  found: {
    readonly incidents: number;
    readonly imported: number;
    readonly fitting: number;
    readonly twice: number;
    readonly observed: readonly DaySpan[];
  },
): readonly string[] {
  const { prior } = problem.baseRate;
  const notes: string[] = [];
  if (problem.baseRate.pair !== undefined) {
    notes.push(
      'The problem names a pair of actors, but no events of it up to about this day were imported: the rate is made from incidents.',
    );
  }
  if (found.imported === 0) {
    notes.push(
      `No history was imported: the rate rests on ${count(found.incidents, 'incident')} in kept reports, and is too low where reports are missing.`,
    );
  } else if (found.fitting === 0) {
    notes.push(`None of ${count(found.imported, 'imported row')} fits the question.`);
  }
  if (found.twice > 0) {
    notes.push(
      `${count(found.twice, 'imported row')} of days on which kept reports have an incident ${found.twice === 1 ? 'was' : 'were'} not counted twice.`,
    );
  }
  for (const [i, { from }] of found.observed.entries()) {
    const before = found.observed[i - 1];
    if (before === undefined) continue;
    notes.push(
      `From ${fromDayNumber(before.to)} to ${fromDayNumber(from - 1)} nothing was observed; these days are left out.`,
    );
  }
  notes.push(
    `Assumed before anything was known: ${count(prior.incidents, 'incident')} in ${count(prior.days, 'day')}.`,
  );
  return notes;
}

/** @example count(1, 'day'); // '1 day' */
function count(value: number, noun: string): string {
  return `${value} ${noun}${value === 1 ? '' : 's'}`;
}
