import { createHash } from 'node:crypto';
import type { Alert } from '../../model/alert.ts';
import type { Contribution, Estimate } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import { findTold, type Level, type Telling } from '../../model/problem.ts';
import type { OriginTree } from '../../model/story.ts';
import { formatSpan } from '../../text/dates.ts';

export interface AlertOptions {
  readonly previousLevel: Level;
  /** The latest alert of the same episode; absent where a new one begins. */
  readonly previousAlert?: Alert;
  /** Ledger entry that the alert tells of. */
  readonly forecast: Hash;
  /** ISO 8601 instant. */
  readonly issued: string;
  readonly engine: string;
  readonly tlp: string;
  /** Who is told, and from which level on. */
  readonly tell?: readonly Telling[];
  /** Where the question is about. */
  readonly places?: readonly string[];
}

const MAX_REASONS = 12;
const MAX_CLAIMS = 10;
const MAX_PLACES = 20;
/** Earlier messages that are named: an episode that goes up and down for long has many. */
const MAX_EARLIER = 50;

/**
 * An alert out of an assessment. It keeps the id of the episode that it belongs to and counts its updates; where an episode
 * begins, its id follows from what it tells of, so that the same assessment never makes two.
 */
export function makeAlert(assessment: Estimate, options: AlertOptions): Alert {
  const { problem, title, question, level, asOf } = assessment;
  const { previousLevel, previousAlert, forecast, issued, engine, tlp } = options;
  const horizon = findHorizon(assessment);
  const told = listTold(options.tell ?? [], [level, previousLevel]);
  const window = findNextWindow(assessment);
  const places = [...new Set(options.places ?? [])].slice(0, MAX_PLACES);
  const earlier = listEarlier(previousAlert);
  return {
    kind: 'alert',
    version: 1,
    id: previousAlert?.id ?? makeId([problem, asOf, forecast]),
    update: (previousAlert?.update ?? 0) + 1,
    problem,
    title,
    question,
    level,
    previousLevel,
    ...(told.length === 0 ? {} : { told }),
    horizon: horizon.days,
    probability: horizon.probability,
    baseRate: horizon.baseRate,
    confidence: assessment.confidence,
    ...(window === undefined ? {} : { window }),
    ...(places.length === 0 ? {} : { places }),
    ...(earlier.length === 0 ? {} : { earlier }),
    asOf,
    issued,
    reasons: assessment.contributions
      .filter(({ state }) => state === 'observed')
      .slice(0, MAX_REASONS)
      .map(makeReason),
    forecast,
    tlp,
    engine,
  };
}

/** Whether the level of an assessment is another than the latest alert told: without any, `normal` stood. */
export function isLevelNew({ level }: Pick<Estimate, 'level'>, previous: Alert | undefined): boolean {
  return level !== (previous?.level ?? 'normal');
}

/**
 * The alert that an assessment gives cause to, if any: where its level differs from the one that the last alert told. Leaving
 * `normal` begins an episode with a new id; every change after it, the return to `normal` too, is an update of the same alert.
 *
 * @param options.previous The latest alert of the problem.
 */
export function chooseAlert(
  assessment: Estimate,
  options: Omit<AlertOptions, 'previousLevel' | 'previousAlert'> & { readonly previous?: Alert },
): Alert | undefined {
  const { previous, ...others } = options;
  const previousLevel = previous?.level ?? 'normal';
  if (!isLevelNew(assessment, previous)) return undefined;
  return makeAlert(assessment, {
    ...others,
    previousLevel,
    ...(previous === undefined || previousLevel === 'normal' ? {} : { previousAlert: previous }),
  });
}

/** The window that begins first of those that count now and are not over. */
function findNextWindow({ contributions, asOf }: Estimate): Alert['window'] {
  const today = asOf.slice(0, 10);
  const [next] = contributions
    .flatMap(({ id, title, state, window }) =>
      state === 'observed' && window !== undefined && window.to >= today
        ? [{ id, title, from: window.from, to: window.to }]
        : [],
    )
    .sort((a, b) => (a.from === b.from ? compare(a.id, b.id) : compare(a.from, b.from)));
  return next;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listEarlier(previous: Alert | undefined): NonNullable<Alert['earlier']> {
  if (previous === undefined) return [];
  const { earlier = [], update, issued } = previous;
  return [...earlier, { update, issued }].slice(-MAX_EARLIER);
}

/** Whoever was told of a level hears that it was left, too. */
function listTold(tell: readonly Telling[], levels: readonly Level[]): readonly string[] {
  return [...new Set(levels.flatMap((level) => findTold(tell, level)))];
}

function findHorizon({ horizons, leading, problem }: Estimate): Estimate['horizons'][number] {
  const found = horizons.find(({ days }) => days === leading);
  if (found === undefined) throw new RangeError(`${problem} has no horizon of ${leading} days`);
  return found;
}

function makeId(parts: readonly string[]): string {
  return `alert-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20)}`;
}

function makeReason({ title, direction, window, tree }: Contribution): Alert['reasons'][number] {
  const facts = [
    ...(window === undefined ? [] : [formatSpan(window.from, window.to)]),
    ...countOrigins(tree),
  ];
  const claims = new Set(
    // The first claim of every origin, then the others.
    [
      ...tree.origins.flatMap((origin) => origin.claims.slice(0, 1)),
      ...tree.origins.flatMap((origin) => origin.claims.slice(1)),
    ].map(({ document, claim }) => `${document}#${claim}`),
  );
  return {
    direction,
    text: facts.length === 0 ? title : `${title} (${facts.join(', ')})`,
    claims: [...claims].slice(0, MAX_CLAIMS),
  };
}

/** Confirmed and possible origins are counted apart and never added up. */
function countOrigins({
  confirmed,
  possible,
}: Pick<OriginTree, 'confirmed' | 'possible'>): readonly string[] {
  const counts = [
    ...(confirmed > 0 ? [`${confirmed} confirmed`] : []),
    ...(possible > 0 ? [`${possible} possible`] : []),
  ];
  if (counts.length === 0) return [];
  return [`${counts.join(' and ')} ${(possible || confirmed) === 1 ? 'origin' : 'origins'}`];
}
