import { splitWords } from '../../text/words.ts';
import { loadWordClasses } from '../tables.ts';

/** Word classes of `data/en/correction-words.tsv`. */
const CLASSES = loadWordClasses('en/correction-words.tsv');

/**
 * The words of some classes as one alternative for a regular expression. They are the program's own, never a text's.
 *
 * @example
 * new RegExp(`\\b${oneOf('earlier')} version`).test('An earlier version said so.'); // true
 */
export function oneOf(...names: readonly string[]): string {
  return `(?:${names.flatMap((name) => [...(CLASSES.get(name) ?? [])]).join('|')})`;
}

const NUMBERS = new Map<string, string>();
for (const [name, words] of CLASSES) {
  if (name.startsWith('number:')) for (const word of words) NUMBERS.set(word, name.slice('number:'.length));
}

/** Letters from which on a word says something. */
const LONG = 4;
/** Words of a passage that are looked at. */
const MOST = 200;

/** What a passage says, as it can be compared: its longer words, and its numbers in digits. */
export interface Gist {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/**
 * @example
 * readGist('that four rockets hit the port'); // words: rockets, port; numbers: 4
 */
export function readGist(text: string): Gist {
  const words = new Set<string>();
  const numbers = new Set<string>();
  for (const { text: word } of splitWords(text, MOST)) {
    const folded = word.toLowerCase();
    const number = NUMBERS.get(folded) ?? (/^\d/.test(folded) ? folded.replaceAll(',', '') : undefined);
    if (number !== undefined) numbers.add(number);
    else if (folded.length >= LONG && !COMMON.has(folded)) words.add(folded);
  }
  return { words, numbers };
}

/** Longer words that say nothing of what it is about. */
const COMMON: ReadonlySet<string> = new Set(
  'that this with from have been were they their there which when would about after before into over than'.split(
    ' ',
  ),
);

/** Share of the one gist's words that stand in the other too, 0 to 1; all its numbers must. */
export function findShared(part: Gist, whole: Gist): number {
  for (const number of part.numbers) if (!whole.numbers.has(number)) return 0;
  const size = part.words.size + part.numbers.size;
  if (size === 0) return 0;
  let shared = part.numbers.size;
  for (const word of part.words) if (whole.words.has(word)) shared += 1;
  return shared / size;
}
