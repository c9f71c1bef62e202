import { createHash } from 'node:crypto';
import type { AnyAlert } from '../../model/alert.ts';
import { formatInterval, formatPercent } from '../../model/probability.ts';
import { formatDate } from '../../text/dates.ts';
import { escapeHtml } from '../escape-html.ts';

const STYLE = `
:root { color-scheme: light dark }
body { margin: 0 auto; max-width: 72ch; padding: 16px 16px 48px; font: 16px/26px Georgia, "Liberation Serif", "Noto Serif", serif;
  overflow-wrap: anywhere }
.tlp { font-weight: 600; text-align: center; border: 1px solid; padding: 4px; margin: 0 }
h1 { font-size: 26px; line-height: 34px; margin: 24px 0 4px }
.facts, .id { font-size: 13px; line-height: 18px }
`;

/** An alert as one page that needs nothing else and runs nothing. */
export function renderAlertHtml(alert: AnyAlert): string {
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const marking = `<p class="tlp">TLP:${escapeHtml(alert.tlp)}</p>`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(alert.title)}</title><style>${STYLE}</style></head><body>
<header>${marking}<h1 dir="auto">${escapeHtml(alert.title)}</h1></header>
<main>${listParagraphs(alert)
    .map((each) => `<p>${escapeHtml(each)}</p>`)
    .join('\n')}
<ul>
${listItems(alert)
  .map(
    ({ text, ids }) =>
      `<li><span dir="auto">${escapeHtml(text)}</span> <span class="id">${ids.map(escapeHtml).join(' ')}</span></li>`,
  )
  .join('\n')}
</ul>
<p class="facts">${escapeHtml(`${alert.id}, update ${alert.update}. Issued ${formatDate(alert.issued)}, as of ${formatDate(alert.asOf)}. ${alert.engine}`)}</p></main>
<footer>${marking}</footer></body></html>
`;
}

function listParagraphs(alert: AnyAlert): readonly string[] {
  if (alert.kind === 'search alert') return [`Newly found: ${alert.count}.`];
  const { question, level, previousLevel, horizon, probability, baseRate } = alert;
  return [
    question,
    `Level ${level} (before: ${previousLevel}). Within ${horizon} days: ${probability.word}, ${formatPercent(probability.p)} (${formatInterval(probability)}); base rate ${formatPercent(baseRate.p)}.`,
  ];
}

function listItems(alert: AnyAlert): readonly { readonly text: string; readonly ids: readonly string[] }[] {
  if (alert.kind === 'alert')
    return alert.reasons.map(({ direction, text, claims }) => ({
      text: `${direction}: ${text}`,
      ids: claims,
    }));
  return alert.found.map(({ document, part, text }) => ({
    text,
    ids: [part === undefined ? document : `${document}#${part}`],
  }));
}
