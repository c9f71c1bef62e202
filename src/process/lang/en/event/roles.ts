import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChild, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { findAnswerable } from './answerable.ts';
import { findCarried, findClauseActors, isRecipientMarker } from './carried.ts';
import { findIntent } from './control.ts';
import { findDoer, findHost, findObject } from './doer.ts';
import type { EventLexicon } from './lexicon.ts';
import { endOfNounRun } from './measure.ts';
import { FIRED, type Trigger } from './trigger.ts';

/** Tokens (heads of phrases) that fill the roles of one event, all of the trigger's sentence. */
export interface RoleHeads {
  readonly actors: readonly number[];
  /** Who acts where nobody of `actors` is anyone known. */
  readonly carrying: readonly number[];
  readonly recipients: readonly number[];
  readonly instruments: readonly number[];
}

/** Types of event whose object may be an act with others: "hosted a meeting between X and Y", "signed a treaty with Z". */
const MUTUAL = new Set(['CONSULT', 'COOPERATE', 'SUPPORT', 'SANCTION', 'AGREE']);

/** Who does it, to whom, with what, by the grammar around the trigger and the verb that carries it. */
export function findRoles(sentence: ParsedSentence, trigger: Trigger, lexicon: EventLexicon): RoleHeads {
  const { upos } = sentence.tokens[trigger.index]!;
  // "four were hurt": an adjective's subject suffers what it says.
  if (upos === 'ADJ')
    return {
      actors: [],
      carrying: [],
      recipients: findChildren(sentence, trigger.index, 'nsubj'),
      instruments: [],
    };
  const isVerb = upos === 'VERB' && !isNamedDeed(sentence, trigger.index);
  const found = isVerb ? findVerbRoles(sentence, trigger) : findNounRoles(sentence, trigger, lexicon);
  const joined = (heads: readonly number[]) => [
    ...new Set(heads.flatMap((i) => withCoordinates(sentence, i))),
  ];
  return {
    actors: joined(found.actors),
    carrying: joined(found.carrying),
    recipients: joined(found.recipients),
    instruments: joined(found.instruments),
  };
}

/** "after a mass shooting", "the boy’s shooting": a noun, which the tagger takes for a participle. */
function isNamedDeed(sentence: ParsedSentence, index: number): boolean {
  if (sentence.tokens[index]!.xpos !== 'VBG') return false;
  const isOwn = findChild(sentence, index, 'det', 'nmod:poss', 'amod') !== undefined;
  return isOwn && findChild(sentence, index, 'aux', 'nsubj', 'obj') === undefined;
}

function findVerbRoles(sentence: ParsedSentence, { index, sense }: Trigger): RoleHeads {
  const doer = findDoer(sentence, index);
  const host = findHost(sentence, index);
  const found = host === undefined ? findObject(sentence, index) : [host];
  // "reported one child killed": nobody is killed by the child; whom the tree has as subject suffers it.
  const isVictim = sense.roles === 'victim' && doer !== undefined && found.length === 0 && doer < index;
  const isBare = isVictim && isBareParticiple(sentence, index);
  const [agent, objects] = isBare ? [undefined, [doer]] : [doer, found];
  // "deployed bombers", "gave them food": what is moved or given does not suffer it.
  const isGiven = sense.type !== 'MOBILIZE' && GIVING.has(sentence.tokens[index]!.lemma.toLowerCase());
  const isMoved = sense.roles === 'forces' || sense.type === 'AID' || sense.type === 'MOBILIZE' || isGiven;
  const isSpoken = ['ACCUSE', 'REQUEST', 'REJECT', 'SUPPORT', 'AGREE'].includes(sense.type);
  // "condemned the attack on the embassy": the embassy is attacked, not condemned.
  const isOfObject = isSpoken && objects.length > 0 && sentence.tokens[index]!.lemma !== 'blame';
  // "her reasons for meeting with donors": a gerund, which the tree takes for a noun.
  const isGerund = sense.roles === 'with' && sentence.tokens[index]!.xpos === 'VBG';
  const oblique = findChildren(sentence, index, 'obl', isGerund ? 'nmod' : 'obl').filter(
    (i) =>
      (isRecipientMarker(sentence, i, sense.roles) ||
        (isGiven && markersOf(sentence, i).includes('to')) ||
        (sense.type === 'RETREAT' && markersOf(sentence, i).includes('from'))) &&
      (isGiven || !isOfObject),
  );
  const goals = isGiven ? findGoals(sentence, objects, 'to') : [];
  const isTo = goals.length > 0 || (isGiven && oblique.some((i) => markersOf(sentence, i).includes('to')));
  const given = [
    ...(isTo ? [] : findChildren(sentence, index, 'iobj')),
    ...goals,
    ...(sense.type === 'RETREAT' ? findGoals(sentence, objects, 'from') : []),
  ];
  // "withdrew its troops from the province": who leaves is no sufferer where it is told what is left.
  const isLeft =
    sense.type === 'RETREAT' &&
    [...given, ...oblique].some((i) => markersOf(sentence, i).includes('from')) &&
    !RELEASING.has(sentence.tokens[index]!.lemma.toLowerCase());
  const asked = ['REQUEST', 'AGREE'].includes(sense.type) ? findAsked(sentence, index) : [];
  return {
    actors: agent === undefined ? [] : [agent],
    carrying: findMaker(sentence, index),
    recipients:
      sense.roles === 'with' && oblique.length > 0
        ? oblique
        : [
            ...given,
            ...findBlamed(sentence, index, objects),
            ...(MUTUAL.has(sense.type)
              ? [...findGoals(sentence, objects, 'between'), ...findGoals(sentence, objects, 'with')]
              : []),
            ...(isMoved || isLeft ? [] : objects),
            ...oblique,
            ...asked,
          ],
    instruments: [
      // "struck an aircraft carrier": what is struck is no means of it.
      ...(sense.type === 'ASSAULT' && !FIRED.has(sentence.tokens[index]!.lemma.toLowerCase()) ? [] : objects),
      ...(agent === undefined ? [] : [agent]),
      ...findChildren(sentence, index, 'obl').filter((i) =>
        ['with', 'by', 'using'].includes(markersOf(sentence, i)[0] ?? ''),
      ),
      ...findChildren(sentence, index, 'advcl')
        .filter((i) => sentence.tokens[i]!.text.toLowerCase() === 'using')
        .flatMap((i) => findChildren(sentence, i, 'obj')),
    ],
  };
}

/** Verbs of giving and sending, whose object is what changes hands and whose "to" says to whom. */
const GIVING = new Set(
  'give offer pledge provide send dispatch grant supply contribute donate lend deliver ship airlift hand transfer sell'.split(
    ' ',
  ),
);

/** Of these the object gains by what is done. */
const RELEASING = new Set(['release', 'free', 'liberate', 'rescue', 'evacuate', 'repatriate', 'discharge']);

/** "photographs and other intelligence to X": whom the objects go to, or what they leave, where it hangs on them. */
const findGoals = (sentence: ParsedSentence, objects: readonly number[], marker: string): readonly number[] =>
  objects
    .flatMap((i) => withCoordinates(sentence, i))
    .flatMap((i) => findChildren(sentence, i, 'nmod'))
    .filter((i) => markersOf(sentence, i).includes(marker));

/** "The group issued a statement demanding …", "the union’s letter urging …": whoever speaks through a document. */
function findMaker(sentence: ParsedSentence, verb: number): readonly number[] {
  const token = sentence.tokens[verb]!;
  const intent = findIntent(sentence, verb);
  if (intent === undefined && (token.xpos !== 'VBG' || !hasRelation(token, ['acl']) || token.head < 0))
    return [];
  const owners = findChildren(sentence, token.head, 'nmod:poss');
  if (owners.length > 0) return owners;
  const noun = sentence.tokens[token.head]!;
  const isCarried = hasRelation(noun, intent === undefined ? ['obj'] : ['obj', 'obl']);
  const doer = isCarried && noun.head >= 0 ? findDoer(sentence, noun.head) : undefined;
  return doer === undefined ? [] : [doer];
}

/** "killed", "wounded" with no object and no auxiliary, inside what somebody reports. */
const isBareParticiple = (sentence: ParsedSentence, verb: number) =>
  ['VBN', 'VBD'].includes(sentence.tokens[verb]!.xpos) &&
  hasRelation(sentence.tokens[verb]!, ['ccomp', 'xcomp', 'conj', 'acl', 'dep', 'obj']) &&
  findChild(sentence, verb, 'aux', 'obj', 'ccomp', 'xcomp') === undefined;

/** "demanded that Israel withdraw": whoever is to act is asked. */
const findAsked = (sentence: ParsedSentence, verb: number) =>
  findChildren(sentence, verb, 'ccomp').flatMap((i) => findChildren(sentence, i, 'nsubj'));

function findNounRoles(sentence: ParsedSentence, trigger: Trigger, lexicon: EventLexicon): RoleHeads {
  const { index, sense } = trigger;
  const isVictim = isVictimNoun(sentence, trigger);
  const owners = findChildren(sentence, index, 'nmod:poss');
  const modifiers = findChildren(sentence, index, 'compound', 'amod');
  const nmods = findChildren(sentence, index, 'nmod', 'obl');
  const isMarked = (i: number, words: readonly string[]) =>
    markersOf(sentence, i).some((word) => words.includes(word));
  const by = nmods.filter(
    (i) =>
      isMarked(i, ['by']) ||
      (sense.roles === 'with' && isMarked(i, ['between'])) ||
      ((sense.type === 'ASSAULT' || SENT.has(sense.type)) && isMarked(i, ['from'])),
  );
  const behind = findBehind(sentence, index);
  // "Iran’s killing of a diplomat": whose killing it is did it, where it is told who suffered it.
  const isOwnersDeed =
    !isVictim || (trigger.sense.type === 'ASSAULT' && nmods.some((i) => isMarked(i, ['of'])));
  const carried = findCarried(sentence, trigger, lexicon);
  // "blamed the attack on the militia": the militia is blamed, not attacked.
  const isBlame = isObjectOfBlame(sentence, index);
  const suffering = nmods.filter(
    (i) =>
      (!(isBlame && isMarked(i, ['on'])) && isRecipientMarker(sentence, i, sense.roles)) ||
      (isVictim && isMarked(i, ['of'])) ||
      (sense.type === 'ACCUSE' && isMarked(i, ['into'])),
  );
  const isDoing = !isVictim && sense.type !== 'ASSAULT' && sense.roles !== 'of' && sense.roles !== 'forces';
  const doing = isDoing ? nmods.filter((i) => isMarked(i, ['of'])) : [];
  const actors = [
    ...by,
    ...(isOwnersDeed ? owners : []),
    // "one Iraqi civilian casualty": what describes the harmed did not harm them.
    ...(isVictim && HARMED.has(sentence.tokens[index]!.lemma.toLowerCase())
      ? []
      : describingActors(sentence, modifiers, lexicon)),
    ...((sense.type === 'ASSAULT' && behind?.marker === 'by') ||
    ((sense.type === 'ASSAULT' || SENT.has(sense.type)) && behind?.marker === 'from')
      ? [behind.noun]
      : []),
    ...findClauseActors(sentence, index, lexicon),
    ...findAnswerable(sentence, index),
    ...findCopulaSubject(sentence, index),
    ...findHolder(sentence, trigger),
  ];
  return {
    actors,
    carrying: [...carried.actors, ...doing],
    recipients: [
      ...suffering,
      ...(suffering.length === 0 && !isBlame && isUpon(behind, sense.roles) ? [behind.noun] : []),
      ...(isOwnersDeed ? [] : owners),
      ...findPartners(sentence, trigger),
      ...carried.recipients,
      ...modifiers.filter((i) => isTargetWord(sentence, i, sense.type)),
    ],
    instruments: [...modifiers, ...nmods.filter((i) => isMarked(i, ['with', 'of', 'by', 'involving']))],
  };
}

/** Nouns whose owner suffers them though they are coded as force. */
const SUFFERED = new Set(['shooting', 'stabbing', 'beating']);

/** Whether a noun is told of whoever suffers it: "the boy’s arrest", "the shooting of a boy". */
export const isVictimNoun = (sentence: ParsedSentence, { index, sense }: Trigger): boolean =>
  sense.roles === 'victim' ||
  SUFFERED.has(sentence.tokens[index]!.lemma.toLowerCase()) ||
  SUFFERED.has(sentence.tokens[index]!.text.toLowerCase());

/** "Her meetings were with donors", "the meetings that she had with donors": with whom, where another verb tells it. */
function findPartners(sentence: ParsedSentence, { index, sense }: Trigger): readonly number[] {
  if (sense.roles !== 'with') return [];
  const { head, deprel } = sentence.tokens[index]!;
  const isWith = (i: number) => markersOf(sentence, i).includes('with');
  const had = findChildren(sentence, index, 'acl').filter((i) => sentence.tokens[i]!.lemma === 'have');
  return [
    ...(deprel === 'nsubj' && head >= 0 && isWith(head) && findChild(sentence, head, 'cop') !== undefined
      ? [head]
      : []),
    ...had.flatMap((i) => findChildren(sentence, i, 'obl').filter(isWith)),
  ];
}

/** "the meetings that she had with donors". */
const findHolder = (sentence: ParsedSentence, { index, sense }: Trigger): readonly number[] =>
  sense.roles !== 'with'
    ? []
    : findChildren(sentence, index, 'acl')
        .filter((i) => sentence.tokens[i]!.lemma === 'have')
        .flatMap((i) => findChildren(sentence, i, 'nsubj'));

/** "They have been in negotiations with the city": whoever is in it. */
const findCopulaSubject = (sentence: ParsedSentence, index: number): readonly number[] =>
  findChild(sentence, index, 'cop') !== undefined && markersOf(sentence, index).includes('in')
    ? findChildren(sentence, index, 'nsubj')
    : [];

/** Types whose nouns come from somebody: "endorsements from the governor", "requests from the envoy". */
const SENT = new Set(['SUPPORT', 'REQUEST', 'ACCUSE', 'THREATEN', 'AID', 'AGREE', 'REJECT']);

const HARMED = new Set(['casualty', 'fatality', 'death', 'injury', 'victim', 'loss']);

const isObjectOfBlame = (sentence: ParsedSentence, index: number) => {
  const { head } = sentence.tokens[index]!;
  return (
    head >= 0 && sentence.tokens[head]!.lemma === 'blame' && hasRelation(sentence.tokens[index]!, ['obj'])
  );
};

/** Who is blamed where the tree hangs him on what he is blamed for. */
const findBlamed = (sentence: ParsedSentence, verb: number, objects: readonly number[]): readonly number[] =>
  sentence.tokens[verb]!.lemma === 'blame'
    ? objects.flatMap((i) =>
        findChildren(sentence, i, 'nmod').filter((k) => markersOf(sentence, k).includes('on')),
      )
    : [];

interface Behind {
  readonly marker: string;
  readonly noun: number;
}

/** The noun phrase right behind a noun, with its preposition: "the attack on the embassy", whatever it was hung on. */
function findBehind(sentence: ParsedSentence, index: number): Behind | undefined {
  const marker = sentence.tokens[index + 1];
  if (marker?.upos !== 'ADP') return undefined;
  const noun = endOfNounRun(sentence, index + 2);
  return noun < index + 2 ? undefined : { marker: marker.text.toLowerCase(), noun };
}

const isUpon = (behind: Behind | undefined, roles: string | undefined): behind is Behind =>
  behind !== undefined &&
  (['on', 'against', 'at', 'upon'].includes(behind.marker) ||
    behind.marker === roles ||
    (roles === 'victim' && behind.marker === 'of'));

/** "Iraqi militia preparations": the militia’s, not Iraq’s. */
function describingActors(
  sentence: ParsedSentence,
  modifiers: readonly number[],
  lexicon: EventLexicon,
): readonly number[] {
  const bodies = modifiers.filter((i) => {
    const { lemma, upos } = sentence.tokens[i]!;
    return (
      upos === 'NOUN' &&
      (lexicon.classes.get('rebel')?.has(lemma) || lexicon.classes.get('police')?.has(lemma))
    );
  });
  return bodies.length > 0 ? bodies : modifiers.filter((i) => isActorWord(sentence, i));
}

const isActorWord = (sentence: ParsedSentence, i: number) => {
  const token = sentence.tokens[i]!;
  return token.upos === 'PROPN' || /^\p{Lu}/u.test(token.text) || token.upos === 'NOUN';
};

const TARGETS = new Set(
  'embassy consulate base airport school mosque church hospital convoy airfield market checkpoint pipeline refinery'.split(
    ' ',
  ),
);
const isTargetWord = (sentence: ParsedSentence, i: number, type: string) =>
  type === 'ASSAULT' && TARGETS.has(sentence.tokens[i]!.lemma.toLowerCase());

const withCoordinates = (sentence: ParsedSentence, head: number): readonly number[] => [
  head,
  ...findChildren(sentence, head, 'conj').filter(
    (i) => !hasRelation(sentence.tokens[i]!, ['cc']) && sentence.tokens[i]!.upos !== 'VERB',
  ),
];
