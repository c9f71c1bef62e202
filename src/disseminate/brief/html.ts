import { createHash } from 'node:crypto';
import type { Brief, BriefSection, Sentence } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import { escapeHtml } from '../escape-html.ts';
import { listDocumentFacts, listFacts, tellDefinitions, tellDropped, tellEdited, tellOwn } from './facts.ts';
import { type CitedDocument, formatMarks, nameClaim, numberClaims, type References } from './references.ts';

const SANS =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Ubuntu, "Noto Sans", Roboto, "Liberation Sans", Arial, sans-serif';

/* On paper the brief is one A4 page: sentences with their marks and the documents by number. The words of the claims stay on the screen. */
const STYLE = `
:root { color-scheme: light dark; --ground: #fafaf8; --surface: #fff; --line: #e2e1dc; --text: #1b1a18;
  --muted: #5c5a54; --accent: #1f4f99 }
@media (prefers-color-scheme: dark) { :root { --ground: #131312; --surface: #1c1c1a; --line: #33322e;
  --text: #edece8; --muted: #a8a59d; --accent: #8db4f5 } }
body { margin: 0 auto; max-width: 72ch; padding: 16px 16px 48px; background: var(--ground); color: var(--text);
  font: 16px/26px Georgia, "Liberation Serif", "Noto Serif", serif; overflow-wrap: anywhere }
header, footer, h2, .refs, .facts, .notes, li .id, .mark { font-family: ${SANS} }
.tlp { font-weight: 600; letter-spacing: .04em; text-align: center; margin: 0; padding: 4px; border: 1px solid var(--line);
  background: var(--surface) }
h1 { font-size: 26px; line-height: 34px; margin: 24px 0 4px } h2 { font-size: 15px; line-height: 20px; margin: 28px 0 4px }
p { margin: 4px 0 } .question { font-size: 18px } .facts, .notes, .id { color: var(--muted); font-size: 13px; line-height: 18px }
.notes { margin-top: 24px }
.bottomLine li:first-child { font-weight: 600 }
.refs { font-size: 12px; white-space: nowrap; font-weight: 400 } a { color: var(--accent) }
ul, ol { margin: 4px 0; padding-left: 28px } li { margin: 4px 0 } .documents { font-size: 14px; line-height: 21px }
.claims { list-style: none; padding-left: 0 } .mark { color: var(--muted); font-size: 12px }
.documents li:target { outline: 2px solid var(--accent); outline-offset: 4px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
footer { margin-top: 40px }
@page { size: A4; margin: 8mm 11mm }
@media print { :root { color-scheme: light; --ground: #fff; --surface: #fff; --line: #999; --text: #000; --muted: #333; --accent: #000 }
  body { max-width: none; padding: 0; font-size: 7.4pt; line-height: 8.5pt } a { text-decoration: none }
  header { display: grid; grid-template-columns: 1fr auto; column-gap: 8pt; align-items: baseline }
  header .tlp { order: 2; padding: 0 6pt } header .question, header .facts { grid-column: 1 / -1; order: 3 }
  h1 { font-size: 12pt; line-height: 14pt; margin: 0 } .question { font-size: 8.5pt; line-height: 10pt }
  .facts, .notes, .id { font-size: 6.8pt; line-height: 8pt } .tlp { font-size: 7pt; line-height: 8pt; padding: 1pt }
  section { display: grid; grid-template-columns: 22mm 1fr; column-gap: 2mm; border-top: .5pt solid var(--line); padding: .8pt 0 .6pt }
  .gaps li, .sources li { display: inline } .gaps li::after, .sources li::after { content: ' ' }
  h2 { font-size: 7.2pt; line-height: 8.5pt; margin: 0; overflow-wrap: normal }
  p { margin: .5pt 0 } ul, ol { margin: 0; padding-left: 8pt } li { margin: 0; break-inside: avoid } .refs { font-size: 6.2pt }
  .notes { margin-top: 2pt } .claims, .documents cite, .documents .comma { display: none }
  .documents { font-size: 6.6pt; line-height: 8pt; padding: 0; list-style: none }
  .documents > li { display: inline } .documents > li::before { content: attr(value) ' '; font-weight: 600 } .documents > li::after { content: '; ' }
  .documents > li:last-child::after { content: '.' } footer { margin-top: 2pt } }
`;

export interface BriefHtmlOptions {
  /**
   * Address of the workbench in which a claim is opened: empty where the page is served beside it. Without it the claims
   * carry their ids and no links, so that a brief may be handed on.
   */
  readonly workbench?: string;
}

/** A brief as one page that needs nothing else and runs nothing, and the policy under which it may be shown. */
export function renderBriefHtml(
  brief: Brief,
  options: BriefHtmlOptions = {},
): { readonly html: string; readonly policy: string } {
  const references = numberClaims(brief);
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const sealed = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const marking = `<p class="tlp">TLP:${escapeHtml(brief.tlp)}</p>`;
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(sealed)}"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(brief.title)}, ${formatDate(brief.asOf)}</title><style>${STYLE}</style></head><body>
<header>${marking}<h1>${escapeHtml(brief.title)}</h1>
<p class="question">${escapeHtml(brief.question)}</p>
<p class="facts">${listFacts(brief).map(escapeHtml).join(' · ')}</p></header>
<main>${brief.sections.map((section) => renderSection(section, references)).join('\n')}
${renderNotes(brief)}
${renderDocuments(references, { brief, ...options })}</main>
<footer>${marking}</footer></body></html>
`;
  return { html, policy: `${sealed}; frame-ancestors 'none'` };
}

function renderNotes(brief: Brief): string {
  const notes = [tellEdited(brief), tellDropped(brief), tellDefinitions(brief)].filter(
    (note) => note !== undefined,
  );
  return notes.map((note) => `<p class="notes">${escapeHtml(note)}</p>`).join('\n');
}

function renderSection({ name, heading, sentences }: BriefSection, references: References): string {
  const items = sentences.map(
    (sentence) =>
      `<li><span dir="auto">${escapeHtml(`${sentence.text}${tellOwn(sentence)}`)}</span> ${renderMarks(sentence, references)}</li>`,
  );
  return `<section class="${escapeHtml(name)}" aria-labelledby="${escapeHtml(name)}"><h2 id="${escapeHtml(name)}">${escapeHtml(heading)}</h2><ul>
${items.join('\n')}
</ul></section>`;
}

function renderMarks(sentence: Sentence, references: References): string {
  const links = references
    .marksOf(sentence)
    .map(({ from, to }) => (to === undefined ? renderLink(from) : `${renderLink(from)}–${renderLink(to)}`));
  const marks = links.length > 0 ? links.join(', ') : escapeHtml(formatMarks(sentence, references));
  return marks === '' ? '' : `<span class="refs">[${marks}]</span>`;
}

/** A number alone leads to its document, one with a letter to the claim. */
function renderLink(mark: string): string {
  const isDocument = /^\d+$/.test(mark);
  const [target, name] = isDocument ? [`document-${mark}`, 'document'] : [`claim-${mark}`, 'claim'];
  return `<a href="#${target}" aria-label="${name} ${mark}">${mark}</a>`;
}

function renderDocuments(
  { documents }: References,
  options: BriefHtmlOptions & { readonly brief: Brief },
): string {
  if (documents.length === 0) return '';
  return `<section aria-labelledby="documents"><h2 id="documents">Documents</h2><ol class="documents">
${documents.map((each) => renderDocument(each, options)).join('\n')}
</ol></section>`;
}

function renderDocument(
  { number, claims }: CitedDocument,
  options: BriefHtmlOptions & { readonly brief: Brief },
): string {
  const { outlet, title, day } = listDocumentFacts(claims[0]!.claim);
  const facts = [
    outlet === undefined ? 'outlet unknown' : `<bdi>${escapeHtml(outlet)}</bdi>`,
    ...(title === undefined ? [] : [`<cite dir="auto">${escapeHtml(title)}</cite>`]),
    escapeHtml(day),
  ].join('<span class="comma">, </span> ');
  const items = claims.map(({ mark, claim }) => renderClaim(mark, claim, options));
  return `<li id="document-${number}" value="${number}"><span>${facts}</span><ul class="claims">${items.join('')}</ul></li>`;
}

function renderClaim(
  mark: string,
  claim: ClaimRef,
  { brief, workbench }: BriefHtmlOptions & { readonly brief: Brief },
): string {
  const end =
    workbench === undefined
      ? `<span class="id">${escapeHtml(nameClaim(claim))}</span>`
      : `<a href="${escapeHtml(makeAddress(claim, brief, workbench))}">read in place</a>`;
  return `<li id="claim-${mark}"><span class="mark">${mark}</span> “<span dir="auto">${escapeHtml(claim.words)}</span>” ${end}</li>`;
}

function makeAddress({ document, claim }: ClaimRef, { asOf }: Brief, workbench: string): string {
  const digits = document.slice('sha256:'.length);
  const query = new URLSearchParams({ claim, asOf });
  return `${workbench}/documents/${encodeURIComponent(digits)}?${query.toString()}`;
}
