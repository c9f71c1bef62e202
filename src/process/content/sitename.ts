import type { Block } from './blocks.ts';
import { findHost } from './host.ts';
import { innerText, type PageFacts } from './pagefacts.ts';
import { HEADING_TAGS, UNREAD_TAGS } from './tags.ts';
import { compactName, type Evidenced, isSameName, splitTitle } from './title.ts';
import type { PageTree } from './tree.ts';
import { squeeze } from './whitespace.ts';

/** What a site's name is found from. */
export interface SiteNameInput {
  readonly tree: PageTree;
  readonly blocks: readonly Block[];
  readonly facts: PageFacts;
  readonly host: string | undefined;
}

/** Where a page shows the name of its site; two of these must agree before it is believed. */
type Place = 'title part' | 'masthead' | 'host' | 'rights line' | 'feed';

const LONGEST_NAME = 60;
const MOST_WORDS = 7;

/**
 * The name of a site that does not state it for machines: what stands at an end of the title element, or at the head
 * of the page, and stands again elsewhere: as letters of the host, in the rights line, in the name of the feed.
 *
 * @example
 * // <title>Port shut after storm - The Veles Courier</title> … <p>© 2031 The Veles Courier
 * findSiteName(page); // { value: 'The Veles Courier', evidence: 'title part that agrees with the rights line' }
 */
export function findSiteName({ tree, blocks, facts, host }: SiteNameInput): Evidenced | undefined {
  const titleParts = findTitleParts(facts.title);
  const ownHost = host ?? findHost(facts.meta.get('og:url') ?? facts.canonical);
  const mastheads = findMastheads(tree, ownHost);
  const rights = findRightsLines(blocks);
  let best: Evidenced | undefined;
  let most = 1;
  for (const name of [...titleParts, ...mastheads]) {
    if (!isName(name)) continue;
    const places: Place[] = [];
    if (titleParts.some((part) => isSameName(part, name))) places.push('title part');
    if (mastheads.some((text) => isSameName(text, name))) places.push('masthead');
    if (ownHost !== undefined && agreesWithHost(name, ownHost)) places.push('host');
    if (rights.some((line) => line.includes(wordsOf(name)))) places.push('rights line');
    if (facts.feeds.some((title) => wordsOf(title).startsWith(wordsOf(name)))) places.push('feed');
    if (places.length <= most) continue;
    most = places.length;
    best = { value: name, evidence: `${places[0]} that agrees with the ${places[1]}` };
  }
  return best;
}

/** Names of sections and pages, which stand where a site's name does. */
const SECTIONS =
  /^(?:(?:latest |top |breaking |all |the )?(?:news|stories|headlines)|home ?page|home|world|international|politics|business|economy|markets|sports?|opinion|culture|local|national|regional?|security|defen[cs]e|science|health|technology|tech|travel|video|videos|live|photos|blogs?|startseite|nachrichten|politik|wirtschaft|inicio|noticias|accueil|actualités|africa|americas|asia|europe|middle east|us|u\.s\.|uk|front page|menu|search|login|log in|sign in|subscribe|skip to (?:main )?content|skip navigation|navigation|advertisement|about us|contact us)$/i;

/** Lines that name another, or nothing. */
const NO_NAMES = /^[©(]|\b(?:powered by|a division of|policy|copyright|all rights)\b/i;

function isName(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const words = text.split(' ').length;
  if (NO_NAMES.test(text)) return false;
  return letters >= 3 && text.length <= LONGEST_NAME && words <= MOST_WORDS && !SECTIONS.test(text);
}

/** The ends of a title element, and what stands before its first colon. */
function findTitleParts(title: string | undefined): string[] {
  if (title === undefined) return [];
  const parts = splitTitle(title);
  const colon = title.indexOf(': ');
  const prefix = colon > 0 && colon <= LONGEST_NAME ? [title.slice(0, colon).trim()] : [];
  return parts.length < 2 ? prefix : [parts.at(-1)!, parts[0]!, ...prefix];
}

const MOST_MASTHEADS = 20;
/** Addresses that lead to a site's first page. */
const HOME_ADDRESS =
  /^(?:https?:\/\/[^/?#]{1,100})?(?:\.{0,2}\/){0,3}(?:(?:index|default|home)(?:\.[a-z]{2,5})?|[a-z]{2})?\/?$/i;

/** The page's first words, and what links to its first page say or show. */
function findMastheads(tree: PageTree, host: string | undefined): string[] {
  const first = findFirstText(tree);
  const names = first === undefined ? [] : [first];
  for (let i = 0; i < tree.tag.length && names.length < MOST_MASTHEADS; i++) {
    const attributes = tree.attributes[i];
    if (tree.tag[i] !== 'a' || attributes === undefined) continue;
    const href = attributes['href']?.trim();
    if (!href || !leadsHome(href, host) || tree.end[i]! - i > 60) continue;
    names.push(squeeze(innerText(tree, i).slice(0, 200)));
    for (const name of [attributes['title'], attributes['aria-label']]) if (name) names.push(squeeze(name));
    for (let inner = i + 1; inner < tree.end[i]!; inner++) {
      const alt = tree.tag[inner] === 'img' ? tree.attributes[inner]?.['alt'] : undefined;
      if (alt) names.push(squeeze(alt.replace(/\s(?:logo|home ?page|home)$/i, '')));
    }
  }
  return names.filter((name) => name !== '');
}

function leadsHome(href: string, host: string | undefined): boolean {
  if (href.length > 150 || !HOME_ADDRESS.test(href)) return false;
  return !/^https?:/i.test(href) || (host !== undefined && findHost(href) === host);
}

function findFirstText(tree: PageTree): string | undefined {
  let isBody = false;
  for (let i = 0; i < tree.tag.length; i++) {
    const tag = tree.tag[i]!;
    if (tag === 'body') isBody = true;
    else if (UNREAD_TAGS.has(tag)) i = tree.end[i]! - 1;
    else if (isBody && tag === '#text') {
      // A page without a masthead begins with the heading of its article.
      if (HEADING_TAGS.has(tree.tag[tree.parent[i]!] ?? '') && squeeze(tree.text[i]!.slice(0, 500)) !== '')
        return undefined;
      const text = squeeze(tree.text[i]!.slice(0, 500));
      if (text !== '' && !SECTIONS.test(text)) return text;
    }
  }
  return undefined;
}

const RIGHTS = /©|\(c\)|copyright|rights reserved|alle rechte|derechos reservados|droits réservés/i;
const LONGEST_RIGHTS = 400;

function findRightsLines(blocks: readonly Block[]): string[] {
  return blocks
    .filter(({ text }) => text.length <= LONGEST_RIGHTS && RIGHTS.test(text))
    .slice(-20)
    .map(({ text }) => wordsOf(text));
}

/** The words of a text in lower case with one space around each, so that whole words are compared. */
function wordsOf(text: string): string {
  return ` ${(
    text
      .slice(0, LONGEST_RIGHTS)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')} `;
}

/**
 * Whether a host is made of a name's letters: all of them, or some of its words in order, the first one among them.
 *
 * @example
 * agreesWithHost('Veles Harbour Courier', 'velescourier.example'); // true
 */
export function agreesWithHost(name: string, host: string): boolean {
  const bare = name.replace(/\.[a-z]{2,6}$/i, '');
  const words = bare.split(/\s+/).map(compactName).filter(Boolean).slice(0, MOST_WORDS);
  const stem = words[0] === 'the' ? words.slice(1) : words;
  const labels = host.split('.').map(compactName);
  return labels.some((label) => {
    if (label.length < 3) return false;
    const whole = stem.join('');
    if (label === whole || label === `the${whole}`) return true;
    return label.length >= 6 && isMadeOfWords(label, stem);
  });
}

function isMadeOfWords(label: string, words: readonly string[]): boolean {
  const first = words[0];
  if (first === undefined || first.length < 2 || !label.startsWith(first)) return false;
  let at = first.length;
  let used = 1;
  for (const word of words.slice(1)) {
    if (word.length < 2 || !label.startsWith(word, at)) continue;
    at += word.length;
    used++;
  }
  return at === label.length && used >= 2;
}
