import { formatRatio } from '../../../model/likelihood-ratio.ts';
import type { SignCell, SignHistory, SignRow } from '../../../model/sign-history.ts';
import { SIGNS } from '../words/text/problem.ts';

/* The matrix of indicators by days, put together from portions of days. */

/** Portions as they come, the latest first, as one. Where a portion knows a sign no longer, its days have no cell there. */
export function joinPortions(portions: readonly SignHistory[]): SignHistory | undefined {
  const [latest] = portions;
  if (latest === undefined) return undefined;
  const inOrder = portions.toReversed();
  return {
    ...latest,
    days: inOrder.flatMap(({ days }) => days),
    rows: latest.rows.map((row) => ({
      ...row,
      cells: inOrder.flatMap(({ rows, days }) => {
        const found = rows.find(({ id }) => id === row.id);
        return found?.cells ?? days.map(() => UNKNOWN);
      }),
    })),
  };
}

const UNKNOWN: SignCell = { state: 'cannot be seen', weight: 0, logOdds: 0, confirmed: 0, possible: 0 };

/** Days of one month that stand side by side. */
export function groupMonths(
  days: readonly { readonly day: string }[],
): readonly { readonly month: string; readonly days: number }[] {
  const months: { month: string; days: number }[] = [];
  for (const { day } of days) {
    const month = day.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.days += 1;
    else months.push({ month, days: 1 });
  }
  return months;
}

/** The form of a cell: its state, and of what is observed which way and how strongly it counted (0 to 3). */
export function nameForm(cell: SignCell, reports: number): string {
  if (reports === 0) return 'none';
  switch (cell.state) {
    case 'observed': {
      const { sign } = formatRatio(cell.logOdds);
      if (sign === '·') return 'idle';
      return `${cell.logOdds > 0 ? 'for' : 'against'}-${sign.length}`;
    }
    case 'not observed':
      return 'open';
    case 'looked and not seen':
      return 'looked';
    case 'cannot be seen':
      return 'blind';
  }
}

/** A cell in words, for those who do not see it, and beneath the matrix. */
export function tellCell(cell: SignCell, reports: number): string {
  return reports === 0 ? SIGNS.noReports : SIGNS.what(cell, formatRatio(cell.logOdds).factor);
}

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in the grid; undefined for any other key. */
export function findPlace(
  key: string,
  { row, column }: Place,
  { rows, columns, isFar }: { readonly rows: number; readonly columns: number; readonly isFar: boolean },
): Place | undefined {
  const at = (next: Place): Place => ({
    row: Math.min(Math.max(next.row, 0), rows - 1),
    column: Math.min(Math.max(next.column, 0), columns - 1),
  });
  switch (key) {
    case 'ArrowRight':
      return at({ row, column: column + 1 });
    case 'ArrowLeft':
      return at({ row, column: column - 1 });
    case 'ArrowDown':
      return at({ row: row + 1, column });
    case 'ArrowUp':
      return at({ row: row - 1, column });
    case 'Home':
      return at({ row: isFar ? 0 : row, column: 0 });
    case 'End':
      return at({ row: isFar ? rows - 1 : row, column: columns - 1 });
    case 'PageUp':
      return at({ row, column: column - 30 });
    case 'PageDown':
      return at({ row, column: column + 30 });
    default:
      return undefined;
  }
}

/** `strong, for`. */
export function tellWeight({ direction, strength }: Pick<SignRow, 'direction' | 'strength'>): string {
  return `${strength}, ${direction}`;
}
