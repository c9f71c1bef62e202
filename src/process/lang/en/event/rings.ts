import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectSubtree, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { isDeedWhenTried, isTry } from './attempt.ts';
import type { EventLexicon } from './lexicon.ts';
import { isMeasure } from './measure.ts';
import type { Trigger } from './trigger.ts';

/** What to look at around one event: its own words and those of the outcomes told with it, and what to leave to others. */
export interface Around {
  readonly trigger: Trigger;
  /** Triggers whose words are part of this event. */
  readonly absorbed: readonly Trigger[];
  /** Triggers of other events of the sentence. */
  readonly others: readonly Trigger[];
  readonly lexicon: EventLexicon;
}

/** Clauses of their own, whose times and places are not those of the clause above. */
const APART = ['ccomp', 'advcl', 'parataxis', 'acl'];

/** Prepositions that put one event into relation to another instead of telling when or where. */
const RELATING = new Set(
  'after before since following until till despite amid for over to like unlike as ahead prior'.split(' '),
);

/**
 * Rings of words around an event, nearest first: the words below the trigger and below the outcomes that belong to
 * it, then those of the verb that carries it. It does not climb past what merely speaks of the event
 * ("the anniversary of the strike", "condemned the attack").
 */
export function ringsOf(sentence: ParsedSentence, around: Around): readonly (readonly number[])[] {
  const { trigger, absorbed } = around;
  const rings: number[][] = [];
  const seen = new Set<number>();
  const own = new Set(absorbed.map((other) => other.index));
  const elsewhere = new Set(around.others.map((other) => other.index));
  const push = (top: number, isInner: boolean) => {
    const words = collectSubtree(
      sentence,
      top,
      (_, i) => seen.has(i) || isApart(sentence, i, { own, elsewhere, isInner }),
    );
    const fresh = words.filter((i) => !seen.has(i));
    for (const i of fresh) seen.add(i);
    if (fresh.length > 0) rings.push(fresh);
  };
  push(trigger.index, absorbed.length > 0);
  for (const other of absorbed) push(other.index, true);
  const starts = [trigger.index, ...absorbed.map((other) => other.index)];
  for (const start of starts) {
    let current = start;
    for (let step = 0; step < 5; step++) {
      const next = climb(sentence, current, around);
      if (next === undefined) break;
      if (!seen.has(next)) push(next, false);
      current = next;
    }
  }
  return rings;
}

interface Bounds {
  readonly own: ReadonlySet<number>;
  readonly elsewhere: ReadonlySet<number>;
  /** Below an outcome, "while he travelled in X on Y" tells of the event too. */
  readonly isInner: boolean;
}

function isApart(sentence: ParsedSentence, i: number, { own, elsewhere, isInner }: Bounds): boolean {
  const token = sentence.tokens[i]!;
  if (own.has(i)) return false;
  if (elsewhere.has(i)) return true;
  if (token.deprel === 'conj') return token.upos === 'VERB';
  const marks = markersOf(sentence, i);
  if (
    hasRelation(token, ['obl', 'nmod']) &&
    marks.some((word) => RELATING.has(word.split(' ')[0]!)) &&
    !isTimeWord(sentence, i)
  )
    return token.upos !== 'PROPN' && token.upos !== 'NUM' && !marks.includes('to') && !marks.includes('over');
  if (!hasRelation(token, APART)) return false;
  const isMeanwhile = marks.some((word) => ['while', 'as', 'when'].includes(word)) || hasWhen(sentence, i);
  return !(isInner && isMeanwhile);
}

const hasWhen = (sentence: ParsedSentence, i: number) =>
  sentence.tokens.some(
    (token) => token.head === i && ['when', 'while', 'as'].includes(token.text.toLowerCase()),
  );

const isTimeWord = (sentence: ParsedSentence, i: number) => sentence.tokens[i]!.deprel === 'obl:tmod';

/** Verbs by which an event noun as subject simply takes place. */
const HAPPENING = new Set(
  'happen occur come take begin start unfold erupt continue last end fail collapse follow hit strike kill wound injure target leave destroy die perish'.split(
    ' ',
  ),
);

/** The word above that still tells of the same event; undefined where the next one up speaks of something else. */
function climb(
  sentence: ParsedSentence,
  current: number,
  { trigger, lexicon, others }: Around,
): number | undefined {
  const token = sentence.tokens[current]!;
  if (token.head < 0) return undefined;
  const above = sentence.tokens[token.head]!;
  if (
    others.some((other) => other.index === token.head && other.carrier !== trigger.index) &&
    token.deprel !== 'conj'
  )
    return undefined;
  // "attempted a coup on Monday": the day is that of the attempt.
  if (isTry(sentence, current) && isDeedWhenTried(sentence, trigger, lexicon)) return token.head;
  const lemma = above.lemma.toLowerCase();
  if (token.upos === 'VERB') {
    if (token.deprel === 'conj') return token.head;
    if (token.deprel === 'amod') return isMisread(sentence, current) ? token.head : undefined;
    if (token.deprel === 'xcomp')
      return lexicon.governors.get(`${lemma}/verb`) === 'light' ? token.head : undefined;
    const isOutcome = token.xpos === 'VBG' && markersOf(sentence, current).length === 0;
    return hasRelation(token, ['advcl']) && isOutcome ? token.head : undefined;
  }
  if (hasRelation(token, ['compound', 'appos', 'flat'])) return token.head;
  if (token.deprel === 'conj') return token.head;
  if (hasRelation(token, ['nmod'])) return isMeasure(sentence, token.head) ? token.head : undefined;
  if (above.upos !== 'VERB') return undefined;
  const isCarried =
    token.head === trigger.carrier ||
    lexicon.carriers.has(lemma) ||
    lexicon.governors.get(`${lemma}/verb`) === 'light';
  if (hasRelation(token, ['obj']) || token.deprel === 'nsubj:pass')
    return isCarried && !isTold(lexicon, lemma) ? token.head : undefined;
  if (hasRelation(token, ['nsubj'])) return HAPPENING.has(lemma) ? token.head : undefined;
  // "have moved to a heightened level of preparation this week"
  if (hasRelation(token, ['obl']) && token.head === trigger.carrier) return token.head;
  if (hasRelation(token, ['obl']))
    return isMeans(sentence, current) && HAPPENING.has(lemma) ? token.head : undefined;
  return undefined;
}

/** "the army bombed camps in the north", where the tree has "bombed" describe the camps: their doer stands before it. */
const isMisread = (sentence: ParsedSentence, verb: number) =>
  sentence.tokens[verb]!.head > verb &&
  sentence.tokens.some(
    (token, i) =>
      i < verb && token.head === sentence.tokens[verb]!.head && hasRelation(token, ['compound', 'nsubj']),
  );

/** Verbs whose own time is that of the telling: "condemned", "threatened", "ordered a drawdown" dates the order alone. */
const isTold = (lexicon: EventLexicon, lemma: string) =>
  ['told', 'denied', 'possible', 'threatened', 'expected'].includes(
    lexicon.governors.get(`${lemma}/verb`) ?? '',
  );

const isMeans = (sentence: ParsedSentence, i: number) =>
  markersOf(sentence, i).some((word) => ['in', 'by', 'during', 'with'].includes(word));
