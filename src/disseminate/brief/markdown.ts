import type { Brief, Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import { listFacts, listLimits, listNumbers, NUMBER_HEAD } from './facts.ts';
import { flatten } from './plain.ts';
import { groupNumbers, nameClaim, numberClaims, type References } from './references.ts';

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
 * A brief in Markdown: each sentence with the numbers of its claims, which are listed at the end with their words.
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
    renderRow(NUMBER_HEAD),
    renderRow(NUMBER_HEAD.map(() => '---')),
    ...listNumbers(brief).map((cells) => renderRow(cells.map(escapeMarkdown))),
    '',
  ];
  for (const { heading, sentences } of brief.sections) {
    lines.push(`## ${escapeMarkdown(heading)}`, '');
    lines.push(...sentences.map((sentence) => `- ${renderSentence(sentence, references)}`), '');
  }
  const limits = listLimits(brief);
  if (limits.length > 0)
    lines.push('## Not seen', '', ...limits.map((limit) => `- ${escapeMarkdown(limit)}`), '');
  const claims = references.claims.map((claim, index) => `${index + 1}. ${renderClaim(claim)}`);
  if (claims.length > 0) lines.push('## Claims', '', ...claims, '');
  return `${[...lines, marking].join('\n')}\n`;
}

function renderRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function renderSentence(sentence: Sentence, references: References): string {
  const numbers = groupNumbers(references.numbersOf(sentence)).map(([from, to]) =>
    from === to ? `${from}` : `${from}–${to}`,
  );
  return `${escapeMarkdown(sentence.text)} \\[${numbers.join(', ')}\\]`;
}

function renderClaim(claim: ClaimRef): string {
  const facts = [
    claim.outlet === undefined ? 'outlet unknown' : escapeMarkdown(claim.outlet),
    claim.title === undefined ? '' : `“${escapeMarkdown(claim.title)}”`,
    claim.published === undefined ? 'no date' : formatDate(claim.published),
  ].filter((fact) => fact !== '');
  // An id holds nothing but hexadecimal digits, letters and marks that do nothing in code.
  return `${facts.join(', ')}: “${escapeMarkdown(claim.words)}” \`${nameClaim(claim).replace(/[^\w:#]/g, '')}\``;
}
