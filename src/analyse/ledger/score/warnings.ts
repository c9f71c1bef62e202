import { LEVELS, type Level } from '../../../model/problem.ts';
import { ENOUGH, type LevelScore, type WarningScore } from '../../../model/score.ts';
import { findDay } from '../days.ts';
import { type Filed, findOutcomeKey, groupBy } from './record.ts';

const DAY = 86_400_000;
const MONTH = 30.44 * DAY;

/** Something that happened, with the forecasts that it turned to yes. */
interface Outcome {
  readonly day: string;
  readonly incident?: string;
  /** Number of the first settlement that tells of it. */
  readonly settlement: number;
  readonly answered: ReadonlySet<number>;
}

/** Forecasts in a row at or above a level. */
interface Episode {
  readonly forecasts: readonly Filed[];
  /** The first forecast below the level again. */
  readonly end?: Filed;
}

/**
 * What the warnings of each problem were worth, level by level. A warning stands from the first forecast at or above the level to
 * the first one below it. An outcome is a hit where one stood on its eve, a miss where none did: a warning that was withdrawn the day
 * before is none. A warning that ended without an outcome while it stood is a false alarm; one that still stands is neither yet.
 *
 * The lead is counted from the first forecast of the warning, or from the day after the outcome before, to the beginning of
 * the day of the outcome. An outcome before which there was no forecast at all is left out.
 */
export function scoreWarnings(filed: readonly Filed[]): readonly WarningScore[] {
  return groupBy(filed, ({ forecast }) => JSON.stringify([forecast.problem, forecast.replayed === true]))
    .map(scoreProblem)
    .sort((a, b) =>
      a.problem < b.problem ? -1 : a.problem > b.problem ? 1 : Number(a.isReplay) - Number(b.isReplay),
    );
}

function scoreProblem(filed: readonly Filed[]): WarningScore {
  const course = filed.toSorted((a, b) => timeOf(a) - timeOf(b) || a.number - b.number);
  const [first, last] = [course[0]!, course.at(-1)!];
  const outcomes = listOutcomes(filed).filter(({ day }) => timeOf(first) < Date.parse(day));
  const months = (timeOf(last) - timeOf(first)) / MONTH;
  const levels = LEVELS.slice(1).map((level) => scoreLevel(level, { course, outcomes, months }));
  const quiet = Math.floor(months) - outcomes.length;
  return {
    problem: first.forecast.problem,
    isReplay: first.forecast.replayed === true,
    from: first.forecast.asOf,
    to: last.forecast.asOf,
    outcomes: outcomes.length,
    isEnough: outcomes.length >= ENOUGH.outcomes && quiet >= ENOUGH.quiet,
    levels,
  };
}

function timeOf({ forecast }: Filed): number {
  return Date.parse(forecast.asOf);
}

function listOutcomes(filed: readonly Filed[]): readonly Outcome[] {
  const yes = filed.filter(({ settlement }) => settlement?.outcome === 'yes' && settlement.day !== undefined);
  return groupBy(yes, ({ settlement }) => findOutcomeKey(settlement!))
    .map((group) => {
      const { day, incident } = group[0]!.settlement!;
      return {
        day: day!,
        ...(incident === undefined ? {} : { incident }),
        settlement: Math.min(...group.map(({ settledBy }) => settledBy!)),
        answered: new Set(group.map(({ number }) => number)),
      };
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.settlement - b.settlement));
}

function scoreLevel(
  level: Level,
  {
    course,
    outcomes,
    months,
  }: { readonly course: readonly Filed[]; readonly outcomes: readonly Outcome[]; readonly months: number },
): LevelScore {
  const episodes = listEpisodes(course, level);
  const hits: LevelScore['hits'][number][] = [];
  const misses: LevelScore['misses'][number][] = [];
  for (const [i, outcome] of outcomes.entries()) {
    const { day, incident, settlement } = outcome;
    const fields = { day, ...(incident === undefined ? {} : { incident }), settlement };
    const eve = Date.parse(day);
    const standing = episodes.find((each) => stoodAt(each, eve));
    if (standing === undefined) {
      misses.push(fields);
      continue;
    }
    const before = outcomes[i - 1];
    const since = Math.max(
      timeOf(standing.forecasts[0]!),
      before === undefined ? 0 : Date.parse(before.day) + DAY,
    );
    const lead = Math.max(0, Math.round(((eve - since) / DAY) * 10) / 10);
    hits.push({ ...fields, lead, entry: standing.forecasts[0]!.number });
  }
  const falseAlarms = episodes.filter((each) => isFalse(each, outcomes)).map(describeFalse);
  const lead = findMedian(hits.map((hit) => hit.lead));
  return {
    ...{ level, hits, misses, falseAlarms },
    share: findShare(episodes, course),
    isStanding: episodes.some((each) => each.end === undefined && !isAnswered(each, outcomes)),
    ...(lead === undefined ? {} : { lead }),
    ...(months < 1 ? {} : { falseAlarmsPerMonth: falseAlarms.length / months }),
  };
}

function listEpisodes(course: readonly Filed[], level: Level): readonly Episode[] {
  const least = LEVELS.indexOf(level);
  const episodes: { forecasts: Filed[]; end?: Filed }[] = [];
  let open: { forecasts: Filed[]; end?: Filed } | undefined;
  for (const each of course) {
    const isAt = LEVELS.indexOf(each.forecast.level) >= least;
    if (isAt && open === undefined) {
      open = { forecasts: [] };
      episodes.push(open);
    }
    if (isAt) open!.forecasts.push(each);
    else if (open !== undefined) {
      open.end = each;
      open = undefined;
    }
  }
  return episodes;
}

function findShare(episodes: readonly Episode[], course: readonly Filed[]): number {
  const last = timeOf(course.at(-1)!);
  const stood = episodes.reduce(
    (sum, { forecasts, end }) => sum + (end === undefined ? last : timeOf(end)) - timeOf(forecasts[0]!),
    0,
  );
  const all = last - timeOf(course[0]!);
  // A single forecast speaks for the moment at which it was made.
  return all === 0 ? episodes.length : stood / all;
}

/** Whether it had begun before an instant and not ended by then. */
function stoodAt({ forecasts, end }: Episode, instant: number): boolean {
  return timeOf(forecasts[0]!) < instant && (end === undefined || timeOf(end) >= instant);
}

/** Whether something came while it stood that was not known when it began. */
function isAnswered({ forecasts, end }: Episode, outcomes: readonly Outcome[]): boolean {
  const last = end === undefined ? undefined : findDay(end.forecast.asOf);
  return outcomes.some(
    ({ day, answered }) =>
      (last === undefined || day <= last) && forecasts.some(({ number }) => answered.has(number)),
  );
}

function isFalse(episode: Episode, outcomes: readonly Outcome[]): boolean {
  return episode.end !== undefined && !isAnswered(episode, outcomes);
}

function describeFalse({ forecasts, end }: Episode): LevelScore['falseAlarms'][number] {
  const first = forecasts[0]!;
  return { from: first.forecast.asOf, to: end!.forecast.asOf, entry: first.number, last: end!.number };
}

function findMedian(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return undefined;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
