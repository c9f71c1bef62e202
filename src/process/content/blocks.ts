import { splitLines } from './linebreaks.ts';
import type { Regions } from './regions.ts';
import { HEADING_TAGS, isBlockTag, UNREAD_TAGS } from './tags.ts';
import { countShown, type PageTree } from './tree.ts';

/** A run of text between two block borders: what a reader sees as one piece. */
export interface Block {
  /** Order on the page. */
  readonly index: number;
  /** Node of the innermost block element around it. */
  readonly node: number;
  /** Its tag: `p`, `h2`, `li`, `td`, `div`… */
  readonly tag: string;
  readonly text: string;
  /** Share of its characters that stand in links, 0 to 1. */
  readonly linkDensity: number;
  /** Why it is no article by the markup. */
  readonly why: string | undefined;
  readonly hidden: boolean;
  /** True where the whole block is emphasised (bold): often a heading. */
  readonly strong: boolean;
}

/**
 * The page's text in blocks, in document order; scripts and the like left out, hidden text marked.
 */
export function findBlocks(tree: PageTree, regions: Regions): Block[] {
  const writer = new BlockWriter(tree, regions);
  writer.walk();
  return joinRows(tree, writer.blocks);
}

/** Text that is being gathered for one block. */
interface Draft {
  node: number;
  /** Its first text node. */
  source: number;
  parts: string[];
  linked: number;
  strong: number;
  total: number;
}

/** Longest cell of a table of data; longer ones lay out a page. */
const LONGEST_CELL = 150;

/** Cells of one row of a data table as one block, `cell, cell`. */
function joinRows(tree: PageTree, blocks: Block[]): Block[] {
  if (!tree.tag.includes('tr')) return blocks;
  const joined: Block[] = [];
  for (let i = 0; i < blocks.length; ) {
    const block = blocks[i]!;
    const row = findRow(tree, block.node);
    let next = i + 1;
    while (row >= 0 && next < blocks.length && findRow(tree, blocks[next]!.node) === row) next++;
    const cells = next === i + 1 ? [] : blocks.slice(i, next);
    if (cells.length > 1 && isDataRow(tree, cells, blocks[next])) {
      joined.push({ ...joinCells(cells), index: joined.length });
      i = next;
    } else {
      for (; i < next; i++)
        joined.push(joined.length === i ? blocks[i]! : { ...blocks[i]!, index: joined.length });
    }
  }
  return joined;
}

/** Row of the cell that a block fills; -1 where it stands in none. */
function findRow(tree: PageTree, node: number): number {
  const cell = findCell(tree, node);
  const parent = cell < 0 ? -1 : tree.parent[cell]!;
  return parent >= 0 && tree.tag[parent] === 'tr' ? parent : -1;
}

function findCell(tree: PageTree, node: number): number {
  for (let up = node, steps = 0; up >= 0 && steps < 3; up = tree.parent[up]!, steps++) {
    if (tree.tag[up] === 'td' || tree.tag[up] === 'th') return up;
  }
  return -1;
}

/** Whether each cell holds one piece, none of them a heading: cells that hold more lay out a page. */
function isDataRow(tree: PageTree, cells: readonly Block[], following: Block | undefined): boolean {
  const first = cells[0]!;
  if (new Set(cells.map((cell) => cell.node)).size !== cells.length) return false;
  const last = findCell(tree, cells.at(-1)!.node);
  if (following !== undefined && following.node > last && following.node < tree.end[last]!) return false;
  return cells.every(
    (cell) =>
      cell.text.length <= LONGEST_CELL &&
      cell.why === first.why &&
      cell.hidden === first.hidden &&
      tree.tag[cell.node] !== 'p' &&
      !HEADING_TAGS.has(cell.tag),
  );
}

function joinCells(cells: readonly Block[]): Block {
  const total = cells.reduce((sum, cell) => sum + cell.text.length, 0);
  const linked = cells.reduce((sum, cell) => sum + cell.text.length * cell.linkDensity, 0);
  return {
    ...cells[0]!,
    tag: 'tr',
    text: cells.map((cell) => cell.text).join(', '),
    linkDensity: linked / total,
  };
}

/** Longest text of a link, in characters without spaces: a headline with a teaser. */
const LONGEST_LINK = 350;

/** Elements that have nothing of their own but what style sheets give them. */
const ADJOINED_TAGS: ReadonlySet<string> = new Set(['span', 'time', 'mark', 'a']);

class BlockWriter {
  readonly blocks: Block[] = [];
  private readonly tree: PageTree;
  private readonly regions: Regions;
  private shown: Draft = newDraft();
  private unseen: Draft = newDraft();
  /** Open elements as the walk goes down, and the block elements among them. */
  private readonly open: number[] = [];
  private readonly openBlocks: number[] = [];
  private links = 0;
  private strongs = 0;
  private lastClosedTag = '';
  /** Whether the text to come stands in an element right behind another's end. */
  private isAdjoined = false;

  constructor(tree: PageTree, regions: Regions) {
    this.tree = tree;
    this.regions = regions;
  }

  walk(): void {
    const { tree } = this;
    for (let i = 0; i < tree.tag.length; i++) {
      this.closeUntil(i);
      const tag = tree.tag[i]!;
      if (tag === '#text') {
        this.addText(i);
      } else if (UNREAD_TAGS.has(tag)) {
        i = tree.end[i]! - 1;
      } else {
        this.enter(i, tag);
      }
    }
    this.closeUntil(tree.tag.length);
    this.flush(this.shown);
    this.flush(this.unseen);
  }

  private enter(i: number, tag: string): void {
    if (tag === 'br' || tag === 'hr') {
      this.draftFor(i).parts.push('\n');
      if (tag === 'hr') this.border(i);
      return;
    }
    // Two links side by side with nothing between them are two words, whatever the style sheet does; so are the
    // pieces of a heading, which style sheets set one above the other.
    if (tag === this.lastClosedTag && (tag === 'a' || (tag === 'span' && this.isInHeading())))
      this.draftFor(i).parts.push(' ');
    this.isAdjoined = ADJOINED_TAGS.has(tag) && ADJOINED_TAGS.has(this.lastClosedTag);
    this.lastClosedTag = '';
    if (this.tree.end[i] === i + 1) return;
    if (isBlockTag(tag)) {
      this.border(i);
      this.openBlocks.push(i);
    }
    if (this.isLink(i)) this.links++;
    if (tag === 'b' || tag === 'strong') this.strongs++;
    this.open.push(i);
  }

  /** An `a` around more text than a teaser has was never closed: it is no link. */
  private isLink(node: number): boolean {
    return this.tree.tag[node] === 'a' && this.regions.linked[node]! <= LONGEST_LINK;
  }

  private closeUntil(i: number): void {
    while (this.open.length > 0 && this.tree.end[this.open.at(-1)!]! <= i) {
      const node = this.open.pop()!;
      const tag = this.tree.tag[node]!;
      if (this.isLink(node)) this.links--;
      if (tag === 'b' || tag === 'strong') this.strongs--;
      if (isBlockTag(tag)) {
        this.border(node);
        this.openBlocks.pop();
      } else if (this.isAside(node) && !this.isParentAside(node)) {
        this.flush(this.unseen);
      }
      this.lastClosedTag = tag;
    }
  }

  private isParentAside(node: number): boolean {
    const parent = this.tree.parent[node]!;
    return parent >= 0 && this.isAside(parent);
  }

  /** Text that is not shown, or that a named part within a line sets apart, must not break up the line around it. */
  private isAside(node: number): boolean {
    if (this.regions.hidden[node]) return true;
    const block = this.openBlocks.at(-1);
    return this.regions.why[node] !== (block === undefined ? undefined : this.regions.why[block]);
  }

  private draftFor(node: number): Draft {
    return this.isAside(node) ? this.unseen : this.shown;
  }

  private addText(i: number): void {
    const text = this.tree.text[i]!;
    const draft = this.draftFor(i);
    const characters = countShown(this.tree, i);
    if (characters > 0) {
      this.lastClosedTag = '';
      if (draft.node < 0) {
        draft.node = this.openBlocks.at(-1) ?? 0;
        draft.source = i;
      }
      draft.total += characters;
      if (this.links > 0) draft.linked += characters;
      if (this.strongs > 0) draft.strong += characters;
    } else {
      if (text !== '') this.lastClosedTag = '';
      if (draft.parts.length === 0) {
        this.isAdjoined = false;
        return;
      }
    }
    // Style sheets set pieces apart that the source puts side by side: `14:05` and `Ann Example`.
    if (this.isAdjoined && /^\p{Lu}/u.test(text) && /[\p{Ll}\d]$/u.test(draft.parts.at(-1) ?? ''))
      draft.parts.push(' ');
    this.isAdjoined = false;
    draft.parts.push(/[\n\r]/.test(text) && !this.isPreformatted() ? text.replace(/[\n\r]/g, ' ') : text);
  }

  private isInHeading(): boolean {
    const block = this.openBlocks.at(-1);
    return block !== undefined && HEADING_TAGS.has(this.tree.tag[block]!);
  }

  private isPreformatted(): boolean {
    const block = this.openBlocks.at(-1);
    return block !== undefined && this.tree.tag[block] === 'pre';
  }

  /** A block element opens or closes: what stands before it is one piece. */
  private border(node: number): void {
    this.flush(this.unseen);
    if (!this.regions.hidden[node]) this.flush(this.shown);
  }

  private flush(draft: Draft): void {
    if (draft.parts.length === 0) return;
    const source = draft.total === 0 ? '' : draft.parts.join('');
    draft.parts.length = 0;
    if (source === '') return;
    const { node, source: origin, linked, strong, total } = draft;
    draft.node = -1;
    draft.linked = draft.strong = draft.total = 0;
    const tag = this.tree.tag[node] ?? '';
    const why = this.regions.why[origin];
    const hidden = this.regions.hidden[origin] === 1;
    const linkDensity = linked / total;
    const isStrong = strong / total > 0.9;
    for (const text of splitLines(source))
      this.blocks.push({
        index: this.blocks.length,
        text,
        node,
        tag,
        linkDensity,
        why,
        hidden,
        strong: isStrong,
      });
  }
}

function newDraft(): Draft {
  return { node: -1, source: -1, parts: [], linked: 0, strong: 0, total: 0 };
}
