import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { perSentence } from '../../../sentence/remember.ts';
import { makeCache } from '../cache.ts';
import { isCapitalised } from './mentions.ts';

/**
 * The words of a sentence cut into runs of letters and runs of digits, so that "B-52H", "Kata'ib" and "U.S." are
 * found however a tokeniser cuts them. Hyphens, apostrophes and full stops inside words leave no piece.
 */
export interface Pieces {
  readonly texts: readonly string[];
  /** Lower case, without diacritics. */
  readonly folded: readonly string[];
  /** Index of the token that each piece lies in. */
  readonly tokens: readonly number[];
  /** First piece of each token, and one more entry: the number of pieces. A token without pieces has an empty range. */
  readonly starts: readonly number[];
  /** First piece of each token. */
  readonly firsts: readonly Piece[];
}

/** A piece of a word, as it is written and folded, and the piece behind it in the same word. */
interface Piece {
  readonly text: string;
  readonly folded: string;
  readonly next: Piece | undefined;
  /** The lists that have a phrase beginning with it, a bit for each list. */
  lists: number;
  /** How many phrases there were in all lists when that was looked up. */
  known: number;
}

/** A phrase found in a sentence; `first` and `last` are token indexes, both included. */
export interface PhraseMatch<T> {
  readonly first: number;
  readonly last: number;
  readonly value: T;
}

interface Ending<T> {
  readonly pieces: readonly string[];
  readonly value: T;
}

interface Node<T> {
  next: Map<string, Node<T>> | undefined;
  endings: Ending<T>[] | undefined;
}

const PIECE = /\p{L}[\p{L}\p{M}]*|\p{N}+|[,&()+/:;?!"“”$€£¥%#@]/gu;
const SILENT = /^[-–—'’‘ʿʾ`.]+$/;

const ASCII = /^[\0-\x7f]*$/;

/** Lower case without diacritics: `Erdoğan` and `Erdogan` are one. */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss');
}

const PLAIN = /^[A-Za-z]+$/;

/** Cuts one word; a word without letters or digits is itself a piece unless it is a hyphen, apostrophe or full stop. */
function cutWord(word: string): readonly string[] {
  if (PLAIN.test(word)) return [word];
  return word.match(PIECE) ?? (SILENT.test(word) ? (word === '.' ? ['.'] : []) : [word]);
}

function makePiece(text: string, next: Piece | undefined): Piece {
  return { text, folded: foldWord(text), next, lists: 0, known: 0 };
}

const LONGEST_KEPT = 64;
const NO_PIECE = makePiece('', undefined);
const firstPieces = makeCache<Piece>(10_000);

/** The first piece of a word, NO_PIECE where it has none. */
function recallPieces(word: string): Piece {
  const known = firstPieces.get(word);
  if (known !== undefined) return known;
  let next: Piece | undefined;
  for (const text of cutWord(word).toReversed()) next = makePiece(text, next);
  const first = next ?? NO_PIECE;
  if (word.length <= LONGEST_KEPT) firstPieces.set(word, first);
  return first;
}

/** The tokens of a sentence cut into pieces, once for all the lists that are looked up in it. */
export const cutPieces: (sentence: ParsedSentence) => Pieces = perSentence(makePieces);

function makePieces({ tokens: words }: ParsedSentence): Pieces {
  const texts: string[] = [];
  const folded: string[] = [];
  const tokens: number[] = [];
  const starts: number[] = [];
  const firsts: Piece[] = [];
  for (let i = 0; i < words.length; i++) {
    starts.push(texts.length);
    let piece: Piece | undefined = recallPieces(words[i]!.text);
    firsts.push(piece);
    if (piece === NO_PIECE) continue;
    for (; piece !== undefined; piece = piece.next) {
      texts.push(piece.text);
      folded.push(piece.folded);
      tokens.push(i);
    }
  }
  starts.push(texts.length);
  return { texts, folded, tokens, starts, firsts };
}

// One table of the first words of all lists: most words begin nothing, and are then tried in no list at all.
const listsByCapital = new Map<string, number>();
// The same for words in small letters, with which only phrases in small letters begin.
const listsBySmall = new Map<string, number>();
let listCount = 0;
let phraseCount = 0;

function addList(lists: Map<string, number>, beginning: string, bit: number): void {
  lists.set(beginning, (lists.get(beginning) ?? 0) | bit);
}

function listsOf(piece: Piece): number {
  if (piece.known !== phraseCount) {
    const lists = piece !== NO_PIECE && isCapitalised(piece.text) ? listsByCapital : listsBySmall;
    piece.lists = lists.get(piece.folded) ?? 0;
    piece.known = phraseCount;
  }
  return piece.lists;
}

/** A list of names or terms, found longest first and with an eye on capitals. */
export class Phrases<T> {
  readonly #root: Node<T> = { next: undefined, endings: undefined };
  /** Lists beyond the thirty-first share a bit with others: it says only where to look. */
  readonly #bit = 1 << (listCount++ % 31);

  /** Adds a name. Where a name is added twice, both values are kept, in order. */
  add(name: string, value: T): void {
    const pieces = name.split(/\s+/).flatMap((word) => cutWord(word));
    if (pieces.length === 0) return;
    let node = this.#root;
    for (const piece of pieces) {
      const key = foldWord(piece);
      let next = node.next?.get(key);
      if (next === undefined) {
        next = { next: undefined, endings: undefined };
        // Most names end where their first word does, and need no table of what may follow.
        node.next ??= new Map();
        node.next.set(key, next);
      }
      node = next;
    }
    node.endings ??= [];
    node.endings.push({ pieces, value });
    const beginning = foldWord(pieces[0]!);
    addList(listsByCapital, beginning, this.#bit);
    if (!isCapitalised(pieces[0]!)) addList(listsBySmall, beginning, this.#bit);
    phraseCount++;
  }

  /** The longest name that starts with token `i`, or undefined; `accept` may turn a value down. */
  findAt(pieces: Pieces, i: number, accept?: (value: T) => boolean): PhraseMatch<T> | undefined {
    if ((listsOf(pieces.firsts[i]!) & this.#bit) === 0) return undefined;
    const { texts, folded, tokens, starts } = pieces;
    const from = starts[i]!;
    let node: Node<T> | undefined = this.#root;
    let found: Ending<T> | undefined;
    let foundLast = i;
    for (let p = from; p < texts.length; p++) {
      node = node.next?.get(folded[p]!);
      if (node === undefined) break;
      const last = tokens[p]!;
      if (node.endings === undefined || p + 1 !== starts[last + 1]) continue;
      const ending = chooseEnding(node.endings, texts, from, accept);
      if (ending === undefined) continue;
      found = ending;
      foundLast = last;
    }
    return found && { first: i, last: foundLast, value: found.value };
  }

  /** All names that the whole text is, whatever its capitals. */
  lookUp(name: string): readonly T[] {
    let node: Node<T> | undefined = this.#root;
    for (const word of name.split(/\s+/)) {
      let piece: Piece | undefined = recallPieces(word);
      if (piece === NO_PIECE) continue;
      for (; piece !== undefined; piece = piece.next) {
        node = node.next?.get(piece.folded);
        if (node === undefined) return [];
      }
    }
    return node.endings?.map((ending) => ending.value) ?? [];
  }
}

/** Of two that differ by capitals alone (NewsDay, Newsday), the one that is written so; else the first that fits. */
function chooseEnding<T>(
  endings: readonly Ending<T>[],
  texts: readonly string[],
  from: number,
  accept: ((value: T) => boolean) | undefined,
): Ending<T> | undefined {
  let chosen: Ending<T> | undefined;
  for (const ending of endings) {
    if (!isCased(ending.pieces, texts, from)) continue;
    if (accept !== undefined && !accept(ending.value)) continue;
    if (isWritten(ending.pieces, texts, from)) return ending;
    chosen ??= ending;
  }
  return chosen;
}

function isWritten(name: readonly string[], texts: readonly string[], from: number): boolean {
  return name.every((piece, k) => piece === texts[from + k]);
}

/** Whether the text has the capitals that the name asks for; text all in capitals always has, save for short initials. */
function isCased(name: readonly string[], texts: readonly string[], from: number): boolean {
  for (let k = 0; k < name.length; k++) {
    const wanted = name[k]!;
    const text = texts[from + k]!;
    if (wanted === text) continue;
    const first = wanted[0]!;
    if (first === first.toLowerCase()) {
      // A small letter in the name (`al`, `of`) may be a capital in the text; ordinary words are found in any case.
      continue;
    }
    if (text[0] === text[0]!.toLowerCase()) return false;
    // "LeT" is not "Let".
    const isMixed =
      wanted.length <= 4 &&
      wanted.slice(1) !== wanted.slice(1).toLowerCase() &&
      wanted !== wanted.toUpperCase();
    if (isMixed && text !== text.toUpperCase()) return false;
    const isInitials = wanted.length > 1 && wanted === wanted.toUpperCase();
    if (isInitials && text !== text.toUpperCase() && wanted.length < 4) return false;
  }
  return true;
}
