/** ICD 203 words; see `docs/reference/terms.md` for their bounds. */
export const PROBABILITY_WORDS = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;
export type ProbabilityWord = (typeof PROBABILITY_WORDS)[number];

/** A probability with the interval in which it lies with 80 %, and its word. All between 0 and 1. */
export interface Probability {
  readonly p: number;
  readonly low: number;
  readonly high: number;
  readonly word: ProbabilityWord;
}

/** Where each word but the first begins. */
const BEGINNINGS = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95] as const;

/**
 * The ICD 203 word for a probability. A value that is so within rounding belongs to the higher word.
 *
 * @example
 * findWord(0.8); // 'very likely'
 */
export function findWord(p: number): ProbabilityWord {
  return PROBABILITY_WORDS[BEGINNINGS.filter((beginning) => p >= beginning - 1e-9).length]!;
}

/** A probability with its interval, which is widened where it does not hold it, and its word. */
export function makeProbability(p: number, low: number, high: number): Probability {
  const inside = clamp(p);
  return Object.freeze({
    p: inside,
    low: Math.min(inside, clamp(low)),
    high: Math.max(inside, clamp(high)),
    word: findWord(inside),
  });
}

function clamp(p: number): number {
  return Math.min(1, Math.max(0, p));
}

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
export function formatInterval({ low, high }: Pick<Probability, 'low' | 'high'>): string {
  const [from, to] = [low, high].map((p) =>
    p < 0.01 ? '<1' : p > 0.99 ? '>99' : String(Math.round(p * 100)),
  );
  return from === to ? `${from}%` : `${from}–${to}%`;
}
