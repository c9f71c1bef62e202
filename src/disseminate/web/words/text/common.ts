import type { Confidence } from '../../../../model/forecast.ts';
import { count } from '../vocabulary.ts';

/* What many pages say. */

export const COMMON = {
  product: 'Tocsin',
  outletUnknown: 'Outlet unknown',
  noTitle: 'No title',
  noOrigin: 'No origin visible',
  notDated: 'not dated',
  baseRate: 'Base rate',
  /** `3% in 30 days`. */
  rate: (percent: string, horizon: string) => `${percent} in ${horizon}`,
  live: 'Live',
  any: 'any',
  documents: (documents: number) => count(documents, 'document'),
  more: (left: number) => `${left} more`,
  confidence: (confidence: Confidence) => `${confidence} confidence`,
  /** `x: y`, a name and what it stands for. */
  named: (name: string, what: string) => `${name}: ${what}`,
} as const;
