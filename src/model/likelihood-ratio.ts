import { STRENGTHS } from './problem.ts';

/** Ratios this near to 1 are rounding. */
const NOTHING = 1e-9;

/**
 * A likelihood ratio as a person reads it: a sign that says at a glance which way and how far, and the factor.
 * `·` none, `+` below moderate, `++` below strong, `+++` from there on; against with `−`.
 *
 * @param logarithm Natural logarithm of the ratio.
 *
 * @example
 * formatRatio(Math.log(3)); // { sign: '++', factor: '×3.0' }
 */
export function formatRatio(logarithm: number): { readonly sign: string; readonly factor: string } {
  const size = Math.abs(logarithm);
  if (size < NOTHING) return { sign: '·', factor: '×1' };
  const reached = [STRENGTHS.moderate, STRENGTHS.strong].filter((ratio) => size >= Math.log(ratio) - NOTHING);
  return { sign: (logarithm > 0 ? '+' : '−').repeat(1 + reached.length), factor: formatFactor(logarithm) };
}

/** Two or three digits, and never the 1 that it is not. */
function formatFactor(logarithm: number): string {
  const factor = Math.exp(logarithm);
  const digits = factor >= 9.95 ? 0 : factor >= 1.995 ? 1 : 2;
  const text = factor.toFixed(digits);
  if (Number(text) === 1) return logarithm > 0 ? '×1.01' : '×0.99';
  return Number(text) === 0 ? '×<0.01' : `×${text}`;
}
