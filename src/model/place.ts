import type { TextSpan } from './span.ts';

/** How fine a place is known, from a single site to a whole sea. */
export const PLACE_PRECISIONS = ['site', 'city', 'district', 'region', 'country', 'sea', 'unknown'] as const;
export type PlacePrecision = (typeof PLACE_PRECISIONS)[number];

/** `place`: where something is. `demonym`: "Turkish". `metonym`: "Moscow said". */
export const PLACE_USES = ['place', 'demonym', 'metonym'] as const;
export type PlaceUse = (typeof PLACE_USES)[number];

/** A mention of a place, resolved to coordinates where the gazetteer knows it. */
export interface PlaceMention extends TextSpan {
  readonly kind: 'place';
  /** Unique in the reading: `p1`. */
  readonly id: string;
  /** Usual name: `Baghdad`. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Degrees, WGS 84. */
  readonly lat?: number;
  readonly lon?: number;
  readonly precision: PlacePrecision;
  readonly use: PlaceUse;
  readonly by: string;
}
