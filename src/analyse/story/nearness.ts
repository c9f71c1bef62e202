import type { Nearness } from './bundle-index.ts';

/** Share of the nearest documents in the nearness; the rest is the bundle as a whole. */
const NEAREST_SHARE = 0.35;
const NEAREST = 3;

/** Beyond so many days between two dates of publication more is asked, at `FAR_DAYS` and beyond `FAR` times as much. */
const NEAR_DAYS = 2;
const FAR_DAYS = 60;
const FAR = 1.4;
const DAY_MS = 24 * 3_600_000;

/** First and last millisecond of when something was published; absent where that is unknown. */
export interface Dated {
  readonly first?: number;
  readonly last?: number;
}

/** How near a document is to a bundle, 0 to 1: to all of it and to its nearest documents. */
export function measureNearness({ bundle, sum, best }: Nearness): number {
  const whole = sum / Math.sqrt(bundle.squaredLength);
  const nearest = best.reduce((total, cosine) => total + cosine, 0) / Math.min(NEAREST, bundle.documents);
  return (1 - NEAREST_SHARE) * whole + NEAREST_SHARE * nearest;
}

/** How many times the nearness is asked for: more the further apart two things were published. */
export function findDemand(a: Dated, b: Dated): number {
  if (a.first === undefined || a.last === undefined || b.first === undefined || b.last === undefined)
    return 1;
  const days = Math.max(a.first - b.last, b.first - a.last, 0) / DAY_MS;
  if (days <= NEAR_DAYS) return 1;
  const far = Math.min(Math.log(days / NEAR_DAYS) / Math.log(FAR_DAYS / NEAR_DAYS), 1);
  return 1 + far * (FAR - 1);
}
