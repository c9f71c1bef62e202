import { CREDIT } from './names.ts';
import type { PageTree } from './tree.ts';

const MOST_CARD_NODES = 200;

/** A picture and links in an element within a line: a card that comes up when a name is pointed at. */
export function isCard(tree: PageTree, node: number): boolean {
  const end = tree.end[node]!;
  const parent = tree.parent[node]!;
  if (tree.tag[node] !== 'span' || parent < 0 || end - node > MOST_CARD_NODES) return false;
  if (tree.tag[parent] !== 'p' && tree.tag[parent] !== 'span') return false;
  let images = 0;
  let links = 0;
  for (let i = node + 1; i < end; i++) {
    if (tree.tag[i] === 'img') images++;
    else if (tree.tag[i] === 'a') links++;
  }
  // The line itself must go on beside it, or it is a line of its own.
  return images === 1 && links >= 2 && (isText(tree, end, parent) || isText(tree, node - 1, parent));
}

function isText(tree: PageTree, node: number, parent: number): boolean {
  return tree.tag[node] === '#text' && tree.parent[node] === parent && /\S/.test(tree.text[node]!);
}

/** Parts that stand within lines by nature. */
const INLINE_PARTS: ReadonlySet<string> = new Set([
  CREDIT, 'caption', 'page control', 'share buttons', 'date line', 'byline', 'comments', 'button',
]); // biome-ignore format: a table

/** Nodes of a word or name within a sentence: the element itself and its text, perhaps in a second one. */
const MOST_WORD_NODES = 4;
const WORD_TAGS: ReadonlySet<string> = new Set(['a', 'span', 'strong', 'b', 'em', 'i', 'abbr', 'mark']);

/** A link or word with more of its sentence behind it belongs to the text, whatever its class (`player-link`). */
export function isWordOfText(tree: PageTree, node: number, why: string): boolean {
  const end = tree.end[node]!;
  if (!WORD_TAGS.has(tree.tag[node]!) || INLINE_PARTS.has(why) || end - node > MOST_WORD_NODES) return false;
  return isText(tree, end, tree.parent[node]!);
}
