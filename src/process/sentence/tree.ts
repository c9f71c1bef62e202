import type { ParsedSentence } from './parsed.ts';

/** Token indices `lo` to `hi` (both included) of what hangs on a token, itself included. */
export interface SubtreeSpan {
  readonly lo: number;
  readonly hi: number;
  /** False where a token between `lo` and `hi` belongs elsewhere. */
  readonly contiguous: boolean;
}

/** The way from one token to another through the tree, by token index. */
export interface TreePath {
  /** From the first token up to, and with, the lowest common ancestor. */
  readonly up: readonly number[];
  /** From below the common ancestor down to the second token; empty where that is the ancestor itself. */
  readonly down: readonly number[];
}

interface Tree {
  readonly root: number;
  readonly children: readonly (readonly number[])[];
  readonly spans: readonly SubtreeSpan[];
}

const trees = new WeakMap<ParsedSentence, Tree>();
const NONE: readonly number[] = [];

/** Indices of the tokens whose head is token `i`, in text order. */
export function childrenOf(sentence: ParsedSentence, i: number): readonly number[] {
  return treeOf(sentence).children[i] ?? NONE;
}

/**
 * The stretch of tokens that hangs on token `i`.
 *
 * @example
 * // The old minister resigned: subtreeSpan(s, 2) is { lo: 0, hi: 2, contiguous: true }
 */
export function subtreeSpan(sentence: ParsedSentence, i: number): SubtreeSpan {
  return treeOf(sentence).spans[i] ?? { lo: i, hi: i, contiguous: true };
}

/** Index of the root token; -1 in a sentence without tokens. */
export function rootOf(sentence: ParsedSentence): number {
  return treeOf(sentence).root;
}

/** The path between two tokens; undefined where no ancestor is common (never in a whole tree). */
export function pathBetween(sentence: ParsedSentence, from: number, to: number): TreePath | undefined {
  const above = ancestors(sentence, from);
  const below = ancestors(sentence, to);
  const place = new Map(above.map((token, position) => [token, position]));
  for (const [position, token] of below.entries()) {
    const meet = place.get(token);
    if (meet === undefined) continue;
    return { up: above.slice(0, meet + 1), down: below.slice(0, position).reverse() };
  }
  return undefined;
}

function ancestors(sentence: ParsedSentence, from: number): number[] {
  const found: number[] = [];
  for (let at = from; at >= 0 && found.length <= sentence.tokens.length; ) {
    found.push(at);
    at = sentence.tokens[at]?.head ?? -1;
  }
  return found;
}

function treeOf(sentence: ParsedSentence): Tree {
  const known = trees.get(sentence);
  if (known !== undefined) return known;
  const tree = makeTree(sentence);
  trees.set(sentence, tree);
  return tree;
}

function makeTree(sentence: ParsedSentence): Tree {
  const { tokens } = sentence;
  const children: number[][] = tokens.map(() => []);
  let root = -1;
  for (const [i, token] of tokens.entries()) {
    if (token.head < 0) root = root < 0 ? i : root;
    else children[token.head]?.push(i);
  }
  // Children before parents, without recursion: a chain of 400 words must not grow the stack.
  const order = root < 0 ? [] : [root];
  for (let i = 0; i < order.length; i++) order.push(...children[order[i]!]!);
  const low = tokens.map((_, i) => i);
  const high = tokens.map((_, i) => i);
  const size = tokens.map(() => 1);
  for (let k = order.length - 1; k > 0; k--) {
    const i = order[k]!;
    const head = tokens[i]!.head;
    low[head] = Math.min(low[head]!, low[i]!);
    high[head] = Math.max(high[head]!, high[i]!);
    size[head] = size[head]! + size[i]!;
  }
  const spans = tokens.map((_, i) => ({
    lo: low[i]!,
    hi: high[i]!,
    contiguous: high[i]! - low[i]! + 1 === size[i],
  }));
  return { root, children, spans };
}
