import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { NO_PEOPLE, OUTCOMES, outcomeOf, STATE_WORDS } from './counted.ts';
import { endOfNounRun } from './measure.ts';
import type { NumberPhrase } from './numbers.ts';

/** Outcomes whose counted people stand before them: "four were wounded", "two died". */
const STATES = new Set(['die', 'dead', 'missing', 'injured', 'wounded', 'hurt']);

/** A number with the noun phrase behind it. */
export interface Counted {
  readonly number: NumberPhrase;
  /** Last noun of the phrase; the number itself where it stands alone. */
  readonly noun: number;
  /** Last token of the phrase, with what follows "of" in "members of the force". */
  readonly end: number;
  readonly isBare: boolean;
}

/**
 * What became of the counted: the word itself ("12 casualties"), a state behind it or behind the last of its
 * coordinates ("two soldiers and a driver were hurt"), or an act before it ("killed one and wounded four").
 */
export function findOutcome(
  sentence: ParsedSentence,
  phrases: readonly Counted[],
  k: number,
): { of: string; index: number } | undefined {
  const { noun, isBare, number } = phrases[k]!;
  if (!isBare && sentence.tokens[noun]!.upos !== 'VERB') {
    const own = OUTCOMES.get(lemmaAt(sentence, noun));
    if (own !== undefined && !NO_PEOPLE.has(lemmaAt(sentence, noun))) return { of: own, index: noun };
  }
  const group = groupOf(sentence, phrases, k);
  const after = stateAfter(sentence, phrases[group.last]!.end);
  const before = actBefore(sentence, phrases[group.first]!.number.from);
  if (before !== undefined && (after === undefined || !isBare || after.isFar)) return before;
  if (after !== undefined) return after;
  const under = number.isArticle ? undefined : tollBefore(sentence, number.from);
  return before ?? actBeforeOthers(sentence, number.from) ?? under;
}

/** First and last of the counted phrases that "and" or a comma joins without a verb between. */
function groupOf(
  sentence: ParsedSentence,
  phrases: readonly Counted[],
  k: number,
): { first: number; last: number } {
  const isJoined = (a: Counted, b: Counted) => {
    // "five people, two of them children": a part of those before.
    if (/^(?:them|whom)$/.test(wordAt(sentence, b.number.to + 2))) return false;
    const between = sentence.tokens.slice(a.end + 1, b.number.from);
    return (
      between.length > 0 &&
      between.length <= 2 &&
      between.every(({ text }) => [',', 'and', 'as', 'well', 'plus', '&'].includes(text))
    );
  };
  let first = k;
  let last = k;
  while (first > 0 && isJoined(phrases[first - 1]!, phrases[first]!)) first--;
  while (last + 1 < phrases.length && isJoined(phrases[last]!, phrases[last + 1]!)) last++;
  return { first, last };
}

/** "… were killed", "… (also) wounded", "… died". */
function stateAfter(
  sentence: ParsedSentence,
  end: number,
): { of: string; index: number; isFar: boolean } | undefined {
  const from = endOfAside(sentence, end) + 1;
  for (let i = from; i < sentence.tokens.length && i <= from + 6; i++) {
    const { upos, text, xpos } = sentence.tokens[i]!;
    const injury = BEARING.has(lemmaAt(sentence, i)) ? injuryBehind(sentence, i) : undefined;
    if (injury !== undefined) return { of: 'injured', index: injury, isFar: false };
    const of = outcomeOf(sentence, i);
    if (of !== undefined && !['life', 'body'].includes(lemmaAt(sentence, i))) {
      const isState =
        isPredicate(sentence, i) ||
        xpos === 'VBN' ||
        xpos === 'VBD' ||
        xpos === 'JJ' ||
        STATES.has(text.toLowerCase()) ||
        STATE_WORDS.has(text.toLowerCase()) ||
        lemmaAt(sentence, i) === 'die';
      const isActive =
        (xpos === 'VBD' || xpos === 'VBN') &&
        !isPassiveLike(sentence, end, i) &&
        !CALENDAR.test(wordAt(sentence, i + 1)) &&
        endOfNounRun(sentence, i + 1) > i &&
        lemmaAt(sentence, i) !== 'die';
      return isState && !isActive ? { of, index: i, isFar: i > end + 3 } : undefined;
    }
    const isBridge =
      (upos === 'DET' && isPredicate(sentence, i + 1)) ||
      upos === 'AUX' ||
      upos === 'ADV' ||
      upos === 'ADJ' ||
      ['being', 'left', 'who', 'confirmed', 'reported'].includes(text.toLowerCase());
    if (!isBridge) return undefined;
  }
  return undefined;
}

const ASIDE = new Set(['including', 'among', 'of', 'mostly', 'most', 'all']);

/** "five people, two of them children, were killed": the last token of what stands between commas; else the end given. */
function endOfAside(sentence: ParsedSentence, end: number): number {
  if (wordAt(sentence, end + 1) !== ',') return end;
  let isParting = false;
  for (let i = end + 2; i < sentence.tokens.length && i <= end + 10; i++) {
    if (wordAt(sentence, i) === ',') return isParting && sentence.tokens[i + 1]?.upos === 'AUX' ? i : end;
    if (ASIDE.has(wordAt(sentence, i))) isParting = true;
    if (sentence.tokens[i]!.upos === 'VERB' && wordAt(sentence, i) !== 'including') return end;
  }
  return end;
}

/** "was a casualty", "were among the victims": a noun for what came of them, behind a form of "be". */
const isPredicate = (sentence: ParsedSentence, i: number) =>
  ['casualty', 'fatality'].includes(lemmaAt(sentence, i)) &&
  sentence.tokens[i - 1]?.upos === 'DET' &&
  sentence.tokens[i - 2]?.upos === 'AUX';

const BEARING = new Set(['diagnose', 'suffer', 'sustain', 'treat', 'receive']);
const INJURIES = new Set(['injury', 'wound', 'concussion', 'burn', 'fracture', 'trauma']);

/** "were diagnosed with traumatic brain injuries", "suffered burns": the injury named right behind. */
function injuryBehind(sentence: ParsedSentence, verb: number): number | undefined {
  for (let i = verb + 1; i < sentence.tokens.length && i <= verb + 6; i++) {
    if (INJURIES.has(lemmaAt(sentence, i))) return i;
    if (!['ADP', 'ADJ', 'NOUN', 'DET', 'ADV'].includes(sentence.tokens[i]!.upos)) return undefined;
  }
  return undefined;
}

/** "two soldiers killed Friday": a day is no object. */
const CALENDAR = /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^(today|yesterday|last|this|early|late)$/;

const isPassiveLike = (sentence: ParsedSentence, end: number, i: number) =>
  sentence.tokens.slice(end + 1, i).some(({ upos }) => upos === 'AUX');

const SHOT = new Set(['shoot', 'stab', 'beat', 'gun', 'hack', 'club']);

const JOINED = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON']);

/** "killed the commander and four of his guards": others that were counted before, with no verb between. */
function actBeforeOthers(sentence: ParsedSentence, from: number): { of: string; index: number } | undefined {
  if (wordAt(sentence, from - 1) !== 'and') return undefined;
  for (let i = from - 2; i >= 0 && i > from - 10; i--) {
    const { upos, xpos } = sentence.tokens[i]!;
    if (JOINED.has(upos) || wordAt(sentence, i) === ',') continue;
    const of = upos === 'VERB' && ['VBD', 'VBG', 'VB'].includes(xpos) ? outcomeOf(sentence, i) : undefined;
    const isPassive = /^(?:was|were|been|be|are|is|being)$/.test(wordAt(sentence, i - 1));
    return of === undefined || isPassive ? undefined : { of, index: i };
  }
  return undefined;
}

/** "killed N", "the injury of N", "leaving N dead" is read from behind: "killing at least N". */
function actBefore(sentence: ParsedSentence, from: number): { of: string; index: number } | undefined {
  let i = from - 1;
  for (let step = 0; step < 4 && i >= 0; step++, i--) {
    const word = wordAt(sentence, i);
    // "shot dead two men"
    if (word === 'dead' && SHOT.has(lemmaAt(sentence, i - 1))) return { of: 'killed', index: i - 1 };
    const of = outcomeOf(sentence, i);
    if (of === 'missing') return undefined;
    if (of !== undefined && word !== 'dead') {
      const isNoun = sentence.tokens[i]!.upos === 'NOUN';
      const linked = sentence.tokens.slice(i + 1, from).map(({ text }) => text.toLowerCase());
      if (isNoun && !linked.some((one) => one === 'of' || one === 'to')) return undefined;
      if (
        sentence.tokens
          .slice(Math.max(0, i - 3), i)
          .some(({ text, upos }) => upos === 'AUX' && /^(was|were|been|be|are|is)$/i.test(text))
      )
        return undefined;
      return { of, index: i };
    }
    if (!['of', 'to', 'the', 'also', 'another', 'some', 'further', 'its', 'only', 'just'].includes(word))
      return undefined;
  }
  return undefined;
}

/** "the death toll rose to 12", "the number of injured has reached 109", "casualties stand at 4". */
function tollBefore(sentence: ParsedSentence, from: number): { of: string; index: number } | undefined {
  for (let i = from - 1; i >= 0 && i > from - 18; i--) {
    if (/^[;,]$/.test(wordAt(sentence, i))) return undefined;
    if (wordAt(sentence, i) === 'toll') return { of: 'killed', index: i };
    const of = outcomeOf(sentence, i);
    if (of === undefined) continue;
    const isCounted = sentence.tokens
      .slice(Math.max(0, i - 4), from)
      .some(({ lemma }) =>
        ['number', 'count', 'tally', 'total', 'figure', 'toll', 'rise', 'reach', 'climb', 'stand'].includes(
          lemma.toLowerCase(),
        ),
      );
    return isCounted ? { of, index: i } : undefined;
  }
  return undefined;
}
