import type { Span } from '../../model/span.ts';
import { countAt, ordinalAt } from '../lang/en/time/numbers.ts';
import { isSentenceEnd } from '../lang/en/time/sentenceEnd.ts';
import { wordSet } from '../lang/en/time/wordSet.ts';
import { scanWords, type Word, wordAt } from './words.ts';

/** Words about a happening that comes round: "the one-year anniversary of the strike that killed the general". */
export interface Anniversary extends Span {
  /** How many years are marked, where the text says. */
  readonly years?: number;
  /** What is remembered, where it is named. */
  readonly of?: Span;
}

/** Longest phrase, in words, that is taken for what is remembered. */
const LONGEST = 40;

/** Where the phrase after "of" is over: its own verb has come, or another clause begins. */
const STOPS = wordSet(`
  was were is are has had have will would could should may might while as amid and but marks marked
  drew passed came comes falls fell approaches approached nears neared looms loomed
`);

/** Words before a possessive that begin its phrase anew: "marked the revolution's 41st anniversary". */
const OPENERS = wordSet('the a an this that his her its their our');

/**
 * Finds anniversaries and what they are of. It names no day: that of the anniversary is the remembered event's, so many
 * years on, and the caller knows the event.
 *
 * @example
 * findAnniversaries('Rallies marked the first anniversary of the raid, police said.');
 * // [{ start: 15, end: 36, years: 1, of: { start: 40, end: 48 } }]: "the first anniversary", "the raid"
 */
export function findAnniversaries(
  text: string,
  words: readonly Word[] = scanWords(text),
): readonly Anniversary[] {
  const found: Anniversary[] = [];
  for (let at = 0; at < words.length; at++) {
    const { lower } = words[at]!;
    if (lower === 'anniversary' || lower === 'anniversaries') found.push(makeAnniversary(words, at));
    else if (lower === 'since') found.push(...yearsSince(words, at));
  }
  return found;
}

function makeAnniversary(words: readonly Word[], noun: number): Anniversary {
  const count = countBefore(words, noun);
  const first = count?.start ?? noun;
  const of = phraseBehind(words, noun + 1) ?? possessorBefore(words, first);
  const article = wordAt(words, first - 1).lower === 'the' ? first - 1 : first;
  return {
    start: wordAt(words, article).start,
    end: wordAt(words, noun).end,
    ...(count === undefined ? {} : { years: count.years }),
    ...(of === undefined ? {} : { of }),
  };
}

/** "one-year", "first", "10th", "twenty-fifth" before the noun. */
function countBefore(words: readonly Word[], noun: number): { years: number; start: number } | undefined {
  for (let start = noun - 1; start >= noun - 4; start--) {
    const ordinal = ordinalAt(words, start);
    if (ordinal?.end === noun) return withTens(words, { years: ordinal.value, start });
    const count = countAt(words, start);
    if (count?.value === undefined || !Number.isInteger(count.value)) continue;
    const unit = wordAt(words, count.end).lower === '-' ? count.end + 1 : count.end;
    if (wordAt(words, unit).lower === 'year' && unit + 1 === noun)
      return withTens(words, { years: count.value, start });
  }
  return undefined;
}

/** "twenty-fifth": the tens stand before the ordinal that was met first. */
function withTens(words: readonly Word[], found: { years: number; start: number }) {
  const start = found.start - (wordAt(words, found.start - 1).lower === '-' ? 2 : 1);
  const whole = ordinalAt(words, start);
  const count = countAt(words, start);
  if (whole !== undefined && whole.end > found.start) return { years: whole.value, start };
  const isLonger = count?.value !== undefined && count.end > found.start && Number.isInteger(count.value);
  return isLonger && wordAt(words, start).lower !== 'a' ? { years: count.value as number, start } : found;
}

/** "of the strike that killed him", "since the coup": up to a comma, the end of the sentence or the verb of the clause around it. */
function phraseBehind(words: readonly Word[], at: number): Span | undefined {
  const { lower: join } = wordAt(words, at);
  if (join !== 'of' && join !== 'since') return undefined;
  let end = at + 1;
  // Inside a relative clause ("the strike that was launched") a verb belongs to the phrase.
  let isClause = false;
  for (; end < words.length && end <= at + LONGEST; end++) {
    const word = wordAt(words, end);
    if (word.line || isSentenceEnd(words, end) || isClosing(word)) break;
    if (word.lower === 'that' || word.lower === 'which' || word.lower === 'who' || word.lower === 'whose')
      isClause = true;
    else if (STOPS.has(word.lower) && !(isClause && word.lower !== 'and' && word.lower !== 'but')) break;
    else if (STOPS.has(word.lower)) isClause = false;
  }
  return end > at + 1 ? { start: wordAt(words, at + 1).start, end: wordAt(words, end - 1).end } : undefined;
}

function isClosing(word: Word): boolean {
  return (
    word.kind === 'mark' &&
    (word.lower === ',' || word.lower === ':' || word.lower === '—' || word.lower === ')')
  );
}

/** "the revolution's 41st anniversary", "Soleimani's anniversary": the owner before the count. */
function possessorBefore(words: readonly Word[], first: number): Span | undefined {
  if (wordAt(words, first - 1).lower !== 's' || wordAt(words, first - 2).lower !== "'") return undefined;
  const last = first - 3;
  let start = last;
  while (start > last - 5 && wordAt(words, start - 1).kind === 'word' && wordAt(words, start - 1).capital)
    start--;
  if (wordAt(words, last).capital === false && OPENERS.has(wordAt(words, start - 1).lower)) start--;
  if (wordAt(words, last).kind !== 'word') return undefined;
  return { start: wordAt(words, start).start, end: wordAt(words, last).end };
}

const MARKING = wordSet('mark marks marked marking commemorate commemorates commemorated commemorating');

/** "marking two years since the coup": an anniversary without the word. */
function yearsSince(words: readonly Word[], since: number): readonly Anniversary[] {
  const unit = wordAt(words, since - 1).lower;
  if (unit !== 'year' && unit !== 'years') return [];
  for (let start = since - 2; start >= since - 4; start--) {
    const count = countAt(words, start);
    if (count?.value === undefined || count.end !== since - 1 || !MARKING.has(wordAt(words, start - 1).lower))
      continue;
    const of = phraseBehind(words, since);
    const span = { start: wordAt(words, start).start, end: wordAt(words, since - 1).end };
    return [{ ...span, years: count.value, ...(of === undefined ? {} : { of }) }];
  }
  return [];
}
