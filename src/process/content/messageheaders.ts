import type { Removed } from '../../model/document.ts';
import { parseDate } from './dates.ts';
import { squeeze } from './whitespace.ts';

/** What the header lines of a mail or wire message say. */
export interface Headers {
  readonly subject?: string;
  readonly date?: string;
  readonly from?: string;
  readonly removed: readonly Removed[];
}

const HEADER =
  /^(from|to|cc|bcc|reply-to|subject|date|sent|message-id|mime-version|content-type|content-transfer-encoding|list-unsubscribe|return-path|received|x-[a-z-]{1,30}|von|an|betreff|datum|gesendet|de|para|asunto|fecha|objet|à)\s{0,2}:\s{0,5}(\S.{0,300})$/iu;
const SUBJECTS: ReadonlySet<string> = new Set(['subject', 'betreff', 'asunto', 'objet']);
const DATES: ReadonlySet<string> = new Set(['date', 'sent', 'datum', 'gesendet', 'fecha']);
const MOST_LINES = 40;

/** Splits the header lines off a message; a text that begins otherwise is all body. */
export function findHeaders(source: string): { headers: Headers; body: string } {
  const removed: Removed[] = [];
  const values = new Map<string, string>();
  let at = 0;
  for (let count = 0; count < MOST_LINES; count++) {
    const end = lineEnd(source, at);
    const line = squeeze(source.slice(at, Math.min(end, at + 400)));
    const header = HEADER.exec(line);
    // Blank lines before the first header do not matter; one after it ends the headers.
    if (header === null && (line !== '' || values.size > 0)) break;
    if (header !== null) {
      values.set(header[1]!.toLowerCase(), header[2]!);
      removed.push({ text: line, why: 'message header' });
    }
    if (end >= source.length) break;
    at = end + 1;
  }
  // One line with a colon is an ordinary beginning ("Date: …", "From: …").
  if (values.size < 2) return { headers: { removed: [] }, body: source };
  return { headers: makeHeaders(values, removed), body: source.slice(at) };
}

function lineEnd(source: string, from: number): number {
  const end = source.indexOf('\n', from);
  return end < 0 ? source.length : end;
}

function makeHeaders(values: ReadonlyMap<string, string>, removed: readonly Removed[]): Headers {
  const pick = (names: ReadonlySet<string>): string | undefined =>
    [...values].find(([name]) => names.has(name))?.[1];
  const subject = pick(SUBJECTS)?.replace(/^(?:(?:re|fwd?|aw|wg)\s{0,2}:\s{0,2}){1,5}/i, '');
  const rawDate = pick(DATES);
  const date = rawDate === undefined ? undefined : parseDate(rawDate);
  const from = (values.get('from') ?? values.get('von'))
    ?.replace(/\s{0,3}<[^>]{0,200}>$/, '')
    .replace(/^"|"$/g, '');
  return {
    removed,
    ...(subject ? { subject } : {}),
    ...(date === undefined ? {} : { date }),
    ...(from && !from.includes('@') ? { from } : {}),
  };
}
