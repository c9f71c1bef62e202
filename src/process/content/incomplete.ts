import type { Incomplete } from '../../model/document.ts';
import { PAYWALL_NOTICE } from './furniture.ts';
import type { JsonLdFacts } from './jsonld.ts';
import { indexOpenings } from './openings.ts';
import type { PageFacts } from './pagefacts.ts';

/** A line of a page, and why it is no part of the text. */
export interface ShownLine {
  readonly text: string;
  readonly why: string | undefined;
}

/** What shows that a page's text is not the whole article. */
export interface IncompleteInput {
  /** Lines of the page from the first of its text on, with why each is left out. */
  readonly lines: readonly ShownLine[];
  readonly facts?: PageFacts;
  readonly jsonLd?: JsonLdFacts;
  /** Characters of the text that was kept. */
  readonly length: number;
  /** Last paragraph of that text. */
  readonly last: string | undefined;
  /** Whether the page is a list of teasers. */
  readonly isIndex?: boolean;
  readonly url?: string | undefined;
}

/** Why the text that a page gives is not the whole article, where the page shows it. */
export function findIncomplete(page: IncompleteInput): Incomplete | undefined {
  if (page.isIndex)
    return { why: 'teasers', evidence: 'the page is a list of headlines with a few lines each' };
  return findPaywall(page) ?? findFurtherPages(page);
}

/** A text longer than this is whole, whatever the page offers beside it. */
const WHOLE = 3_000;
const SHORT = 1_500;

function findPaywall({ lines, jsonLd, facts, length, last }: IncompleteInput): Incomplete | undefined {
  if (length >= WHOLE) return undefined;
  const breaksOff = last !== undefined && /(?:…|\.\.\.|\[\.\.\.\]|[,;])$/.test(last);
  // Menus offer subscriptions on every page: only what stands below the text's beginning counts.
  const notice = lines.find(({ why }) => why === PAYWALL_NOTICE)?.text;
  if (notice !== undefined && (length < SHORT || breaksOff))
    return { why: 'paywall', evidence: `the page says: ${notice.slice(0, 120)}` };
  if (length >= SHORT && !breaksOff) return undefined;
  if (jsonLd?.isFree === false) return { why: 'paywall', evidence: 'JSON-LD isAccessibleForFree' };
  const tier = facts?.meta.get('article:content_tier');
  return tier === 'locked' ? { why: 'paywall', evidence: 'meta article:content_tier' } : undefined;
}

const PAGE_OF =
  /^(?:page|seite|página|pagina|strona|sida|side|sayfa|страница|sivu)\s(\d{1,2})\s?(?:of|von|de|di|z|av|sur|из|\/)\s?(\d{1,2})$/iu;

const findOpening = indexOpenings([PAGE_OF]);

/** A page that says that it is one of several, or whose head names the next one under the same address. */
function findFurtherPages({ lines, facts, url }: IncompleteInput): Incomplete | undefined {
  for (const { text, why } of lines) {
    const isOpen = text.length <= 40 && why !== 'comments' && findOpening(text) !== 0;
    const found = isOpen ? PAGE_OF.exec(text) : null;
    if (found !== null && Number(found[2]) > 1 && Number(found[1]) <= Number(found[2]))
      return { why: 'further pages', evidence: `the page says: ${text}` };
  }
  const own = url ?? facts?.canonical;
  return facts?.next !== undefined && own !== undefined && isPageOf(facts.next, own)
    ? { why: 'further pages', evidence: 'link to the next page' }
    : undefined;
}

/** Whether an address is that of a further page of another's article: the same but for the number of the page. */
function isPageOf(next: string, own: string): boolean {
  if (next.length > 1_000 || !URL.canParse(next, own) || !URL.canParse(own)) return false;
  const strip = (address: URL): string =>
    `${address.host}${address.pathname.replace(/\/(?:(?:page|seite|p)[/-]?)?\d{1,2}\/?$|[-_,](?:page)?\d{1,2}(?=\.\w{2,5}$)/i, '').replace(/\/$/, '')}`;
  const [a, b] = [new URL(next, own), new URL(own)];
  const isSame =
    a.pathname === b.pathname && /[?&](?:page|p|seite|pagina|start)=\d{1,3}(?:&|$)/i.test(a.search);
  const isElsewhere = a.pathname.replace(/\/$/, '') !== b.pathname.replace(/\/$/, '');
  return isSame || (isElsewhere && strip(a) === strip(b) && strip(a).includes('/'));
}
