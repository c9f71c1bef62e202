import { isPassive } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';

/** Verbs that lay to their object what stands behind the preposition: "charged the officer with murder". */
const LAYING: ReadonlyMap<string, readonly string[]> = new Map([
  ['accuse', ['of']],
  ['suspect', ['of']],
  ['convict', ['of', 'for']],
  ['acquit', ['of']],
  ['clear', ['of']],
  ['charge', ['with']],
  ['indict', ['for', 'on', 'in']],
  ['prosecute', ['for']],
  ['sentence', ['for']],
  ['jail', ['for']],
  ['imprison', ['for']],
  ['arrest', ['for', 'over']],
  ['blame', ['for']],
  ['condemn', ['for']],
  ['criticize', ['for']],
  ['criticise', ['for']],
  ['denounce', ['for']],
  ['try', ['for']],
]);

/** Nouns between the verb and the act: "convicted him on charges of murder". */
const COUNTS = new Set(['charge', 'count', 'suspicion', 'accusation', 'allegation']);

/**
 * Whom the text holds answerable for the act that a noun names: "charged the officer with murder", "X was accused of
 * fraud", "blamed the attack on X", "the policemen involved in the shooting".
 */
export function findAnswerable(sentence: ParsedSentence, index: number): readonly number[] {
  const token = sentence.tokens[index]!;
  if (token.head < 0) return [];
  const above = sentence.tokens[token.head]!;
  const marks = markersOf(sentence, index);
  if (above.lemma === 'blame' && above.upos === 'VERB' && hasRelation(token, ['obj']))
    return [token.head, index].flatMap((i) =>
      findChildren(sentence, i, 'obl', 'nmod').filter((k) => markersOf(sentence, k).includes('on')),
    );
  if (above.lemma.startsWith('involve') && above.deprel === 'acl' && marks.includes('in'))
    return [above.head];
  const verb = findLaying(sentence, index, marks);
  if (verb === undefined) return [];
  const object =
    findChild(sentence, verb, 'nsubj:pass') ??
    (isPassive(sentence, verb)
      ? findSharedSufferer(sentence, verb)
      : findChildren(sentence, verb, 'obj').find((i) => i !== index));
  if (object !== undefined) return [object];
  const host = sentence.tokens[verb]!;
  return host.deprel === 'acl' && host.xpos === 'VBN' && host.head >= 0 ? [host.head] : [];
}

/** The verb that lays the noun to somebody; the tree may hang the noun on the verb, on its object, or on "charges". */
function findLaying(sentence: ParsedSentence, index: number, marks: readonly string[]): number | undefined {
  let noun = index;
  let words = marks;
  for (let step = 0; step < 3; step++) {
    const token = sentence.tokens[noun]!;
    if (token.head < 0 || !hasRelation(token, ['obl', 'nmod', 'conj', 'obj'])) return undefined;
    const above = sentence.tokens[token.head]!;
    const laid = LAYING.get(above.lemma.toLowerCase());
    if (above.upos === 'VERB' && laid !== undefined)
      return noun === index && !hasRelation(token, ['obl'])
        ? undefined
        : laid.some((word) => words.includes(word)) || (step > 0 && COUNTS.has(sentence.tokens[noun]!.lemma))
          ? token.head
          : undefined;
    // "accused Iran of attacks": the phrase hung on the object.
    const isCount = COUNTS.has(above.lemma);
    const isObject = hasRelation(above, ['obj', 'nsubj:pass']);
    if (!isCount && !(isObject && hasRelation(token, ['nmod']))) return undefined;
    noun = token.head;
    if (isCount) words = markersOf(sentence, noun);
  }
  return undefined;
}

/** Relations by which a passive shares the subject of the verb above: "was seized and shot", "is expected to be charged". */
const SHARING = ['conj', 'xcomp', 'advcl'];

/**
 * Whoever suffers a passive that has no subject of its own: the subject of the verb that it hangs on ("A man was held
 * after being charged", "stores were smashed and looted").
 */
export function findSharedSufferer(sentence: ParsedSentence, verb: number): number | undefined {
  let current = verb;
  for (let step = 0; step < 4; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0 || !hasRelation(token, SHARING)) return undefined;
    const above = sentence.tokens[token.head]!;
    if (above.upos !== 'VERB' && above.upos !== 'ADJ') return undefined;
    // An adverbial clause with a subject word of its own, or one before a subject not yet told, is another's.
    const isShared = token.deprel !== 'advcl' || ['VBN', 'VBG'].includes(token.xpos);
    if (!isShared) return undefined;
    current = token.head;
    const subject = findChild(sentence, current, 'nsubj:pass', 'nsubj');
    if (subject === undefined) continue;
    const word = sentence.tokens[subject]!.text.toLowerCase();
    const isRelative = word === 'who' || word === 'which' || word === 'that';
    if (!isRelative) return subject;
    const { deprel, head } = sentence.tokens[current]!;
    return deprel === 'acl:relcl' && head >= 0 ? head : undefined;
  }
  return undefined;
}
