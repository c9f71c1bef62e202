import { CLOSES_PARAGRAPH, HEADING_TAGS, SCOPE_TAGS, SPECIAL_TAGS, TABLE_TAGS, VOID_TAGS } from './tags.ts';
import { type Attributes, tokenize } from './tokens.ts';

export type { Attributes } from './tokens.ts';

/**
 * A page as a tree in four arrays, in document order: node `i` has its descendants at `i + 1` up to `end[i]`,
 * exclusive. Text nodes have the tag `#text`. Flat arrays let every pass be a loop, whatever the page's depth.
 */
export interface PageTree {
  readonly tag: readonly string[];
  /** -1 for what stands at the top. */
  readonly parent: readonly number[];
  readonly end: readonly number[];
  /** Characters of text nodes, entities decoded; '' for elements. */
  readonly text: readonly string[];
  readonly attributes: readonly (Attributes | undefined)[];
  /** See `countShown`. */
  readonly shown: Int32Array;
  /** What of the page was not taken in, where a bound was reached. */
  readonly cut?: string;
}

/** Bounds on what one page may cost. Browsers flatten deep nesting too (at 512 levels). */
export const TREE_BOUNDS = { characters: 12_000_000, nodes: 600_000, depth: 256 } as const;

/**
 * Builds the tree of an HTML page, however broken, in time linear in its length.
 *
 * The tokenizer is htmlparser2's. Its Parser is not used: its stack of open elements is searched for each end
 * tag, which is quadratic on hostile pages. The rules for what an opening or end tag closes are a part of those of
 * the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#tree-construction) that matters for text.
 *
 * @example
 * parseTree('<p>One<p>Two').tag; // ['p', '#text', 'p', '#text']
 */
export function parseTree(source: string): PageTree {
  const builder = new TreeBuilder(source.slice(0, TREE_BOUNDS.characters));
  const tree = builder.build();
  if (source.length <= TREE_BOUNDS.characters) return tree;
  return { ...tree, cut: `characters after the first ${TREE_BOUNDS.characters} of the page` };
}

/** Characters of a text node with white space counted as nothing; counted when first asked for. */
export function countShown(tree: PageTree, node: number): number {
  const known = tree.shown[node]!;
  if (known >= 0) return known;
  const text = tree.text[node]!;
  let count = 0;
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) count++;
  tree.shown[node] = count;
  return count;
}

/** Receives the page's tokens; lives for one parse. */
class TreeBuilder {
  private readonly source: string;
  private readonly tag: string[] = [];
  private readonly parent: number[] = [];
  private readonly end: number[] = [];
  private readonly text: string[] = [];
  private readonly attributes: (Attributes | undefined)[] = [];
  /** Open elements, outermost first, and how many of each tag: a tag that is not open need not be searched for. */
  private readonly open: number[] = [];
  private readonly openCount = new Map<string, number>();
  /** The innermost open element; -1 where there is none. */
  private current = -1;
  /** Open `svg` and `math` elements. */
  private foreign = 0;
  /** Elements open beyond the depth bound, which have no node. */
  private beyond = 0;
  private seenBody = false;
  private cut: string | undefined;

  constructor(source: string) {
    this.source = source;
  }

  build(): PageTree {
    tokenize(this.source, this);
    while (this.open.length > 0) this.pop();
    const { tag, parent, end, text, attributes } = this;
    const shown = new Int32Array(tag.length).fill(-1);
    return {
      tag,
      parent,
      end,
      text,
      attributes,
      shown,
      ...(this.cut === undefined ? {} : { cut: this.cut }),
    };
  }

  isFull(): boolean {
    return this.cut !== undefined;
  }

  isInForeignContext(): boolean {
    return this.foreign > 0;
  }

  onClose(tag: string): void {
    if (tag === 'br') this.addNode('br', '', undefined);
    if (tag === 'body' || tag === 'html' || VOID_TAGS.has(tag)) return;
    if (this.beyond > 0) {
      this.beyond -= 1;
      return;
    }
    if (!this.openCount.get(tag)) return;
    const at = this.findOpen(tag);
    if (at >= 0) while (this.open.length > at) this.pop();
  }

  onText(text: string): void {
    if (text === '') return;
    const last = this.tag.length - 1;
    if (last >= 0 && this.tag[last] === '#text' && this.parent[last] === this.current) {
      this.text[last] += text;
      return;
    }
    this.addNode('#text', text, undefined);
  }

  private addNode(tag: string, text: string, attributes: Attributes | undefined): number {
    const index = this.tag.length;
    if (index >= TREE_BOUNDS.nodes) {
      this.cut = `what follows the first ${TREE_BOUNDS.nodes} elements and texts of the page`;
      return -1;
    }
    this.tag.push(tag);
    this.parent.push(this.current);
    this.end.push(index + 1);
    this.text.push(text);
    this.attributes.push(attributes);
    return index;
  }

  onOpen(name: string, attributes: Attributes | undefined, hasSlash: boolean): void {
    // In HTML a closing slash means nothing; in SVG and MathML it ends the element.
    const isSelfClosing = hasSlash && this.isInForeignContext();
    const tag = name === 'image' ? 'img' : name;
    if (tag === 'body' || tag === 'html') {
      if (tag === 'body') this.closeTag('head');
      if (tag === 'body' ? this.seenBody : this.openCount.get('html')) return;
      this.seenBody ||= tag === 'body';
    }
    if (CLOSES_PARAGRAPH.has(tag) || tag === 'body') this.closeForeign();
    this.closeImplied(tag);
    if (this.open.length >= TREE_BOUNDS.depth && !VOID_TAGS.has(tag)) {
      this.beyond += 1;
      return;
    }
    const index = this.addNode(tag, '', attributes);
    if (index < 0 || isSelfClosing || VOID_TAGS.has(tag)) return;
    this.open.push(index);
    this.current = index;
    if (tag === 'svg' || tag === 'math') this.foreign += 1;
    this.openCount.set(tag, (this.openCount.get(tag) ?? 0) + 1);
  }

  /** Ends what the opening of `tag` ends by the standard's rules. */
  private closeImplied(tag: string): void {
    if (CLOSES_PARAGRAPH.has(tag) && this.openCount.get('p')) this.closeWithin('p', SCOPE_TAGS);
    const top = this.open.at(-1);
    if (HEADING_TAGS.has(tag)) {
      if (top !== undefined && HEADING_TAGS.has(this.tag[top]!)) this.pop();
    } else if (tag === 'li') this.closeWithin('li', LIST_SCOPE);
    else if (tag === 'dt' || tag === 'dd') {
      this.closeWithin('dt', LIST_SCOPE);
      this.closeWithin('dd', LIST_SCOPE);
    } else if (tag === 'a') this.closeWithin('a', SPECIAL_TAGS);
    else if (tag === 'option' && top !== undefined && this.tag[top] === 'option') this.pop();
    else if (tag === 'tr') this.closeWithin('tr', TABLE_SCOPE);
    else if (tag === 'td' || tag === 'th') {
      this.closeWithin('td', ROW_SCOPE);
      this.closeWithin('th', ROW_SCOPE);
    } else if (tag === 'tbody' || tag === 'tfoot' || tag === 'thead') {
      this.closeWithin('thead', TABLE_SCOPE);
      this.closeWithin('tbody', TABLE_SCOPE);
    }
  }

  /** SVG and MathML end where a block of HTML begins. */
  private closeForeign(): void {
    if (!this.isInForeignContext() || this.openCount.get('foreignobject')) return;
    this.closeTag('svg');
    this.closeTag('math');
  }

  private closeTag(tag: string): void {
    if (!this.openCount.get(tag)) return;
    for (let at = this.open.length - 1; at >= 0; at--) {
      if (this.tag[this.open[at]!] !== tag) continue;
      while (this.open.length > at) this.pop();
      return;
    }
  }

  /** Closes the innermost open `tag` unless one of `barriers` stands between. */
  private closeWithin(tag: string, barriers: ReadonlySet<string>): void {
    if (!this.openCount.get(tag)) return;
    for (let at = this.open.length - 1; at >= 0; at--) {
      const name = this.tag[this.open[at]!]!;
      if (name === tag) {
        while (this.open.length > at) this.pop();
        return;
      }
      if (barriers.has(name)) return;
    }
  }

  /** Where in the stack the element stands that an end tag closes; -1 where it closes none. */
  private findOpen(tag: string): number {
    const ofTable = tag === 'table' ? TABLE_BARRIER : TABLE_SCOPE;
    const barriers = TABLE_TAGS.has(tag) ? ofTable : SPECIAL_TAGS.has(tag) ? SCOPE_TAGS : SPECIAL_TAGS;
    for (let at = this.open.length - 1; at >= 0; at--) {
      const name = this.tag[this.open[at]!]!;
      if (name === tag) return at;
      if (barriers.has(name)) return -1;
    }
    return -1;
  }

  private pop(): void {
    const index = this.open.pop()!;
    this.current = this.open.length === 0 ? -1 : this.open[this.open.length - 1]!;
    this.end[index] = this.tag.length;
    const tag = this.tag[index]!;
    if (tag === 'svg' || tag === 'math') this.foreign -= 1;
    this.openCount.set(tag, this.openCount.get(tag)! - 1);
  }
}

const LIST_SCOPE: ReadonlySet<string> = new Set([
  'ul',
  'ol',
  'menu',
  'dir',
  'dl',
  'table',
  'td',
  'th',
  'body',
]);
const TABLE_SCOPE: ReadonlySet<string> = new Set(['table', 'template', 'html']);
const ROW_SCOPE: ReadonlySet<string> = new Set(['tr', 'table', 'template', 'html']);
/** Cells and rows close across anything within their own table. */
const TABLE_BARRIER: ReadonlySet<string> = new Set(['html', 'template']);
