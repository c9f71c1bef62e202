import type { Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, isNegated } from '../../../sentence/phrase.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { isInflected } from './clause.ts';
import { weighClause } from './compose.ts';
import type { EventLexicon } from './lexicon.ts';
import { judgeDescription } from './mood.ts';
import type { Trigger } from './trigger.ts';

/** Codes of acts of force that are what they are whether or not they reach their aim: an attack, a raid, a bombing. */
const FORCE: ReadonlySet<string> = new Set(['183', '190', '193', '194', '195']);
/** Verbs of setting upon somebody; "kill" and "capture" name what comes of it. */
const SETTING_UPON: ReadonlySet<string> = new Set('attack assault ambush storm raid'.split(' '));
const KILLING: ReadonlySet<string> = new Set(['185', '186']);

/**
 * Whether a try at it is a deed of its own, which happened though it failed: a coup, an assassination, an attack. A failed attempt
 * to kill or to kidnap somebody is an event that did not happen.
 */
export function isDeedWhenTried(sentence: ParsedSentence, { index, sense }: Trigger, lexicon: EventLexicon) {
  const { upos } = sentence.tokens[index]!;
  const lemma = lemmaAt(sentence, index);
  if (KILLING.has(sense.cameo)) return true;
  if (sense.type !== 'ASSAULT') return false;
  if (sense.contexts.includes('executive')) return true;
  if (upos === 'VERB') return SETTING_UPON.has(lemma);
  if (upos !== 'NOUN' || !FORCE.has(sense.cameo)) return false;
  return lexicon.senses.get(`${lemma}/noun`)?.some(({ type }) => type === 'ASSAULT') ?? false;
}

const TRYING: ReadonlySet<string> = new Set(['try', 'attempt']);

/** Whether the word above is a try at what hangs on it: "attempted a coup", "a coup attempt", "tried and failed to seize power". */
export function isTry(sentence: ParsedSentence, child: number): boolean {
  const token = sentence.tokens[child]!;
  if (token.head < 0) return false;
  const { upos, deprel, head } = sentence.tokens[token.head]!;
  const lemma = lemmaAt(sentence, token.head);
  if (standingOf(sentence, child) !== child) return true;
  if (upos === 'NOUN')
    return lemma === 'attempt' && hasRelation(token, ['compound', 'nmod', 'acl', 'amod', 'xcomp']);
  if (upos !== 'VERB' || !hasRelation(token, ['obj', 'nsubj:pass', 'xcomp', 'ccomp', 'advcl', 'obl']))
    return false;
  if (TRYING.has(lemma))
    return !hasRelation(token, ['obl', 'advcl']) || sentence.tokens[child]!.xpos === 'VB';
  return lemma === 'fail' && deprel === 'conj' && head >= 0 && TRYING.has(lemmaAt(sentence, head));
}

/** Failing is of the aim: such an attempt has been made. One that was foiled has not come to it. */
const FAILED = new Set(['failed', 'unsuccessful', 'abortive', 'aborted', 'botched']);

/** Whether nothing but failing is said of a deed: "the failed coup", "an abortive attempt". */
export const isOnlyFailed = (sentence: ParsedSentence, noun: number) =>
  !isNegated(sentence, noun) &&
  findChildren(sentence, noun, 'amod', 'compound').some((i) => FAILED.has(wordAt(sentence, i)));

interface Weighed {
  readonly realis: Realis | undefined;
  /** Whether a verb with a tense of its own has been passed. */
  readonly isSettled: boolean;
}

/** What becomes of a deed by the try above it: its own negation and modals, or the words beside its noun. */
export function weighTry(
  sentence: ParsedSentence,
  child: number,
  { realis, isSettled, lexicon }: Weighed & { readonly lexicon: EventLexicon },
): Weighed {
  const { head } = sentence.tokens[child]!;
  const isNoun = sentence.tokens[head]!.upos === 'NOUN' || standingOf(sentence, child) === head;
  if (isNoun) return { realis: realis ?? describeTry(sentence, head, lexicon), isSettled };
  return {
    realis: isSettled ? realis : weighClause(sentence, head, { lexicon, realis, isDenying: false }),
    isSettled: isSettled || isInflected(sentence, head),
  };
}

/** "no attempt", "a foiled attempt", "attempts" of any kind. */
function describeTry(sentence: ParsedSentence, noun: number, lexicon: EventLexicon): Realis | undefined {
  if (isNegated(sentence, noun)) return 'denied';
  if (isOnlyFailed(sentence, noun)) return undefined;
  return judgeDescription(sentence, noun, lexicon) ?? (isOfAnyKind(sentence, noun) ? 'possible' : undefined);
}

/** "Attempts to seize power are punished": nothing counts or points at them. */
const isOfAnyKind = (sentence: ParsedSentence, noun: number) =>
  sentence.tokens[noun]!.xpos === 'NNS' &&
  findChildren(sentence, noun, 'det', 'nummod', 'amod', 'nmod:poss').length === 0;

/** The noun that stands in the sentence for an event word: the attempt of "a coup attempt"; else the word itself. */
export function standingOf(sentence: ParsedSentence, index: number): number {
  const { upos, head } = sentence.tokens[index]!;
  if (head < 0) return index;
  // By place, for "attempt" after a noun is at times taken for a verb.
  return upos === 'NOUN' && head === index + 1 && lemmaAt(sentence, head) === 'attempt' ? head : index;
}

const REACH = 3;

/** The word of trying by which a deed is told: "tried" of "tried to seize power"; none where it is told as done. */
export function tryAbove(
  sentence: ParsedSentence,
  trigger: Trigger,
  lexicon: EventLexicon,
): number | undefined {
  if (!isDeedWhenTried(sentence, trigger, lexicon)) return undefined;
  let current = trigger.index;
  for (let step = 0; step < REACH && sentence.tokens[current]!.head >= 0; step++) {
    const { head } = sentence.tokens[current]!;
    if (isTry(sentence, current)) return head;
    current = head;
  }
  return undefined;
}
