import type { Block } from './blocks.ts';
import { findDate } from './dates.ts';
import type { JsonLdFacts } from './jsonld.ts';
import { findByline, isBareName } from './lines.ts';
import { indexOpenings } from './openings.ts';
import { innerText, type PageFacts, readMarkup } from './pagefacts.ts';
import { isElsewhere } from './published.ts';
import { endsSentence } from './select.ts';
import { agreesWithHost } from './sitename.ts';
import { type Evidenced, isSameName } from './title.ts';
import type { PageTree } from './tree.ts';
import { squeeze } from './whitespace.ts';

const LONGEST_BYLINE = 200;

/** What a byline is found from. */
export interface BylineInput {
  readonly tree: PageTree;
  /** Why each node is no part of the article. */
  readonly why: readonly (string | undefined)[];
  /** Blocks, nearest to the title first. */
  readonly blocks: readonly Block[];
  readonly facts: PageFacts;
  readonly jsonLd: JsonLdFacts;
  readonly outlet: string | undefined;
  readonly host: string | undefined;
}

const META_NAMES = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'byl',
];

/**
 * Who wrote it, as printed, and where that stands: in JSON-LD, a `meta`, an element marked as the author, or a visible
 * line near the title. The publisher's own name is no byline; an agency's is.
 */
export function findPageByline(page: BylineInput): Evidenced | undefined {
  return findStated(page) ?? findMarked(page) ?? findVisible(page) ?? findOwner(page);
}

/** On a site named after a person, that person, where no one else is named. */
function findOwner(page: BylineInput): Evidenced | undefined {
  const owner = page.jsonLd.authors
    .map((name) => cleanByline(readMarkup(name)))
    .find((name) => isBareName(name) && !isSiteName(name, page));
  return owner === undefined ? undefined : { value: owner, evidence: 'JSON-LD author' };
}

function findStated(page: BylineInput): Evidenced | undefined {
  const { facts, jsonLd } = page;
  const usable = (name: string): boolean => isUsable(name) && !isPublisher(name, page);
  const persons = jsonLd.authors.map(readMarkup).filter(usable);
  const bodies = jsonLd.authorBodies.map(readMarkup).filter(usable);
  const stated: [string, string][] = [
    [persons.map(cleanByline).join(', '), 'JSON-LD author'],
    ...META_NAMES.map((name): [string, string] => [facts.meta.get(name) ?? '', `meta ${name}`]),
    [bodies.map(cleanByline).join(', '), 'JSON-LD author'],
  ];
  for (const [raw, evidence] of stated) {
    if (raw === '') continue;
    const value = dropRepeat(cleanByline(readMarkup(raw)));
    const isOwn = evidence === 'JSON-LD author' ? value === '' : isPublisher(value, page);
    if (isUsable(value) && !isOwn) return { value, evidence };
  }
  return undefined;
}

/** Whether a name is that under which the page's site calls itself. */
function isSiteName(name: string, { facts, jsonLd, outlet }: BylineInput): boolean {
  const own = [outlet, jsonLd.publisher, facts.meta.get('og:site_name'), facts.meta.get('application-name')];
  // `The Veles Courier, Veles, Germany`
  const first = name.split(',', 1)[0]!;
  return own.some((other) => other !== undefined && (isSameName(name, other) || isSameName(first, other)));
}

const BODY =
  /\b(?:GmbH|AG|e\. ?V\.|Ltd|Limited|Inc|LLC|S\. ?A\.|Verlag|Media|Group|Kitchens|Publishing)(?![\p{L}])|, (?:Germany|Deutschland|Österreich|Austria|Schweiz|Switzerland)$|^\S{2,40}\.(?:com|de|at|ch|org|net|pl|fr|es|co\.uk)\b/iu;

/** Whether a name is the publisher's: the site's, one made of its address, or that of a company. */
function isPublisher(name: string, page: BylineInput): boolean {
  if (isSiteName(name, page) || BODY.test(name)) return true;
  return page.host !== undefined && agreesWithHost(name, page.host);
}

const LONGEST_NAME = 60;
/** Line of author, date and what else stands there. */
const LONGEST_LINE = 140;
/** Elements and texts between the title and what stands beside it. */
const BESIDE_TITLE = 60;

/** An element marked as the author by `rel`, `itemprop`, a class of that name, or a link to the author's page. */
function findMarked(page: BylineInput): Evidenced | undefined {
  const { tree, why, blocks } = page;
  // What stands above the title is another article's, or the masthead.
  const title = blocks[0]?.node ?? 0;
  let best: { evidence: Evidenced; rank: number } | undefined;
  for (let i = 0; i < tree.tag.length; i++) {
    const attributes = tree.attributes[i];
    if (attributes === undefined || tree.end[i]! - i > 40) continue;
    const mark = findMark(attributes, tree.tag[i]!);
    if (mark === undefined || why[i] === 'comments') continue;
    // Beside the title even a menu of the article's tools says who wrote it.
    if (isElsewhere(why[i]) && Math.abs(i - title) > BESIDE_TITLE) continue;
    const rank = mark.rank + (i < title ? 2 : 0);
    if (best !== undefined && rank >= best.rank) continue;
    const value = cleanByline(attributes['content'] ?? squeeze(innerText(tree, i).slice(0, 500)));
    // A text may link to anybody's page: only in a short line near the title is it the author's.
    if (mark.rank === 2 && !isInShortLine(page, i, value)) continue;
    if (!isMarkedName(value) || isPublisher(value, page) || isSameName(value, blocks[0]?.text ?? ''))
      continue;
    best = { evidence: { value: dropRepeat(value), evidence: mark.evidence }, rank };
    if (rank === 1) break;
  }
  return best?.evidence;
}

function isInShortLine({ tree, blocks }: BylineInput, node: number, name: string): boolean {
  return blocks.some(
    (block) =>
      block.node <= node &&
      node < tree.end[block.node]! &&
      block.text.length <= LONGEST_LINE &&
      block.text.includes(name) &&
      !endsSentence(block.text),
  );
}

/** Figures are part of a user's name, and of nothing else that names an author. */
function isMarkedName(value: string): boolean {
  if (!isUsable(value) || value.length > LONGEST_NAME || /[!?:]$|\p{L}{3}\.$/u.test(value)) return false;
  return !/\d{2}/.test(value) || !value.includes(' ');
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:author|authors|autor|autoren|auteur|byline)(?:[-_]{1,2}(?:name|names|link|header|title|text|meta|info))?(?:[-_]{1,2}link)?(?:\s|$)|(?:^|\s)(?:authorName|bylineName|itemPoster|fn)(?:\s|$)/;
const NOT_AUTHOR = /comment|kommentar|bio|box|avatar|image|photo|social|related/i;
/** Addresses of the pages on which sites present their authors. */
const AUTHOR_PAGE =
  /\/(?:authors?|autore?n?|auteurs?|autor(?:es|in|innen)?|reporters?|journalists?|contributors?|correspondents?|columnists?|writers?|by|profile?s?|staff|redaktion|people)\/(?!$|feed|page)[^/?#]{3,}/i;

/** How an element says that it names the author; the lower rank, the surer. */
function findMark(
  attributes: Readonly<Record<string, string>>,
  tag: string,
): { evidence: string; rank: number } | undefined {
  if (attributes['itemprop'] === 'author') return { evidence: 'itemprop author', rank: 1 };
  if (attributes['rel']?.split(/\s+/).includes('author')) return { evidence: 'rel author', rank: 1 };
  const names = attributes['class']?.slice(0, 300);
  if (names !== undefined && AUTHOR_CLASS.test(names) && !NOT_AUTHOR.test(names))
    return { evidence: 'element of class author', rank: 1 };
  const href = tag === 'a' ? attributes['href']?.slice(0, 300) : undefined;
  return href !== undefined && AUTHOR_PAGE.test(href) && !href.includes('creativecommons.org')
    ? { evidence: "link to the author's page", rank: 2 }
    : undefined;
}

/** "By" in a line with other things in it: `Posted on 3 May 2031 by Ann Example`. */
const BY_WITHIN =
  /(?:^|[\s|·•–—-])(?:by|von|por|par|przez|door|di|av|автор:?)\s((?:(?:Dr|Prof)\.\s)?\p{Lu}[\p{L}.'’-]{1,20}(?:\s(?:(?:de|van|von|der|la|bin|al|und|and|y|et)\s)?\p{Lu}[\p{L}.'’-]{0,20}){1,4})(?=$|\s?[|·•,(–—-]|\s(?:am|on|um|at|in|le|el|den|vom)\s|\s{0,2}\d)/u;

/** A line that is nothing but a byline, one that the markup calls so, or one of date and name. */
function findVisible(page: BylineInput): Evidenced | undefined {
  for (const block of page.blocks) {
    const { text, why } = block;
    if (block.hidden || text.length > LONGEST_BYLINE || isElsewhere(why)) continue;
    const value = readLine(block);
    if (value !== undefined && isUsable(value) && !isPublisher(value, page))
      return { value: dropRepeat(value), evidence: 'visible byline' };
  }
  return undefined;
}

function readLine({ text, why }: Block): string | undefined {
  const name = findByline(text);
  if (name !== undefined) return cleanByline(name);
  if (why === 'byline' && text.length <= 80) {
    const value = cleanByline(text);
    return /\d{3}/.test(value) ? undefined : value;
  }
  if (text.length > 140) return undefined;
  const isOfArticle = why === 'article data' || why === 'date line' || findDate(text, 'dmy') !== undefined;
  return isOfArticle ? BY_WITHIN.exec(text)?.[1] : undefined;
}

const LABEL =
  /^(?:(?:(?:view all posts|posted|written|published|reported) |(?:veröffentlicht|eingestellt|geschrieben|verfasst|erstellt|gepostet|ein (?:beitrag|artikel|gastbeitrag)) |(?:publié|publicado|escrito|écrit|geschreven) )?(?:by|von|vom|por|par|di|door)|autore?n?|autorin|author|auteur|redaktion|(?:text|words|story|bericht|interview)(?: (?:und|and|&) (?:text|interview|photos|fotos))?\s?(?=:))(?:\s{0,2}:\s{0,2}|\s+(?=\p{L}))/iu;
/** What stands beside the date in a line that also names the author: before it, and at the end of what stands before it. */
const DATE_LABEL =
  /^(?:zuletzt |last )?(?:posted|published|updated|modified|created|veröffentlicht|publiziert|aktualisiert|geändert|erstellt|publié|publicado|pubblicato|opublikowano)(?![\p{L}])(?:\s(?:on|am|vom|el|le)(?!\p{L}))?[\s:]{0,2}/iu;
const DATE_PREPOSITION = /\s(?:on|am|um|at|le|el|in)$/i;

const findLabels = indexOpenings([LABEL, DATE_LABEL]);

function dropDateLabel(text: string): string {
  const bare = (findLabels(text) & 2) === 0 ? text : text.replace(DATE_LABEL, '');
  return bare.replace(DATE_PREPOSITION, '');
}

/** The name without "By" before it, and without a date, an address or label around it. */
function cleanByline(text: string): string {
  const undated = stripDate(text);
  const name = findByline(undated) ?? BY_WITHIN.exec(undated)?.[1] ?? dropLabel(undated);
  return dropDateLabel(dropAddress(name).trim())
    .replace(/[\s,;:|–—-]{1,10}$/u, '')
    .trim();
}

function dropLabel(text: string): string {
  return (findLabels(text) & 1) === 0 ? text : text.replace(LABEL, '');
}

function dropAddress(name: string): string {
  if (!/[:.@]/.test(name)) return name;
  return name
    .replace(/\s(?:kategorien?|tags?|categor(?:y|ies)|fotos?|photos?|bilder|illustrations?)\s?:.*$/i, '')
    .replace(/[\s,|(–—-]{0,5}(?:https?:\/\/|www\.)\S.*$/i, '')
    .replace(/[\s,|(–—-]{0,5}[\w.+-]{1,60}@[\w.-]{1,80}\)?$/, '');
}

/** What stands before a date, or after it where nothing but its label does. */
function stripDate(text: string): string {
  const date = findDate(text, 'dmy');
  if (date === undefined) return text;
  const before = dropDateLabel(text.slice(0, date.start));
  return /\p{L}/u.test(before) ? before : text.slice(date.end).replace(/^[\s|,·•/–—-]{1,5}/u, '');
}

/** Sites that print a name for wide and for narrow screens have it twice. */
function dropRepeat(name: string): string {
  const half = name.slice(0, (name.length - 1) / 2);
  return name.length > 8 && name === `${half} ${half}` ? half : name;
}

const NO_NAME =
  /^https?:|^www\.|[<>{}→»©#]|^(?:null|undefined|unknown|admin|none|n\/a|author|autor|auteur|anonymous|anonymo?us|anónimo|no author|publisher|super user|user|root|editor|von|by|por|par|webmaster|[\w-]{0,20}admin|administrator|contributors to .*|(?:view|see) (?:my|full) .*|afficher .*|ver (?:mi|todo) .*|mein profil.*|copyright\b.*)$/i;

function isUsable(value: string): boolean {
  return (
    value !== '' && value.length <= LONGEST_BYLINE && /\p{L}{2}/u.test(value) && !NO_NAME.test(value.trim())
  );
}
