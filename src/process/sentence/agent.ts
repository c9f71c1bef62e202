import type { ParsedSentence, Token } from './parsed.ts';
import { findChild, findChildren, hasRelation, markersOf } from './phrase.ts';
import { lemmaAt, wordAt } from './view.ts';

const RELATIVE = new Set(['who', 'which', 'that', 'whom']);

const ACL = ['acl'];
/** Relations of verbs that share the subject of the verb above. */
const SHARING = ['conj', 'xcomp', 'advcl', 'parataxis'];

/**
 * The word that names who does what `verb` says: its subject, the agent of a passive, the antecedent of "who", or
 * the subject that it shares with the verb it hangs on ("said X and added Y", "…, saying Z").
 */
export function findAgent(sentence: ParsedSentence, verb: number): number | undefined {
  let current = verb;
  for (let steps = 0; steps < 6; steps++) {
    const agent = findOwnAgent(sentence, current);
    if (agent !== undefined) return resolveRelative(sentence, current, agent);
    const token = sentence.tokens[current]!;
    if (isPassive(sentence, current) || token.head < 0) return undefined;
    if (hasRelation(token, ACL)) return token.head;
    if (!hasRelation(token, SHARING)) return undefined;
    current = token.head;
  }
  return undefined;
}

/** Whether a verb stands in the passive: "was blamed". */
export function isPassive(sentence: ParsedSentence, verb: number): boolean {
  if (findChild(sentence, verb, 'aux:pass') !== undefined) return true;
  // "told" in the past tense is no participle, whatever its subject was taken for.
  const { xpos } = sentence.tokens[verb]!;
  if (xpos === 'VBD' || xpos === 'VBZ' || xpos === 'VBP') return false;
  return findChild(sentence, verb, 'nsubj:pass', 'csubj:pass') !== undefined;
}

function findOwnAgent(sentence: ParsedSentence, verb: number): number | undefined {
  for (const i of findChildren(sentence, verb, 'nsubj')) {
    if (sentence.tokens[i]!.deprel === 'nsubj:pass' && isPassive(sentence, verb)) continue;
    if (!isCircumstance(sentence, i) || isClauseSubject(sentence, i, verb)) return i;
  }
  const agent = findChild(sentence, verb, 'obl:agent');
  if (agent !== undefined) return agent;
  if (!isPassive(sentence, verb)) return undefined;
  return findChildren(sentence, verb, 'obl').find((i) => markersOf(sentence, i).includes('by'));
}

const CIRCUMSTANCE = new Set('after before since during following amid despite until'.split(' '));

/** "After the strike soldiers killed three": what stands under such a word is no subject, whatever the tree says. */
export function isCircumstance(sentence: ParsedSentence, i: number): boolean {
  const markers = markersOf(sentence, i);
  for (let k = 0; k < markers.length; k++) if (CIRCUMSTANCE.has(markers[k]!)) return true;
  return false;
}

/** "… , after two officers shot him": the word opens the clause, whose one subject stands right before the verb. */
function isClauseSubject(sentence: ParsedSentence, subject: number, verb: number): boolean {
  if (!hasRelation(sentence.tokens[verb]!, CLAUSE) || findChildren(sentence, verb, 'nsubj').length > 1)
    return false;
  for (let i = subject + 1; i < verb; i++) if (!BESIDE.has(sentence.tokens[i]!.upos)) return false;
  return subject < verb;
}

const CLAUSE = ['advcl'];
const BESIDE = new Set(['ADV', 'AUX']);

function resolveRelative(sentence: ParsedSentence, verb: number, agent: number): number {
  if (!RELATIVE.has(wordAt(sentence, agent))) return agent;
  const token = sentence.tokens[verb]!;
  if (!hasRelation(token, ACL) || token.head < 0) return agent;
  // "Ann Example of the Coast Gazette, who sued": no newspaper is a "who".
  const { head, upos, deprel } = sentence.tokens[token.head]!;
  const isBodys =
    wordAt(sentence, agent) === 'who' &&
    upos === 'PROPN' &&
    deprel === 'nmod' &&
    wordAt(sentence, agent - 1) === ',';
  return isBodys && sentence.tokens[head]?.upos === 'PROPN' ? head : token.head;
}

const CHUNK = new Set(['DET', 'NUM', 'ADJ', 'PROPN', 'NOUN', 'PRON']);

/** Words of time that may stand before a noun phrase without belonging to it: "Earlier this month U.S. officials". */
export const PERIODS: ReadonlySet<string> = new Set(
  'jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. afternoon weekend week month year day night morning evening today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december'.split(
    ' ',
  ),
);

/** Index of the first word of the run of nouns and their modifiers that ends at `head`: "One senior U.S. official". */
export function findChunkStart(sentence: ParsedSentence, head: number): number {
  // "On his account he spoke": a pronoun stands alone.
  if (sentence.tokens[head]!.xpos === 'PRP') return head;
  let start = head;
  while (start > 0) {
    const before = sentence.tokens[start - 1]!;
    const isJoint =
      before.text === '-' || before.text === '–' || before.xpos === 'POS' || before.text === '&';
    if (!isJoint && (!CHUNK.has(before.upos) || isOpening(sentence.tokens[start]!))) break;
    if (before.upos === 'PRON' && before.xpos !== 'PRP$') break;
    if (PERIODS.has(lemmaAt(sentence, start - 1))) break;
    start--;
  }
  return start;
}

const isOpening = ({ xpos }: Token) => xpos === 'DT' || xpos === 'PRP$';

/** Tags of the words and the marks at which a clause begins anew. */
const OPENERS = new Set(['WDT', 'WP', 'WRB']);
const BORDERS = new Set([';', ':', '”', '"']);
const NOMINAL = new Set(['PROPN', 'NOUN', 'PRON']);

/**
 * The subject by its place before the verb, where the tree shows none: the first noun phrase of the clause that no
 * preposition introduces ("On Thursday, Gen. X, the commander of Y, said …").
 */
export function findSubjectBefore(sentence: ParsedSentence, verb: number): number | undefined {
  let found: number | undefined;
  for (let i = verb - 1; i >= 0; i--) {
    const { upos, xpos, text } = sentence.tokens[i]!;
    if (isFiniteVerb(sentence, i)) {
      const relative = findRelativePronoun(sentence, i);
      if (relative === undefined) break;
      i = relative;
      continue;
    }
    if (OPENERS.has(xpos) || upos === 'SCONJ' || BORDERS.has(text)) break;
    if (!NOMINAL.has(upos)) continue;
    const start = findChunkStart(sentence, i);
    const before = start === 0 ? undefined : sentence.tokens[start - 1];
    const isFree = before === undefined || (before.upos !== 'ADP' && before.upos !== 'PART');
    // "to the December 2019 strikes": the run of words breaks at the month, the tree still has the preposition.
    const isMarked =
      before !== undefined && PERIODS.has(lemmaAt(sentence, start - 1)) && markersOf(sentence, i).length > 0;
    if (isFree && !isMarked && !isInBrackets(sentence, i)) found = i;
    i = start;
  }
  return found ?? (verb > 0 && sentence.tokens[verb - 1]!.upos === 'PROPN' ? verb - 1 : undefined);
}

function isFiniteVerb(sentence: ParsedSentence, i: number): boolean {
  const { upos, xpos } = sentence.tokens[i]!;
  return (
    xpos === 'VBD' ||
    xpos === 'VBZ' ||
    xpos === 'VBP' ||
    xpos === 'MD' ||
    (upos === 'VERB' && xpos === 'VB' && i > 0 && wordAt(sentence, i - 1) !== 'to')
  );
}

/** "An official *who* asked not to be named said": the verb of a relative clause is passed over with it. */
function findRelativePronoun(sentence: ParsedSentence, verb: number): number | undefined {
  for (let k = verb - 1; k >= 0 && k >= verb - 4; k--) {
    const { xpos } = sentence.tokens[k]!;
    if (xpos === 'WP' || xpos === 'WDT') return k;
  }
  return undefined;
}

function isInBrackets({ tokens }: ParsedSentence, i: number): boolean {
  for (let k = i - 1; k >= 0; k--) {
    if (tokens[k]!.text === ')') return false;
    if (tokens[k]!.text === '(') return true;
  }
  return false;
}
