import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { childrenOf } from '../../../sentence/tree.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';
import { isImperative } from './clause.ts';
import { judgeGovernor } from './governor.ts';
import { type EventLexicon, isRealis } from './lexicon.ts';

const REACH = 6;

/**
 * What a conjunction or preposition over the event's own clause, or over one above it, makes of the event: "if", "unless",
 * "whether", "without", "in case of". Undefined where a word between takes the event for granted ("if the court finds him
 * guilty of bombing it").
 */
export function judgeMarkers(sentence: ParsedSentence, index: number, lexicon: EventLexicon) {
  if (opensCondition(sentence, index)) return 'conditional';
  let current = index;
  for (let step = 0; step < REACH && current >= 0; step++) {
    const token = sentence.tokens[current]!;
    const effect = effectOfMarkers(sentence, current, lexicon);
    const isClause = hasRelation(token, CLAUSES);
    if (isClause && effect !== undefined && isRealis(effect))
      return isAskedIf(sentence, current) ? 'possible' : effect;
    if (isHypothetical(sentence, current)) return 'conditional';
    // "if there is an attack" asks for the attack itself.
    const isSubject = hasRelation(token, ['nsubj']) && token.deprel !== 'nsubj:pass';
    if (token.deprel === 'acl:relcl' || (isSubject && !isThere(sentence, token.head))) return undefined;
    if (hasRelation(token, ['advcl', 'parataxis']) || isCircumstance(sentence, current)) return undefined;
    if (token.head >= 0 && judgeGovernor(sentence, current, lexicon) === 'told') return undefined;
    current = token.head;
  }
  return undefined;
}

const isThere = (sentence: ParsedSentence, verb: number) =>
  lemmaAt(sentence, verb) === 'be' && findChildren(sentence, verb, 'expl').length > 0;

const CIRCUMSTANCES = new Set([
  'after',
  'during',
  'since',
  'given',
  'despite',
  'following',
  'amid',
  'because of',
  'due to',
]);

/** "if they leave after the attack": what only dates or explains the condition is none itself. */
const isCircumstance = (sentence: ParsedSentence, index: number) =>
  sentence.tokens[index]!.upos !== 'VERB' &&
  hasRelation(sentence.tokens[index]!, ['obl', 'nmod']) &&
  markersOf(sentence, index).some((word) => CIRCUMSTANCES.has(word));

/** "asked if he would attend": whether, no condition. */
const isAskedIf = (sentence: ParsedSentence, clause: number) =>
  markersOf(sentence, clause).includes('if') && ASKING.has(lemmaAt(sentence, sentence.tokens[clause]!.head));

const ASKING = new Set([
  'ask',
  'wonder',
  'know',
  'say',
  'see',
  'tell',
  'determine',
  'clear',
  'sure',
  'unclear',
  'question',
  'check',
  'investigate',
  'decide',
  'consider',
  'examine',
  'doubt',
]);

const CLAUSES = ['advcl', 'ccomp', 'csubj', 'obl', 'acl', 'dep', 'root', 'nmod'];

const effectOfMarkers = (sentence: ParsedSentence, index: number, lexicon: EventLexicon) =>
  markersOf(sentence, index)
    .map((word) => lexicon.governors.get(`${word.replaceAll(' ', '_')}/mark`))
    .find((found) => found !== undefined);

/** "in the event of an attack", "in case of war". */
function isHypothetical(sentence: ParsedSentence, index: number): boolean {
  const { head } = sentence.tokens[index]!;
  if (head < 0 || !markersOf(sentence, index).includes('of')) return false;
  const word = wordAt(sentence, head);
  return (word === 'case' || word === 'event') && markersOf(sentence, head).includes('in');
}

const INVERTED = new Set(['should', 'had', 'were']);
/** Words of a clause that opens with an auxiliary are looked at up to here. */
const LONGEST = 14;

/** "Should the army attack, …", "Had they attacked, …", "Were rebels to seize it, …": a condition without "if". */
function opensCondition(sentence: ParsedSentence, index: number): boolean {
  for (let i = index - 1; i >= 0 && index - i <= LONGEST; i--) {
    const word = wordAt(sentence, i);
    if (word === ',' || word === ';') return false;
    if (!INVERTED.has(word)) continue;
    // "the minister, on the other hand, had no say" has its subject before the commas.
    const openers = word === 'should' ? ASIDE : OPENERS;
    const opens = i === 0 || openers.includes(wordAt(sentence, i - 1));
    if (!opens || !NOMINAL.has(sentence.tokens[i + 1]!.upos) || isAsked(sentence)) return false;
    if (word === 'should') return true;
    return (
      hasWord(sentence, { from: index, to: sentence.tokens.length, words: WOULD }) &&
      (word !== 'were' || hasWord(sentence, { from: i, to: index, words: TO }))
    );
  }
  return false;
}

const OPENERS = ['“', '"', 'that', 'and', 'but'];
const ASIDE = [...OPENERS, ','];
const WOULD = ['would', 'could', 'might', 'will', "'d", '’d'];
const TO = ['to'];
const NOMINAL = new Set(['DET', 'PRON', 'NOUN', 'PROPN', 'ADJ', 'NUM']);

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
}

function hasWord(sentence: ParsedSentence, { from, to, words }: Stretch): boolean {
  for (let i = from + 1; i < to; i++) if (words.includes(wordAt(sentence, i))) return true;
  return false;
}

const isAsked = ({ tokens }: ParsedSentence) => tokens.slice(-3).some(({ text }) => text === '?');

/** Whether what a verb says stands under a condition: "… if they leave", "once it is signed", "hand them over or we will". */
export function hasCondition(sentence: ParsedSentence, verb: number, lexicon: EventLexicon): boolean {
  const children = childrenOf(sentence, verb);
  for (let k = 0; k < children.length; k++) {
    const child = children[k]!;
    const token = sentence.tokens[child]!;
    const isClause = hasRelation(token, ['advcl', 'ccomp', 'parataxis']);
    if (!isClause && !hasRelation(token, ['obl', 'advmod'])) continue;
    if (effectOfMarkers(sentence, child, lexicon) === 'conditional') return true;
    if (isClause && (opensCondition(sentence, child) || PROVISOS.has(wordAt(sentence, child)))) return true;
    if (isAsLongAs(sentence, child)) return true;
    if (
      hasRelation(token, ['advcl', 'parataxis']) &&
      (hasOnce(sentence, child) || isBehindOnce(sentence, verb))
    )
      return true;
  }
  return isAlternative(sentence, verb);
}

const PROVISOS = new Set(['provided', 'providing', 'assuming']);

function isAsLongAs(sentence: ParsedSentence, child: number): boolean {
  const { xpos } = sentence.tokens[child]!;
  if (xpos !== 'RB' && xpos !== 'JJ') return false;
  const [before, behind] = [wordAt(sentence, child - 1), wordAt(sentence, child + 1)];
  return wordAt(sentence, child) === 'long' && (before === 'as' || before === 'so') && behind === 'as';
}

const hasOnce = (sentence: ParsedSentence, clause: number) =>
  markersOf(sentence, clause).includes('once') ||
  findChildren(sentence, clause, 'advmod').some((i) => wordAt(sentence, i) === 'once');

/** Where "once" was taken for part of the verb: "will be withdrawn once a treaty is signed". */
const isBehindOnce = (sentence: ParsedSentence, verb: number) =>
  wordAt(sentence, verb + 1) === 'once' && sentence.tokens[verb + 1]!.head === verb;

/** "Hand over the hostages or we will attack": else. */
function isAlternative(sentence: ParsedSentence, verb: number): boolean {
  const { deprel, head } = sentence.tokens[verb]!;
  const isOr = findChildren(sentence, verb, 'cc', 'mark', 'advmod').some((i) =>
    ['or', 'otherwise', 'else'].includes(wordAt(sentence, i)),
  );
  if (!isOr) return false;
  return (
    wordAt(sentence, verb - 1) === 'else' || (deprel === 'conj' && head >= 0 && isDemanding(sentence, head))
  );
}

const isDemanding = (sentence: ParsedSentence, above: number) =>
  sentence.tokens[above]!.upos !== 'VERB' ||
  isImperative(sentence, above) ||
  findChildren(sentence, above, 'aux').some((i) => ['must', 'should'].includes(wordAt(sentence, i)));
