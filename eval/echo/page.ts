import { createHash } from 'node:crypto';
import type { DecodedPage } from '../../src/model/page.ts';
import type { GoldReport } from './set.ts';

/** Minutes after which a collector sees a page. */
const SEEN_AFTER_MS = 4 * 60_000;

/** The report as a page: what a reader gets to see of any small news site. */
export function makeEchoPage(report: GoldReport): DecodedPage {
  const source = write(report);
  const host = report.outlet.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    kind: 'decodedPage',
    bytes: `sha256:${createHash('sha256').update(source).digest('hex')}`,
    seen: new Date(Date.parse(report.at) + SEEN_AFTER_MS).toISOString(),
    url: `https://${host}.example/${report.at.slice(0, 10)}/${createHash('md5').update(report.title).digest('hex').slice(0, 8)}`,
    mediaType: 'text/html',
    source,
    charset: 'utf-8',
    charsetEvidence: 'meta',
    warnings: [],
  };
}

function write({ outlet, at, byline, title, paragraphs }: GoldReport): string {
  const by = byline === undefined ? '' : `<p class="byline">By ${escapeText(byline)}</p>`;
  const author = byline === undefined ? '' : `<meta name="author" content="${escapeText(byline)}">`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escapeText(title)} | ${escapeText(outlet)}</title>
<meta property="og:site_name" content="${escapeText(outlet)}"><meta property="og:title" content="${escapeText(title)}">
<meta property="article:published_time" content="${at}">${author}</head>
<body><header><nav><a href="/">Home</a> <a href="/news">News</a></nav></header>
<main><article><h1>${escapeText(title)}</h1>${by}<time datetime="${at}">${at}</time>
${paragraphs.map((paragraph) => `<p>${escapeText(paragraph)}</p>`).join('\n')}
</article></main><footer>About us · Contact</footer></body></html>`;
}

function escapeText(text: string): string {
  return text
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
