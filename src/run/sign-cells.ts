import type { Assessment, Contribution } from '../model/forecast.ts';
import type { Problem } from '../model/problem.ts';
import type { Report } from '../model/report.ts';
import type { SignCell, SignHistory, SignRow } from '../model/sign-history.ts';

const DAY = 86_400_000;
const MOST_ORIGINS = 3;

/** What is kept of one day's assessment: reports known by then, and how each sign stood. */
export interface DayCells {
  readonly reports: number;
  readonly cells: ReadonlyMap<string, SignCell>;
}

/** The days of a problem's signs, each as it was assessed, put together. */
export function makeSignHistory(
  problem: Problem,
  given: {
    readonly asOf: string;
    readonly reports: readonly Pick<Report, 'knownSince'>[];
    readonly days: readonly (DayCells & { readonly day: string; readonly asOf: string })[];
  },
): SignHistory {
  const first = findFirst(given.reports);
  return {
    kind: 'sign history',
    problem: problem.id,
    problemVersion: problem.version,
    asOf: given.asOf,
    days: given.days.map(({ day, asOf, reports }) => ({ day, asOf, reports })),
    ...(first === undefined ? {} : { first }),
    rows: describeSigns(problem).map((sign) => ({
      ...sign,
      cells: given.days.map(({ cells }) => cells.get(sign.id) ?? NOTHING),
    })),
  };
}

/** What is known of a sign that the assessment does not name. */
const NOTHING: SignCell = { state: 'cannot be seen', weight: 0, logOdds: 0, confirmed: 0, possible: 0 };

export function readCells({ contributions }: Assessment): ReadonlyMap<string, SignCell> {
  return new Map(contributions.map((contribution) => [contribution.id, readCell(contribution)]));
}

function readCell({ state, weight, logOdds, tree, coverage, readings = [] }: Contribution): SignCell {
  const rank = new Map(readings.map(({ origin }, index) => [origin, index]));
  const place = (id: string) => rank.get(id) ?? readings.length;
  const names = tree.origins.toSorted((a, b) => place(a.id) - place(b.id)).map(({ name }) => name);
  return {
    state,
    weight,
    logOdds,
    confirmed: tree.confirmed,
    possible: tree.possible,
    ...(names.length === 0 ? {} : { origins: names.slice(0, MOST_ORIGINS) }),
    ...(coverage === undefined
      ? {}
      : {
          coverage: {
            expected: coverage.expected.length,
            delivered: coverage.delivered.length,
            dead: coverage.dead?.length ?? 0,
          },
        }),
  };
}

function describeSigns({ indicators, windows }: Problem): readonly Omit<SignRow, 'cells'>[] {
  return [
    ...indicators.map(({ id, title, direction, strength, halfLife, costToFake, reversible, level }) => ({
      id,
      title,
      kind: 'indicator' as const,
      direction,
      strength,
      // The level of another problem is as it is now.
      ...(level === undefined ? { halfLife } : {}),
      ...(costToFake === undefined ? {} : { costToFake }),
      ...(reversible === undefined ? {} : { reversible }),
    })),
    ...windows.map(({ id, title, strength }) => ({
      id,
      title,
      kind: 'window' as const,
      direction: 'for' as const,
      strength,
    })),
  ];
}

/** Days up to one of them, oldest first, each with the instant of its end, or the instant asked about where that falls on it. */
export function listDays(
  asOf: string,
  until: string | undefined,
  days: number,
): readonly { readonly day: string; readonly asOf: string }[] {
  const today = asOf.slice(0, 10);
  const last = until === undefined || until > today ? today : until;
  const end = Date.parse(`${last}T00:00:00Z`);
  return Array.from({ length: days }, (_, index) => {
    const day = new Date(end - (days - 1 - index) * DAY).toISOString().slice(0, 10);
    return { day, asOf: day === today ? asOf : `${day}T23:59:59.999Z` };
  });
}

function findFirst(reports: readonly Pick<Report, 'knownSince'>[]): string | undefined {
  const first = reports.reduce<string | undefined>(
    (least, { knownSince }) => (least === undefined || knownSince < least ? knownSince : least),
    undefined,
  );
  return first?.slice(0, 10);
}
