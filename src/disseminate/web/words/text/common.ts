import type { Confidence } from '../../../../model/forecast.ts';

/* What many pages say. */

export const COMMON = {
  product: 'Tocsin',
  outletUnknown: 'Outlet unknown',
  noTitle: 'No title',
  noOrigin: 'No origin visible',
  notDated: 'not dated',
  baseRate: 'Base rate',
  live: 'Live',
  any: 'any',
  more: (left: number) => `${left} more`,
  confidence: (confidence: Confidence) => `${confidence} confidence`,
  /** `x: y`, a name and what it stands for. */
  named: (name: string, what: string) => `${name}: ${what}`,
} as const;
