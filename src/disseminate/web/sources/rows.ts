import { SOURCE_STATES, type SourceRow } from '../../../model/source-book.ts';
import type { SourcesSearch } from '../routes/search.ts';

type Order = (a: SourceRow, b: SourceRow) => number;

const byName: Order = (a, b) => a.name.localeCompare(b.name);

const ORDERS: Readonly<Record<NonNullable<SourcesSearch['sort']>, Order>> = {
  state: (a, b) => SOURCE_STATES.indexOf(a.state) - SOURCE_STATES.indexOf(b.state),
  grade: (a, b) => (a.grade?.grade ?? 'G').localeCompare(b.grade?.grade ?? 'G'),
  lag: (a, b) => (b.lag?.median ?? -1) - (a.lag?.median ?? -1),
  documents: (a, b) => b.documents - a.documents,
  name: byName,
};

/** The rows that fit what the address asks for, in its order. */
export function chooseRows(rows: readonly SourceRow[], search: SourcesSearch): readonly SourceRow[] {
  const { q, state, language, country, grade, feed, sort = 'state' } = search;
  const words = q?.toLowerCase();
  return rows
    .filter(
      (row) =>
        (words === undefined || row.name.toLowerCase().includes(words)) &&
        (state === undefined || row.state === state) &&
        (language === undefined || row.languages.includes(language)) &&
        (country === undefined || row.country === country) &&
        (grade === undefined || row.grade?.grade === grade) &&
        (feed === undefined || (row.listed !== undefined) === (feed === 'listed')),
    )
    .toSorted((a, b) => ORDERS[sort](a, b) || byName(a, b));
}
