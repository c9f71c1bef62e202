import type { ParsedFilter, WantedMark } from '../queries.ts';
import { type Database, sqlite } from './database.ts';

/** Up to this many readings it is quicker to go through those that carry a mark than through the newest ones. */
const FEW = 2000;

/** The filter with what its marks are: only the database can tell which of them are rare. */
export function weighMarks(database: Database, filter: ParsedFilter): ParsedFilter {
  return { ...filter, marks: filter.marks.map((mark) => ({ ...mark, rare: isRare(database, mark) })) };
}

function isRare(database: Database, { kind, value }: WantedMark): boolean {
  const some = sqlite
    .selectFrom('mark')
    .select('reading')
    .where('kind', '=', kind)
    .where('value', '=', value)
    .limit(FEW);
  const row = database.first(
    sqlite.selectFrom(some.as('some')).select((eb) => eb.fn.countAll<number>().as('rows')),
  );
  return (row?.rows ?? 0) < FEW;
}
