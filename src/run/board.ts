import type { Outcome } from '../analyse/forecast/outcomes.ts';
import type { BoardReason, BoardRow } from '../model/desk.ts';
import type { Assessment, Contribution, Forecast } from '../model/forecast.ts';
import { LEVELS, type Problem } from '../model/problem.ts';
import type { ClaimRef } from '../model/report.ts';
import { toLogOdds } from '../stats/log-odds.ts';

const DAY = 86_400_000;
/** Days that a board looks back. */
const DAYS = 90;
/** Newest sightings that are shown. */
const NEWEST = 3;

/** One row of the board: the assessment, with what stood in the ledger before. */
export function makeBoardRow(given: {
  readonly problem: Problem;
  readonly assessment: Assessment;
  /** Of this problem, in the order in which they were filed. */
  readonly forecasts: readonly Forecast[];
  readonly outcomes: readonly Outcome[];
}): BoardRow {
  const { problem, assessment, outcomes } = given;
  const horizon = problem.levels.horizon;
  const forecasts = given.forecasts.filter((forecast) => forecast.horizon === horizon);
  const shown = assessment.horizons.find(({ days }) => days === horizon) ?? assessment.horizons[0]!;
  const before = findStanding(forecasts, new Date(Date.parse(assessment.asOf) - DAY).toISOString());
  const observed = assessment.contributions.filter(({ state }) => state === 'observed');
  const next = observed.find(
    ({ window }) => window !== undefined && window.to >= assessment.asOf.slice(0, 10),
  );
  return {
    problem: problem.id,
    title: problem.title,
    question: problem.question,
    horizon: shown.days,
    probability: shown.probability,
    baseRate: shown.baseRate,
    level: assessment.level,
    ...(assessment.told === undefined ? {} : { told: assessment.told }),
    confidence: assessment.confidence,
    ...(before === undefined ? {} : { change: shown.probability.p - before.probability.p }),
    days: listDays(assessment.asOf, forecasts, outcomes),
    for: listReasons(observed, 'for'),
    against: listReasons(observed, 'against'),
    silent: assessment.contributions
      .filter(({ state, window }) => state !== 'observed' && window === undefined)
      .map(({ id, title, state }) => ({ id, title, state })),
    ...(assessment.coverage === undefined ? {} : { coverage: assessment.coverage }),
    ...(assessment.weights === undefined ? {} : { weights: assessment.weights }),
    ...(next?.window === undefined
      ? {}
      : { nextWindow: { id: next.id, title: next.title, day: next.window.to } }),
    newest: listNewest(observed),
  };
}

/** What stands highest first; of one level, what evidence has raised most above its base rate. */
export function compareRows(a: BoardRow, b: BoardRow): number {
  const rise = ({ probability, baseRate }: BoardRow) => toLogOdds(probability.p) - toLogOdds(baseRate.p);
  return (
    LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || rise(b) - rise(a) || (a.title < b.title ? -1 : 1)
  );
}

function listReasons(
  contributions: readonly Contribution[],
  direction: Contribution['direction'],
): readonly BoardReason[] {
  return contributions.filter((each) => each.direction === direction).map(({ id, title }) => ({ id, title }));
}

/** The forecast that stood at an instant: the last one made by then. */
function findStanding(forecasts: readonly Forecast[], instant: string): Forecast | undefined {
  return forecasts.findLast(({ asOf }) => asOf <= instant);
}

function listDays(
  asOf: string,
  forecasts: readonly Forecast[],
  outcomes: readonly Outcome[],
): BoardRow['days'] {
  const today = Date.parse(`${asOf.slice(0, 10)}T00:00:00Z`);
  const outcomeDays = new Set(outcomes.map(({ day }) => day));
  const days: BoardRow['days'][number][] = [];
  // From the last day backwards: what was made too late for a day was so for those before it.
  let at = forecasts.length - 1;
  for (let index = 0; index < DAYS; index += 1) {
    const day = new Date(today - index * DAY).toISOString().slice(0, 10);
    while (at >= 0 && forecasts[at]!.asOf > `${day}T23:59:59.999Z`) at -= 1;
    const standing = forecasts[at];
    days.push({
      day,
      ...(standing === undefined ? {} : { p: standing.probability.p, level: standing.level }),
      isOutcome: outcomeDays.has(day),
    });
  }
  return days.reverse();
}

function listNewest(observed: readonly Contribution[]): BoardRow['newest'] {
  const sightings = observed.flatMap((each) => {
    const claim = findLatest(each.tree.origins.flatMap(({ claims }) => claims));
    return claim === undefined
      ? []
      : [{ indicator: each.id, title: each.title, direction: each.direction, claim }];
  });
  return sightings
    .toSorted((a, b) => (b.claim.published ?? '').localeCompare(a.claim.published ?? ''))
    .slice(0, NEWEST);
}

function findLatest(claims: readonly ClaimRef[]): ClaimRef | undefined {
  return claims.reduce<ClaimRef | undefined>(
    (latest, claim) => ((claim.published ?? '') > (latest?.published ?? '') ? claim : (latest ?? claim)),
    undefined,
  );
}
