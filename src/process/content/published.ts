import type { Block } from './blocks.ts';
import { type DayMonthOrder, findDate, findOrder, findPathDate, parseDate } from './dates.ts';
import type { JsonLdFacts } from './jsonld.ts';
import { isDateLine } from './lines.ts';
import type { PageFacts } from './pagefacts.ts';
import { endsSentence, weighBlock } from './select.ts';
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
  const stated = fromJsonLd(page.jsonLd, context) ?? fromMeta(page.facts, context);
  if (stated !== undefined) return localise(stated, page, context);
  const address = fromAddress(context.url ?? page.facts.meta.get('og:url') ?? page.facts.canonical);
  return (
    fromTimeElement(page, context) ??
    fromLines(page, context) ??
    fromDateline(page.allBlocks, context) ??
    (address !== undefined && address.value.length >= 10 ? address : undefined) ??
    fromOnlyLine(page.allBlocks, context) ??
    address
  );
}

const MINUTE = 60_000;

/**
 * A date in UTC as the clock of the page's own readers had it, where a visible date near the title shows that clock:
 * "today" in the text is the reader's day, which late in the evening is another than that of UTC.
 */
function localise(stated: Evidenced, page: PublishedInput, context: DateContext): Evidenced {
  const instant = Date.parse(stated.value);
  if (!/T.*Z$/.test(stated.value) || Number.isNaN(instant)) return stated;
  const shown = fromLines(page, context)?.value;
  if (shown === undefined) return stated;
  const clock = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?(?::\d{2})?(Z|[+-]\d{2}:\d{2})?$/.exec(shown);
  if (clock === null || clock[3] !== undefined) return stated;
  const [, day, time] = clock;
  if (time === undefined) return isNextDay(day!, instant) ? { value: day!, evidence: BESIDE_UTC } : stated;
  const minutes = Math.round((Date.parse(`${day}T${time}Z`) - instant) / MINUTE);
  const offset = Math.round(minutes / 30) * 30;
  // Zones lie between twelve hours behind UTC and fourteen before it, at whole and half hours.
  if (offset === 0 || Math.abs(minutes - offset) > 1 || offset < -720 || offset > 840) return stated;
  const value = `${new Date(instant + offset * MINUTE).toISOString().slice(0, 19)}${formatOffset(offset)}`;
  return { value, evidence: `${stated.evidence}, at the clock of the visible date` };
}

const BESIDE_UTC = 'visible date line, beside another day in UTC';

/** Whether a day is the one before or after that of an instant in UTC, and can be the same somewhere. */
function isNextDay(day: string, instant: number): boolean {
  const start = Date.parse(`${day}T00:00Z`);
  const earliest = start - 14 * 60 * MINUTE;
  const latest = start + (24 + 12) * 60 * MINUTE;
  const isSame = new Date(instant).toISOString().slice(0, 10) === day;
  return !isSame && instant >= earliest && instant < latest;
}

function formatOffset(minutes: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(absolute / 60))}:${pad(absolute % 60)}`;
}

/** `VELES, 11 December 2031 (Lantern Row) –`: the day at the head of the first running text. */
function fromDateline(blocks: readonly Block[], context: DateContext): Evidenced | undefined {
  const first = blocks.find((block) => weighBlock(block) > 0);
  if (first === undefined) return undefined;
  const head = /^.{3,90}?\s?[–—|-]\s/u.exec(first.text.slice(0, 120))?.[0];
  const found = head === undefined ? undefined : findDate(head, context.order);
  if (head === undefined || found === undefined || found.iso.length < 10 || !isPast(found.iso, context.seen))
    return undefined;
  const rest = `${head.slice(0, found.start)} ${head.slice(found.end)}`;
  return (rest.match(/\p{L}+/gu) ?? []).length <= 6 ? { value: found.iso, evidence: 'dateline' } : undefined;
}

/** When the page says that it was last changed. */
export function findModified(facts: PageFacts, jsonLd: JsonLdFacts): Evidenced | undefined {
  const stated: [string | undefined, string][] = [
    [jsonLd.modified, 'JSON-LD dateModified'],
    ...MODIFIED_NAMES.map((name): [string | undefined, string] => [facts.meta.get(name), `meta ${name}`]),
  ];
  for (const [raw, evidence] of stated) {
    const value = raw === undefined ? undefined : parseDate(raw);
    if (value !== undefined) return { value, evidence };
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

/**
 * A `time` element or one marked as the date of publication: the first from the title on, else the first; times in lists
 * of other articles do not count.
 */
function fromTimeElement({ tree, why, blocks }: PublishedInput, context: DateContext): Evidenced | undefined {
  const title = blocks[0]?.node ?? 0;
  let best: { rank: number; evidenced: Evidenced } | undefined;
  for (let i = 0; i < tree.tag.length; i++) {
    const attributes = tree.attributes[i];
    if (attributes === undefined || isElsewhere(why[i])) continue;
    const isMarked = attributes['itemprop'] === 'datePublished' || attributes['pubdate'] !== undefined;
    if (!isMarked && (tree.tag[i] !== 'time' || attributes['itemprop'] === 'dateModified')) continue;
    const rank = (isMarked ? 0 : 2) + (i < title ? 1 : 0);
    if (best !== undefined && rank >= best.rank) continue;
    const value = parseDate(
      attributes['datetime'] ?? attributes['content'] ?? shortText(tree, i),
      context.order,
    );
    if (value === undefined || !isPast(value, context.seen)) continue;
    const evidence = attributes['itemprop'] === 'datePublished' ? 'itemprop datePublished' : 'time element';
    best = { rank, evidenced: { value, evidence } };
  }
  return best?.evidenced;
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

/** Running text after which what stands near the title has been seen. */
const HEAD_TEXT = 400;

/** Posts of networks and other quotations have dates of their own. */
function isQuoted(tree: PageTree, node: number): boolean {
  for (let up = node, steps = 0; up >= 0 && steps < 4; up = tree.parent[up]!, steps++)
    if (tree.tag[up] === 'blockquote') return true;
  return false;
}

const PUBLISHED_WORD =
  /\b(?:posted|published|written|filed|veröffentlicht|geschrieben|erstellt|publiziert|publicado|publié|pubblicato|opublikowano|geplaatst|publicerad)\b/i;

/** The first line that is a date line, else the first short line with a date in it, near the title. */
function fromLines({ tree, blocks }: PublishedInput, context: DateContext): Evidenced | undefined {
  let fallback: Evidenced | undefined;
  let read = 0;
  for (const [place, block] of blocks.entries()) {
    const { text, why, tag } = block;
    read += weighBlock(block);
    if (text.length > LONGEST_LINE_WITH_DATE * 2 || tag === 'caption') continue;
    // A row above the text is a bar of the page, one below it holds figures.
    if (tag === 'tr' && read > 0) continue;
    if (isQuoted(tree, block.node)) continue;
    // Right below the title a "footer" is that of the headline.
    if (isElsewhere(why) && !(why === 'footer' && place <= 3)) continue;
    const isLine = isDateLine(text, context.order);
    // Below the text's beginning a date in a line of words is one of the story's.
    if (
      !isLine &&
      (fallback !== undefined ||
        (read > HEAD_TEXT && !PUBLISHED_WORD.test(text)) ||
        text.length > LONGEST_LINE_WITH_DATE ||
        endsSentence(text))
    )
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
  for (const { text, why, tag } of blocks) {
    if (tag === 'caption' || tag === 'tr' || isElsewhere(why) || !isDateLine(text, context.order)) continue;
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
