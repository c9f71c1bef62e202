import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { lemmaAt, viewOf, wordAt } from '../../../sentence/view.ts';
import { ARMS, COUNTED, HARM, NO_PEOPLE, outcomeOf, STATE_WORDS } from './counted.ts';
import type { FoundFigure } from './figures.ts';
import type { NumberPhrase } from './numbers.ts';

/** Harm to things has no number that is then taken up alone. */
const isTopic = (of: string) => ARMS.has(of) || (HARM.has(of) && of !== 'damaged' && of !== 'destroyed');

/** The last thing of a sentence that a happening is counted in: "rockets", "injured"; undefined where it has none. */
export function findTopic(sentence: ParsedSentence, figures: readonly FoundFigure[]): string | undefined {
  const counted = figures.findLast(({ of }) => isTopic(of))?.of;
  if (counted !== undefined) return counted;
  const { words } = viewOf(sentence);
  for (let i = words.length - 1; i >= 0; i--) {
    const { upos, deprel } = sentence.tokens[i]!;
    if (deprel === 'compound' || (upos !== 'NOUN' && !STATE_WORDS.has(words[i]!))) continue;
    const of = outcomeOf(sentence, i) ?? COUNTED.get(lemmaAt(sentence, i));
    const isAct = of === 'strikes' || of === 'attacks' || of === 'explosions';
    if (of === undefined || isAct || !isTopic(of) || NO_PEOPLE.has(lemmaAt(sentence, i))) continue;
    // "Nobody was killed": nothing that could be counted further.
    return hasNobody(sentence) ? undefined : of;
  }
  return undefined;
}

function hasNobody({ tokens }: ParsedSentence): boolean {
  return tokens.some(({ text }) => /^(?:no|nobody|none)$/i.test(text));
}

const SPEAKING = new Set(['speak', 'talk', 'tell', 'count', 'write']);
const COUNTING = new Set(['count', 'tally', 'fire', 'launch', 'claim', 'list', 'confirm', 'record']);
const COUNTS = new Set(['count', 'number', 'toll', 'tally', 'total', 'figure', 'rise', 'increase']);
const REACHING = new Set(['reach', 'stand', 'rise', 'climb', 'grow', 'jump', 'put', 'give', 'be', 'total']);
const LANDING = new Set(['fire', 'launch', 'land', 'fall', 'come', 'hit', 'strike', 'explode']);

/**
 * A bare number that is told as a count of what the text spoke of before: "had spoken of three", "count about 30",
 * "the count has reached 109", "a rise from 0 to 109", "at least eight were fired".
 */
export function isToldCount(sentence: ParsedSentence, number: NumberPhrase): boolean {
  const { from, to, value, isArticle } = number;
  if (isArticle || value >= 1900 || wordAt(sentence, from - 1) === 'another') return false;
  return isSpokenOf(sentence, from) || isReached(sentence, from) || isLanded(sentence, { from, to });
}

function isSpokenOf(sentence: ParsedSentence, from: number): boolean {
  let i = from - 1;
  const isOf = wordAt(sentence, i) === 'of';
  if (isOf) i--;
  // "spoke of two and of four"
  if (['and', 'or'].includes(wordAt(sentence, i)) && /^\p{L}+$/u.test(wordAt(sentence, i - 1)))
    return isSpokenOf(sentence, i - 1);
  while (['first', 'only', 'also', 'initially'].includes(wordAt(sentence, i))) i--;
  return (isOf ? SPEAKING : COUNTING).has(lemmaAt(sentence, i));
}

/** "The count, which stood at zero, has reached 109": a word for a count, then one for where it stands. */
function isReached(sentence: ParsedSentence, from: number): boolean {
  const before = sentence.tokens.slice(Math.max(0, from - 14), from).map(({ lemma }) => lemma.toLowerCase());
  const count = before.findLastIndex((lemma) => COUNTS.has(lemma));
  if (count < 0) return false;
  const between = before.slice(count + 1);
  // "How the count grew: 3 by the army, 8 by the police": each is somebody else's.
  if (between.includes(':')) return false;
  const isRise = ['rise', 'increase'].includes(before[count]!) && between[0] === 'from';
  return isRise || (between.some((lemma) => REACHING.has(lemma)) && !between.includes('per'));
}

/** "At least eight were fired", "seven came down". */
function isLanded(sentence: ParsedSentence, { from, to }: { from: number; to: number }): boolean {
  const isOpening = from === 0 || ['that', ',', 'and'].includes(wordAt(sentence, from - 1));
  let i = to + 1;
  while (sentence.tokens[i]?.upos === 'AUX' || sentence.tokens[i]?.upos === 'ADV') i++;
  return isOpening && LANDING.has(lemmaAt(sentence, i)) && sentence.tokens[i]!.upos === 'VERB';
}
