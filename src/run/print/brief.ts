import { listFacts, listLimits, listNumbers, NUMBER_HEAD } from '../../disseminate/brief/facts.ts';
import { groupNumbers, numberClaims } from '../../disseminate/brief/references.ts';
import type { Brief } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, measure, pad, wrap, wrapFacts } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/** A brief for reading on a terminal: its sentences with the numbers of their claims, which follow at the end. */
export function formatBrief(brief: Brief, form: Form): string {
  const { width, style } = form;
  const references = numberClaims(brief);
  const marking = style.bold(`TLP:${clean(brief.tlp)}`);
  const blocks = [
    [marking],
    [
      style.bold(clean(brief.title)),
      ...wrap(clean(brief.question), width),
      ...wrapFacts(listFacts(brief).map(clean), width).map(style.dim),
    ],
    formatNumbers(brief, form),
    ...brief.sections.map(({ heading, sentences }) => [
      style.bold(heading),
      ...sentences.flatMap((sentence) => {
        const numbers = groupNumbers(references.numbersOf(sentence)).map(([from, to]) =>
          from === to ? `${from}` : `${from}–${to}`,
        );
        return hang('- ', `${clean(sentence.text)} [${numbers.join(', ')}]`, width);
      }),
    ]),
    formatLimits(brief, form),
    formatClaims(references.claims, form),
    [marking],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function formatNumbers(brief: Brief, { style }: Form): readonly string[] {
  const rows = [NUMBER_HEAD, ...listNumbers(brief)];
  const widths = NUMBER_HEAD.map((_, column) => Math.max(...rows.map((row) => measure(row[column] ?? ''))));
  return rows.map((row, index) => {
    const line = row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
    return index === 0 ? style.dim(line) : line;
  });
}

function formatClaims(claims: readonly ClaimRef[], { width, style }: Form): readonly string[] {
  if (claims.length === 0) return [];
  const lines = claims.flatMap((claim, index) => {
    const day = claim.published === undefined ? 'no date' : formatDate(claim.published);
    const id = `${claim.document.slice('sha256:'.length, 'sha256:'.length + 12)} ${clean(claim.claim)}`;
    const text = `${clean(claim.outlet ?? 'outlet unknown')}, ${day}: “${clean(claim.words)}” ${id}`;
    return hang(`${String(index + 1).padStart(3)} `, text, width);
  });
  return [style.bold('Claims'), ...lines];
}

function formatLimits(brief: Brief, { width, style }: Form): readonly string[] {
  const limits = listLimits(brief);
  if (limits.length === 0) return [];
  return [style.bold('Not seen'), ...limits.flatMap((limit) => hang('- ', clean(limit), width))];
}

/** Text behind a mark, its further lines set in as far. */
function hang(mark: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(mark.length);
  return wrap(text, width - mark.length).map((line, index) => `${index === 0 ? mark : indent}${line}`);
}
