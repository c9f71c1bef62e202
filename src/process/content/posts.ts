import type { Block } from './blocks.ts';
import { findDate, parseDate } from './dates.ts';
import type { Decisions } from './decide.ts';
import { isTimeStamp } from './lines.ts';
import type { PageTree } from './tree.ts';

/** An entry of a live page: where it begins and the time it bears. */
export interface FoundPost {
  /** Number of the paragraph that it begins with. */
  readonly paragraph: number;
  /** The time as printed. */
  readonly shown: string;
  /** ISO 8601, where the page gives the day as well. */
  readonly at?: string;
}

/** Fewer stamped entries are a date of publication and one of change. */
export const LEAST_POSTS = 3;
const MOST_POSTS = 2_000;

export interface PostsInput {
  readonly tree: PageTree;
  readonly blocks: readonly Block[];
  readonly decisions: Decisions;
}

/**
 * The entries of a live page, in the order of the page: each begins with the first text below a stamp, or with a line
 * that bears a time itself.
 */
export function findPosts({ tree, blocks, decisions }: PostsInput): FoundPost[] {
  const posts: FoundPost[] = [];
  let stamp: Omit<FoundPost, 'paragraph'> | undefined;
  let paragraph = 0;
  let firstRestsOn: string | undefined;
  let hasStamps = false;
  for (const block of blocks) {
    const why = decisions[block.index];
    if (why === 'time stamp' || why === 'date line') stamp = readStamp(tree, block) ?? stamp;
    if (paragraph === 0 && stamp !== undefined) firstRestsOn ??= why;
    hasStamps ||= why === 'time stamp' && paragraph > 0;
    if (why !== undefined) continue;
    const own = readOwnStamp(tree, block) ?? stamp;
    if (own !== undefined && posts.length < MOST_POSTS) posts.push({ paragraph, ...own });
    stamp = undefined;
    paragraph++;
  }
  // The date below the title is that of the page, not of an entry.
  const isOfPage = posts[0]?.paragraph === 0 && firstRestsOn === 'date line' && hasStamps;
  const entries = isOfPage ? posts.slice(1) : posts;
  return entries.length >= LEAST_POSTS ? entries : [];
}

/** Stamp of a block that is nothing else. */
function readStamp(tree: PageTree, block: Block): Omit<FoundPost, 'paragraph'> | undefined {
  const at = findTimeAttribute(tree, block.node) ?? readDayAndTime(block.text);
  if (at === undefined && !isTimeStamp(block.text)) return undefined;
  return { shown: block.text, ...(at === undefined ? {} : { at }) };
}

function readDayAndTime(text: string): string | undefined {
  const iso = findDate(text)?.iso;
  return iso?.includes('T') ? iso : undefined;
}

/** `14:05 Port shut`, in a heading or bold; or a line with a `time` element that has its day. */
const CLOCK_FIRST =
  /^\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|h|gmt|utc|est|edt|bst|cet|cest))?(?=\s?[-–—:|,]?\s)/i;

function readOwnStamp(tree: PageTree, block: Block): Omit<FoundPost, 'paragraph'> | undefined {
  const isHead = block.strong || /^h[2-6]$/.test(block.tag);
  if (!isHead) return undefined;
  const clock = CLOCK_FIRST.exec(block.text)?.[0];
  const at = findTimeAttribute(tree, block.node);
  if (clock === undefined && at === undefined) return undefined;
  return { shown: clock ?? at!, ...(at === undefined ? {} : { at }) };
}

/** Nodes of a stamp that are looked at for its machine-readable time. */
const STAMP_NODES = 12;

function findTimeAttribute(tree: PageTree, node: number): string | undefined {
  const end = Math.min(tree.end[node]!, node + STAMP_NODES);
  for (let i = node; i < end; i++) {
    const raw = tree.tag[i] === 'time' ? tree.attributes[i]?.['datetime'] : undefined;
    const iso = raw === undefined ? undefined : parseDate(raw);
    if (iso?.includes('T')) return iso;
  }
  return undefined;
}
