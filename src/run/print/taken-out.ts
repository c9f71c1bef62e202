import type { Removal, TakenOut } from '../../model/correction.ts';
import { formatDate } from '../../text/dates.ts';
import { formatCause } from './causes.ts';
import type { Style } from './terminal.ts';
import { clean, shorten, wrap } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** What a page no longer says, with the words that are gone. */
export function formatRemoval(
  { claim, document, version, known }: Removal,
  { width, style }: Form,
): readonly string[] {
  const outlet = clean(claim.outlet ?? 'outlet unknown');
  const since = `version ${version} of ${outlet} no longer says so, since ${formatDate(known)}, and gives no note`;
  return [
    `  ${shorten(`− “${clean(claim.words)}”`, width - 2)}`,
    ...wrap(`${since} · ${shortenId(document)}`, Math.max(20, width - 4)).map(
      (line) => `    ${style.dim(line)}`,
    ),
  ];
}

/** A document in another story than it was grouped into, and who says so. */
export function formatTakenOut(
  { document, outlet, title, from, to, cause }: TakenOut,
  { width, style }: Form,
): readonly string[] {
  const name = `${clean(outlet ?? 'outlet unknown')}: ${clean(title ?? 'Without a title')}`;
  return [
    `  ${shorten(`${name} · ${shortenId(document)}`, width - 2)}`,
    `    ${style.dim(shorten(`${clean(from)} → ${clean(to)}`, width - 4))}`,
    ...wrap(formatCause(cause), Math.max(20, width - 4)).map((line) => `    ${style.dim(line)}`),
  ];
}

function shortenId(document: string): string {
  return document.slice('sha256:'.length, 'sha256:'.length + 12);
}
