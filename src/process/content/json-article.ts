import { parseDate } from './dates.ts';
import { type Content, type PageContext, readHtml } from './html.ts';
import { readStatedBody } from './statedbody.ts';
import type { Evidenced } from './title.ts';
import { squeeze } from './whitespace.ts';

/* Names under which programs write what is known of an article: crawlers, feeds, exports of chats. The first that has a value counts. */
const TEXTS = [
  'text',
  'maintext',
  'plain_text',
  'articleBody',
  'article_body',
  'content_text',
  'body',
  'content',
];
const MARKUP = ['html', 'content_html', 'raw_html'];
const TITLES = ['title', 'headline'];
const OUTLETS = ['outlet', 'source', 'source_name', 'publisher', 'site_name', 'site', 'source_domain'];
const BYLINES = ['byline', 'author', 'authors'];
const LANGUAGES = ['language', 'lang', 'inLanguage'];
const DATES = [
  'published',
  'published_at',
  'date_published',
  'datePublished',
  'publish_date',
  'date_publish',
  'pubDate',
  'publishedAt',
  'created_at',
  'date',
];
const MODIFIED = ['modified', 'date_modified', 'dateModified', 'updated_at', 'edited'];
/** Seconds since 1970, which leave no doubt about the zone. */
const SECONDS = 'date_unixtime';
const LONGEST_LINE = 1_000;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads an article that a program wrote as a JSON object: its text, plain or as HTML, and what stands beside it. A line that is long
 * or markup in a title is not taken for more than words.
 */
export function readJsonArticle(source: string, context: PageContext): Content {
  const fields = parseFields(source);
  const body = readBody(fields, context);
  const stated = {
    title: findLine(fields, TITLES),
    outlet: findLine(fields, OUTLETS) ?? findChannel(fields),
    byline: findLine(fields, BYLINES),
    published: findSeconds(fields) ?? findDate(fields, DATES),
    modified: findDate(fields, MODIFIED),
  };
  const language = findLine(fields, LANGUAGES)?.value;
  return {
    ...body,
    ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
    ...(language === undefined ? {} : { declaredLanguage: language }),
  };
}

/** Checked where it was collected; a page of an older program may hold anything, and is then without text. */
function parseFields(source: string): Fields {
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'object' && value !== null ? (value as Fields) : {};
  } catch {
    return {};
  }
}

function readBody(fields: Fields, context: PageContext): Content {
  for (const name of TEXTS) {
    const text = joinText(fields[name]);
    if (text.trim() === '') continue;
    return /<\/?(?:p|br|div|h[1-6]|li)\b/i.test(text)
      ? readMarkup(text, context)
      : makeContent(splitText(text));
  }
  const markup = MARKUP.map((name) => fields[name]).find((each) => typeof each === 'string');
  return typeof markup === 'string' ? readMarkup(markup, context) : makeContent([]);
}

/** A whole page is read as one; a piece of one is all article. */
function readMarkup(markup: string, context: PageContext): Content {
  if (/<(?:html|head|body)[\s>]/i.test(markup.slice(0, 5_000))) return readHtml(markup, context);
  return makeContent(readStatedBody(markup)?.paragraphs ?? []);
}

/** Paragraphs stand apart by empty lines, or each is a line. All of it is text: nothing in it is taken for a headline. */
function splitText(text: string): readonly string[] {
  const paragraphs = /\n[ \t\r]*\n/.test(text) ? text.split(/\n[ \t\r]*\n/) : text.split('\n');
  return paragraphs.map(squeeze).filter((each) => each !== '');
}

function makeContent(paragraphs: readonly string[]): Content {
  return { paragraphs, captions: [], removed: [] };
}

/** Text, or the pieces of it that an export of a chat keeps apart: words, links, mentions. */
function joinText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value
    .map((piece: unknown) => {
      if (typeof piece === 'string') return piece;
      const text = typeof piece === 'object' && piece !== null ? (piece as Fields)['text'] : undefined;
      return typeof text === 'string' ? text : '';
    })
    .join('');
}

/** The first of these fields that has a line of words; of lists their members, of objects their name. */
function findLine(fields: Fields, names: readonly string[]): Evidenced | undefined {
  for (const name of names) {
    const line = squeeze(makeLine(fields[name])).slice(0, LONGEST_LINE);
    if (line !== '') return { value: line, evidence: `field "${name}"` };
  }
  return undefined;
}

function makeLine(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value
      .slice(0, 20)
      .map(makeLine)
      .filter((each) => each !== '')
      .join(', ');
  if (typeof value !== 'object' || value === null) return '';
  const { name, title } = value as Fields;
  return typeof name === 'string' ? name : typeof title === 'string' ? title : '';
}

/** The channel that an export of a chat names. A person who wrote there is no outlet. */
function findChannel(fields: Fields): Evidenced | undefined {
  const id = fields['from_id'];
  return typeof id === 'string' && id.startsWith('channel') ? findLine(fields, ['from']) : undefined;
}

function findDate(fields: Fields, names: readonly string[]): Evidenced | undefined {
  for (const name of names) {
    const text = fields[name];
    const date = typeof text === 'string' ? parseDate(text.slice(0, 100)) : undefined;
    if (date !== undefined) return { value: date, evidence: `field "${name}"` };
  }
  return undefined;
}

function findSeconds(fields: Fields): Evidenced | undefined {
  const seconds = Number(fields[SECONDS]);
  if (!Number.isSafeInteger(seconds) || seconds <= 0 || seconds > 8_640_000_000) return undefined;
  return { value: new Date(seconds * 1000).toISOString(), evidence: `field "${SECONDS}"` };
}
