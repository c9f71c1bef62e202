import type { Nearness } from './bundle-index.ts';
import type { Term } from './terms.ts';

/** Share of the nearest documents in the nearness; the rest is the bundle as a whole. */
const NEAREST_SHARE = 0.35;
const NEAREST = 3;

/** Beyond so many days between two dates of publication more is asked, at `FAR_DAYS` and beyond `FAR` times as much. */
const NEAR_DAYS = 2;
const FAR_DAYS = 8;
const FAR = 1.5;
/** How many times as much is asked where two things speak of different days. */
const OTHER_DAYS = 1.3;
const DAY_MS = 24 * 3_600_000;

/** When something was published, first and last millisecond, absent where that is unknown; and the days that it speaks of. */
export interface Dated {
  readonly first?: number;
  readonly last?: number;
  /** Numbers of days, counted from 1970. */
  readonly days: ReadonlySet<number>;
}

/** How near a document is to a bundle, 0 to 1: to all of it and to its nearest documents. */
export function measureNearness({ bundle, sum, best }: Nearness): number {
  const whole = sum / Math.sqrt(bundle.squaredLength);
  const nearest = best.reduce((total, cosine) => total + cosine, 0) / Math.min(NEAREST, bundle.documents);
  return (1 - NEAREST_SHARE) * whole + NEAREST_SHARE * nearest;
}

/** How many times the nearness is asked for: more the further apart two things were published, and where they speak of other days. */
export function findDemand(a: Dated, b: Dated): number {
  return measureGap(a, b) * (isOfOtherDays(a.days, b.days) ? OTHER_DAYS : 1);
}

function measureGap(a: Dated, b: Dated): number {
  if (a.first === undefined || a.last === undefined || b.first === undefined || b.last === undefined)
    return 1;
  const days = Math.max(a.first - b.last, b.first - a.last, 0) / DAY_MS;
  if (days <= NEAR_DAYS) return 1;
  const far = Math.min(Math.log(days / NEAR_DAYS) / Math.log(FAR_DAYS / NEAR_DAYS), 1);
  return 1 + far * (FAR - 1);
}

/** Both name days, and not one of them in common; a day more or less is a matter of zones. */
function isOfOtherDays(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const day of a) if (b.has(day) || b.has(day - 1) || b.has(day + 1)) return false;
  return true;
}

/** The days that a document speaks of, as its terms have them. */
export function listDays(terms: readonly Term[]): ReadonlySet<number> {
  const days = new Set<number>();
  for (const [term] of terms)
    if (/^~\d{4}-\d\d-\d\d$/.test(term)) days.add(Math.floor(Date.parse(term.slice(1)) / DAY_MS));
  return days;
}
