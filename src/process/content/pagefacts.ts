import { type PageTree, parseTree } from './tree.ts';
import { squeeze } from './whitespace.ts';

/** What stands in a page's head, before any of it is believed. */
export interface PageFacts {
  /** First content of each `meta` by its name or property, in lower case. */
  readonly meta: ReadonlyMap<string, string>;
  readonly title?: string;
  readonly htmlLanguage?: string;
  /** Sources of JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  /** `link rel=canonical`. */
  readonly canonical?: string;
  /** `link rel=next`. */
  readonly next?: string;
  /** Titles of the site's feeds (`link rel=alternate`). */
  readonly feeds: readonly string[];
}

const BOUNDS = { metas: 500, scripts: 30, title: 1_000, feeds: 10 } as const;

const FEED = /^application\/(?:rss|atom)\+xml/i;

/** Gathers the head's facts in one pass; they are looked for in the whole page, for many heads are broken. */
export function findPageFacts(tree: PageTree): PageFacts {
  const meta = new Map<string, string>();
  const jsonLd: string[] = [];
  const feeds: string[] = [];
  let title: string | undefined;
  let htmlLanguage: string | undefined;
  let canonical: string | undefined;
  let next: string | undefined;
  for (let i = 0; i < tree.tag.length; i++) {
    const tag = tree.tag[i]!;
    if (tag === '#text') continue;
    const attributes = tree.attributes[i];
    if (tag === 'meta' && attributes !== undefined) addMeta(meta, attributes);
    else if (tag === 'title' && title === undefined && !isInSvg(tree, i))
      title = squeeze(innerText(tree, i).slice(0, BOUNDS.title));
    else if (tag === 'html' || tag === 'body')
      htmlLanguage ??= attributes?.['lang'] ?? attributes?.['xml:lang'];
    else if (
      tag === 'script' &&
      jsonLd.length < BOUNDS.scripts &&
      /^application\/ld\+json/i.test(attributes?.['type'] ?? '')
    ) {
      jsonLd.push(innerText(tree, i));
    } else if (tag === 'link' && attributes?.['rel'] === 'canonical') canonical ??= attributes['href'];
    else if (tag === 'link' && attributes?.['rel'] === 'next') next ??= attributes['href'];
    else if (tag === 'link' && FEED.test(attributes?.['type'] ?? '') && feeds.length < BOUNDS.feeds)
      feeds.push(squeeze(attributes?.['title'] ?? ''));
  }
  return {
    meta,
    jsonLd,
    feeds,
    ...(title ? { title } : {}),
    ...(htmlLanguage ? { htmlLanguage } : {}),
    ...(canonical ? { canonical } : {}),
    ...(next ? { next } : {}),
  };
}

function addMeta(meta: Map<string, string>, attributes: Readonly<Record<string, string>>): void {
  const content = squeeze(attributes['content'] ?? '');
  if (content === '' || meta.size >= BOUNDS.metas) return;
  for (const name of [
    attributes['property'],
    attributes['name'],
    attributes['itemprop'],
    attributes['http-equiv'],
  ]) {
    const key = name?.trim().toLowerCase();
    if (key && !meta.has(key)) meta.set(key, content);
  }
}

function isInSvg(tree: PageTree, node: number): boolean {
  for (let up = tree.parent[node]!; up >= 0; up = tree.parent[up]!) if (tree.tag[up] === 'svg') return true;
  return false;
}

/** All characters below a node. */
export function innerText(tree: PageTree, node: number): string {
  const parts: string[] = [];
  for (let i = node + 1; i < tree.end[node]!; i++) if (tree.tag[i] === '#text') parts.push(tree.text[i]!);
  return parts.join('');
}

/**
 * A value that may hold markup and entities, as plain text in one line.
 *
 * @example
 * readMarkup('Port &amp; <em>airport</em>'); // 'Port & airport'
 */
export function readMarkup(value: string): string {
  if (!/[<&]/.test(value)) return squeeze(value);
  const tree = parseTree(value);
  return squeeze(tree.text.filter((_, i) => tree.tag[i] === '#text').join(''));
}
