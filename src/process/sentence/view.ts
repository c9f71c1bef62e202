import type { ParsedSentence, Token } from './parsed.ts';
import { perSentence } from './remember.ts';

/** What is worked out of a sentence once and then asked for again and again. */
interface View {
  /** The token on which no other hangs; -1 in a sentence without tokens. */
  readonly root: number;
  /** The tokens that hang on each, in text order. */
  readonly children: readonly (readonly number[])[];
  /** Lower-cased forms and lemmas. */
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
  /** Case markers and complementisers by head; holes are not asked for yet. */
  readonly markers: (readonly string[] | undefined)[];
}

export const NONE: readonly number[] = [];

// Stages ask many things of one sentence before they go on to the next.
let lastSentence: ParsedSentence | undefined;
let lastView: View | undefined;

export function viewOf(sentence: ParsedSentence): View {
  return sentence === lastSentence ? lastView! : findView(sentence);
}

const recallView = perSentence(makeView);

function findView(sentence: ParsedSentence): View {
  lastSentence = sentence;
  lastView = recallView(sentence);
  return lastView;
}

function makeView(sentence: ParsedSentence): View {
  const { tokens } = sentence;
  // Of their full size at once: lists that grow are made several times over.
  const words = new Array<string>(tokens.length);
  const lemmas = new Array<string>(tokens.length);
  const markers = new Array<undefined>(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const { text, lemma } = tokens[i]!;
    words[i] = text.toLowerCase();
    lemmas[i] = lemma === text ? words[i]! : lemma.toLowerCase();
  }
  return {
    root: tokens.findIndex(({ head }) => head < 0),
    children: makeChildren(tokens),
    words,
    lemmas,
    markers,
  };
}

function makeChildren(tokens: readonly Token[]): readonly (readonly number[])[] {
  const none = NONE as number[];
  const children = new Array<number[]>(tokens.length).fill(none);
  for (let i = 0; i < tokens.length; i++) {
    const { head } = tokens[i]!;
    if (head < 0 || head >= tokens.length) continue;
    // Most words have nobody hanging on them and share one empty list.
    if (children[head] === none) children[head] = [i];
    else children[head]!.push(i);
  }
  return children;
}

/** The lower-cased form of token `i`; empty beyond either end of the sentence. */
export function wordAt(sentence: ParsedSentence, i: number): string {
  const { words } = viewOf(sentence);
  return i >= 0 && i < words.length ? words[i]! : '';
}

/** The lower-cased lemma of token `i`; empty beyond either end of the sentence. */
export function lemmaAt(sentence: ParsedSentence, i: number): string {
  const { lemmas } = viewOf(sentence);
  return i >= 0 && i < lemmas.length ? lemmas[i]! : '';
}
