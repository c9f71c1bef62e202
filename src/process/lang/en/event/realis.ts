import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, isNegated, markersOf } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { isApart, isSeen } from './apart.ts';
import { isDeedWhenTried, isOnlyFailed, isTry, weighTry } from './attempt.ts';
import { isInfinitive, isInflected, isNegativeArgument } from './clause.ts';
import { compose, ENDING, weighClause, weighNoun } from './compose.ts';
import { judgeMarkers } from './condition.ts';
import { isChoiceAsked, isDoneFor, isEffort, isPlanKept, isPromptDoer } from './done.ts';
import { effectOf, judgeGovernor } from './governor.ts';
import { isCustom } from './habit.ts';
import { isLasting } from './lasting.ts';
import { type EventLexicon, isRealis } from './lexicon.ts';
import { isMeasure } from './measure.ts';
import { judgeClause, judgeDescription, judgeTense } from './mood.ts';
import type { Trigger } from './trigger.ts';

/** How a step upward from an event word may bear on whether it happened. */
const TRANSPARENT = [
  'obj',
  'iobj',
  'xcomp',
  'ccomp',
  'obl',
  'nmod',
  'acl',
  'nsubj',
  'conj',
  'advcl',
  'csubj',
  'compound',
  'appos',
  'parataxis',
];
const REACH = 6;

/**
 * Whether an event happened by the grammar around its word: negation, modals, conditions, the words it hangs on
 * ("order", "plan", "fear", "prevent"), describing words ("planned", "foiled"), mood and tense. The claim's stance
 * is weighed in by the caller. Values as in the project's terms.
 */
export function judgeRealis(sentence: ParsedSentence, trigger: Trigger, lexicon: EventLexicon): Realis {
  const realis = judgeGrammar(sentence, trigger, lexicon);
  if (realis !== 'occurred') return realis;
  if (isLasting(sentence, trigger.index)) return 'ongoing';
  return isCustom(sentence, trigger) ? 'recurrent' : realis;
}

function judgeGrammar(sentence: ParsedSentence, trigger: Trigger, lexicon: EventLexicon): Realis {
  const marked = judgeMarkers(sentence, trigger.index, lexicon);
  if (marked !== undefined) return marked;
  const isVerb = sentence.tokens[trigger.index]!.upos === 'VERB';
  const said = judgeWord(sentence, trigger.index, lexicon);
  const isTried = isDeedWhenTried(sentence, trigger, lexicon);
  // "the failed coup": it has been tried, and with such deeds that is to have been done.
  const own = isTried && said === 'denied' && isOnlyFailed(sentence, trigger.index) ? undefined : said;
  // "called off a planned strike": what describes the event is not the last word on it.
  if (own !== undefined && (isVerb || own === 'denied' || own === 'occurred')) return own;
  if (isVerb && isStaged(sentence, trigger.index, lexicon)) return 'exercise';
  const way = climb(sentence, trigger, { own, isTried }, lexicon);
  // "to prevent an attack": it is feared, and nobody says that it was prevented.
  if (way.realis === 'denied' && way.isMeant) return 'possible';
  return way.realis ?? judgeTense(sentence, way.tensed);
}

/** Harm done in a drill is real all the same. */
const OUTCOMES = new Set(['kill', 'injure', 'wound', 'hurt', 'die']);

/** "In the drill, troops attacked a village", "in the novel, rebels bomb it". */
function isStaged(sentence: ParsedSentence, verb: number, lexicon: EventLexicon): boolean {
  return findChildren(sentence, verb, 'obl').some((i) => {
    if (!markersOf(sentence, i).includes('in')) return false;
    const lemma = lemmaAt(sentence, i);
    if (lexicon.governors.get(`${lemma}/noun`) !== 'exercise') return false;
    return !OUTCOMES.has(lemmaAt(sentence, verb)) || FICTION.has(lemma);
  });
}

const FICTION = new Set(['film', 'movie', 'novel', 'game', 'series', 'episode', 'simulator']);

interface Way {
  readonly realis: Realis | undefined;
  /** The verb whose tense tells. */
  readonly tensed: number;
  /** Whether what denies is itself only meant to be done. */
  readonly isMeant?: boolean;
}

/** What the words above make of the event, from the nearest up to the end of its clause. */
function climb(
  sentence: ParsedSentence,
  trigger: Trigger,
  { own, isTried }: { readonly own: Realis | undefined; readonly isTried: boolean },
  lexicon: EventLexicon,
): Way {
  let realis = own;
  let current = trigger.index;
  let isSettled = isInflected(sentence, current);
  let tensed = trigger.carrier ?? trigger.index;
  let denier = '';
  let isMeant = false;
  for (let step = 0; step < REACH; step++) {
    const token = sentence.tokens[current]!;
    // From there on it is the attempt that is looked at.
    if (isTried && isTry(sentence, current)) {
      ({ realis, isSettled } = weighTry(sentence, current, { realis, isSettled, lexicon }));
      current = token.head;
      tensed = current;
      if (isSettled && realis !== undefined) break;
      continue;
    }
    if (token.head < 0 || !hasRelation(token, TRANSPARENT)) break;
    const said = judgeSubject(sentence, current, { lexicon, realis });
    if (said !== undefined) return { realis: said, tensed };
    if (isApart(sentence, current)) break;
    if (realis === undefined && isCarriedOut(sentence, current)) return { realis: 'occurred', tensed };
    if (realis === undefined && trigger.sense.type === 'AID' && isEffort(sentence, current))
      return { realis: 'ongoing', tensed };
    const effect = judgeGovernor(sentence, current, lexicon);
    if (effect === 'told' || (step === 0 && isAnswered(sentence, trigger, effect)))
      return { realis: realis ?? 'occurred', tensed };
    // "continued to send arms": the light verb has the tense.
    if (isBelowLight(sentence, current) && effectOf(sentence, current, lexicon) === 'light') {
      tensed = token.head;
      isMeant = false;
    }
    if (effect !== undefined && (!isSettled || realis === undefined)) {
      realis = compose(realis, effect, denier);
      if (effect === 'denied') {
        denier = lemmaAt(sentence, token.head);
        isMeant = ENDING.has(denier) && isInfinitive(sentence, token.head);
      }
    }
    current = token.head;
    if (sentence.tokens[current]!.upos === 'VERB') {
      // A finite clause has its own negation and modals; those farther up say something of the telling.
      if (
        !isSettled &&
        realis === undefined &&
        isGiven(sentence, { child: trigger.index, verb: current }, lexicon)
      )
        return { realis: 'occurred', tensed };
      if (!isSettled)
        realis = weighClause(sentence, current, {
          lexicon,
          realis,
          isDenying: effect === 'denied' || effect === 'occurred',
        });
      isSettled ||= isInflected(sentence, current);
      if (isSettled && realis !== undefined) break;
    } else {
      // "not under control, and frequent clashes": what is denied is what stands before.
      if (isAdded(sentence, current, token)) break;
      if (realis !== undefined) realis = weighNoun(sentence, current, realis, lexicon);
      if (realis === 'possible' || realis === undefined) {
        const meant = judgePurpose(sentence, { child: trigger.index, noun: current }, lexicon);
        if (meant !== undefined) return { realis: meant, tensed };
      }
      if (!isCarrying(sentence, current, lexicon) && !isSeen(sentence, current)) break;
    }
  }
  return { realis, tensed, isMeant };
}

/** "managed to shell it", "caused them to flee", "went on to attack". */
const isBelowLight = (sentence: ParsedSentence, index: number) => {
  const { deprel, xpos, head } = sentence.tokens[index]!;
  if (deprel === 'xcomp' || (deprel === 'ccomp' && xpos === 'VB')) return true;
  return (
    deprel === 'advcl' &&
    xpos === 'VB' &&
    lemmaAt(sentence, head) === 'go' &&
    wordAt(sentence, head + 1) === 'on'
  );
};

const SPEECH: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'THREATEN', 'REJECT']);

const ANSWERING = new Set(
  'consider weigh mull study review examine honor honour grant heed ignore fulfil fulfill meet answer discuss'.split(
    ' ',
  ),
);

/** "rejected the accusation", "declined a request", "is weighing a request": what was said has been said, whatever comes of it. */
const isAnswered = (sentence: ParsedSentence, { index, sense }: Trigger, effect: Realis | undefined) =>
  SPEECH.has(sense.type) &&
  sentence.tokens[index]!.upos === 'NOUN' &&
  hasRelation(sentence.tokens[index]!, ['obj', 'nsubj:pass']) &&
  (effect === 'denied' || ANSWERING.has(lemmaAt(sentence, sentence.tokens[index]!.head)));

/** What was aimed at, planned or chosen, and then done. */
function isCarriedOut(sentence: ParsedSentence, child: number): boolean {
  const { head, deprel } = sentence.tokens[child]!;
  if (isDoneFor(sentence, child) || isPromptDoer(sentence, child)) return true;
  if (deprel === 'xcomp') return isChoiceAsked(sentence, head);
  return deprel === 'acl' && isInfinitive(sentence, child) && isPlanKept(sentence, head);
}

/** What is said of the event itself: "an attack is imminent", "talks are under way", "the report is false". */
function judgeSubject(
  sentence: ParsedSentence,
  subject: number,
  { lexicon, realis }: { readonly lexicon: EventLexicon; readonly realis: Realis | undefined },
): Realis | undefined {
  const token = sentence.tokens[subject]!;
  if (!hasRelation(token, ['nsubj']) || (realis !== undefined && realis !== 'prepared')) return undefined;
  if (isRoutine(sentence, token.head)) return 'recurrent';
  const effect = lexicon.governors.get(`${lemmaAt(sentence, token.head)}/subject`);
  if (effect === undefined || !isRealis(effect)) return undefined;
  const { xpos } = sentence.tokens[token.head]!;
  if (effect === 'ongoing' && (xpos === 'VBD' || xpos === 'VBN')) return undefined;
  const isUnder = lemmaAt(sentence, token.head) === 'way';
  if (isUnder && wordAt(sentence, token.head - 1) !== 'under') return undefined;
  if (isNegated(sentence, token.head)) return effect === 'expected' ? 'possible' : 'denied';
  const clause = judgeClause(sentence, token.head, lexicon);
  return effect === 'ongoing' ? (clause ?? effect) : effect;
}

const GIVEN = new Set(['the', 'this', 'these', 'those']);

/** "did not mention the attacks": what somebody did not do to them leaves them as they were. */
function isGiven(
  sentence: ParsedSentence,
  { child, verb }: { readonly child: number; readonly verb: number },
  lexicon: EventLexicon,
): boolean {
  const { head, deprel, upos } = sentence.tokens[child]!;
  if (head !== verb || deprel !== 'obj' || upos !== 'NOUN' || !isNegated(sentence, verb)) return false;
  const lemma = lemmaAt(sentence, verb);
  if (lexicon.governors.has(`${lemma}/verb`) || lexicon.carriers.has(lemma)) return false;
  return findChildren(sentence, child, 'det').some((i) => GIVEN.has(wordAt(sentence, i)));
}

const ROUTINES = new Set('duty routine job work life tradition custom practice'.split(' '));

/** "meetings are part of the daily routine". */
const isRoutine = (sentence: ParsedSentence, predicate: number) =>
  lemmaAt(sentence, predicate) === 'part' &&
  findChildren(sentence, predicate, 'nmod').some((i) => ROUTINES.has(lemmaAt(sentence, i)));

/** "massing troops for an offensive", "positioned guns to shell it", "ordered the men to be held": what is meant for the event. */
function judgePurpose(
  sentence: ParsedSentence,
  { child, noun }: { readonly child: number; readonly noun: number },
  lexicon: EventLexicon,
): Realis | undefined {
  const { head } = sentence.tokens[noun]!;
  if (
    sentence.tokens[child]!.head !== noun ||
    head < 0 ||
    !hasRelation(sentence.tokens[noun]!, ['obj', 'nsubj:pass'])
  )
    return undefined;
  const isFor = markersOf(sentence, child).includes('for') && hasRelation(sentence.tokens[child]!, ['nmod']);
  const isTo =
    markersOf(sentence, child).includes('to') && hasRelation(sentence.tokens[child]!, ['acl', 'advcl']);
  const effect = isFor || isTo ? lexicon.governors.get(`${lemmaAt(sentence, head)}/verb`) : undefined;
  return effect === 'prepared' || (effect === 'ordered' && isTo) ? effect : undefined;
}

/** Whether a noun above an event passes on what governs it: "a wave of attacks", "plans for attacks". */
function isCarrying(sentence: ParsedSentence, index: number, lexicon: EventLexicon): boolean {
  const { lemma, upos } = sentence.tokens[index]!;
  if (upos === 'AUX') return true;
  const word = lemma.toLowerCase();
  if (upos === 'ADJ')
    return lexicon.governors.has(`${word}/predicate`) || lexicon.governors.has(`${word}/adj`);
  return isMeasure(sentence, index) || lexicon.governors.has(`${word}/noun`);
}

/** "Will the army attack the town?" with the verb taken for a noun: the auxiliary hangs on it all the same. */
const isAskedAlone = (sentence: ParsedSentence, index: number) =>
  sentence.tokens[index]!.head < 0 &&
  findChild(sentence, index, 'aux') === 0 &&
  sentence.tokens.at(-1)!.text === '?';

/** The word's own negation, modal, condition and describing words. */
function judgeWord(sentence: ParsedSentence, index: number, lexicon: EventLexicon): Realis | undefined {
  const token = sentence.tokens[index]!;
  if (token.upos === 'VERB') return judgeClause(sentence, index, lexicon);
  if (isAskedAlone(sentence, index)) return 'possible';
  if (isNegated(sentence, index) || (token.upos === 'ADJ' && isNegativeArgument(sentence, index)))
    return 'denied';
  return judgeDescription(sentence, index, lexicon) ?? (isToldOf(sentence, index) ? 'occurred' : undefined);
}

/** "the attack that killed five", "a remark he made": a clause about it in the past takes it for granted. */
const isToldOf = (sentence: ParsedSentence, noun: number) =>
  findChildren(sentence, noun, 'acl:relcl').some(
    (i) =>
      sentence.tokens[i]!.xpos === 'VBD' &&
      findChild(sentence, i, 'aux', 'aux:pass') === undefined &&
      !isNegated(sentence, i),
  );

/** Whether a noun is joined by "and" to a predicate with "not". */
const isAdded = (sentence: ParsedSentence, above: number, { deprel, start }: Token) =>
  deprel === 'conj' &&
  start > sentence.tokens[above]!.start &&
  findChildren(sentence, above, 'advmod').some((i) => wordAt(sentence, i) === 'not');
