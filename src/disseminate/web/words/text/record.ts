import { count } from '../vocabulary.ts';
import { COMMON } from './common.ts';

/* The record of a problem: its forecasts and how they came out. */

export const RECORD = {
  fetching: 'Fetching the record',
  scores: 'Scores',
  open: 'open',
  settled: '{outcome}, {day}',
  late: 'late',
  number: (number: number) => `no. ${number}`,
  none: 'No forecast is on record yet',
  noneHint: 'One is filed each day, and whenever the probability changes clearly.',
  ledger: 'Ledger',
  newestFirst: (forecasts: number) => `${count(forecasts, 'forecast')}, newest first`,
  earlier: (left: number) => `${left} earlier ones`,
  baseRate: (rates: readonly string[]) => `${COMMON.baseRate}: ${rates.join(', ')}`,
} as const;
