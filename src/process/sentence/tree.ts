import type { ParsedSentence } from './parsed.ts';
import { NONE, viewOf } from './view.ts';

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

/** Indices of the tokens whose head is token `i`, in text order. */
export function childrenOf(sentence: ParsedSentence, i: number): readonly number[] {
  const { children } = viewOf(sentence);
  return i >= 0 && i < children.length ? children[i]! : NONE;
}

/**
 * The stretch of tokens that hangs on token `i`.
 *
 * @example
 * // The old minister resigned: subtreeSpan(s, 2) is { lo: 0, hi: 2, contiguous: true }
 */
export function subtreeSpan(sentence: ParsedSentence, i: number): SubtreeSpan {
  const { children } = viewOf(sentence);
  let lo = i;
  let hi = i;
  let size = 0;
  // Without recursion: a chain of 400 words must not grow the stack.
  for (const open = [i]; open.length > 0; size++) {
    const at = open.pop()!;
    if (at < lo) lo = at;
    if (at > hi) hi = at;
    open.push(...(children[at] ?? NONE));
  }
  return { lo, hi, contiguous: hi - lo + 1 === size };
}

/** Index of the root token; -1 in a sentence without tokens. */
export function rootOf(sentence: ParsedSentence): number {
  return viewOf(sentence).root;
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
