import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, markersOf } from '../../../sentence/phrase.ts';
import { childrenOf } from '../../../sentence/tree.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './trigger.ts';

const PERIODS = new Set(
  'second minute hour day night evening morning afternoon week weekend month year summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday season time'.split(
    ' ',
  ),
);
const TIMES = new Set(['once', 'twice', 'thrice', 'times']);

/** Whether a verb tells a habit: "regularly", "every Friday", "almost every night", "twice a year". */
export function isHabit(sentence: ParsedSentence, verb: number, lexicon: EventLexicon): boolean {
  const children = childrenOf(sentence, verb);
  for (let k = 0; k < children.length; k++) {
    const child = children[k]!;
    const { deprel } = sentence.tokens[child]!;
    if (deprel === 'advmod' && lexicon.governors.get(`${wordAt(sentence, child)}/adv`) === 'recurrent')
      return true;
    if (!deprel.startsWith('obl') && !deprel.startsWith('nmod') && deprel !== 'nsubj' && deprel !== 'dep')
      continue;
    if (!PERIODS.has(wordAt(sentence, child)) || markersOf(sentence, child).includes('for')) continue;
    const determiner = findChild(sentence, child, 'det');
    if (determiner === undefined) continue;
    const word = wordAt(sentence, determiner);
    if (word === 'every' || word === 'each') return true;
    if ((word === 'a' || word === 'an') && TIMES.has(wordAt(sentence, determiner - 1))) return true;
  }
  return false;
}

const PRESENT = new Set(['is', 'are', "'s", '’s', "'re", '’re', 'am', "'m", '’m']);
const LASTING = new Set(['still', 'now', 'currently']);

/** Whether a verb in -ing tells what goes on now: "are shelling", "have been shelling", "were still shelling". */
export function isGoingOn(sentence: ParsedSentence, verb: number): boolean {
  const token = sentence.tokens[verb]!;
  const auxiliaries = findChildren(sentence, verb, 'aux').map((i) => wordAt(sentence, i));
  if (auxiliaries.length === 0 && token.deprel === 'conj' && sentence.tokens[token.head]!.xpos === 'VBG')
    return isGoingOn(sentence, token.head);
  if (auxiliaries.some((word) => PRESENT.has(word))) return true;
  if (auxiliaries.includes('been')) return !auxiliaries.includes('had');
  return (
    auxiliaries.length > 0 &&
    findChildren(sentence, verb, 'advmod').some((i) => LASTING.has(wordAt(sentence, i)))
  );
}

const ACTS: ReadonlySet<string> = new Set(['CONSULT', 'AID', 'ASSAULT', 'PROTEST', 'COERCE']);
const TELLING = new Set(['say', 'tell', 'add', 'explain', 'note', 'report', 'write']);

/** "said he meets with families": the simple present below a telling in the past is what somebody does again and again. */
export function isCustom(sentence: ParsedSentence, { index, sense }: Trigger): boolean {
  const { xpos, deprel, head } = sentence.tokens[index]!;
  if ((xpos !== 'VBZ' && xpos !== 'VBP') || deprel !== 'ccomp' || !ACTS.has(sense.type)) return false;
  if (sentence.tokens[head]!.xpos !== 'VBD' || !TELLING.has(lemmaAt(sentence, head))) return false;
  return findChild(sentence, index, 'aux') === undefined && head < index;
}
