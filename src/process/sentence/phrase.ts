import type { Span } from '../../model/span.ts';
import type { ParsedSentence, Token } from './parsed.ts';
import { childrenOf } from './tree.ts';
import { NONE, viewOf, wordAt } from './view.ts';

const COLON = 58;

/** Whether a relation is the one asked for, in full or without its subtype: `nsubj:pass` is `nsubj` too. */
function isRelation(deprel: string, asked: string): boolean {
  if (deprel === asked) return true;
  return (
    deprel.length > asked.length && deprel.charCodeAt(asked.length) === COLON && deprel.startsWith(asked)
  );
}

// Arguments and no list: this is asked for each child of each word.
function isAnyRelation(
  deprel: string,
  first: string,
  second: string,
  third: string,
  fourth: string,
  fifth = first,
): boolean {
  return (
    isRelation(deprel, first) ||
    (second !== first && isRelation(deprel, second)) ||
    (third !== first && isRelation(deprel, third)) ||
    (fourth !== first && isRelation(deprel, fourth)) ||
    (fifth !== first && isRelation(deprel, fifth))
  );
}

/** First child of `head` with one of these relations (full, or without subtype). */
export function findChild(
  sentence: ParsedSentence,
  head: number,
  first: string,
  second = first,
  third = first,
  fourth = first,
): number | undefined {
  const children = childrenOf(sentence, head);
  for (let k = 0; k < children.length; k++) {
    const { deprel } = sentence.tokens[children[k]!]!;
    if (isAnyRelation(deprel, first, second, third, fourth)) return children[k];
  }
  return undefined;
}

/** All children of `head` with one of these relations. */
export function findChildren(
  sentence: ParsedSentence,
  head: number,
  first: string,
  second = first,
  third = first,
  fourth = first,
  fifth = first,
): readonly number[] {
  const children = childrenOf(sentence, head);
  let found = NONE as number[];
  for (let k = 0; k < children.length; k++) {
    const { deprel } = sentence.tokens[children[k]!]!;
    if (!isAnyRelation(deprel, first, second, third, fourth, fifth)) continue;
    if (found === NONE) found = [children[k]!];
    else found.push(children[k]!);
  }
  return found;
}

export function hasRelation({ deprel }: Token, relations: readonly string[]): boolean {
  for (let k = 0; k < relations.length; k++) if (isRelation(deprel, relations[k]!)) return true;
  return false;
}

// Which tokens have been met; all zero between calls.
let met = new Uint8Array(256);

/**
 * Indexes, ascending, of `head` and all below it, leaving out the subtrees for whose top `skip` is true.
 */
export function collectSubtree(
  sentence: ParsedSentence,
  head: number,
  skip: (token: Token, index: number) => boolean = skipNone,
): number[] {
  const { tokens } = sentence;
  const found = [head];
  let isSorted = true;
  for (let next = 0; next < found.length; next++) {
    const children = childrenOf(sentence, found[next]!);
    for (let k = 0; k < children.length; k++) {
      const child = children[k]!;
      if (skip(tokens[child]!, child)) continue;
      if (child < found[found.length - 1]!) isSorted = false;
      found.push(child);
    }
  }
  return isSorted ? found : sortIndexes(found, tokens.length);
}

const skipNone = () => false;

function sortIndexes(indexes: number[], size: number): number[] {
  if (met.length < size) met = new Uint8Array(2 * size);
  let lowest = size;
  for (let k = 0; k < indexes.length; k++) {
    met[indexes[k]!] = 1;
    if (indexes[k]! < lowest) lowest = indexes[k]!;
  }
  for (let i = lowest, k = 0; k < indexes.length; i++) {
    if (met[i] === 0) continue;
    met[i] = 0;
    indexes[k++] = i;
  }
  return indexes;
}

const EDGE = /^[\p{P}\p{S}]+$/u;
const KEPT_AT_EDGE = /^[“”"'‘’$€£%)(\]]+$/;

/** The indexes without the commas, dashes and full stops at either end; quotation marks and money stay. */
export function trimPunctuation(sentence: ParsedSentence, indexes: readonly number[]): number[] {
  const isLoose = (i: number) => {
    const text = sentence.tokens[i]!.text;
    return EDGE.test(text) && !KEPT_AT_EDGE.test(text);
  };
  let from = 0;
  let to = indexes.length;
  while (from < to && isLoose(indexes[from]!)) from++;
  while (to > from && isLoose(indexes[to - 1]!)) to--;
  return indexes.slice(from, to);
}

/** The pieces of text that ascending token indexes cover; neighbours, and gaps of mere punctuation, are one piece. */
export function toPieces(sentence: ParsedSentence, indexes: readonly number[]): Span[] {
  const pieces: { start: number; end: number }[] = [];
  let previous = -2;
  for (const i of indexes) {
    const token = sentence.tokens[i]!;
    const last = pieces.at(-1);
    if (last !== undefined && isGapOfPunctuation(sentence, previous, i)) last.end = token.end;
    else pieces.push({ start: token.start, end: token.end });
    previous = i;
  }
  return pieces;
}

function isGapOfPunctuation(sentence: ParsedSentence, left: number, right: number): boolean {
  for (let i = left + 1; i < right; i++) if (!EDGE.test(sentence.tokens[i]!.text)) return false;
  return true;
}

/** The range from the first to the last of ascending token indexes. */
export function toSpan(sentence: ParsedSentence, indexes: readonly number[]): Span {
  return { start: sentence.tokens[indexes[0]!]!.start, end: sentence.tokens[indexes.at(-1)!]!.end };
}

const NEGATIONS = new Set([
  'not',
  "n't",
  'n’t',
  'never',
  'no',
  'neither',
  'nor',
  'nobody',
  'none',
  'nothing',
  'hardly',
  'scarcely',
]);

/** Whether a word is negated by one of its own children: "did not", "no group", "never". */
export function isNegated(sentence: ParsedSentence, head: number): boolean {
  const children = childrenOf(sentence, head);
  for (let k = 0; k < children.length; k++) {
    const i = children[k]!;
    if (!NEGATIONS.has(wordAt(sentence, i))) continue;
    if (hasRelation(sentence.tokens[i]!, NEGATING) && !isComparing(sentence, i)) return true;
  }
  return false;
}

const NEGATING = ['advmod', 'det', 'aux', 'cc'];

/** "no fewer than 12", "not only soldiers", "not because they did": the negation belongs to a measure or a contrast, and nothing is denied. */
export function isComparing(sentence: ParsedSentence, i: number): boolean {
  const next = wordAt(sentence, i + 1);
  if (next === 'only' || next === 'just' || next === 'merely' || next === 'because') return true;
  return COMPARATIVES.has(next) && wordAt(sentence, i + 2) === 'than';
}

const COMPARATIVES = new Set(['fewer', 'less', 'more', 'later', 'earlier']);

/** Lower-cased words that stand as case marker or complementiser of `head`: ["because of"] for a fixed pair. */
export function markersOf(sentence: ParsedSentence, head: number): readonly string[] {
  const { markers } = viewOf(sentence);
  if (head < 0 || head >= markers.length) return NO_MARKERS;
  const known = markers[head];
  if (known !== undefined) return known;
  const read = readMarkers(sentence, head);
  markers[head] = read;
  return read;
}

const NO_MARKERS: readonly string[] = [];

function readMarkers(sentence: ParsedSentence, head: number): readonly string[] {
  const heads = findChildren(sentence, head, 'case', 'mark');
  if (heads.length === 0) return NO_MARKERS;
  return heads.map((i) =>
    [i, ...findChildren(sentence, i, 'fixed')].map((k) => wordAt(sentence, k)).join(' '),
  );
}

/** Index of the first token that ends behind an offset; the length where none does. */
export function tokenAt({ tokens }: ParsedSentence, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
