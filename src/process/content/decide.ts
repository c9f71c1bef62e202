import type { Block } from './blocks.ts';
import { isCaptionLine, isCreditLine } from './captions.ts';
import { markDiscussion } from './comments.ts';
import { findFurniture, isClosingHeading } from './furniture.ts';
import { findByline, isAuthorNote, isClosingCredit, isDateLine, isTimeStamp } from './lines.ts';
import { type ArticleRange, endsSentence, weighBlock } from './select.ts';
import { HEADING_TAGS } from './tags.ts';
import { markTeasers } from './teasers.ts';
import { compareTitles, compareTitleWords, readTitleWords } from './title.ts';
import type { PageTree } from './tree.ts';

/** For each block why it is left out; undefined where it belongs to the text. */
export type Decisions = (string | undefined)[];

/** What was decided, and whether the page holds no article but teasers of others. */
export interface Decided {
  readonly decisions: Decisions;
  readonly isIndex: boolean;
}

export interface DecisionInput {
  readonly tree: PageTree;
  readonly blocks: readonly Block[];
  readonly range: ArticleRange;
  readonly title: string | undefined;
  readonly authors: readonly string[];
  /** Whether what readers wrote may be the page itself. */
  readonly isDiscussion?: boolean;
}

/**
 * Decides block by block what belongs to the article. The order matters: each step looks only at what the
 * earlier ones have left in.
 */
export function decideBlocks(input: DecisionInput): Decided {
  const decisions = decideByPlace(input);
  markTitles(input, decisions);
  markLines(input, decisions);
  if (!input.isDiscussion) markDiscussion(input.blocks, decisions);
  const isIndex = markTeasers(input, decisions);
  markLinks(input.blocks, decisions);
  markAuthorNotes(input, decisions);
  markFoot(input.blocks, decisions);
  markListLabels(input.blocks, decisions);
  // What closes an article is seen only when menus and captions are gone.
  markAfterClosing(input.blocks, decisions);
  markEdges(input.blocks, decisions);
  markBoxHeadings(input, decisions);
  // A heading is judged by what is left below it, so it comes last.
  markEmptyHeadings(input.blocks, decisions);
  return { decisions, isIndex };
}

function decideByPlace({ blocks, range, title }: DecisionInput): Decisions {
  const lead = findLead(blocks, range, title);
  const firstText = blocks.find((block) => block.node >= range.from && weighBlock(block) > 0)?.index ?? 0;
  return blocks.map((block) => {
    if (block.hidden) return 'hidden';
    // Headings within a text are called subtitles too.
    const isPart = block.why !== undefined && !(block.why === 'standfirst' && block.index > firstText);
    if (isPart) return block.why;
    if (lead.has(block.index)) return undefined;
    if (block.node >= range.from && block.node < range.to) return undefined;
    return block.linkDensity > 0.5 ? 'navigation' : OUTSIDE;
  });
}

/** Blocks between the title and the article that are looked at for a standfirst. */
const LEAD_BLOCKS = 12;

/** The standfirst: running text that stands between the title and the part that holds the article. */
function findLead(blocks: readonly Block[], range: ArticleRange, title: string | undefined): Set<number> {
  const lead = new Set<number>();
  const first = blocks.findIndex((block) => block.node >= range.from);
  if (first <= 0 || title === undefined) return lead;
  for (let i = first - 1; i >= Math.max(0, first - LEAD_BLOCKS); i--) {
    const block = blocks[i]!;
    if (HEADING_TAGS.has(block.tag) && compareTitles(block.text, title) > 0.8) return lead;
    if (HEADING_TAGS.has(block.tag)) continue;
    if (weighBlock(block) > 0 && block.linkDensity < 0.3 && findFurniture(block.text) === undefined)
      lead.add(block.index);
  }
  // No title above: what was met belongs to something else.
  lead.clear();
  return lead;
}

const OUTSIDE = 'outside the article';

/** Whether a block's reason may still be told better: it is kept, or only stands outside. */
function isOpen(decision: string | undefined): boolean {
  return decision === undefined || decision === OUTSIDE;
}

function markTitles({ blocks, title }: DecisionInput, decisions: Decisions): void {
  if (title === undefined) return;
  const words = readTitleWords(title);
  let seenText = 0;
  for (const block of blocks) {
    if (!isOpen(decisions[block.index])) continue;
    if (seenText > 600) return;
    const isNear = Math.abs(block.text.length - title.length) < 40;
    const least = HEADING_TAGS.has(block.tag) ? 0.75 : 0.95;
    const isKickerAndTitle = HEADING_TAGS.has(block.tag) && block.text.endsWith(title);
    if (isNear && (isKickerAndTitle || compareTitleWords(readTitleWords(block.text), words) >= least))
      decisions[block.index] = 'title';
    else if (decisions[block.index] === undefined) seenText += weighBlock(block);
  }
}

/** Lines told by their words: bylines, date lines, credits, furniture. */
function markLines({ blocks, authors }: DecisionInput, decisions: Decisions): void {
  let seenText = 0;
  for (const block of blocks) {
    if (!isOpen(decisions[block.index])) continue;
    const why = findLineWhy(block, authors, seenText < 200);
    if (why === undefined) seenText += decisions[block.index] === undefined ? weighBlock(block) : 0;
    else decisions[block.index] = why;
  }
}

function findLineWhy(block: Block, authors: readonly string[], atHead: boolean): string | undefined {
  const { text } = block;
  const isHeading = HEADING_TAGS.has(block.tag);
  const furniture = findFurniture(text);
  if (furniture !== undefined && block.tag !== 'pre' && block.tag !== 'blockquote') return furniture;
  if (/^<[^>]*>$/.test(text)) return 'markup';
  if (isClosingCredit(text)) return 'byline';
  // Agencies set the time above a paragraph as a paragraph of the report; in an element of its own it is a stamp.
  if (!isHeading && block.tag !== 'p' && isTimeStamp(text)) return 'time stamp';
  // A link with its source in brackets is an entry of a list, no caption.
  if (!isHeading && block.linkDensity < 0.5 && isCaptionLine(text)) return 'caption';
  if (text.length <= 150 && !isHeading) {
    if (atHead && authors.some((author) => author === text)) return 'byline';
    if (findByline(text) !== undefined && (atHead || text.length < 60)) return 'byline';
    if (isCreditLine(text)) return 'caption';
    if (isDateLine(text) && block.tag !== 'caption' && (atHead || block.tag !== 'p')) return 'date line';
  }
  return undefined;
}

/** How many of the last blocks are looked at for what is said about the author. */
const AUTHOR_NOTE_BLOCKS = 5;

/** What a page says about its author at the end. */
function markAuthorNotes({ blocks, authors }: DecisionInput, decisions: Decisions): void {
  const kept = blocks.filter((block) => decisions[block.index] === undefined);
  for (const { index, text } of kept.slice(-AUTHOR_NOTE_BLOCKS)) {
    if (text.length > 450 || kept.length < 4) continue;
    const isAboutAuthor = authors.some(
      (author) =>
        author.includes(' ') &&
        text.startsWith(`${author} `) &&
        / (?:is|ist|es|est|è|war|was) /.test(text.slice(0, author.length + 8)),
    );
    if (isAboutAuthor || isAuthorNote(text)) decisions[index] = 'author note';
  }
}

/** Lines that are links and nothing else lead elsewhere. */
function markLinks(blocks: readonly Block[], decisions: Decisions): void {
  for (const block of blocks) {
    if (decisions[block.index] !== undefined) continue;
    const { text, linkDensity, tag } = block;
    if (linkDensity > 0.85 && (tag !== 'p' || text.length < 250)) decisions[block.index] = 'related links';
    else if (linkDensity > 0.6 && text.length < 100) decisions[block.index] = 'related links';
  }
}

/** Share of the text, and characters, up to which centred pieces at its end are the foot of an old page. */
const FOOT_SHARE = 0.4;
const LONGEST_FOOT = 500;

/** In pages that set their text flush left, a centred piece after it is the site's foot. */
function markFoot(blocks: readonly Block[], decisions: Decisions): void {
  const kept = blocks.filter((block) => decisions[block.index] === undefined);
  const firstCentred = kept.findLastIndex((block) => block.tag !== 'center') + 1;
  const length = (part: readonly Block[]): number => part.reduce((sum, block) => sum + block.text.length, 0);
  const foot = kept.slice(firstCentred);
  if (firstCentred === 0 || length(foot) > Math.min(LONGEST_FOOT, length(kept) * FOOT_SHARE)) return;
  for (const block of foot) decisions[block.index] = 'footer';
}

/** A short line in bold right above a list of links is the list's name. */
function markListLabels(blocks: readonly Block[], decisions: Decisions): void {
  for (const block of blocks) {
    if (decisions[block.index] !== undefined || !block.strong || !isLabel(block)) continue;
    const next = blocks.slice(block.index + 1, block.index + 3);
    if (next.length === 2 && next.every((link) => isListedLink(link, decisions)))
      decisions[block.index] = 'related links';
  }
}

function isListedLink(block: Block, decisions: Decisions): boolean {
  const why = decisions[block.index];
  return block.tag === 'li' && block.linkDensity > 0.85 && (why === 'related links' || why === 'navigation');
}

/** The share of the running text that must stand before a closing heading. */
const CLOSING_SHARE = 0.6;

function markAfterClosing(blocks: readonly Block[], decisions: Decisions): void {
  const total = blocks.reduce(
    (sum, block) => sum + (decisions[block.index] === undefined ? weighBlock(block) : 0),
    0,
  );
  let before = 0;
  let closing: string | undefined;
  for (const block of blocks) {
    const why = decisions[block.index];
    if (
      closing === undefined &&
      why !== undefined &&
      before >= total * CLOSING_SHARE &&
      isClosing(block, blocks[block.index + 1], why)
    )
      closing = why;
    if (why !== undefined) continue;
    if (closing !== undefined && !(block.tag === 'p' && weighBlock(block) > 0))
      decisions[block.index] = closing;
    before += weighBlock(block);
  }
}

function isClosing(block: Block, following: Block | undefined, why: string): boolean {
  if (block.hidden || why === 'hidden') return false;
  // Style sheets make headings of anything: a short line of its own right above a list is one too.
  const isLabelOfList = block.text.length <= 40 && block.tag !== 'p' && following?.tag === 'li';
  return (HEADING_TAGS.has(block.tag) || block.strong || isLabelOfList) && isClosingHeading(block.text);
}

/** Short lines without a sentence before the first and after the last running text are labels of the site. */
function markEdges(blocks: readonly Block[], decisions: Decisions): void {
  const kept = blocks.filter((block) => decisions[block.index] === undefined);
  const isText = (block: Block): boolean => weighBlock(block) > 0;
  if (!kept.some(isText)) return;
  for (const block of kept) {
    if (isText(block)) break;
    if (isLabel(block) && block.tag !== 'li') decisions[block.index] = 'label';
  }
  for (const block of kept.toReversed()) {
    if (isText(block)) break;
    if (isLabel(block) && !['p', 'li', 'td', 'tr'].includes(block.tag)) decisions[block.index] = 'label';
    else if (block.linkDensity > 0.5 && block.tag === 'div') decisions[block.index] = 'related links';
  }
}

function isLabel(block: Block): boolean {
  return (
    block.text.length < 60 &&
    !HEADING_TAGS.has(block.tag) &&
    !endsSentence(block.text) &&
    !/^[—–"“„«]/.test(block.text)
  );
}

/** The heading of a box whose whole content is left out goes with it. */
function markBoxHeadings({ tree, blocks }: DecisionInput, decisions: Decisions): void {
  for (const { index, node, tag } of blocks) {
    if (decisions[index] !== undefined || !HEADING_TAGS.has(tag)) continue;
    const box = tree.parent[node]!;
    if (box < 0 || tree.tag[box] === 'body' || tree.end[box]! - box > MOST_BOX_NODES) continue;
    const isInBox = (block: Block | undefined): boolean =>
      block !== undefined && block.node >= box && block.node < tree.end[box]!;
    const rest = blocks.slice(index + 1, index + 1 + MOST_BOX_BLOCKS).filter(isInBox);
    const isFirst = !isInBox(blocks[index - 1]);
    if (isFirst && rest.length > 0 && rest.every((block) => decisions[block.index] !== undefined))
      decisions[index] = decisions[rest[0]!.index];
  }
}

/** Sizes of boxes that are looked at: sign-up forms, pointers, notices. */
const MOST_BOX_NODES = 120;
const MOST_BOX_BLOCKS = 20;

/** What is longer is a paragraph dressed as a heading. */
const LONGEST_HEADING = 120;

/** Headings below which nothing is left, up to the next heading of the same or a higher level. */
function markEmptyHeadings(blocks: readonly Block[], decisions: Decisions): void {
  let level = 0;
  for (const block of blocks.toReversed()) {
    if (decisions[block.index] !== undefined) continue;
    if (!HEADING_TAGS.has(block.tag) || block.text.length > LONGEST_HEADING) {
      level = 7;
      continue;
    }
    const own = Number(block.tag[1]);
    // `level` is that of the heading that follows, 7 where text does, 0 at the end.
    if (level !== 7 && own >= level) decisions[block.index] = 'empty heading';
    else level = own;
  }
}
