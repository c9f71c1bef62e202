import type { Forecast, LedgerEntry, Settlement } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import { addDays, findDay } from './days.ts';

/** An incident that answers a question with yes. */
export interface SettlingOutcome {
  readonly incident: string;
  /** The UTC day on which it happened. */
  readonly day: string;
  /** ISO 8601 instant since when it is known here, as firmly as the problem wants it. */
  readonly knownSince: string;
  /** The claims that tell of it, first ones first. */
  readonly claims: readonly { readonly document: Hash; readonly claim: string }[];
}

export interface SettleContext {
  /** What the ledger holds of one problem, in order of filing. */
  readonly entries: readonly LedgerEntry[];
  /** What is known by `now`. */
  readonly outcomes: readonly SettlingOutcome[];
  /** Days for reports to come in after the last day of a horizon. */
  readonly grace: number;
  readonly now: string;
  /**
   * Whether reports of any kind came in on these UTC days, both included. Where given, a forecast during whose time none did is
   * void: that nothing was heard means nothing then. Where absent, it is taken that somebody was looking.
   */
  readonly hasReports?: (from: string, to: string) => boolean;
}

/** Claims named for one outcome. */
const MAX_CLAIMS = 5;

/**
 * Settles the forecasts that have come out and are not settled yet. Yes: an outcome happened from the day of `asOf` to `until`, and
 * was not known before `asOf`. No: the days of grace have passed without. Void: they have passed, and nobody was looking.
 *
 * A settlement is filed once and never taken back: reports that come after the days of grace change nothing any more, unless
 * the settlement itself is made later still.
 */
export function settle(context: SettleContext): readonly Settlement[] {
  const settled = new Set(
    context.entries.flatMap(({ content }) => (content.kind === 'settlement' ? [content.forecast] : [])),
  );
  const known = context.outcomes.filter(
    ({ knownSince }) => Date.parse(knownSince) <= Date.parse(context.now),
  );
  const outcomes = known.toSorted((a, b) => compare(a.day, b.day) || compare(a.knownSince, b.knownSince));
  return context.entries.flatMap(({ content, hash }) => {
    if (content.kind !== 'forecast' || settled.has(hash)) return [];
    const settlement = settleOne(content, { hash, outcomes, context });
    return settlement === undefined ? [] : [settlement];
  });
}

function settleOne(
  forecast: Forecast,
  {
    hash,
    outcomes,
    context,
  }: {
    readonly hash: Hash;
    readonly outcomes: readonly SettlingOutcome[];
    readonly context: SettleContext;
  },
): Settlement | undefined {
  const today = findDay(context.now);
  const deadline = addDays(forecast.until, context.grace);
  const fields = { kind: 'settlement', problem: forecast.problem, forecast: hash } as const;
  const outcome = outcomes.find((each) => isAnswer(each, forecast));
  if (outcome !== undefined) {
    const claims = outcome.claims.slice(0, MAX_CLAIMS).map(({ document, claim }) => `${document}#${claim}`);
    const { incident, day } = outcome;
    return { ...fields, outcome: 'yes', incident, day, claims, ...(today > deadline ? { late: true } : {}) };
  }
  if (today <= deadline) return undefined;
  // A "no" can be filed on the day after the deadline at the earliest, which is not late.
  const late = today > addDays(deadline, 1) ? { late: true } : {};
  const why = findGap(forecast, { deadline, hasReports: context.hasReports });
  return why === undefined
    ? { ...fields, outcome: 'no', claims: [], ...late }
    : { ...fields, outcome: 'void', claims: [], ...late, why };
}

/** What was known when the forecast was made is no outcome of it, on whichever day it happened. */
function isAnswer({ day, knownSince }: SettlingOutcome, { asOf, until }: Forecast): boolean {
  return day >= findDay(asOf) && day <= until && Date.parse(knownSince) > Date.parse(asOf);
}

function findGap(
  { asOf }: Forecast,
  { deadline, hasReports }: { readonly deadline: string; readonly hasReports: SettleContext['hasReports'] },
): string | undefined {
  // The day of `asOf` does not count: its reports may be those that the forecast was made from.
  const first = addDays(findDay(asOf), 1);
  if (hasReports === undefined || hasReports(first, deadline)) return undefined;
  return `no report of any kind came in from ${first} to ${deadline}, so nobody could tell`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
