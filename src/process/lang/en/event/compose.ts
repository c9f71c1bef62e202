import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, isNegated } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import type { EventLexicon } from './lexicon.ts';
import { judgeClause, judgeDescription } from './mood.ts';

/** Verbs whose failing means that what they would have ended went on: "failed to prevent the attack". */
export const ENDING = new Set(
  'stop halt end prevent block avert foil avoid thwart cease deter stem curb'.split(' '),
);

/** The effect of a word farther up on what those below made of the event. */
export function compose(below: Realis | undefined, effect: Realis, denier: string): Realis {
  if (below === undefined) return effect;
  if (effect !== 'denied') return below;
  if (below !== 'denied') return 'denied';
  // "refused to rule out a strike" leaves it open.
  return ENDING.has(denier) ? 'occurred' : 'possible';
}

/** What somebody may do without the event being the less likely: "did not expect the attack". */
const MINDFUL = new Set(
  'expect anticipate foresee fear warn worry predict await prepare plan claim'.split(' '),
);

/** The negation and modals of a verb that governs the event, beside what its lemma has made of it. */
export function weighClause(
  sentence: ParsedSentence,
  verb: number,
  {
    lexicon,
    realis,
    isDenying,
  }: { readonly lexicon: EventLexicon; readonly realis: Realis | undefined; readonly isDenying: boolean },
): Realis | undefined {
  const clause = judgeClause(sentence, verb, lexicon);
  // "did not mention plans to attack": nothing is said of the plans.
  if (
    clause === 'denied' &&
    realis !== undefined &&
    !lexicon.governors.has(`${lemmaAt(sentence, verb)}/verb`)
  )
    return realis;
  if (realis === undefined || clause === undefined) return realis ?? clause;
  if (clause === 'conditional') return realis === 'denied' ? realis : clause;
  if (clause === 'denied') {
    if (isDenying || MINDFUL.has(lemmaAt(sentence, verb))) return realis;
    return realis === 'occurred' ? realis : 'denied';
  }
  const isMay = findChildren(sentence, verb, 'aux').some((i) => MAYBE.has(wordAt(sentence, i)));
  if (realis === 'denied') return isMay ? 'possible' : realis;
  const isIntent = realis === 'ordered' || realis === 'prepared' || realis === 'threatened';
  if (isIntent && (clause === 'possible' || clause === 'expected')) return isMay ? 'possible' : clause;
  return realis;
}

const MAYBE = new Set(['may', 'might', 'could']);

/** Grounds for an event whose lack leaves it open. */
const GROUNDS = new Set([
  'evidence',
  'indication',
  'information',
  'word',
  'detail',
  'confirmation',
  'reason',
  'doubt',
]);

/** "no plans to attack", "a failed attempt to kill him", "the attempt failed": what is said of a governing noun. */
export function weighNoun(
  sentence: ParsedSentence,
  noun: number,
  realis: Realis,
  lexicon: EventLexicon,
): Realis {
  const lemma = lemmaAt(sentence, noun);
  // "not true that", "not clear that": weighed with the word already.
  if (lexicon.governors.has(`${lemma}/negated`)) return realis;
  if (isNegated(sentence, noun)) {
    if (GROUNDS.has(lemma) || realis === 'denied') return realis === 'denied' ? 'occurred' : 'possible';
    return lexicon.governors.get(`${lemma}/predicate`) === 'possible' ? 'possible' : 'denied';
  }
  if (judgeDescription(sentence, noun, lexicon) === 'denied') return 'denied';
  const { head, deprel } = sentence.tokens[noun]!;
  if (head < 0 || !hasRelation(sentence.tokens[noun]!, ['nsubj'])) return realis;
  const effect = lexicon.governors.get(`${lemmaAt(sentence, head)}/verb`);
  return effect === 'denied' && (deprel === 'nsubj:pass' || FAILING.has(lemmaAt(sentence, head)))
    ? 'denied'
    : realis;
}

const FAILING = new Set(['fail', 'collapse', 'falter', 'fizzle']);
