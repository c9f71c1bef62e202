import type { SourcesPreview } from '../../model/source-book.ts';
import type { Style } from './terminal.ts';
import { clean, wrap } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** What of a list of feeds is new, what is known, what is wrong, and whether anything was written. */
export function formatSourcesImport(
  { rows, faults }: SourcesPreview,
  { isWritten, form: { width, style } }: { readonly isWritten: boolean; readonly form: Form },
): string {
  const added = rows.filter(({ known }) => known === undefined);
  const known = rows.length - added.length;
  const lines = [
    ...added.flatMap(({ source: { id, name, feed, country, language, type, family } }) => [
      `${style.bold(clean(name))}  ${clean(id)}`,
      style.dim(`  ${clean(feed)}`),
      ...say([type, country, language, family], style),
    ]),
    ...faults.flatMap(({ line, message }) =>
      wrap(`${line === undefined ? '' : `line ${line}: `}${clean(message)}`, width),
    ),
    [
      `${count(added.length)} ${isWritten ? 'added' : 'would be added'}`,
      ...(known === 0 ? [] : [`${known} in the list already`]),
      ...(faults.length === 0 ? [] : [`${faults.length === 1 ? '1 fault' : `${faults.length} faults`}`]),
    ].join(', '),
  ];
  const hint = isWritten || added.length === 0 ? '' : ' Nothing was written.';
  return `${lines.join('\n')}.${hint}\n`;
}

function say(facts: readonly (string | undefined)[], style: Style): readonly string[] {
  const said = facts.filter((fact) => fact !== undefined).map(clean);
  return said.length === 0 ? [] : [style.dim(`  ${said.join(' · ')}`)];
}

const count = (sources: number): string => (sources === 1 ? '1 source' : `${sources} sources`);
