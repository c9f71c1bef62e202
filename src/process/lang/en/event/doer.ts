import {
  findAgent,
  findChunkStart,
  findSubjectBefore,
  isCircumstance,
  isPassive,
} from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { findSharedSufferer } from './answerable.ts';
import { findInfinitiveDoer } from './control.ts';
import { endOfNounRun } from './measure.ts';

/** Verbs with an object whose infinitive is their own subject's act: "promised them to leave". */
const SUBJECT_CONTROL = new Set(['promise', 'threaten', 'vow', 'pledge', 'use', 'take', 'make', 'have']);

/** Verbs that charge their object with what follows: "accused Iran of attacking". */
const CHARGES = new Set(
  'accuse blame suspect charge condemn criticize criticise denounce arrest praise thank sanction convict punish fault'.split(
    ' ',
  ),
);

/** Index of the word that names who does what a verb says, by grammar first and by place where that is plainly wrong. */
export function findDoer(sentence: ParsedSentence, verb: number): number | undefined {
  if (isPassive(sentence, verb)) {
    const agent = findAgent(sentence, verb);
    const isNamed =
      agent !== undefined &&
      (hasRelation(sentence.tokens[agent]!, ['obl:agent']) || markersOf(sentence, agent).includes('by'));
    return isNamed ? agent : undefined;
  }
  const own = findChildren(sentence, verb, 'nsubj').some((i) => sentence.tokens[i]!.deprel !== 'nsubj:pass');
  if (!own) {
    const controlled = findInfinitiveDoer(sentence, verb) ?? findController(sentence, verb);
    if (controlled !== undefined) return controlled;
    if (isRightBefore(sentence, verb)) return verb - 1;
    if (findHost(sentence, verb) !== undefined)
      return findChildren(sentence, verb, 'obl').find((i) => markersOf(sentence, i).includes('by'));
  }
  if (isMisread(sentence, verb)) return findSubjectBefore(sentence, verb);
  const agent = findAgent(sentence, verb);
  if (agent === undefined) return findPlaced(sentence, verb);
  return resolvePronoun(sentence, verb, beforeParticiple(sentence, agent, verb));
}

/** "and within a week demonstrators attacked the embassy": a noun, the finite verb, its object. */
const isRightBefore = (sentence: ParsedSentence, verb: number) =>
  ['VBD', 'VBP', 'VBZ'].includes(sentence.tokens[verb]!.xpos) &&
  ['NOUN', 'PROPN'].includes(sentence.tokens[verb - 1]?.upos ?? '') &&
  !hasRelation(sentence.tokens[verb - 1]!, ['obl', 'nmod', 'appos']) &&
  (endOfNounRun(sentence, verb + 1) > verb || INTRANSITIVE.has(sentence.tokens[verb]!.lemma));

/** "police in the town confiscated weapons": a participle right behind a noun describes nothing behind it. */
const isMisread = (sentence: ParsedSentence, verb: number) => {
  const { xpos, deprel, head } = sentence.tokens[verb]!;
  return (
    xpos === 'VBN' &&
    deprel === 'amod' &&
    head > verb &&
    ['NOUN', 'PROPN'].includes(sentence.tokens[verb - 1]?.upos ?? '')
  );
};

/** "On Sunday rockets hit the base", "militias have launched": by place, where the tree shows no subject. */
function findPlaced(sentence: ParsedSentence, verb: number): number | undefined {
  const { xpos, deprel } = sentence.tokens[verb]!;
  const auxiliaries = findChildren(sentence, verb, 'aux');
  const hasHave = auxiliaries.some((i) => sentence.tokens[i]!.lemma === 'have');
  if (!['VBD', 'VBP', 'VBZ'].includes(xpos) && !hasHave) return undefined;
  const hasSubject = findChildren(sentence, verb, 'nsubj', 'aux:pass').some(
    (i) => !isCircumstance(sentence, i),
  );
  if (deprel === 'conj' || hasSubject) return undefined;
  const before = sentence.tokens[verb - 1];
  const isNear = before !== undefined && ['NOUN', 'PROPN'].includes(before.upos);
  // "supporters of the militias in Iraq attacked": what a preposition introduces is no subject.
  if (isNear && markersOf(sentence, verb - 1).length === 0) return verb - 1;
  return findSubjectBefore(sentence, auxiliaries[0] ?? verb) ?? (isNear ? verb - 1 : undefined);
}

/** "Iraq said it would withdraw": the pronoun of what somebody says of himself is the speaker. */
function resolvePronoun(sentence: ParsedSentence, verb: number, agent: number): number {
  if (!['it', 'they', 'he', 'she', 'we', 'i'].includes(sentence.tokens[agent]!.text.toLowerCase()))
    return agent;
  const sayer = speakerBefore(sentence, agent);
  if (sayer !== undefined) return sayer;
  let current = verb;
  for (let step = 0; step < 4; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0 || !hasRelation(token, ['ccomp', 'xcomp', 'conj', 'advcl', 'parataxis'])) return agent;
    current = token.head;
    const speaker = findChild(sentence, current, 'nsubj');
    if (speaker !== undefined && ['NOUN', 'PROPN'].includes(sentence.tokens[speaker]!.upos)) return speaker;
  }
  return agent;
}

/** "X announced it would", "X said that they": by place, whoever the verb right before the pronoun has speak. */
function speakerBefore(sentence: ParsedSentence, pronoun: number): number | undefined {
  const verb = sentence.tokens[pronoun - 1]?.text.toLowerCase() === 'that' ? pronoun - 2 : pronoun - 1;
  if (sentence.tokens[verb]?.upos !== 'VERB') return undefined;
  const speaker = findChild(sentence, verb, 'nsubj');
  if (speaker === undefined || speaker > verb) return undefined;
  return ['NOUN', 'PROPN'].includes(sentence.tokens[speaker]!.upos) ? speaker : undefined;
}

/**
 * "the base hit by rockets", "25 fighters killed": the word that a bare participle describes, which suffers it;
 * undefined where the verb is none.
 */
export function findHost(sentence: ParsedSentence, verb: number): number | undefined {
  const token = sentence.tokens[verb]!;
  if (token.head < 0 || isPassive(sentence, verb) || !['VBN', 'VBD'].includes(token.xpos)) return undefined;
  if (
    INTRANSITIVE.has(token.lemma) ||
    findChild(sentence, verb, 'nsubj', 'aux', 'obj') !== undefined ||
    endOfNounRun(sentence, verb + 1) > verb
  )
    return undefined;
  if (token.xpos === 'VBN' && token.deprel === 'acl') return token.head;
  const isBeside = ['NOUN', 'PROPN'].includes(sentence.tokens[verb - 1]?.upos ?? '');
  return isBeside && hasRelation(token, ['acl', 'advcl', 'amod', 'dep']) ? verb - 1 : undefined;
}

/** Verbs that have no passive: "the charity complained of obstacles" makes the charity no sufferer. */
const INTRANSITIVE = new Set(
  'complain protest agree resign retaliate clash march respond retreat demonstrate apologize apologise appeal demand'.split(
    ' ',
  ),
);

/** "saw Iran moving equipment", "ordered the army to withdraw", "accused Iran of attacking": the object acts. */
function findController(sentence: ParsedSentence, verb: number): number | undefined {
  const token = sentence.tokens[verb]!;
  if (token.head < 0) return undefined;
  const above = sentence.tokens[token.head]!;
  if (above.upos !== 'VERB' || token.head > verb) return undefined;
  const object = findChildren(sentence, token.head, 'obj', 'iobj', 'nsubj:pass').find((i) => i < verb);
  if (object === undefined) return undefined;
  const isCharge = CHARGES.has(above.lemma.toLowerCase());
  const marks = markersOf(sentence, verb);
  // "criticized the agencies, accusing them": behind a comma the subject goes on.
  if (token.xpos === 'VBG' && marks.length === 0 && sentence.tokens[verb - 1]?.text === ',') return undefined;
  if (isCharge) return hasRelation(token, ['advcl', 'acl', 'obl', 'xcomp', 'ccomp']) ? object : undefined;
  if (
    token.deprel !== 'xcomp' &&
    !(token.xpos === 'VBG' && marks.length === 0 && isNextTo(sentence, object, verb))
  )
    return undefined;
  return SUBJECT_CONTROL.has(above.lemma.toLowerCase()) ? undefined : object;
}

/** No comma and no other verb between the object and the participle. */
const isNextTo = (sentence: ParsedSentence, object: number, verb: number) =>
  sentence.tokens.slice(object + 1, verb).every(({ upos }) => !['PUNCT', 'VERB', 'ADP'].includes(upos));

/** Participles whose own clause follows: ", noting the militias keep rockets". */
const TELLING = new Set(
  'note say add claim warn mean suggest report announce tell believe fear argue insist stress think show'.split(
    ' ',
  ),
);

/**
 * "Hundreds of people, backing the militias in Iraq, attacked": a noun inside the inserted participle's phrase is
 * not the subject; the noun before the comma is.
 */
function beforeParticiple(sentence: ParsedSentence, agent: number, verb: number): number {
  if (agent > verb) return agent;
  for (let i = agent - 1; i > 0; i--) {
    const { upos, xpos } = sentence.tokens[i]!;
    if (['VBD', 'VBZ', 'VBP', 'MD', 'WDT', 'WP'].includes(xpos) || upos === 'SCONJ') return agent;
    if (xpos !== 'VBG' || sentence.tokens[i - 1]?.text !== ',') continue;
    if (TELLING.has(sentence.tokens[i]!.lemma)) return agent;
    const before = sentence.tokens[i - 2];
    if (before === undefined || !['NOUN', 'PROPN'].includes(before.upos)) return agent;
    const start = findChunkStart(sentence, i - 2);
    const joint = sentence.tokens[start - 1]?.text.toLowerCase();
    return joint === 'of' && start >= 2 ? start - 2 : i - 2;
  }
  return agent;
}

/**
 * The last word of the object of an active verb: by grammar, or by place where the tree has none: the noun run
 * right after the verb ("killed Iranian Gen. Y").
 */
export function findObject(sentence: ParsedSentence, verb: number): readonly number[] {
  const passive =
    findChild(sentence, verb, 'nsubj:pass') ??
    findMeasuredSubject(sentence, verb) ??
    findSufferer(sentence, verb);
  if (passive !== undefined) return [findAntecedent(sentence, passive, verb)];
  if (isPassive(sentence, verb)) {
    const shared = findSharedSufferer(sentence, verb);
    return shared === undefined ? [] : [shared];
  }
  const relative = findRelativeObject(sentence, verb);
  if (relative !== undefined) return [relative];
  const object = findChild(sentence, verb, 'obj');
  const last = endOfNounRun(sentence, verb + 1);
  const hasRun = last > verb;
  if (object !== undefined)
    return hasRun && last > object && isJoined(sentence, object, last) ? [last] : [object];
  const isCharge = CHARGES.has(sentence.tokens[verb]!.lemma.toLowerCase());
  if (isCharge && hasRun) return [last];
  if (findChild(sentence, verb, 'ccomp', 'xcomp') !== undefined || sentence.tokens[verb]!.xpos === 'VBN')
    return [];
  return hasRun && sentence.tokens[verb + 1]!.upos !== 'ADP' ? [last] : [];
}

/** "The family of Aaron Example, who was shot": whom a passive's "who" takes up. */
function findAntecedent(sentence: ParsedSentence, subject: number, verb: number): number {
  if (sentence.tokens[subject]!.xpos !== 'WP' && sentence.tokens[subject]!.xpos !== 'WDT') return subject;
  const { deprel, head } = sentence.tokens[verb]!;
  if (deprel !== 'acl:relcl' || head < 0) return subject;
  const near = sentence.tokens[subject - 1]?.text === ',' ? subject - 2 : subject - 1;
  const isNamed = /^\p{Lu}/u.test(sentence.tokens[near]?.text ?? '') && KIN.has(sentence.tokens[head]!.lemma);
  return isNamed && near > head ? near : head;
}

/** Those who are told by somebody else's name, of whom "who" then tells: "the family of X, who was shot". */
const KIN = new Set(
  'family relative mother father parent sister brother wife husband widow son daughter lawyer attorney friend supporter death killing murder arrest case body trial'.split(
    ' ',
  ),
);

/** "Up to half of the staff may be withdrawn": a measured subject, which the tree takes for a circumstance. */
function findMeasuredSubject(sentence: ParsedSentence, verb: number): number | undefined {
  if (!isPassive(sentence, verb)) return undefined;
  return findChildren(sentence, verb, 'obl').find(
    (i) => i < verb && markersOf(sentence, i).some((word) => word === 'up to' || word === 'close to'),
  );
}

/** "on 12 June two guards were hurt": by place, the noun right before "were", where the tree hangs it on the day. */
function findSufferer(sentence: ParsedSentence, verb: number): number | undefined {
  const auxiliary = findChildren(sentence, verb, 'aux', 'aux:pass').find((i) => i < verb);
  if (auxiliary === undefined || !isPassive(sentence, verb) || sentence.tokens[verb]!.deprel === 'acl:relcl')
    return undefined;
  const before = sentence.tokens[auxiliary - 1];
  const isNoun = before?.upos === 'NOUN' && before.deprel === 'nmod';
  return isNoun && markersOf(sentence, auxiliary - 1).length === 0 ? auxiliary - 1 : undefined;
}

/** "the missiles that Iran fired": what a relative clause with a subject of its own acts on. */
function findRelativeObject(sentence: ParsedSentence, verb: number): number | undefined {
  const token = sentence.tokens[verb]!;
  if (token.deprel !== 'acl:relcl' || findChild(sentence, verb, 'obj') !== undefined) return undefined;
  const subject = findChild(sentence, verb, 'nsubj');
  if (
    subject === undefined ||
    ['who', 'which', 'that'].includes(sentence.tokens[subject]!.text.toLowerCase())
  )
    return undefined;
  return token.head;
}

const isJoined = (sentence: ParsedSentence, object: number, last: number) =>
  sentence.tokens
    .slice(object, last + 1)
    .every(({ upos, text }) => ['PROPN', 'NOUN', 'ADJ'].includes(upos) || text === '.');
