import { createHash } from 'node:crypto';
import type { Brief, BriefSection } from '../../model/brief.ts';
import type { ClaimRef } from '../../model/report.ts';
import { formatDate } from '../../text/dates.ts';
import { listFacts, listLimits, listNumbers, NUMBER_HEAD } from './facts.ts';
import { flatten } from './plain.ts';
import { groupNumbers, nameClaim, numberClaims, type References } from './references.ts';

const STYLE = `
:root { color-scheme: light dark; --ground: #fafaf8; --surface: #fff; --line: #e2e1dc; --text: #1b1a18;
  --muted: #5c5a54; --accent: #1f4f99 }
@media (prefers-color-scheme: dark) { :root { --ground: #131312; --surface: #1c1c1a; --line: #33322e;
  --text: #edece8; --muted: #a8a59d; --accent: #8db4f5 } }
body { margin: 0 auto; max-width: 72ch; padding: 16px 16px 48px; background: var(--ground); color: var(--text);
  font: 16px/26px Georgia, "Liberation Serif", "Noto Serif", serif; overflow-wrap: anywhere }
header, footer, h2, table, .refs, .facts, li .id { font-family: -apple-system, BlinkMacSystemFont, "Segoe UI", Ubuntu, "Noto Sans",
  Roboto, "Liberation Sans", Arial, sans-serif }
.tlp { font-weight: 600; letter-spacing: .04em; text-align: center; margin: 0; padding: 4px; border: 1px solid var(--line);
  background: var(--surface) }
h1 { font-size: 26px; line-height: 34px; margin: 24px 0 4px } h2 { font-size: 15px; line-height: 20px; margin: 28px 0 4px }
p { margin: 4px 0 } .question { font-size: 18px } .facts, .id { color: var(--muted); font-size: 13px; line-height: 18px }
.refs { font-size: 12px; white-space: nowrap } a { color: var(--accent) }
table { border-collapse: collapse; margin: 16px 0; font-size: 14px; line-height: 20px; font-variant-numeric: tabular-nums;
  overflow-wrap: normal }
th, td { text-align: left; padding: 4px 16px 4px 0; border-bottom: 1px solid var(--line); font-weight: 400 }
thead th { color: var(--muted) }
ul, ol { margin: 4px 0; padding-left: 28px } li { margin: 4px 0 } .claims { font-size: 14px; line-height: 21px }
.claims > li:target { outline: 2px solid var(--accent); outline-offset: 4px }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
footer { margin-top: 40px }
@media print { :root { --ground: #fff; --surface: #fff; --line: #999; --text: #000; --muted: #333; --accent: #000 }
  body { max-width: none; padding: 0; font-size: 11pt; line-height: 15pt } h2 { break-after: avoid } li { break-inside: avoid }
  .claims { font-size: 9pt; line-height: 12pt } }
`;

const NAMES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return flatten(text).replace(/[&<>"']/g, (character) => NAMES[character] ?? '');
}

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
<main>${renderNumbers(brief)}
${brief.sections.map((section) => renderSection(section, references)).join('\n')}
${renderLimits(brief)}
${renderClaims(references, { brief, ...options })}</main>
<footer>${marking}</footer></body></html>
`;
  return { html, policy: `${sealed}; frame-ancestors 'none'` };
}

function renderNumbers(brief: Brief): string {
  const head = NUMBER_HEAD.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const rows = listNumbers(brief).map(
    ([days = '', ...cells]) =>
      `<tr><th scope="row">${escapeHtml(days)}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function renderLimits(brief: Brief): string {
  const limits = listLimits(brief);
  if (limits.length === 0) return '';
  return `<section aria-labelledby="limits"><h2 id="limits">Not seen</h2><ul>
${limits.map((limit) => `<li>${escapeHtml(limit)}</li>`).join('\n')}
</ul></section>`;
}

function renderSection({ name, heading, sentences }: BriefSection, references: References): string {
  const items = sentences.map((sentence) => {
    const links = groupNumbers(references.numbersOf(sentence)).map(([from, to]) =>
      from === to ? renderLink(from) : `${renderLink(from)}–${renderLink(to)}`,
    );
    return `<li><span dir="auto">${escapeHtml(sentence.text)}</span> <span class="refs">[${links.join(', ')}]</span></li>`;
  });
  return `<section aria-labelledby="${escapeHtml(name)}"><h2 id="${escapeHtml(name)}">${escapeHtml(heading)}</h2><ul>
${items.join('\n')}
</ul></section>`;
}

function renderLink(number: number): string {
  return `<a href="#claim-${number}" aria-label="claim ${number}">${number}</a>`;
}

function renderClaims({ claims }: References, options: BriefHtmlOptions & { readonly brief: Brief }): string {
  if (claims.length === 0) return '';
  return `<section aria-labelledby="claims"><h2 id="claims">Claims</h2><ol class="claims">
${claims.map((claim, index) => renderClaim(claim, index + 1, options)).join('\n')}
</ol></section>`;
}

function renderClaim(
  claim: ClaimRef,
  number: number,
  { brief, workbench }: BriefHtmlOptions & { readonly brief: Brief },
): string {
  const name = nameClaim(claim);
  const facts = [
    claim.outlet === undefined ? 'outlet unknown' : `<bdi>${escapeHtml(claim.outlet)}</bdi>`,
    claim.title === undefined ? '' : `<cite dir="auto">${escapeHtml(claim.title)}</cite>`,
    claim.published === undefined ? 'no date' : escapeHtml(formatDate(claim.published)),
  ].filter((fact) => fact !== '');
  const end =
    workbench === undefined
      ? `<span class="id">${escapeHtml(name)}</span>`
      : `<a href="${escapeHtml(makeAddress(claim, brief, workbench))}">read in place</a>`;
  return `<li id="claim-${number}">${facts.join(', ')}: “<span dir="auto">${escapeHtml(claim.words)}</span>” ${end}</li>`;
}

function makeAddress({ document, claim }: ClaimRef, { asOf }: Brief, workbench: string): string {
  const digits = document.slice('sha256:'.length);
  const query = new URLSearchParams({ claim, asOf });
  return `${workbench}/documents/${encodeURIComponent(digits)}?${query.toString()}`;
}
