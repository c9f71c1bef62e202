import type { Block } from './blocks.ts';
import type { Regions } from './regions.ts';
import { HEADING_TAGS } from './tags.ts';
import { compareTitleWords, readTitleWords } from './title.ts';
import type { PageTree } from './tree.ts';

/** A range of nodes, `from` included and `to` not, that holds the article. */
export interface ArticleRange {
  readonly from: number;
  readonly to: number;
  /** How it was found: `named article`, `article of the title`, `densest part`, `whole page`. */
  readonly by: string;
}

/** A child that holds this share of its parent's running text stands for the parent. */
const DESCENT_SHARE = 0.8;
/** A part that calls itself the article is believed if it holds this share of the densest part's running text. */
const NAMED_SHARE = 0.5;
const SURE_SHARE = 0.3;

/**
 * Finds the part of the page that holds the article: from the top down to the smallest part that still holds
 * nearly all running text, unless a part inside or around it says by its name that it is the article.
 */
export function findArticle(page: ArticlePage): ArticleRange {
  const { tree, blocks, regions } = page;
  const mass = measureRunningText(tree, blocks);
  const dense = findDensest(tree, blocks, mass);
  const named = findNamed(tree, regions, mass);
  const denseMass = dense < 0 ? total(tree, mass) : mass[dense]!;
  const share = named.sure ? SURE_SHARE : NAMED_SHARE;
  const isNamed = named.from >= 0 && named.mass >= denseMass * share && named.mass > 0;
  const titled = named.sure ? -1 : findTitled(page, isNamed ? named.from : dense, mass);
  if (titled >= 0) return { from: titled, to: tree.end[titled]!, by: 'article of the title' };
  if (isNamed) return { from: named.from, to: named.to, by: 'named article' };
  if (dense < 0) return { from: 0, to: tree.tag.length, by: 'whole page' };
  return { from: dense, to: tree.end[dense]!, by: 'densest part' };
}

/** What the article is found from. */
export interface ArticlePage {
  readonly tree: PageTree;
  readonly blocks: readonly Block[];
  readonly regions: Regions;
  readonly title: string | undefined;
}

/** Running text that an `article` with the page's title must have to be believed over a larger part. */
const TITLED_TEXT = 150;

/**
 * The `article` that holds the page's title, where the part found is, or holds, a list of other articles below it; else
 * -1. Pages that hang more articles below the first one mark all of them alike.
 */
function findTitled(page: ArticlePage, found: number, mass: Float64Array): number {
  const { tree, blocks, title } = page;
  if (title === undefined) return -1;
  const words = readTitleWords(title);
  const heading = blocks.find(
    (block) =>
      HEADING_TAGS.has(block.tag) &&
      !block.hidden &&
      compareTitleWords(readTitleWords(block.text), words) >= 0.9,
  );
  if (heading === undefined) return -1;
  let own = heading.node;
  while (own >= 0 && tree.tag[own] !== 'article') own = tree.parent[own]!;
  if (own < 0 || mass[own]! < TITLED_TEXT) return -1;
  // What was found lies within the article of the title: all is well.
  if (found >= own && found < tree.end[own]!) return -1;
  const from = Math.max(found, 0);
  const to = found < 0 ? tree.tag.length : tree.end[found]!;
  if (found >= tree.end[own]!) return countArticles(page, from, to).all >= 3 ? own : -1;
  return countArticles(page, tree.end[own]!, to).linked >= 2 ? own : -1;
}

/** How many `article` elements a range holds, and how many of them have a heading that leads to a page of its own. */
function countArticles(
  { tree, blocks }: ArticlePage,
  from: number,
  to: number,
): { all: number; linked: number } {
  let all = 0;
  for (let i = from; i < to; i++) if (tree.tag[i] === 'article') all++;
  if (all === 0) return { all, linked: 0 };
  const linked = blocks.filter(
    ({ node, tag, linkDensity }) => node >= from && node < to && HEADING_TAGS.has(tag) && linkDensity > 0.85,
  );
  return { all, linked: Math.min(all, linked.length) };
}

/** How much a block looks like running text of an article, in characters. */
export function weighBlock(block: Block): number {
  if (block.hidden || block.why !== undefined || block.linkDensity > 0.5) return 0;
  const length = measureLength(block.text);
  const weight = length * (1 - block.linkDensity);
  if (length >= 80) return weight;
  return endsSentence(block.text) && length >= 25 ? weight : 0;
}

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？؟।:][)"”»’'\]]{0,2}$|["”»]$/u.test(text);
}

/** Characters, an ideograph or kana counted as three: it says as much as three letters do. */
export function measureLength(text: string): number {
  if (!/[\u3040-\u9fff]/.test(text)) return text.length;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    length += code >= 0x3040 && code <= 0x9fff ? 3 : 1;
  }
  return length;
}

function measureRunningText(tree: PageTree, blocks: readonly Block[]): Float64Array {
  const mass = new Float64Array(tree.tag.length);
  for (const block of blocks) mass[block.node]! += weighBlock(block);
  for (let i = mass.length - 1; i >= 0; i--) {
    const parent = tree.parent[i]!;
    if (parent >= 0) mass[parent]! += mass[i]!;
  }
  return mass;
}

function total(tree: PageTree, mass: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mass.length; i = tree.end[i]!) sum += mass[i]!;
  return sum;
}

function findDensest(tree: PageTree, blocks: readonly Block[], mass: Float64Array): number {
  let current = -1;
  let currentMass = total(tree, mass);
  if (currentMass === 0) return -1;
  for (;;) {
    const next = heaviestChild(tree, mass, current);
    if (next < 0 || mass[next]! < currentMass * DESCENT_SHARE) return current;
    if (isContainer(tree, next)) current = next;
    else {
      const cell = findLayoutCell(tree, blocks, mass, next);
      if (cell < 0) return current;
      current = cell;
    }
    currentMass = mass[current]!;
  }
}

/** In a table that lays out a page, the cell that holds nearly all running text, in several pieces; else -1. */
function findLayoutCell(tree: PageTree, blocks: readonly Block[], mass: Float64Array, from: number): number {
  let node = from;
  while (tree.tag[node] === 'tbody' || tree.tag[node] === 'tr') {
    const next = heaviestChild(tree, mass, node);
    if (next < 0 || mass[next]! < mass[from]! * DESCENT_SHARE) return -1;
    node = next;
  }
  if (tree.tag[node] !== 'td') return -1;
  const pieces = blocks.filter(
    (block) => block.node >= node && block.node < tree.end[node]! && weighBlock(block) > 0,
  );
  return pieces.length >= 2 ? node : -1;
}

/** A paragraph or list is no part to hold an article: what stands beside it belongs to it. */
function isContainer(tree: PageTree, node: number): boolean {
  return !['p', 'ul', 'ol', 'li', 'blockquote', 'tbody', 'tr', 'span', 'dl'].includes(tree.tag[node]!);
}

function heaviestChild(tree: PageTree, mass: Float64Array, node: number): number {
  const end = node < 0 ? tree.tag.length : tree.end[node]!;
  let best = -1;
  for (let child = node + 1; child < end; child = tree.end[child]!) {
    if (best < 0 || mass[child]! > mass[best]!) best = child;
  }
  return best;
}

/** The first part that says outright that it is the article is believed with this share of the largest such part. */
const FIRST_SHARE = 0.3;

/**
 * The part named as the article. Where parts say so outright the first of some size is taken, for endless pages hang
 * other articles below it; else the one with the most running text, of nested ones the innermost that loses little.
 */
function findNamed(
  tree: PageTree,
  regions: Regions,
  mass: Float64Array,
): { from: number; to: number; mass: number; sure: boolean } {
  let largest = 0;
  for (let i = 0; i < mass.length; i++) if (regions.article[i] === 2) largest = Math.max(largest, mass[i]!);
  for (let i = 0; i < mass.length && largest > 0; i++) {
    if (regions.article[i] === 2 && mass[i]! >= largest * FIRST_SHARE)
      return { ...joinParts(tree, regions, mass, i), sure: true };
  }
  const node = findLoose(tree, regions, mass);
  return { from: node, to: node < 0 ? -1 : tree.end[node]!, mass: mass[node] ?? 0, sure: false };
}

/** An article may be cut into several parts of the same name; another article begins with a heading of its own. */
function joinParts(
  tree: PageTree,
  regions: Regions,
  mass: Float64Array,
  first: number,
): { from: number; to: number; mass: number } {
  let to = tree.end[first]!;
  let sum = mass[first]!;
  for (let i = to; i < mass.length; i++) {
    if (tree.tag[i] === 'h1' || tree.tag[i] === 'article') break;
    if (regions.article[i] !== 2 || mass[i]! === 0) continue;
    sum += mass[i]!;
    to = tree.end[i]!;
    i = to - 1;
  }
  return { from: first, to, mass: sum };
}

function findLoose(tree: PageTree, regions: Regions, mass: Float64Array): number {
  let best = -1;
  for (let i = 0; i < mass.length; i++) {
    if (regions.article[i] === 0 && tree.tag[i] !== 'article') continue;
    if (best < 0) best = i;
    else if (i < tree.end[best]! && mass[i]! >= mass[best]! * DESCENT_SHARE) best = i;
    else if (i >= tree.end[best]! && mass[i]! > mass[best]!) best = i;
  }
  return best;
}
