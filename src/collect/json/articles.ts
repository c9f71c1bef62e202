import { PageError } from '../../model/errors.ts';
import type { ExpansionBudget } from '../budget.ts';
import { type CollectLimits, describeBytes } from '../limits.ts';
import { type RecordPlace, splitRecords } from './records.ts';

/** What one object of a JSON text comes to: an article, or why it is none. */
export type ArticleFound =
  | {
      readonly kind: 'article';
      readonly number: number;
      /** The object as it stands in the text. */
      readonly content: Buffer;
      readonly url?: string;
      /** ISO 8601 instant at which a crawler saw it, where it says so. */
      readonly captured?: string;
    }
  | { readonly kind: 'failure'; readonly failure: PageError }
  | { readonly kind: 'skipped'; readonly source: string; readonly why: string };

const LONGEST_ADDRESS = 2000;
/** Names under which programs put an article's text. */
const BODIES =
  'text|body|content|maintext|plain_text|articleBody|article_body|content_text|html|content_html|raw_html';
const BODY = new RegExp(`"(?:${BODIES})"\\s{0,8}:`);
const ADDRESSES = ['url', 'link', 'web_url', 'canonical_url', 'external_url'];
const CAPTURED = ['seen', 'crawled', 'crawled_at', 'fetched', 'fetched_at', 'date_download'];

/**
 * Where in a JSON text articles stand, going by its beginning; undefined where it does not look like articles: data of another kind.
 * Articles are objects that have a text under one of the usual names; exports of Telegram Desktop and JSON Feeds are known too.
 *
 * @param head The first bytes as text.
 * @param ending Of the file's name: `.ndjson`.
 */
export function findArticles(head: string, ending: string): RecordPlace | undefined {
  const start = head.trimStart();
  if (/^\{[^[]{0,2000}"(?:chats|messages)"\s{0,8}:/.test(start) && /"type"\s{0,8}:\s{0,8}"/.test(start))
    return { named: 'messages' };
  if (/^\{[^[]{0,2000}"version"\s{0,8}:\s{0,8}"https?:\\?\/\\?\/(?:www\.)?jsonfeed\.org/.test(start))
    return { named: 'items' };
  if (!BODY.test(start)) return undefined;
  if (start.startsWith('[')) return /^\[\s{0,200}\{/.test(start) ? 'list' : undefined;
  if (ending === '.ndjson' || ending === '.jsonl') return 'lines';
  const line = /^\{[^\n]*\}[ \t\r]*\n\s*\{/.test(start);
  return line ? 'lines' : 'whole';
}

/**
 * The articles in a JSON text, one at a time from its bytes as they come: each object as a page of its own, to be read later. An object
 * that is none, or broken, fails or is passed over alone.
 */
export async function* readArticles(
  bytes: AsyncIterable<Uint8Array>,
  shown: string,
  {
    place,
    budget,
    limits,
  }: { readonly place: RecordPlace; readonly budget: ExpansionBudget; readonly limits: CollectLimits },
): AsyncGenerator<ArticleFound> {
  let number = 0;
  try {
    for await (const record of splitRecords(bytes, { place, most: limits.pageBytes })) {
      number = record.number;
      budget.spendMember();
      yield readRecord(record, `${shown}/${number}`, limits);
    }
  } catch (error) {
    if (error instanceof PageError) {
      yield { kind: 'failure', failure: error };
      return;
    }
    const problem = error instanceof Error ? error.message : String(error);
    const where = number === 0 ? '' : ` after ${number} ${number === 1 ? 'object' : 'objects'}`;
    yield fail(shown, `is damaged JSON${where}: ${problem}`, 'Fetch or write the file anew.');
  }
}

function readRecord(
  { number, bytes }: { readonly number: number; readonly bytes?: Buffer },
  source: string,
  limits: CollectLimits,
): ArticleFound {
  if (bytes === undefined)
    return fail(
      source,
      `is larger than the ${describeBytes(limits.pageBytes)} that a page may have`,
      'Leave it out.',
    );
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    return fail(source, 'is no well-formed JSON', 'Write the file anew.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(source, 'is no object', 'Write each article as an object.');
  const article = value as Readonly<Record<string, unknown>>;
  if (article['type'] === 'service') return { kind: 'skipped', source, why: 'notes of a chat' };
  // Public reporting is read, not what people write to each other.
  if (typeof article['from_id'] === 'string' && article['from_id'].startsWith('user'))
    return { kind: 'skipped', source, why: 'written by a person in a chat' };
  if (!hasText(article)) return { kind: 'skipped', source, why: 'without text' };
  return { kind: 'article', number, content: bytes, ...findAddress(article), ...findCaptured(article) };
}

function hasText(article: Readonly<Record<string, unknown>>): boolean {
  return BODIES.split('|').some((name) => {
    const body = article[name];
    return typeof body === 'string' ? body.trim() !== '' : Array.isArray(body) && body.length > 0;
  });
}

function fail(source: string, problem: string, remedy: string): ArticleFound {
  return { kind: 'failure', failure: new PageError(source, problem, remedy) };
}

function findAddress(article: Readonly<Record<string, unknown>>): { readonly url?: string } {
  for (const name of ADDRESSES) {
    const text = article[name];
    if (typeof text !== 'string' || text.length > LONGEST_ADDRESS || !URL.canParse(text)) continue;
    const url = new URL(text);
    if (/^https?:$/.test(url.protocol) && url.username === '' && url.password === '')
      return { url: url.href };
  }
  return {};
}

function findCaptured(article: Readonly<Record<string, unknown>>): { readonly captured?: string } {
  for (const name of CAPTURED) {
    const text = article[name];
    if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text)) continue;
    // A time without a zone is taken as UTC: crawlers write that.
    const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}Z`;
    const time = Date.parse(zoned);
    if (!Number.isNaN(time)) return { captured: new Date(time).toISOString() };
  }
  return {};
}
