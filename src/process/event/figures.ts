import type { Bound, Figure } from '../../model/event.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import {
  collectSubtree,
  findChild,
  findChildren,
  hasRelation,
  markersOf,
  toSpan,
} from '../sentence/phrase.ts';

/** Words after which what they act on is counted as killed, injured and so on. */
const OUTCOMES: Readonly<Record<string, string>> = {
  kill: 'killed', killing: 'killed', die: 'killed', death: 'killed', dead: 'killed', slay: 'killed', murder: 'killed', fatality: 'killed', massacre: 'killed', assassinate: 'killed',
  injure: 'injured', injury: 'injured', wound: 'injured', hurt: 'injured', hospitalize: 'injured',
  capture: 'captured', abduct: 'captured', kidnap: 'captured', seize: 'captured', arrest: 'arrested', detain: 'arrested', arrests: 'arrested',
  displace: 'displaced', evacuate: 'evacuated', miss: 'missing', missing: 'missing', casualty: 'casualties', release: 'released', free: 'released',
}; // biome-ignore format: a table

/** Things that are counted as they stand: "three rockets". */
const COUNTED: Readonly<Record<string, string>> = {
  rocket: 'rockets', missile: 'missiles', mortar: 'mortars', shell: 'shells', drone: 'drones', bomb: 'bombs', airstrike: 'strikes', strike: 'strikes', projectile: 'projectiles',
  troop: 'troops', soldier: 'troops', bomber: 'aircraft', aircraft: 'aircraft', jet: 'aircraft', ship: 'ships', warship: 'ships', demonstrator: 'demonstrators', protester: 'demonstrators',
  casualty: 'casualties', fatality: 'killed', death: 'killed', injury: 'injured', house: 'buildings', building: 'buildings',
}; // biome-ignore format: a table

const WORDS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
  fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60,
  seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1000, million: 1e6, dozen: 12,
}; // biome-ignore format: a table

/** Round plurals that tell only a size: "hundreds of demonstrators" is at least 200. */
const ROUND: Readonly<Record<string, number>> = {
  dozens: 24,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  tens: 20,
};

/** A figure with the token that is counted, so that the caller can see which event it belongs to. */
export interface FoundFigure extends Figure {
  /** Index of the counted word, and of the outcome word ("killed") where there is one. */
  readonly counted: number;
  readonly outcome?: number;
}

/** Counts of people and things in a sentence, with whose they are and how exact the text is. */
export function findFigures(sentence: ParsedSentence, text: string): readonly FoundFigure[] {
  const found: FoundFigure[] = [];
  for (const [index, token] of sentence.tokens.entries()) {
    if (!['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(token.upos)) continue;
    const outcome = findOutcome(sentence, index);
    const thing = COUNTED[token.lemma.toLowerCase()];
    if (outcome === undefined && thing === undefined) continue;
    const count = countOf(sentence, index, outcome !== undefined && outcome.index !== index);
    if (count === undefined) continue;
    const span = toSpan(sentence, count.words);
    const who =
      outcome === undefined || outcome.index === index
        ? undefined
        : nameOf(sentence, text, index, count.words);
    found.push({
      of: outcome?.of ?? thing!,
      value: count.value,
      bound: count.bound,
      ...(who === undefined || who === '' ? {} : { who }),
      start: span.start,
      end: span.end,
      counted: index,
      ...(outcome === undefined ? {} : { outcome: outcome.index }),
    });
  }
  return found;
}

/** "killed two soldiers", "the death of a citizen", "two soldiers were killed", "two dead". */
function findOutcome(sentence: ParsedSentence, index: number): { of: string; index: number } | undefined {
  const token = sentence.tokens[index]!;
  const own = OUTCOMES[token.lemma.toLowerCase()];
  if (own !== undefined && token.upos !== 'ADJ') return { of: own, index };
  const state = findChildren(sentence, index, 'acl', 'amod').find(
    (i) => i > index && OUTCOMES[sentence.tokens[i]!.lemma.toLowerCase()] !== undefined,
  );
  if (state !== undefined)
    return { of: OUTCOMES[sentence.tokens[state]!.lemma.toLowerCase()]!, index: state };
  if (token.head < 0) return undefined;
  if (token.deprel === 'conj') {
    const first = findOutcome(sentence, token.head);
    return first === undefined || first.index === token.head ? undefined : first;
  }
  const governor = sentence.tokens[token.head]!;
  const of = OUTCOMES[governor.lemma.toLowerCase()];
  if (of === undefined) return undefined;
  const isOf =
    hasRelation(token, ['nmod']) &&
    (markersOf(sentence, index).includes('of') || markersOf(sentence, index).includes('to'));
  const isObject = hasRelation(token, ['obj']) || token.deprel === 'nsubj:pass';
  const isDying =
    hasRelation(token, ['nsubj']) && ['die', 'dead', 'hurt', 'missing'].includes(governor.lemma);
  return isOf || isObject || isDying ? { of, index: token.head } : undefined;
}

interface Count {
  readonly value: number;
  readonly bound: Bound;
  readonly words: readonly number[];
}

/** The number that stands with a noun; "a citizen" counts as one only where an outcome makes it a count. */
function countOf(sentence: ParsedSentence, index: number, isArticleOne: boolean): Count | undefined {
  const token = sentence.tokens[index]!;
  if (token.upos === 'NUM') return makeCount(sentence, index, index, parseNumber(sentence, index));
  const round = findRound(sentence, index);
  if (round !== undefined) return round;
  const number = findChildren(sentence, index, 'nummod').find((i) => parseNumber(sentence, i) !== undefined);
  if (number !== undefined) return makeCount(sentence, index, number, parseNumber(sentence, number));
  const article = findChild(sentence, index, 'det');
  const word = article === undefined ? '' : sentence.tokens[article]!.text.toLowerCase();
  const isSingular = token.xpos === 'NN' || token.xpos === 'NNP';
  if (isArticleOne && isSingular && article !== undefined && (word === 'a' || word === 'an')) {
    return { value: 1, bound: 'exactly', words: phraseWords(sentence, index) };
  }
  return undefined;
}

function findRound(sentence: ParsedSentence, index: number): Count | undefined {
  const own = ROUND[sentence.tokens[index]!.text.toLowerCase()];
  if (own !== undefined) return { value: own, bound: 'atLeast', words: [index] };
  const { head } = sentence.tokens[index]!;
  const above = head < 0 ? undefined : ROUND[sentence.tokens[head]!.text.toLowerCase()];
  if (above === undefined || !markersOf(sentence, index).includes('of')) return undefined;
  return { value: above, bound: 'atLeast', words: [head, ...phraseWords(sentence, index)] };
}

function makeCount(
  sentence: ParsedSentence,
  index: number,
  number: number,
  value: number | undefined,
): Count | undefined {
  if (value === undefined) return undefined;
  const before = sentence.tokens
    .slice(Math.max(0, number - 3), number)
    .map((token) => token.text.toLowerCase())
    .join(' ');
  return {
    value,
    bound: boundOf(before),
    words: [...new Set([number, ...phraseWords(sentence, index)])].sort((a, b) => a - b),
  };
}

function boundOf(before: string): Bound {
  if (/\b(at least|more than|over|upwards of|no fewer than|minimum of)$/.test(before)) return 'atLeast';
  if (/\b(up to|at most|as many as|fewer than|less than|no more than)$/.test(before)) return 'atMost';
  if (/\b(about|around|some|roughly|approximately|nearly|almost|estimated|an estimated)$/.test(before))
    return 'about';
  return 'exactly';
}

/** The value of a number token, with the number words joined to it: "two hundred", "1,200", "2.5 million". */
function parseNumber(sentence: ParsedSentence, index: number): number | undefined {
  const parts = collectSubtree(
    sentence,
    index,
    (token) => !hasRelation(token, ['compound', 'nummod', 'flat']) && token.upos !== 'NUM',
  );
  let total = 0;
  let current: number | undefined;
  for (const i of parts) {
    const text = sentence.tokens[i]!.text.toLowerCase().replaceAll(',', '');
    const value = /^\d{1,15}(\.\d{1,6})?$/.test(text) ? Number(text) : WORDS[text];
    if (value === undefined || (text.length <= 2 && /^an?$/.test(text))) continue;
    if (current !== undefined && value >= 100 && [100, 1000, 1e6].includes(value)) current *= value;
    else if (current !== undefined && current % 10 === 0 && value < 10) current += value;
    else {
      total += current ?? 0;
      current = value;
    }
  }
  return current === undefined ? undefined : total + current;
}

function phraseWords(sentence: ParsedSentence, index: number): number[] {
  return collectSubtree(
    sentence,
    index,
    (token) =>
      token.head === index &&
      (hasRelation(token, [
        'acl',
        'conj',
        'cc',
        'case',
        'punct',
        'appos',
        'cop',
        'advmod',
        'parataxis',
        'nsubj',
        'aux',
      ]) ||
        (hasRelation(token, ['nmod']) && token.deprel !== 'nmod:poss' && !isOfPhrase(sentence, token.head))),
  );
}

const isOfPhrase = (sentence: ParsedSentence, head: number) =>
  ['member', 'group', 'dozen', 'number'].includes(sentence.tokens[head]!.lemma);

function nameOf(sentence: ParsedSentence, text: string, index: number, words: readonly number[]): string {
  const own = words.filter(
    (i) =>
      (!isNumberWord(sentence, i, index) &&
        !hasRelation(sentence.tokens[i]!, ['det']) &&
        sentence.tokens[i]!.text.toLowerCase() !== 'of') ||
      i === index,
  );
  const kept = own.filter((i) => i >= (own[0] ?? 0));
  if (kept.length === 0 || sentence.tokens[index]!.upos === 'NUM') return '';
  const span = toSpan(sentence, kept);
  return text.slice(span.start, span.end).replace(/\s+/g, ' ');
}

const isNumberWord = (sentence: ParsedSentence, i: number, head: number) =>
  i !== head &&
  (sentence.tokens[i]!.upos === 'NUM' || ROUND[sentence.tokens[i]!.text.toLowerCase()] !== undefined);
