import { formatPercent } from '../../../../model/probability.ts';
import { describeHorizon } from '../probability.ts';
import { count } from '../vocabulary.ts';

/* What stands in charts and is read out for them. */

/** The course of a probability by day. */
export const COURSE = {
  none: 'No forecast is on record for these days.',
  noForecast: 'no forecast',
  forecast: (percent: string, level: string | undefined) => `${percent}, ${level ?? 'no level'}`,
  day: (day: string, forecast: string, isOutcome: boolean) =>
    `${day}: ${forecast}${isOutcome ? '; it happened on this day' : ''}`,
  outcome: '▼ it happened',
} as const;

export const RELIABILITY = {
  title: 'How often it came true of what was said to be so likely',
  label: (bins: readonly string[]) => `Reliability: ${bins.join('; ')}`,
  bin: (forecasts: number, mean: number, frequency: number) =>
    `${count(forecasts, 'forecast')} of about ${formatPercent(mean)} came true in ${formatPercent(frequency)}`,
  binTitle: (forecasts: number, bin: string) => `${count(forecasts, 'forecast')} ${bin}`,
  said: 'said, %',
  cameTrue: 'came true, %',
} as const;

export const REPLAY_CHART = {
  label: 'Course of the probability; the arrows choose a moment',
  nothing: 'nothing on record',
  onRecord: (p: number) => `on record ${formatPercent(p)}`,
  moment: (moment: {
    readonly day: string;
    readonly p: number;
    readonly level: string;
    readonly baseRate: number;
    readonly record: string;
    readonly came: string;
  }) =>
    `${moment.day}: ${formatPercent(moment.p)}, ${moment.level}, base rate ${formatPercent(moment.baseRate)}, ${moment.record}, ${moment.came}`,
  key: 'thick: probability · thin: base rate · dots: on record · ▼ it happened',
} as const;

/** From the base rate to the probability, step by step. */
export const WATERFALL = {
  seen: 'seen {when}',
  window: '{from} – {to}',
  following: '{from} – {to}, counted from {day}',
  past: (incidents: number, days: number) =>
    `${count(incidents, 'past incident')} in ${describeHorizon(days)}`,
  rest: 'Rest',
  restWhy: 'bounds and rounding, which no step explains',
  probability: (word: string) => `Probability: ${word}`,
  interval: (interval: string) => `80 % interval ${interval}`,
} as const;
