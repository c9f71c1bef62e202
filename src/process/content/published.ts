import type { Block } from './blocks.ts';
import { type DayMonthOrder, findDate, findOrder, findPathDate, parseDate } from './dates.ts';
import type { JsonLdFacts } from './jsonld.ts';
import { isDateLine } from './lines.ts';
import type { PageFacts } from './pagefacts.ts';
import { endsSentence } from './select.ts';
import type { Evidenced } from './title.ts';
import type { PageTree } from './tree.ts';

/** Names of `meta` under which sites give the day of publication, most trusted first. */
const PUBLISHED_NAMES = [
  'article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'article.published', 'published_time', 'publishdate', 'publish-date', 'publish_date',
  'publication_date', 'publicationdate', 'citation_publication_date', 'citation_date', 'dc.date.issued', 'dc.date.created', 'dcterms.issued', 'dcterms.created', 'dcterms.date', 'dc.date', 'pubdate',
  'cxenseparse:recs:publishtime', 'date', 'originalpublicationdate', 'article_date_original', 'dc:date', 'displaydate', 'rnews:datepublished', 'last-modified-date', 'search.date', 'datecreated', 'bt:pubdate', 'article:published',
]; // biome-ignore format: a table

const MODIFIED_NAMES = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'dc.date.modified',
  'last-modified',
  'lastmod',
];

export interface DateContext {
  readonly order: DayMonthOrder | undefined;
  /** ISO instant after which a visible date cannot be one of publication. */
  readonly seen: string;
  readonly url: string | undefined;
}

/** What the date of publication is found from. */
export interface PublishedInput {
  readonly tree: PageTree;
  /** Why each node is no part of the article. */
  readonly why: readonly (string | undefined)[];
  /** Blocks, nearest to the title first. */
  readonly blocks: readonly Block[];
  readonly allBlocks: readonly Block[];
  readonly facts: PageFacts;
  readonly jsonLd: JsonLdFacts;
}

/**
 * When the page says that it was published, from what is meant for machines down to the address.
 */
export function findPublished(page: PublishedInput, context: DateContext): Evidenced | undefined {
  return (
    fromJsonLd(page.jsonLd, context) ??
    fromMeta(page.facts, context) ??
    fromTimeElement(page, context) ??
    fromLines(page.blocks, context) ??
    fromOnlyLine(page.allBlocks, context) ??
    fromAddress(context.url ?? page.facts.meta.get('og:url') ?? page.facts.canonical)
  );
}

/** When the page says that it was last changed. */
export function findModified(facts: PageFacts, jsonLd: JsonLdFacts): string | undefined {
  if (jsonLd.modified !== undefined) return parseDate(jsonLd.modified);
  for (const name of MODIFIED_NAMES) {
    const value = facts.meta.get(name);
    const date = value === undefined ? undefined : parseDate(value);
    if (date !== undefined) return date;
  }
  return undefined;
}

function fromJsonLd(jsonLd: JsonLdFacts, context: DateContext): Evidenced | undefined {
  const value = jsonLd.published === undefined ? undefined : parseDate(jsonLd.published, context.order);
  return value === undefined ? undefined : { value, evidence: 'JSON-LD datePublished' };
}

function fromMeta(facts: PageFacts, context: DateContext): Evidenced | undefined {
  for (const name of PUBLISHED_NAMES) {
    const raw = facts.meta.get(name);
    const value = raw === undefined ? undefined : parseDate(raw, context.order);
    if (value !== undefined && isPast(value, context.seen)) return { value, evidence: `meta ${name}` };
  }
  return undefined;
}

/** A `time` element or one marked as the date of publication; times in lists of other articles do not count. */
function fromTimeElement({ tree, why }: PublishedInput, context: DateContext): Evidenced | undefined {
  let fallback: Evidenced | undefined;
  for (let i = 0; i < tree.tag.length; i++) {
    const attributes = tree.attributes[i];
    if (attributes === undefined || isElsewhere(why[i])) continue;
    const isMarked = attributes['itemprop'] === 'datePublished' || attributes['pubdate'] !== undefined;
    if (!isMarked && tree.tag[i] !== 'time') continue;
    const raw = attributes['datetime'] ?? attributes['content'] ?? shortText(tree, i);
    const value = parseDate(raw, context.order);
    if (value === undefined || !isPast(value, context.seen)) continue;
    if (isMarked)
      return {
        value,
        evidence: attributes['itemprop'] === undefined ? 'time element' : 'itemprop datePublished',
      };
    fallback ??= { value, evidence: 'time element' };
  }
  return fallback;
}

/** Parts whose dates are other articles' or readers'. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'related links',
  'comments',
  'navigation',
  'footer',
  'advertisement',
]);

export function isElsewhere(why: string | undefined): boolean {
  return why !== undefined && ELSEWHERE.has(why);
}

function shortText(tree: PageTree, node: number): string {
  const parts: string[] = [];
  for (let i = node + 1; i < Math.min(tree.end[node]!, node + 20); i++) parts.push(tree.text[i]!);
  return parts.join('').slice(0, 200);
}

const LONGEST_LINE_WITH_DATE = 90;

/** The first line that is a date line, else the first short line with a date in it, near the title. */
function fromLines(blocks: readonly Block[], context: DateContext): Evidenced | undefined {
  let fallback: Evidenced | undefined;
  for (const { text, why } of blocks) {
    if (text.length > LONGEST_LINE_WITH_DATE * 2 || isElsewhere(why)) continue;
    const isLine = isDateLine(text, context.order);
    if (!isLine && (fallback !== undefined || text.length > LONGEST_LINE_WITH_DATE || endsSentence(text)))
      continue;
    const found = findDate(text, context.order);
    if (found === undefined || found.iso.length < 10 || !isPast(found.iso, context.seen)) continue;
    if (isLine) return { value: found.iso, evidence: 'visible date line' };
    fallback = { value: found.iso, evidence: 'date in a line near the title' };
  }
  return fallback;
}

/** A date line far from the title counts where all date lines of the page agree on the day. */
function fromOnlyLine(blocks: readonly Block[], context: DateContext): Evidenced | undefined {
  const found = new Map<string, string>();
  for (const { text, why } of blocks) {
    if (isElsewhere(why) || !isDateLine(text, context.order)) continue;
    const iso = findDate(text, context.order)?.iso;
    if (iso !== undefined && iso.length >= 10 && isPast(iso, context.seen)) found.set(iso.slice(0, 10), iso);
  }
  const [only] = found.values();
  return found.size === 1 && only !== undefined
    ? { value: only, evidence: 'only date line of the page' }
    : undefined;
}

function fromAddress(url: string | undefined): Evidenced | undefined {
  const value = url === undefined ? undefined : findPathDate(url);
  return value === undefined ? undefined : { value, evidence: 'address' };
}

/** Clocks differ by zone: a day's grace. */
function isPast(iso: string, seen: string): boolean {
  const limit = Date.parse(seen);
  if (Number.isNaN(limit)) return true;
  return Date.parse(iso.slice(0, 10)) <= limit + 86_400_000;
}

const DAY_FIRST_LANGUAGES =
  /^(?:de|fr|es|it|pt|nl|pl|ru|uk|tr|ar|he|sv|no|nb|da|fi|cs|sk|ro|bg|el|hr|sr|id|vi|hi)\b/i;
const DAY_FIRST_HOSTS =
  /\.(?:uk|au|nz|ie|in|za|ng|pk|ke|gh|de|fr|es|it|pt|br|nl|be|at|ch|pl|ru|ua|tr|eu|mx|ar|cl|co|pe|ve|il|ae|sa|eg|iq|ir|lb|jo|qa|lk|bd)$/i;
const MONTH_FIRST_HOSTS = /\.(?:us|gov|mil)$/i;

/** Which comes first in the page's all-number dates, by its language tag, its host, or dates that leave no doubt. */
export function findDayMonthOrder(
  lines: readonly string[],
  language: string | undefined,
  host: string | undefined,
): DayMonthOrder | undefined {
  const shown = new Set(lines.map(findOrder));
  if (shown.has('mdy') !== shown.has('dmy')) return shown.has('mdy') ? 'mdy' : 'dmy';
  if (
    language !== undefined &&
    (DAY_FIRST_LANGUAGES.test(language) || /^en-(?:gb|au|nz|ie|in|za)/i.test(language))
  )
    return 'dmy';
  if (host !== undefined && DAY_FIRST_HOSTS.test(host)) return 'dmy';
  if (host !== undefined && MONTH_FIRST_HOSTS.test(host)) return 'mdy';
  return language !== undefined && /^en[-_]us/i.test(language) ? 'mdy' : undefined;
}
