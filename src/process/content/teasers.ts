import type { Block } from './blocks.ts';
import type { Decisions } from './decide.ts';
import { type ArticleRange, weighBlock } from './select.ts';
import type { PageTree } from './tree.ts';

/**
 * Lists of other articles, told by their shape: parts side by side, each with a headline that is a link and at most a
 * few lines below it. Class names tell most such lists; this is for the rest, and for pages that are nothing else.
 */

/** Longest text of one teaser beside its links, and fewest words of a headline. */
const LONGEST_TEASER = 450;
const LEAST_WORDS = 4;
/** How many teasers make a list, and their least share of what stands in it. */
const LEAST_TEASERS = 3;
const LEAST_SHARE = 0.8;

export interface TeaserInput {
  readonly tree: PageTree;
  readonly blocks: readonly Block[];
  readonly range: ArticleRange;
}

/** Share of the range's running text that teasers must not reach to be left out: with more they are the page. */
const PAGE_SHARE = 0.6;

/**
 * Leaves out lists of teasers that stand within an article. Says whether the page is a list of teasers itself: then they
 * stay, for there is nothing else.
 */
export function markTeasers(input: TeaserInput, decisions: Decisions): boolean {
  const { blocks, range } = input;
  const lists = findTeaserLists(input, decisions);
  if (lists.length === 0) return false;
  const isTeaser = (block: Block): boolean =>
    lists.some(({ from, to }) => block.node >= from && block.node < to);
  let all = 0;
  let teased = 0;
  for (const block of blocks) {
    if (decisions[block.index] !== undefined || block.node < range.from || block.node >= range.to) continue;
    const weight = weighBlock(block);
    all += weight;
    if (weight > 0 && isTeaser(block)) teased += weight;
  }
  if (teased > all * PAGE_SHARE) return true;
  for (const block of blocks) {
    if (decisions[block.index] === undefined && isTeaser(block)) decisions[block.index] = 'related links';
  }
  return false;
}

interface NodeRange {
  readonly from: number;
  readonly to: number;
}

/** Outermost nodes whose parts are teasers, in page order. */
function findTeaserLists({ tree, blocks, range }: TeaserInput, decisions: Decisions): NodeRange[] {
  const counts = countHeadlines({ tree, blocks, range }, decisions);
  const lists: NodeRange[] = [];
  for (let i = range.from; i < range.to; i++) {
    const last = lists.at(-1);
    if (last !== undefined && i < last.to) continue;
    if (counts.headlines[i]! >= LEAST_TEASERS && isTeaserList(tree, i, counts))
      lists.push({ from: i, to: tree.end[i]! });
  }
  return lists;
}

interface Counts {
  /** Headlines that are links, below each node. */
  readonly headlines: Uint32Array;
  /** Characters of other text below each node. */
  readonly text: Uint32Array;
}

function countHeadlines({ tree, blocks, range }: TeaserInput, decisions: Decisions): Counts {
  const headlines = new Uint32Array(tree.tag.length);
  const text = new Uint32Array(tree.tag.length);
  for (const block of blocks) {
    if (block.hidden || block.node < range.from || block.node >= range.to) continue;
    const isLink = block.linkDensity > 0.85;
    if (isLink && block.text.split(' ', LEAST_WORDS).length === LEAST_WORDS) headlines[block.node]! += 1;
    else if (!isLink && decisions[block.index] === undefined) text[block.node]! += block.text.length;
  }
  for (let i = range.to - 1; i > range.from; i--) {
    const parent = tree.parent[i]!;
    if (parent < 0) continue;
    headlines[parent]! += headlines[i]!;
    text[parent]! += text[i]!;
  }
  return { headlines, text };
}

function isTeaserList(tree: PageTree, node: number, { headlines, text }: Counts): boolean {
  let teasers = 0;
  let teased = 0;
  for (let child = node + 1; child < tree.end[node]!; child = tree.end[child]!) {
    const isTeaser = headlines[child]! >= 1 && headlines[child]! <= 2 && text[child]! <= LONGEST_TEASER;
    if (!isTeaser) continue;
    teasers++;
    teased += text[child]!;
  }
  return teasers >= LEAST_TEASERS && teased >= text[node]! * LEAST_SHARE && teased > 0;
}
