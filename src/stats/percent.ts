import { findWord } from './probability.ts';

/**
 * A probability in whole per cent; what is nearly nothing or nearly everything is never rounded to it. Where rounding would
 * lead into the range of another ICD 203 word, one decimal is kept, so that number and word agree.
 *
 * @example
 * formatPercent(0.004); // '<1%'
 * formatPercent(0.413); // '41%'
 * formatPercent(0.196); // '19.6%', since that is still very unlikely and 20% is not
 */
export function formatPercent(p: number): string {
  if (p < 0.01) return '<1%';
  if (p > 0.99) return '>99%';
  const whole = Math.round(p * 100);
  if (findWord(whole / 100) === findWord(p)) return `${whole}%`;
  const tenths = whole / 100 > p ? Math.floor(p * 1_000) : Math.ceil(p * 1_000);
  return `${(tenths / 10).toFixed(1)}%`;
}

/** An interval in whole per cent: `18–52%`. */
export function formatInterval({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [low, high].map((p) =>
    p < 0.01 ? '<1' : p > 0.99 ? '>99' : String(Math.round(p * 100)),
  );
  return from === to ? `${from}%` : `${from}–${to}%`;
}
