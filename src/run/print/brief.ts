import { listDocumentFacts, listFacts, tellDefinitions, tellDropped } from '../../disseminate/brief/facts.ts';
import { type CitedDocument, formatMarks, numberClaims } from '../../disseminate/brief/references.ts';
import type { Brief } from '../../model/brief.ts';
import type { Style } from './terminal.ts';
import { clean, wrap, wrapFacts } from './width.ts';

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
    ...brief.sections.map(({ heading, sentences }) => [
      style.bold(heading),
      ...sentences.flatMap((sentence) => {
        const marks = formatMarks(sentence, references);
        return hang('- ', `${clean(sentence.text)}${marks === '' ? '' : ` [${marks}]`}`, width);
      }),
    ]),
    [tellDropped(brief), tellDefinitions(brief)].flatMap((note) =>
      note === undefined ? [] : wrap(clean(note), width).map(style.dim),
    ),
    formatDocuments(references.documents, form),
    [marking],
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function formatDocuments(documents: readonly CitedDocument[], { width, style }: Form): readonly string[] {
  if (documents.length === 0) return [];
  const lines = documents.flatMap(({ number, claims }) => {
    const { outlet = 'outlet unknown', title, day } = listDocumentFacts(claims[0]!.claim);
    const facts = [clean(outlet), ...(title === undefined ? [] : [`“${clean(title)}”`]), day].join(', ');
    const told = claims.flatMap(({ mark, claim }) => {
      const id = `${claim.document.slice('sha256:'.length, 'sha256:'.length + 12)} ${clean(claim.claim)}`;
      return hang(`    ${mark.padEnd(4)}`, `“${clean(claim.words)}” ${id}`, width);
    });
    return [...hang(`${String(number).padStart(3)} `, facts, width), ...told];
  });
  return [style.bold('Documents'), ...lines];
}

/** Text behind a mark, its further lines set in as far. */
function hang(mark: string, text: string, width: number): readonly string[] {
  const indent = ' '.repeat(mark.length);
  return wrap(text, width - mark.length).map((line, index) => `${index === 0 ? mark : indent}${line}`);
}
