import type { DocumentSummary, ListAnswer, SearchHit } from '../../store/store.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, shorten, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** Found documents, best or newest first, each with the words around the first match. */
export function formatHits(
  answer: ListAnswer<DocumentSummary | SearchHit>,
  { query, ...form }: Form & { readonly query: string },
): string {
  if (answer.rows.length === 0)
    return `${query.trim() === '' ? 'Nothing is kept that fits.' : 'Nothing was found.'}\n`;
  const blocks = answer.rows.map((row) => formatHit(row, form).join('\n'));
  const more =
    answer.cursor === undefined
      ? ''
      : form.style.dim('\nThere are more; --limit shows up to 500, filters narrow them down.\n');
  return `${blocks.join('\n\n')}\n${more}`;
}

function formatHit(row: DocumentSummary | SearchHit, { width, style }: Form): readonly string[] {
  const facts = [
    // First, since this is what `tocsin show` asks for.
    row.id.slice('sha256:'.length, 'sha256:'.length + 12),
    row.outlet === undefined ? 'outlet unknown' : clean(row.outlet),
    row.published === undefined ? 'no date' : formatDate(row.published),
    `${row.claims} ${row.claims === 1 ? 'claim' : 'claims'}`,
    `${row.events} ${row.events === 1 ? 'event' : 'events'}`,
    ...(row.version > 1 ? [`version ${row.version}`] : []),
  ];
  const text = 'snippet' in row ? markSnippet(row.snippet, style) : clean(row.excerpt);
  return [
    style.bold(shorten(clean(row.title ?? 'No title found'), width)),
    ...wrapFacts(facts, width).map((line) => style.dim(line)),
    ...cutLines(wrap(text, width - 2)).map((line) => `  ${line}`),
  ];
}

/** Lines of a text that show what it is about. */
const LINES_SHOWN = 4;

function cutLines(lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, LINES_SHOWN);
  return lines.length > LINES_SHOWN ? [...shown.slice(0, -1), `${shown.at(-1)}…`] : shown;
}

/** A snippet whose matches stand out; each word is styled for itself, so that lines may break anywhere. */
function markSnippet({ text, marks }: SearchHit['snippet'], style: Style): string {
  let marked = '';
  let at = 0;
  for (const { start, end } of marks) {
    const words = clean(text.slice(start, end))
      .split(' ')
      .map((word) => style.warn(style.bold(word)));
    marked += `${clean(text.slice(at, start))}${words.join(' ')}`;
    at = end;
  }
  return marked + clean(text.slice(at));
}
