import { createHash } from 'node:crypto';
import type { Document, Incomplete, Post, Removed } from '../../model/document.ts';
import type { DecodedPage, Hash } from '../../model/page.ts';
import { parseDate } from './dates.ts';
import { findHost } from './host.ts';
import { type Content, readHtml } from './html.ts';
import { readJsonArticle } from './json-article.ts';
import { findLanguage } from './language.ts';
import { readPlain } from './plain.ts';
import { listRemoved } from './removed.ts';
import type { Evidenced } from './title.ts';

/** What the sender of a page knows about it beside the page. */
export interface GivenFacts {
  readonly outlet?: string;
  /** ISO 8601 date. */
  readonly published?: string;
  readonly url?: string;
  readonly version?: number;
}

/** Most characters of text that a Document has. */
export const LONGEST_TEXT = 1_000_000;

/**
 * Makes a Document of a page: finds the article, what the page says of its outlet, title, date, author and language,
 * and lists what was left out and why. What is given wins over what the page says; what neither says is absent.
 *
 * @example
 * const document = makeDocument(page, { outlet: 'The Harbour Post' });
 * document.text; // paragraphs with one blank line between them
 * document.publishedEvidence; // 'visible date line'
 */
export function makeDocument(page: DecodedPage, given: GivenFacts = {}): Document {
  const url = given.url ?? page.url;
  const host = findHost(url);
  const context = {
    seen: page.seen,
    ...(host === undefined ? {} : { host }),
    ...(url === undefined ? {} : { url }),
  };
  const content = READERS[page.mediaType](page.source, context);
  const { text, cut } = joinParagraphs(content.paragraphs);
  const outlet = readGiven(given.outlet) ?? content.outlet;
  const stated = content.published;
  const isRefused = stated !== undefined && !isPossible(stated.value, page.seen);
  const published = readGivenDate(given.published) ?? (isRefused ? undefined : stated);
  const language = findLanguage(text, content.declaredLanguage);
  const { title, modified, byline, captions } = content;
  const incomplete = cut === undefined ? content.incomplete : BEYOND;
  const posts = placePosts(content, text.length);
  return {
    kind: 'document',
    id: makeId(outlet?.value ?? host, title?.value, text),
    bytes: page.bytes,
    ...(url === undefined ? {} : { url }),
    ...(page.file === undefined ? {} : { file: page.file }),
    seen: page.seen,
    version: given.version ?? 1,
    ...(outlet === undefined ? {} : { outlet: outlet.value, outletEvidence: outlet.evidence }),
    ...(title === undefined ? {} : { title: title.value, titleEvidence: title.evidence }),
    ...(published === undefined ? {} : { published: published.value, publishedEvidence: published.evidence }),
    ...(isRefused && published === undefined ? { publishedRefused: stated.value } : {}),
    ...(modified === undefined ? {} : { modified: modified.value, modifiedEvidence: modified.evidence }),
    ...(byline === undefined ? {} : { byline: byline.value, bylineEvidence: byline.evidence }),
    ...(language?.value === undefined ? {} : { language: language.value }),
    ...(language === undefined ? {} : { languageEvidence: language.evidence }),
    text,
    ...(incomplete === undefined ? {} : { incomplete }),
    ...(posts.length === 0 ? {} : { posts }),
    captions,
    removed: collectRemoved(content, cut),
  };
}

const READERS = { 'text/html': readHtml, 'text/plain': readPlain, 'application/json': readJsonArticle };

const BEYOND: Incomplete = {
  why: 'beyond the bound',
  evidence: `the text is longer than ${LONGEST_TEXT} characters`,
};

/** Where in the joined text the entries of a live page begin. */
function placePosts({ paragraphs, posts = [] }: Content, length: number): Post[] {
  const placed: Post[] = [];
  let start = 0;
  let next = 0;
  for (const { paragraph, ...post } of posts) {
    while (next < paragraph) start += paragraphs[next++]!.length + 2;
    if (start < length) placed.push({ start, ...post });
  }
  return placed;
}

function joinParagraphs(paragraphs: readonly string[]): { text: string; cut?: Removed } {
  const whole = paragraphs.join('\n\n');
  if (whole.length <= LONGEST_TEXT) return { text: whole };
  const end = whole.lastIndexOf('\n\n', LONGEST_TEXT);
  // A single paragraph beyond the bound is cut between words.
  const at = end > 0 ? end : Math.max(whole.lastIndexOf(' ', LONGEST_TEXT), LONGEST_TEXT >> 1);
  const cut = { text: `${whole.length - at} characters of text`, why: 'beyond the bound' };
  return { text: whole.slice(0, at).trimEnd(), cut };
}

function collectRemoved(content: Content, cut: Removed | undefined): Removed[] {
  const listed = listRemoved(content.removed);
  return cut === undefined ? listed : [...listed, cut];
}

function readGiven(value: string | undefined): Evidenced | undefined {
  const trimmed = value?.trim();
  return trimmed ? { value: trimmed, evidence: 'given' } : undefined;
}

function readGivenDate(value: string | undefined): Evidenced | undefined {
  const date = value === undefined ? undefined : parseDate(value);
  return date === undefined ? undefined : { value: date, evidence: 'given' };
}

/** Clocks differ by zone: a day's grace. Where the instant of seeing is unknown, nothing speaks against a date. */
function isPossible(published: string, seen: string): boolean {
  if (published.startsWith(ZERO)) return false;
  const limit = Date.parse(seen) + 86_400_000;
  return Number.isNaN(limit) || !(Date.parse(published) > limit);
}

/** Where computers begin to count: the date of what has none. */
const ZERO = '1970-01-01';

/** One id for the same text of the same outlet under many addresses and in many wrappings. */
function makeId(publisher: string | undefined, title: string | undefined, text: string): Hash {
  const hash = createHash('sha256');
  for (const part of [publisher ?? '', title ?? '', text]) hash.update(part).update('\0');
  return `sha256:${hash.digest('hex')}`;
}
