import type { ParsedSentence } from '../../../sentence/parsed.ts';

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
  readonly next: Map<string, Node<T>>;
  endings: Ending<T>[] | undefined;
}

const PIECE = /\p{L}[\p{L}\p{M}]*|\p{N}+|[,&()+/:;?!"“”$€£¥%#@]/gu;
const SILENT = /^[-–—'’‘ʿʾ`.]+$/;
const LONGEST_PIECE = 64;

const foldCache = new Map<string, string>();

/** Lower case without diacritics: `Erdoğan` and `Erdogan` are one. */
export function foldWord(word: string): string {
  const known = foldCache.get(word);
  if (known !== undefined) return known;
  const folded = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss');
  if (foldCache.size > 50_000) foldCache.clear();
  if (word.length <= LONGEST_PIECE) foldCache.set(word, folded);
  return folded;
}

const PLAIN = /^[A-Za-z]+$/;

/** Cuts one word; a word without letters or digits is itself a piece unless it is a hyphen, apostrophe or full stop. */
function cutWord(word: string): readonly string[] {
  if (PLAIN.test(word)) return [word];
  return word.match(PIECE) ?? (SILENT.test(word) ? (word === '.' ? ['.'] : []) : [word]);
}

const cut = new WeakMap<ParsedSentence, Pieces>();

/** The tokens of a sentence cut into pieces, once for all the lists that are looked up in it. */
export function cutPieces(sentence: ParsedSentence): Pieces {
  const known = cut.get(sentence);
  if (known !== undefined) return known;
  const pieces = makePieces(sentence);
  cut.set(sentence, pieces);
  return pieces;
}

function makePieces(sentence: ParsedSentence): Pieces {
  const texts: string[] = [];
  const folded: string[] = [];
  const tokens: number[] = [];
  const starts: number[] = [];
  for (let i = 0; i < sentence.tokens.length; i++) {
    starts.push(texts.length);
    for (const piece of cutWord(sentence.tokens[i]!.text)) {
      texts.push(piece);
      folded.push(foldWord(piece));
      tokens.push(i);
    }
  }
  starts.push(texts.length);
  return { texts, folded, tokens, starts };
}

/** A list of names or terms, found longest first and with an eye on capitals. */
export class Phrases<T> {
  readonly #root: Node<T> = { next: new Map(), endings: undefined };

  /** Adds a name. Where a name is added twice, both values are kept, in order. */
  add(name: string, value: T): void {
    const pieces = name.split(/\s+/).flatMap((word) => cutWord(word));
    if (pieces.length === 0) return;
    let node = this.#root;
    for (const piece of pieces) {
      const key = foldWord(piece);
      let next = node.next.get(key);
      if (next === undefined) {
        next = { next: new Map(), endings: undefined };
        node.next.set(key, next);
      }
      node = next;
    }
    node.endings ??= [];
    node.endings.push({ pieces, value });
  }

  /** The longest name that starts with token `i`, or undefined; `accept` may turn a value down. */
  findAt(pieces: Pieces, i: number, accept: (value: T) => boolean = () => true): PhraseMatch<T> | undefined {
    let node: Node<T> | undefined = this.#root;
    let found: PhraseMatch<T> | undefined;
    const from = pieces.starts[i]!;
    if (from === pieces.starts[i + 1]) return undefined;
    for (let p = from; p < pieces.texts.length; p++) {
      node = node.next.get(pieces.folded[p]!);
      if (node === undefined) break;
      const last = pieces.tokens[p]!;
      if (node.endings === undefined || p + 1 !== pieces.starts[last + 1]) continue;
      const fitting = node.endings.filter((e) => isCased(e.pieces, pieces.texts, from) && accept(e.value));
      // Of two that differ by capitals alone (NewsDay, Newsday), the one that is written so.
      const ending = fitting.find((e) => isWritten(e.pieces, pieces.texts, from)) ?? fitting[0];
      if (ending !== undefined) found = { first: i, last, value: ending.value };
    }
    return found;
  }

  /** All names that the whole text is, whatever its capitals. */
  lookUp(name: string): readonly T[] {
    let node: Node<T> | undefined = this.#root;
    for (const piece of name.split(/\s+/).flatMap((word) => cutWord(word))) {
      node = node.next.get(foldWord(piece));
      if (node === undefined) return [];
    }
    return node.endings?.map((ending) => ending.value) ?? [];
  }
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
