import type { Matrix } from '../../../model/forecast.ts';
import { formatRatio } from '../../../model/likelihood-ratio.ts';
import { HYPOTHESES } from '../words/text/hypotheses.ts';

/** `telling`: by how far they tell the hypotheses apart. `counted`: as the probability was computed, those not seen last. */
export type RowOrder = 'telling' | 'counted';

type Row = Matrix['rows'][number];

/** A, B, C… of the hypotheses, in their order. */
export function nameColumn(at: number): string {
  return String.fromCharCode(65 + at);
}

/** What is seen first in either order: what is not would only tell. */
export function orderRows(rows: readonly Row[], order: RowOrder): readonly Row[] {
  if (order === 'counted') return rows;
  const rank = ({ state }: Row) => (state === 'observed' ? 0 : 1);
  return rows.toSorted((a, b) => rank(a) - rank(b) || b.diagnosticity - a.diagnosticity);
}

/** What the sign of a cell says to those who hear it. */
export function describeCell(cell: number): string {
  if (measureCell(cell) === 0) return HYPOTHESES.cells.nothing;
  return cell > 0 ? HYPOTHESES.cells.for : HYPOTHESES.cells.against;
}

/** 0 to 3, by its sign: how strongly a cell is filled. */
export function measureCell(cell: number): number {
  const { sign } = formatRatio(cell);
  return sign === '·' ? 0 : sign.length;
}
