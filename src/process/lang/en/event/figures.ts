import type { Figure } from '../../../../model/event.ts';
import { isOverlapping, type Span } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { COUNTED, outcomeOf, STATE_WORDS } from './counted.ts';
import { endOfNounRun } from './measure.ts';
import { findNumbers, type NumberPhrase } from './numbers.ts';
import { type Counted, findOutcome } from './outcome.ts';
import { isToldCount } from './told-count.ts';

/** A figure with the token that is counted, so that the caller can see which event it belongs to. */
export interface FoundFigure extends Figure {
  /** Index of the counted word, and of the outcome word ("killed") where there is one. */
  readonly counted: number;
  readonly outcome?: number;
  /** True of a number that stands alone, of what was spoken of before. */
  readonly isBare?: boolean;
}

export interface FigureContext {
  readonly text: string;
  /** Numbers inside these are none. */
  readonly times: readonly Span[];
  /** What the text last spoke of in numbers, which a bare "spoke of three" counts. */
  readonly topic?: string;
  /** What a value counted earlier in the text: "from 0 to 109" after "has reached 109". */
  readonly given?: ReadonlyMap<number, string>;
  /** What somebody is said to have counted or spoken of; a bare number that opens it is a count. */
  readonly said: () => readonly Span[];
}

/** Counts of people and things in a sentence, with whose they are and how exact the text is. */
export function findFigures(
  sentence: ParsedSentence,
  { text, times, topic, said, given }: FigureContext,
): readonly FoundFigure[] {
  const isTime = (i: number) => times.some((time) => isOverlapping(time, sentence.tokens[i]!));
  const numbers = findNumbers(sentence, isTime);
  if (numbers.length === 0) return [];
  const phrases = shareNouns(numbers.map((number) => readCounted(sentence, number)));
  const spoken = said();
  const found: FoundFigure[] = [];
  let wasTold = false;
  for (const [k, counted] of phrases.entries()) {
    const { number, noun, isBare } = counted;
    const outcome = findOutcome(sentence, phrases, k);
    const isRange = isEndOfRange(number, phrases[k - 1]?.number);
    const opens = spoken.some(({ start }) => start === sentence.tokens[number.from]!.start);
    wasTold = opens || isToldCount(sentence, number) || (isRange && wasTold);
    const told = wasTold ? (found.at(-1)?.of ?? given?.get(number.value) ?? topic) : undefined;
    const thing = isBare
      ? (thingSpokenOf(sentence, number, found.at(-1)) ?? told)
      : COUNTED.get(lemmaAt(sentence, noun));
    const of = outcome?.of ?? thing;
    if (of === undefined || (number.isArticle && (outcome === undefined || THINGS.has(of)))) continue;
    const isAct = outcome?.index === noun && ACTS.has(lemmaAt(sentence, noun));
    if (AGES.has(lemmaAt(sentence, noun)) || isAge(sentence, number)) continue;
    // "a police killing" counts nobody and says who did it.
    if ((number.isArticle && isAct) || isWholeOf(sentence, number, phrases[k - 1]?.number)) continue;
    // "One civilian was a casualty": the civilian is counted, not the article.
    if (number.isArticle && found.some((one) => one.outcome === outcome?.index)) continue;
    const who =
      outcome === undefined || isBare || isAct ? undefined : nameOf(sentence, text, counted, outcome.index);
    found.push({
      of,
      value: number.value,
      bound: number.bound,
      ...(who === undefined || who === '' ? {} : { who }),
      start: sentence.tokens[number.from]!.start,
      end: sentence.tokens[Math.max(number.to, counted.end)]!.end,
      counted: noun,
      ...(outcome === undefined ? {} : { outcome: outcome.index }),
      ...(isBare && outcome === undefined ? { isBare } : {}),
    });
  }
  return withoutParts(found);
}

/** Outcome nouns whose describing words name who did it: "police killings". */
const ACTS = new Set([
  'injury',
  'wound',
  'fracture',
  'killing',
  'murder',
  'assassination',
  'execution',
  'massacre',
  'arrest',
  'kidnapping',
  'abduction',
]);

/** "released a film": what is done to things as well as to people, one of which is no count. */
const THINGS = new Set(['released', 'damaged', 'destroyed', 'captured']);

/** "the death of a 16-year-old", where the phrase ends before "-old". */
const AGES = new Set(['year', 'month', 'week', 'day', 'hour']);

/** "Ann Example, 27, …": a number between commas behind a name. */
const isAge = (sentence: ParsedSentence, { from, to, value }: NumberPhrase) =>
  value < 120 &&
  wordAt(sentence, from - 1) === ',' &&
  sentence.tokens[from - 2]?.upos === 'PROPN' &&
  [',', '.', '', 'of', 'from'].includes(wordAt(sentence, to + 1));

/** "three of the six rockets": the second number is that of the whole. */
function isWholeOf(
  sentence: ParsedSentence,
  number: NumberPhrase,
  before: NumberPhrase | undefined,
): boolean {
  if (before === undefined || number.from - before.to > 3 || before.isArticle) return false;
  return wordAt(sentence, before.to + 1) === 'of';
}

/** "11 to 16": the second number is told as the first is. */
const isEndOfRange = (number: NumberPhrase, before: NumberPhrase | undefined) =>
  before?.bound === 'atLeast' && number.bound === 'atMost' && number.from - before.to <= 2;

/** "seven rockets, four in the zone and three outside": what adds up to a total counted there says nothing more. */
function withoutParts(figures: readonly FoundFigure[]): readonly FoundFigure[] {
  const parts = new Set<FoundFigure>();
  for (const total of figures) {
    const others = figures.filter(
      (one) =>
        one !== total &&
        one.of === total.of &&
        one.who === undefined &&
        one.bound === 'exactly' &&
        !parts.has(one),
    );
    const sum = others.reduce((value, one) => value + one.value, 0);
    if (others.length > 1 && sum === total.value) for (const one of others) parts.add(one);
  }
  return figures.filter((one) => !parts.has(one));
}

/** "between 11 and 16 rockets": both numbers count the same. */
const shareNouns = (phrases: readonly Counted[]): readonly Counted[] =>
  phrases.map((phrase, k) => {
    const next = phrases[k + 1];
    const isOpen = phrase.isBare && phrase.number.bound === 'atLeast' && next?.number.bound === 'atMost';
    return isOpen && next.number.from - phrase.number.to <= 2
      ? { ...next, number: { ...phrase.number, to: next.number.to } }
      : phrase;
  });

/** The number itself in "eight or more". */
function lastNumeral(sentence: ParsedSentence, { from, to }: NumberPhrase): number {
  for (let i = to; i > from; i--) if (sentence.tokens[i]!.upos === 'NUM') return i;
  return sentence.tokens[from]!.upos === 'NUM' ? from : to;
}

function readCounted(sentence: ParsedSentence, number: NumberPhrase): Counted {
  let from = number.to + 1;
  if (wordAt(sentence, from) === 'of' && wordAt(sentence, from + 1) !== '') from += 1;
  let noun = endOfNounRun(sentence, from);
  if (noun < from) return { number, noun: lastNumeral(sentence, number), end: number.to, isBare: true };
  // An outcome that the tagger took for a noun ends the phrase: "one child killed", "two soldiers wounded".
  for (let i = from + 1; i <= noun; i++)
    if (
      outcomeOf(sentence, i) !== undefined &&
      !['noun', 'NOUN'].includes(lemmaAt(sentence, i)) &&
      STATE_WORDS.has(wordAt(sentence, i))
    )
      noun = i - 1;
  let end = noun;
  if (
    ['member', 'people', 'group', 'staff', 'employee', 'man', 'person'].includes(lemmaAt(sentence, noun)) &&
    wordAt(sentence, noun + 1) === 'of'
  ) {
    end = Math.max(noun, endOfNounRun(sentence, noun + 2));
  }
  if (/^\($/.test(wordAt(sentence, end + 1)) && wordAt(sentence, end + 3) === ')') end += 3;
  return { number, noun, end, isBare: false };
}

/** "puts the number of rockets at 21", "4 in the zone and 3 outside": a bare number counts what was just counted. */
function thingSpokenOf(
  sentence: ParsedSentence,
  number: NumberPhrase,
  last: FoundFigure | undefined,
): string | undefined {
  if (number.isArticle || number.value >= 1900 || number.value === 0) return undefined;
  const lead = wordAt(sentence, number.from - 1) === 'of' ? number.from - 2 : number.from - 1;
  if (wordAt(sentence, lead) === 'another') return undefined;
  for (let i = number.from - 1; i >= 0 && i > number.from - 16; i--) {
    const { upos, xpos } = sentence.tokens[i]!;
    const thing = COUNTED.get(lemmaAt(sentence, i));
    if (thing !== undefined && upos === 'NOUN') {
      const around = sentence.tokens
        .slice(Math.max(0, i - 4), number.from)
        .map(({ lemma }) => lemma.toLowerCase());
      const isTold = around.some((word) => ['number', 'count', 'total', 'tally', ':'].includes(word));
      return isTold || last?.of === thing ? thing : undefined;
    }
    if (xpos === 'MD') return undefined;
  }
  return undefined;
}

/** The counted without number, article and the words of the bound. */
function nameOf(
  sentence: ParsedSentence,
  text: string,
  { number, noun, end }: Counted,
  outcome: number,
): string {
  // "one Iraqi civilian casualty": whose it is stands before the outcome.
  const last = outcome === noun ? noun - 1 : end;
  let from = number.to + 1;
  while (
    from < noun &&
    [
      'of',
      'the',
      'his',
      'her',
      'its',
      'their',
      'other',
      'more',
      'additional',
      'others',
      'further',
      'confirmed',
      'reported',
    ].includes(wordAt(sentence, from))
  )
    from++;
  if (from > last || ['other', 'others', 'more'].includes(wordAt(sentence, noun))) return '';
  return text.slice(sentence.tokens[from]!.start, sentence.tokens[last]!.end).replace(/\s+/g, ' ');
}
