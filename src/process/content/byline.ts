import type { Block } from './blocks.ts';
import { findDate } from './dates.ts';
import type { JsonLdFacts } from './jsonld.ts';
import { findByline } from './lines.ts';
import { innerText, type PageFacts, readMarkup } from './pagefacts.ts';
import { isElsewhere } from './published.ts';
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

/** Who wrote it, as printed: from JSON-LD, `meta`, an element marked as the author, or a visible line near the title. */
export function findPageByline({ tree, why, blocks, facts, jsonLd }: BylineInput): string | undefined {
  const authors = jsonLd.authors.map(readMarkup).filter(isUsable).join(', ');
  for (const raw of [authors, ...META_NAMES.map((name) => facts.meta.get(name))]) {
    const value = cleanByline(readMarkup(raw ?? ''));
    if (isUsable(value)) return value;
  }
  return findMarked(tree, why) ?? findVisible(blocks);
}

const LONGEST_NAME = 60;

/** An element marked as the author by `rel`, `itemprop` or a class of that name. */
function findMarked(tree: PageTree, why: readonly (string | undefined)[]): string | undefined {
  for (let i = 0; i < tree.tag.length; i++) {
    const attributes = tree.attributes[i];
    if (attributes === undefined || isElsewhere(why[i]) || !isMarkedAuthor(attributes)) continue;
    if (tree.end[i]! - i > 40) continue;
    const value = cleanByline(attributes['content'] ?? squeeze(innerText(tree, i).slice(0, 500)));
    if (isUsable(value) && value.length <= LONGEST_NAME && !/\d{2}|[.!?]$/.test(value)) return value;
  }
  return undefined;
}

function isMarkedAuthor(attributes: Readonly<Record<string, string>>): boolean {
  if (attributes['rel']?.split(/\s+/).includes('author') || attributes['itemprop'] === 'author') return true;
  const names = attributes['class'];
  return (
    names !== undefined &&
    /(?:^|\s)(?:author|authors|autor|auteur|byline|author[-_]{1,2}name|byline[-_]{1,2}name|byline[-_]{1,2}author|entry-author|post-author|fn)(?:\s|$)/i.test(
      names.slice(0, 300),
    )
  );
}

/** A line that is nothing but a byline, or one that the markup calls so. */
function findVisible(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) {
    if (block.hidden || block.text.length > LONGEST_BYLINE) continue;
    const name = findByline(block.text);
    if (name !== undefined) return name;
    if (block.why !== 'byline' || block.text.length > 80) continue;
    const value = cleanByline(block.text);
    if (isUsable(value) && !/\d{2}/.test(value)) return value;
  }
  return undefined;
}

/** The name without "By" before it, and without a date or label behind it. */
function cleanByline(text: string): string {
  const date = findDate(text);
  const undated = date === undefined ? text : text.slice(0, date.start);
  const name =
    findByline(undated) ??
    undated.replace(
      /^(?:(?:(?:view all posts|posted|written|published|reported) |(?:veröffentlicht|eingestellt|geschrieben|verfasst|gepostet|ein beitrag) |(?:publié|publicado|escrito|écrit|geschreven) )?(?:by|von|vom|por|par|di|door)|autor(?:in)?|author)(?:\s{0,2}:\s{0,2}|\s+)/i,
      '',
    );
  return name
    .replace(/\s(?:kategorien?|tags?|categor(?:y|ies))\s?:.*$/i, '')
    .replace(/[\s,;:|–—-]{1,10}$/u, '')
    .trim();
}

function isUsable(value: string): boolean {
  return (
    value !== '' &&
    value.length <= LONGEST_BYLINE &&
    /\p{L}/u.test(value) &&
    !/^https?:|^www\.|[<>{}→»]|^(?:null|undefined|unknown|admin|none|n\/a|author|autor|webmaster|wordpressadmin|administrator)$/i.test(
      value,
    )
  );
}
