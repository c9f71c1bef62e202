import { isWithin } from '../../../../model/span.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, hasRelation, markersOf, tokenAt } from '../../../sentence/phrase.ts';
import { wordAt } from '../../../sentence/view.ts';
import type { ClaimDraft } from '../claim/claims.ts';
import { isMeasure } from './measure.ts';
import type { Around } from './rings.ts';

interface Telling {
  readonly around: Around;
  readonly claim: ClaimDraft | undefined;
}

/**
 * Whether a time is that of saying it: it stands outside of what is said ("On Tuesday the ministry announced that …"),
 * or right behind the word that says it ("said Friday it killed", "condemned on Wednesday the bombing").
 */
export function isOfTelling(
  sentence: ParsedSentence,
  time: TimeExpression,
  { around, claim }: Telling,
): boolean {
  const trigger = sentence.tokens[around.trigger.index]!;
  if (followsOther(sentence, time, around)) return true;
  if (claim === undefined || claim.quote === 'none' || !isWithin(trigger, claim.content)) return false;
  const cues = claim.chain.flatMap(({ cue }) => (cue === undefined ? [] : [cue]));
  if (cues.some((cue) => isWithin(trigger, cue))) return false;
  if (cues.some((cue) => isRightBehind(sentence, time, { cue, trigger }))) return true;
  if (isWithin(time, claim.content)) return false;
  // "On Wednesday, the army said, rebels killed two": a telling that is only put in between.
  return !cues.some((cue) => time.end < cue.start && wordAt(sentence, tokenAt(sentence, cue.end)) === ',');
}

/** Words that may stand between a verb and its time. */
const LEADING = new Set('on late early in at earlier last this the again also publicly'.split(' '));

interface Behind {
  readonly cue: { readonly start: number; readonly end: number };
  readonly trigger: { readonly start: number };
}

function isRightBehind(sentence: ParsedSentence, time: TimeExpression, { cue, trigger }: Behind): boolean {
  if (time.start < cue.end || trigger.start < time.end || isAttribute(sentence, time)) return false;
  for (let i = tokenAt(sentence, time.start) - 1; i >= 0; i--) {
    if (sentence.tokens[i]!.end <= cue.end) return true;
    if (!LEADING.has(wordAt(sentence, i))) return false;
  }
  return false;
}

/** "Turkey condemned on Wednesday the bombing": right behind the word of another event and before this one. */
function followsOther(sentence: ParsedSentence, time: TimeExpression, { trigger, others }: Around): boolean {
  const own = sentence.tokens[trigger.index]!;
  if (own.start < time.end || others.length === 0) return false;
  return others.some(({ index }) => {
    const token = sentence.tokens[index]!;
    return token.upos === 'VERB' && isRightBehind(sentence, time, { cue: token, trigger: own });
  });
}

/** "Friday’s attack", "the 12 May shooting": it describes the noun behind it. */
function isAttribute(sentence: ParsedSentence, time: TimeExpression): boolean {
  const last = tokenAt(sentence, time.end - 1);
  return (
    ['compound', 'nmod:poss', 'amod'].includes(sentence.tokens[last]?.deprel ?? '') ||
    isPossessive(sentence, last + 1)
  );
}

const isPossessive = (sentence: ParsedSentence, i: number) => sentence.tokens[i]?.xpos === 'POS';

const DESCRIBING = ['compound', 'nmod:poss', 'amod', 'nummod', 'nmod:unmarked', 'nmod:tmod', 'nmod'];

/**
 * Whether a time describes a noun that is not the event: "the 2016 peace agreement ended the war", "Monday’s vote". A
 * time behind a noun may belong to the whole clause and is not meant.
 */
export function isOfOtherNoun(
  sentence: ParsedSentence,
  time: TimeExpression,
  { trigger, absorbed }: Around,
): boolean {
  const first = tokenAt(sentence, time.start);
  const last = tokenAt(sentence, time.end - 1);
  if (/^(?:in|on|at|during|since|by|until|from|to|of|between|and)$/.test(wordAt(sentence, first - 1)))
    return false;
  for (let i = last; i >= first; i--) {
    const token = sentence.tokens[i]!;
    const { head } = token;
    if (head <= last || !hasRelation(token, DESCRIBING)) continue;
    const noun = sentence.tokens[head]!;
    if (noun.upos !== 'NOUN' && noun.upos !== 'PROPN') continue;
    if (head - last > 6) return false;
    if (isMeasure(sentence, head) && isBelow(sentence, trigger.index, head)) return false;
    return (
      head !== trigger.index &&
      !absorbed.some(({ index }) => index === head) &&
      !governs(sentence, head, trigger.index)
    );
  }
  return false;
}

/** "the 2015 terror attacks", where the tree has another head for the phrase that the event word ends. */
const governs = (sentence: ParsedSentence, above: number, index: number) =>
  sentence.tokens[index]!.head === above &&
  hasRelation(sentence.tokens[index]!, ['compound', 'flat', 'amod']);

/** Whether a word hangs on another, directly or by few others: the attacks of "a 2015 wave of attacks". */
function isBelow(sentence: ParsedSentence, index: number, above: number): boolean {
  let current = index;
  for (let step = 0; step < 4 && current >= 0; step++) {
    if (current === above) return true;
    current = sentence.tokens[current]!.head;
  }
  return false;
}

/**
 * "questioned on suspicion of murder yesterday", "charged with murder on Friday": a bare noun names an offence, and the
 * time behind it is that of what is done about it.
 */
export function isBehindOffence(
  sentence: ParsedSentence,
  time: TimeExpression,
  { trigger }: Around,
): boolean {
  const token = sentence.tokens[trigger.index]!;
  if (token.upos !== 'NOUN' || token.xpos !== 'NN' || time.start < token.end) return false;
  if (trigger.sense.type !== 'ASSAULT' || !hasRelation(token, ['obl', 'nmod'])) return false;
  if (findChild(sentence, trigger.index, 'det', 'nmod:poss') !== undefined) return false;
  return markersOf(sentence, trigger.index).some(
    (word) => word === 'with' || word === 'of' || word === 'for',
  );
}

/**
 * "met relatives of the people killed on Thursday and said": a time between a describing participle and the next verb of
 * the main clause is as likely that of the main clause, and dates nothing.
 */
export function isBeforeNextVerb(
  sentence: ParsedSentence,
  time: TimeExpression,
  { trigger }: Around,
): boolean {
  const { xpos, deprel, end } = sentence.tokens[trigger.index]!;
  if (xpos !== 'VBN' || deprel !== 'acl' || time.start < end) return false;
  const and = tokenAt(sentence, time.end);
  const next = sentence.tokens[and + 1];
  if (wordAt(sentence, and) !== 'and' || next?.xpos !== 'VBD' || next.head < 0) return false;
  return (
    hasRelation(next, ['conj']) && next.head < trigger.index && sentence.tokens[next.head]!.xpos === 'VBD'
  );
}

const RELATING = new Set([
  'after',
  'before',
  'since',
  'following',
  'until',
  'ahead',
  'despite',
  'amid',
  'over',
  'for',
]);

/**
 * Whether a time stands behind another event that this one is set against, with nothing between: "arrested two men after
 * the attack on the port on 10 June" dates the attack.
 */
export function isBehindRelated(
  sentence: ParsedSentence,
  time: TimeExpression,
  { trigger, others }: Around,
): boolean {
  const first = tokenAt(sentence, time.start);
  return others.some(
    ({ index }) =>
      index > trigger.index &&
      index < first &&
      isRelated(sentence, index, trigger.index) &&
      isPhrase(sentence, index, first),
  );
}

/** "after the bombing", "after rockets hit": the word that relates stands before it, behind the other. */
function isRelated(sentence: ParsedSentence, index: number, from: number): boolean {
  for (let i = index - 1; i > from && i >= index - 6; i--) {
    const { upos } = sentence.tokens[i]!;
    if (RELATING.has(wordAt(sentence, i))) return true;
    if (upos === 'VERB' || upos === 'PUNCT') return false;
  }
  return false;
}

/** Whether nothing but one phrase stands between two words: no verb, comma or "and". */
export const isPhrase = (sentence: ParsedSentence, from: number, to: number) =>
  to - from <= 12 &&
  sentence.tokens
    .slice(from + 1, to)
    .every(
      ({ upos, text }) => !['VERB', 'AUX', 'CCONJ', 'SCONJ'].includes(upos) && text !== ',' && text !== ';',
    );

/** The words behind an event noun that another event is set against: "after the attack on the port on 10 June". */
export function wordsBehindRelated(sentence: ParsedSentence, { trigger, others }: Around): readonly number[] {
  const above = others.find(
    ({ index }) => index < trigger.index && isRelated(sentence, trigger.index, index),
  );
  if (above === undefined) return [];
  const words: number[] = [];
  for (let i = trigger.index + 1; i < sentence.tokens.length && isPhrase(sentence, trigger.index, i + 1); i++)
    words.push(i);
  return words;
}
