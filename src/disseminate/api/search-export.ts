import type { Marking } from '../../model/marking.ts';
import type { Found, Searching, SearchQuestion } from '../../model/search.ts';
import { BYTE_ORDER_MARK, type Column, writeHead, writeRow } from '../exchange/csv.ts';
import type { EXPORT_FORMATS } from './search-parameters.ts';

type Format = (typeof EXPORT_FORMATS)[number];

/** Hits that one export holds. */
export const MOST_EXPORTED = 100_000;
const PAGE = 500;

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
};

/** Columns of a table, with what each is taken from. */
const COLUMNS: readonly Column<Marked>[] = [
  ['kind', (found) => ('document' in found ? found.kind : 'document')],
  ['document', (found) => ('document' in found ? found.document : found.id)],
  ['part', (found) => ('document' in found ? found.id : undefined)],
  ['outlet', (found) => found.outlet],
  ['published', (found) => found.published],
  ['title', (found) => found.title],
  ['words', (found) => found.snippet.text],
  ['language', (found) => found.language],
  ['speaker', (found) => ('document' in found ? found.speaker?.name : undefined)],
  ['stance', (found) => ('document' in found ? found.stance : undefined)],
  ['certainty', (found) => ('document' in found ? found.certainty : undefined)],
  ['type', (found) => ('document' in found ? found.type : undefined)],
  ['mode', (found) => ('document' in found ? found.mode : undefined)],
  ['realis', (found) => ('document' in found ? found.realis : undefined)],
  ['actors', (found) => listNames(found, 'actors')],
  ['recipients', (found) => listNames(found, 'recipients')],
  ['place', (found) => ('document' in found ? found.place : undefined)],
  ['country', (found) => ('document' in found ? found.country : undefined)],
  ['happensFrom', (found) => ('document' in found ? found.when?.from : undefined)],
  ['happensTo', (found) => ('document' in found ? found.when?.to : undefined)],
  ['incident', (found) => ('document' in found ? found.incident : undefined)],
  ['grade', (found) => found.weight?.grade],
  ['confirmedOrigins', (found) => found.weight?.confirmed],
  ['possibleOrigins', (found) => found.weight?.possible],
  ['tlp', ({ tlp }) => tlp],
];

/** A hit with its marking. */
type Marked = Found & { readonly tlp: Marking };

function listNames(found: Found, side: 'actors' | 'recipients'): string | undefined {
  return 'document' in found ? found[side]?.map(({ name }) => name).join('; ') : undefined;
}

/** Everything that a search finds, as a file that comes bit by bit. */
export function exportFound(
  searching: Pick<Searching, 'search'>,
  question: SearchQuestion,
  { format, tlp }: { readonly format: Format; readonly tlp: Marking },
): Response {
  const parts = write(searching, question, { format, tlp });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: () => void parts.return(undefined),
  });
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${question.of}.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function* write(
  searching: Pick<Searching, 'search'>,
  question: SearchQuestion,
  { format, tlp }: { readonly format: Format; readonly tlp: Marking },
): AsyncGenerator<string, undefined, undefined> {
  if (format === 'csv') yield `${BYTE_ORDER_MARK}${writeHead(COLUMNS)}`;
  if (format === 'json') yield '[';
  let written = 0;
  let cursor: string | undefined;
  do {
    const answer = await searching.search(question, {
      ...{ limit: PAGE, isWeighed: true },
      ...(cursor !== undefined && { cursor }),
    });
    const rows = answer.rows.slice(0, MOST_EXPORTED - written).map((row): Marked => ({ ...row, tlp }));
    if (format === 'json' && rows.length > 0)
      yield `${written > 0 ? ',' : ''}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`;
    if (format === 'ndjson') yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    if (format === 'csv') yield rows.map((row) => writeRow(COLUMNS, row)).join('');
    written += rows.length;
    cursor = answer.cursor;
  } while (cursor !== undefined && written < MOST_EXPORTED);
  if (format === 'json') yield '\n]\n';
  return undefined;
}
