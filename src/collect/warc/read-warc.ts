import { PageError } from '../../model/errors.ts';
import type { ExpansionBudget } from '../budget.ts';
import { ByteReader } from '../byte-reader.ts';
import { makeFileError, makePageTooLarge } from '../files.ts';
import type { CollectLimits } from '../limits.ts';
import { decodeBody, keepHeaders, parseHttpMessage } from './http-message.ts';

/** What one record of a web archive comes to: a page, or why it is none. */
export type WarcFound =
  | {
      readonly kind: 'capture';
      /** From one on. */
      readonly number: number;
      readonly content: Buffer;
      readonly url?: string;
      /** ISO 8601 instant at which the crawler saw it. */
      readonly captured?: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'failure'; readonly failure: PageError }
  | { readonly kind: 'skipped'; readonly source: string; readonly why: string };

const LONGEST_LINE = 16_000;
const MOST_HEADERS = 200;
const LONGEST_ADDRESS = 2000;
/** Types of what may be a page; what the bytes are is looked at later. */
const PAGE_TYPES = /^\s*(?:text\/(?:html|plain)|application\/xhtml\+xml)\b/i;

interface WarcRecord {
  readonly number: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly size: number;
}

/**
 * The captures in a web archive (WARC 1.0 and 1.1, ISO 28500), one at a time from its bytes as they come, so that archives of any
 * size are read. A record that cannot be used fails or is passed over alone; damage between records ends the archive with a failure.
 *
 * @param bytes The archive, decompressed.
 */
export async function* readWarc(
  bytes: AsyncIterable<Uint8Array>,
  shown: string,
  { budget, limits }: { readonly budget: ExpansionBudget; readonly limits: CollectLimits },
): AsyncGenerator<WarcFound> {
  const reader = new ByteReader(bytes);
  let number = 0;
  try {
    for (;;) {
      const record = await readHead(reader, number + 1, shown);
      if (record === undefined) return;
      number = record.number;
      budget.spendMember();
      yield await readRecord(reader, record, { shown, limits });
    }
  } catch (error) {
    yield { kind: 'failure', failure: makeFileError(error, shown) };
  } finally {
    await reader.close();
  }
}

function damaged(shown: string, number: number, what: string): PageError {
  const where = number === 1 ? '' : ` after ${number - 1} ${number === 2 ? 'record' : 'records'}`;
  return new PageError(
    shown,
    `is a damaged web archive (WARC)${where}: ${what}`,
    'Fetch or copy the file anew.',
  );
}

/** The head of the next record; undefined at the end of the archive. */
async function readHead(reader: ByteReader, number: number, shown: string): Promise<WarcRecord | undefined> {
  let line = await reader.readLine(LONGEST_LINE);
  // Two line breaks end a record; some programs write more.
  while (line === '') line = await reader.readLine(LONGEST_LINE);
  if (line === undefined) return undefined;
  if (!/^WARC\/\d\.\d\s*$/.test(line)) throw damaged(shown, number, 'no record begins where one must');
  const headers = new Map<string, string>();
  let last: string | undefined;
  for (;;) {
    const next = await reader.readLine(LONGEST_LINE);
    if (next === undefined) throw damaged(shown, number, 'it is cut off');
    if (next === 'too long' || headers.size > MOST_HEADERS)
      throw damaged(shown, number, 'a record has an endless head');
    if (next === '') break;
    const colon = next.indexOf(':');
    if (/^[ \t]/.test(next) && last !== undefined) headers.set(last, `${headers.get(last)} ${next.trim()}`);
    else if (colon > 0) {
      last = next.slice(0, colon).trim().toLowerCase();
      if (!headers.has(last))
        headers.set(last, Buffer.from(next.slice(colon + 1).trim(), 'latin1').toString());
    }
  }
  const size = headers.get('content-length') ?? '';
  if (!/^\d{1,13}$/.test(size)) throw damaged(shown, number, 'a record does not say how long it is');
  return { number, headers, size: Number(size) };
}

async function readRecord(
  reader: ByteReader,
  { number, headers, size }: WarcRecord,
  { shown, limits }: { readonly shown: string; readonly limits: CollectLimits },
): Promise<WarcFound> {
  const source = `${shown}/${number}`;
  const why = findReasonToSkip(headers);
  // An answer may be compressed, but its page may not be larger than it; heads of answers are small.
  const isTooLarge = size > limits.pageBytes + 128_000;
  if (why !== undefined || isTooLarge) {
    if (!(await reader.skip(size))) throw damaged(shown, number, 'its last record is cut off');
    return why === undefined
      ? { kind: 'failure', failure: makePageTooLarge(source, limits.pageBytes) }
      : { kind: 'skipped', source, why };
  }
  const block = await reader.read(size);
  if (block.length < size) throw damaged(shown, number, 'its last record is cut off');
  const about = {
    number,
    ...findAddress(headers.get('warc-target-uri')),
    ...findInstant(headers.get('warc-date')),
  };
  if (!isHttp(headers)) {
    const type = headers.get('content-type') ?? '';
    return { kind: 'capture', ...about, content: block, headers: { 'content-type': type.slice(0, 500) } };
  }
  return readAnswer(block, source, { about, limits });
}

function readAnswer(
  block: Buffer,
  source: string,
  {
    about,
    limits,
  }: {
    readonly about: { readonly number: number; readonly url?: string; readonly captured?: string };
    readonly limits: CollectLimits;
  },
): WarcFound {
  const message = parseHttpMessage(block);
  if (message === undefined)
    return fail(source, 'holds no answer of a web server', 'Nothing is to be done: it is left out.');
  if (message.status !== 200) return { kind: 'skipped', source, why: describeStatus(message.status) };
  const type = message.headers['content-type'];
  if (type !== undefined && !PAGE_TYPES.test(type))
    return { kind: 'skipped', source, why: 'no page by its type' };
  try {
    const content = decodeBody(message, limits.pageBytes);
    return { kind: 'capture', ...about, content, headers: keepHeaders(message) };
  } catch (error) {
    if (error instanceof RangeError)
      return { kind: 'failure', failure: makePageTooLarge(source, limits.pageBytes) };
    const problem =
      error instanceof Error && !('code' in error) ? error.message : 'its compressed data are damaged';
    return fail(source, `cannot be unpacked: ${problem}`, 'Nothing is to be done: it is left out.');
  }
}

function fail(source: string, problem: string, remedy: string): WarcFound {
  return { kind: 'failure', failure: new PageError(source, problem, remedy) };
}

function isHttp(headers: ReadonlyMap<string, string>): boolean {
  return /^application\/http\b/i.test(headers.get('content-type') ?? '');
}

/** Why a record holds no page, going by its head alone. */
function findReasonToSkip(headers: ReadonlyMap<string, string>): string | undefined {
  const type = headers.get('warc-type')?.toLowerCase() ?? '';
  if (headers.has('warc-segment-number')) return 'in several pieces';
  if (type === 'response') return isHttp(headers) ? undefined : 'not fetched over the web';
  if (type === 'resource' || type === 'conversion')
    return isHttp(headers) || PAGE_TYPES.test(headers.get('content-type') ?? '')
      ? undefined
      : 'no page by its type';
  return KINDS.get(type) ?? 'a record of another kind';
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['warcinfo', 'notes of the crawler'],
  ['request', 'notes of the crawler'],
  ['metadata', 'notes of the crawler'],
  ['revisit', 'seen before, without its content'],
]);

function describeStatus(status: number): string {
  if (status >= 300 && status < 400) return 'leads to another address';
  return status >= 400 ? 'an error of the server' : 'an answer without a page';
}

/** WARC 1.0 was understood to put addresses in angle brackets. */
function findAddress(value: string | undefined): { readonly url?: string } {
  const text = value?.replace(/^<(.*)>$/, '$1');
  if (text === undefined || text.length > LONGEST_ADDRESS || !URL.canParse(text)) return {};
  const url = new URL(text);
  const isWeb =
    (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '';
  return isWeb ? { url: url.href } : {};
}

function findInstant(value: string | undefined): { readonly captured?: string } {
  const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.exec(value?.trim() ?? '')?.[0];
  const time = found === undefined ? Number.NaN : Date.parse(found);
  return Number.isNaN(time) ? {} : { captured: new Date(time).toISOString() };
}
