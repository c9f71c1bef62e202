import { squeeze } from './whitespace.ts';

/** What a page's JSON-LD says about its article. */
export interface JsonLdFacts {
  readonly headline?: string;
  readonly published?: string;
  readonly modified?: string;
  /** Persons, and names of which it is not said what they are. */
  readonly authors: readonly string[];
  /** Organisations given as authors: an agency, or the publisher itself. */
  readonly authorBodies: readonly string[];
  readonly publisher?: string;
  readonly body?: string;
  readonly language?: string;
  /** `isAccessibleForFree`. */
  readonly isFree?: boolean;
}

/** Bounds on hostile data: characters of one script, scripts, values looked at. */
const BOUNDS = { script: 2_000_000, scripts: 30, values: 20_000, name: 200, body: 1_000_000 } as const;

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads schema.org JSON-LD (https://schema.org/Article), also in `@graph`, arrays and nested parts. The first
 * article counts; scripts that are no JSON count as not there, as browsers and search engines hold it.
 */
export function readJsonLd(scripts: readonly string[]): JsonLdFacts {
  const objects = scripts.slice(0, BOUNDS.scripts).flatMap((script) => listObjects(parseScript(script)));
  const article = chooseArticle(objects);
  const byId = indexNamed(objects);
  const resolve = (value: unknown): unknown => resolveReference(value, byId);
  if (article === undefined) return { authors: [], authorBodies: [] };
  const headline = readText(article['headline']) ?? readText(article['name']);
  const published = readText(article['datePublished']) ?? readText(article['dateCreated']);
  const modified = readText(article['dateModified']);
  const publisher = readName(resolve(article['publisher']));
  const body = (readBody(article) ?? readUpdates(article))?.slice(0, BOUNDS.body);
  const isFree = readBoolean(article['isAccessibleForFree']);
  const language = readText(article['inLanguage']);
  const authors = article['author'] ?? article['creator'];
  return {
    authors: listNames(authors, { resolve, bodies: false }),
    authorBodies: listNames(authors, { resolve, bodies: true }),
    ...(headline === undefined ? {} : { headline }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(body === undefined ? {} : { body }),
    ...(language === undefined ? {} : { language }),
    ...(isFree === undefined ? {} : { isFree }),
  };
}

function readBody(article: Json): string | undefined {
  const body = article['articleBody'];
  return isText(body) ? body : undefined;
}

/** Entries of a live blog (https://schema.org/LiveBlogPosting), one below the other. */
function readUpdates(article: Json): string | undefined {
  const updates = article['liveBlogUpdate'];
  if (!Array.isArray(updates)) return undefined;
  const texts = updates
    .slice(0, 1_000)
    .filter(isObject)
    .flatMap((update) => [readText(update['headline']), readBody(update)])
    .filter((text) => text !== undefined);
  return texts.length === 0 ? undefined : texts.join('\n');
}

/** Many pages write booleans as text. */
function readBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (!isText(value)) return undefined;
  return /^false$/i.test(value) ? false : /^true$/i.test(value) ? true : undefined;
}

/** Objects with a name by their id; others are mere references to them. */
function indexNamed(objects: readonly Json[]): Map<string, Json> {
  const byId = new Map<string, Json>();
  for (const object of objects) {
    const id = object['@id'];
    if (isText(id) && Object.hasOwn(object, 'name') && !byId.has(id)) byId.set(id, object);
  }
  return byId;
}

function parseScript(script: string): unknown {
  if (script.length > BOUNDS.script) return undefined;
  const source = script
    .trim()
    .replace(/^(?:\/\/)?\s{0,5}(?:<!--|<!\[CDATA\[)/, '')
    .replace(/(?:\/\/\s{0,5})?(?:-->|\]\]>)$/, '')
    .replace(/;$/, '');
  try {
    return JSON.parse(source);
  } catch {
    // Raw line breaks within strings are the commonest fault; anything else is no JSON.
    return parseWithoutControls(source);
  }
}

function parseWithoutControls(source: string): unknown {
  try {
    return JSON.parse(source.replace(/[\u0000-\u001f]+/g, ' '));
  } catch {
    return undefined;
  }
}

/** All objects in a value, outermost first, without recursion and up to a bound. */
function listObjects(value: unknown): Json[] {
  const found: Json[] = [];
  const queue: unknown[] = [value];
  for (let i = 0; i < queue.length && i < BOUNDS.values; i++) {
    const item = queue[i];
    if (Array.isArray(item)) queue.push(...item.slice(0, 1_000));
    else if (isObject(item)) {
      found.push(item);
      for (const inner of Object.values(item).slice(0, 200)) if (typeof inner === 'object') queue.push(inner);
    }
  }
  return found;
}

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review|WebPage|ItemPage|Recipe)$/;
const PAGE_TYPE = /(?:WebPage|ItemPage)$/;

/** An article proper before a page that only has a date. */
function chooseArticle(objects: readonly Json[]): Json | undefined {
  const articles = objects.filter((object) => typesOf(object).some((type) => ARTICLE_TYPE.test(type)));
  const proper = articles.filter((object) => !typesOf(object).some((type) => PAGE_TYPE.test(type)));
  return (
    proper.find((object) => Object.hasOwn(object, 'datePublished')) ??
    proper[0] ??
    articles.find((object) => Object.hasOwn(object, 'datePublished'))
  );
}

function typesOf(object: Json): string[] {
  const type = object['@type'];
  if (isText(type)) return [type];
  return Array.isArray(type) ? type.filter(isText).slice(0, 10) : [];
}

function resolveReference(value: unknown, byId: ReadonlyMap<string, Json>): unknown {
  if (!isObject(value) || Object.hasOwn(value, 'name') || !isText(value['@id'])) return value;
  return byId.get(value['@id']) ?? value;
}

function listNames(
  value: unknown,
  { resolve, bodies }: { resolve: (value: unknown) => unknown; bodies: boolean },
): string[] {
  const values = (Array.isArray(value) ? value.slice(0, 20) : [value]).map(resolve);
  const names = values
    .filter((item) => isBody(item) === bodies)
    .map(readName)
    .filter((name) => name !== undefined);
  return [...new Set(names)];
}

function isBody(value: unknown): boolean {
  return isObject(value) && typesOf(value).some((type) => /Organi[sz]ation|Corporation$/.test(type));
}

function readName(value: unknown): string | undefined {
  // One level of array only: hostile data nests without end.
  const first = Array.isArray(value) ? value[0] : value;
  if (isObject(first)) return Object.hasOwn(first, 'name') ? readText(first['name']) : undefined;
  return isText(first) ? readText(first) : undefined;
}

function readText(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (!isText(first)) return undefined;
  const text = squeeze(first.slice(0, 2_000));
  return text === '' || text.length > 500 ? undefined : text;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
