import type { Brief, Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { listDocumentFacts, listFacts, tellDefinitions, tellDropped, tellEdited, tellOwn } from './facts.ts';
import { flatten } from './plain.ts';
import { type CitedDocument, formatMarks, nameClaim, numberClaims, type References } from './references.ts';

/**
 * Text in which nothing is taken for Markdown or HTML: no emphasis, link, address, image, heading, table, formula or
 * character reference.
 *
 * @example
 * escapeMarkdown('a [link](https://x.example) | <b>'); // 'a \\[link\\](https\\://x.example) \\| \\<b\\>'
 */
export function escapeMarkdown(text: string): string {
  return (
    flatten(text)
      .replace(/[\\`*_[\]<>|~&#$^@]/g, '\\$&')
      .replace(/:(?=[A-Za-z/])/g, '\\:')
      .replace(/(www)\./gi, '$1\\.')
      // Marks that open a list or a heading where a line begins with them.
      .replace(/^(\d{1,9})([.)])/, '$1\\$2')
      .replace(/^[-+=]/, '\\$&')
  );
}

/**
 * A brief in Markdown: each sentence with the marks of its claims, which are listed at the end with their words, by document.
 *
 * @example
 * await writeFile('brief.md', renderBriefMarkdown(brief));
 */
export function renderBriefMarkdown(brief: Brief): string {
  const references = numberClaims(brief);
  const marking = `**TLP:${escapeMarkdown(brief.tlp)}**`;
  const lines = [
    marking,
    '',
    `# ${escapeMarkdown(brief.title)}`,
    '',
    escapeMarkdown(brief.question),
    '',
    listFacts(brief).map(escapeMarkdown).join(' · '),
    '',
  ];
  for (const { heading, sentences } of brief.sections) {
    lines.push(`## ${escapeMarkdown(heading)}`, '');
    lines.push(...sentences.map((sentence) => `- ${renderSentence(sentence, references)}`), '');
  }
  const notes = [tellEdited(brief), tellDropped(brief), tellDefinitions(brief)].filter(
    (note) => note !== undefined,
  );
  for (const note of notes) lines.push(escapeMarkdown(note), '');
  if (references.documents.length > 0) lines.push('## Documents', '');
  for (const cited of references.documents) lines.push(...renderDocument(cited));
  return `${[...lines, '', marking].join('\n')}\n`;
}

function renderSentence(sentence: Sentence, references: References): string {
  const marks = formatMarks(sentence, references);
  return `${escapeMarkdown(`${sentence.text}${tellOwn(sentence)}`)}${marks === '' ? '' : ` \\[${escapeMarkdown(marks)}\\]`}`;
}

function renderDocument({ number, claims }: CitedDocument): readonly string[] {
  const { outlet, title, day } = listDocumentFacts(claims[0]!.claim);
  const facts = [
    outlet === undefined ? 'outlet unknown' : escapeMarkdown(outlet),
    ...(title === undefined ? [] : [`“${escapeMarkdown(title)}”`]),
    day,
  ];
  return [
    `${number}. ${facts.join(', ')}`,
    ...claims.map(({ mark, claim }) => `   - ${mark}: ${renderClaim(claim)}`),
  ];
}

function renderClaim(claim: ClaimRef): string {
  // An id holds nothing but hexadecimal digits, letters and marks that do nothing in code.
  return `“${escapeMarkdown(claim.words)}” \`${nameClaim(claim).replace(/[^\w:#]/g, '')}\``;
}
