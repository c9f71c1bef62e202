import type { Entity } from '../../model/entity.ts';
import type { Span } from '../../model/span.ts';
import { findAgent, isPassive } from '../sentence/agent.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { collectSubtree, findChild, findChildren, hasRelation, markersOf } from '../sentence/phrase.ts';
import type { EventLexicon } from './lexicon.ts';
import type { Trigger } from './trigger.ts';

/** Tokens (heads of phrases) that fill the roles of one event, all of the trigger's sentence. */
export interface RoleHeads {
  readonly actors: readonly number[];
  readonly recipients: readonly number[];
  readonly instruments: readonly number[];
}

/** Prepositions that lead to whoever suffers an act. */
const AGAINST = new Set(['on', 'against', 'at', 'upon', 'toward', 'towards', 'over']);

/** Who does it, to whom, with what, by the grammar around the trigger and the verb that carries it. */
export function findRoles(sentence: ParsedSentence, trigger: Trigger): RoleHeads {
  const isVerb = sentence.tokens[trigger.index]!.upos === 'VERB';
  const found = isVerb ? findVerbRoles(sentence, trigger) : findNounRoles(sentence, trigger);
  const joined = (heads: readonly number[]) => [
    ...new Set(heads.flatMap((i) => withCoordinates(sentence, i))),
  ];
  return {
    actors: joined(found.actors),
    recipients: joined(found.recipients),
    instruments: joined(found.instruments),
  };
}

function findVerbRoles(sentence: ParsedSentence, { index, sense }: Trigger): RoleHeads {
  const agent = findAgent(sentence, index);
  const passive = findChild(sentence, index, 'nsubj:pass');
  const object = passive ?? findChild(sentence, index, 'obj') ?? participleHost(sentence, index);
  const moved = sense.roles === 'forces';
  const oblique = findChildren(sentence, index, 'obl').filter((i) =>
    isRecipientMarker(sentence, i, sense.roles),
  );
  const recipients = [...(object === undefined || moved ? [] : [object]), ...oblique];
  const isBoth = sense.roles === 'with';
  return {
    actors: agent === undefined ? [] : [agent],
    recipients: isBoth ? oblique : recipients,
    instruments: [
      ...(moved && object !== undefined ? [object] : []),
      ...findChildren(sentence, index, 'obl').filter(
        (i) => ['with', 'by', 'using'].includes(markersOf(sentence, i)[0] ?? '') && i !== agent,
      ),
      ...findChildren(sentence, index, 'advcl')
        .filter((i) => sentence.tokens[i]!.text.toLowerCase() === 'using')
        .flatMap((i) => findChildren(sentence, i, 'obj')),
    ],
  };
}

/** "the base hit by rockets": what a bare participle describes is what suffers it. */
function participleHost(sentence: ParsedSentence, index: number): number | undefined {
  const token = sentence.tokens[index]!;
  const isParticiple = token.xpos === 'VBN' && token.deprel === 'acl' && !isPassive(sentence, index);
  return isParticiple && token.head >= 0 ? token.head : undefined;
}

function isRecipientMarker(sentence: ParsedSentence, i: number, roles: string | undefined): boolean {
  return markersOf(sentence, i).some(
    (word) => AGAINST.has(word) || word === roles || (roles === 'with' && word === 'between'),
  );
}

function findNounRoles(sentence: ParsedSentence, trigger: Trigger): RoleHeads {
  const { index, sense, carrier } = trigger;
  const isVictim = sense.roles === 'victim';
  const owners = findChildren(sentence, index, 'nmod:poss');
  const modifiers = findChildren(sentence, index, 'compound', 'amod');
  const nmods = findChildren(sentence, index, 'nmod');
  const by = nmods.filter(
    (i) =>
      markersOf(sentence, i).includes('by') ||
      (sense.roles === 'with' && markersOf(sentence, i).includes('between')),
  );
  const carried = carrier === undefined ? undefined : findAgent(sentence, carrier);
  const carriedUpon =
    carrier === undefined
      ? []
      : findChildren(sentence, carrier, 'obl').filter((i) => isRecipientMarker(sentence, i, sense.roles));
  const suffering = nmods.filter(
    (i) => isRecipientMarker(sentence, i, sense.roles) || (isVictim && markersOf(sentence, i).includes('of')),
  );
  const doing = nmods.filter(
    (i) =>
      markersOf(sentence, i).includes('of') && !isVictim && sense.roles !== 'of' && sense.roles !== 'forces',
  );
  const actors = [
    ...by,
    ...(isVictim ? [] : owners),
    ...modifiers.filter((i) => isActorWord(sentence, i) && !isVictim),
  ];
  return {
    actors:
      actors.length > 0
        ? actors
        : [...(carried === undefined ? [] : [carried]), ...(sense.type === 'ASSAULT' ? [] : doing)],
    recipients: [
      ...suffering,
      ...(isVictim ? owners : []),
      ...carriedUpon,
      ...modifiers.filter((i) => isTargetWord(sentence, i, sense.type)),
    ],
    instruments: [
      ...modifiers,
      ...nmods.filter((i) => ['with', 'of'].includes(markersOf(sentence, i)[0] ?? '')),
    ],
  };
}

const isActorWord = (sentence: ParsedSentence, i: number) => {
  const token = sentence.tokens[i]!;
  return token.upos === 'PROPN' || /^\p{Lu}/u.test(token.text);
};

const TARGETS = new Set([
  'embassy',
  'consulate',
  'base',
  'airport',
  'school',
  'mosque',
  'church',
  'hospital',
]);
const isTargetWord = (sentence: ParsedSentence, i: number, type: string) =>
  type === 'ASSAULT' && TARGETS.has(sentence.tokens[i]!.lemma.toLowerCase());

function withCoordinates(sentence: ParsedSentence, head: number): readonly number[] {
  return [head, ...findChildren(sentence, head, 'conj')];
}

/** Finds the entity that a phrase names: by its main word, else the only one of the right kind inside it. */
export function makeEntityFinder(entities: readonly Entity[]) {
  const mentions = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.start - b.mention.start);
  return (sentence: ParsedSentence, head: number): Entity | undefined => {
    const token = sentence.tokens[head]!;
    const phrase = collectSubtree(
      sentence,
      head,
      (t) =>
        hasRelation(t, ['acl', 'advcl', 'appos', 'conj', 'parataxis', 'nmod']) && t.deprel !== 'nmod:poss',
    );
    const lo = sentence.tokens[phrase[0]!]!.start;
    const hi = sentence.tokens[phrase.at(-1)!]!.end;
    const inside = mentions.filter(({ mention }) => mention.start < hi && mention.end > lo);
    const covering = inside.filter(({ mention }) => mention.start <= token.start && mention.end >= token.end);
    return (longest(covering) ?? longest(inside.filter(({ mention }) => mention.end >= token.start)))?.entity;
  };
}

function longest<T extends { readonly mention: Span }>(found: readonly T[]): T | undefined {
  return found.reduce<T | undefined>(
    (best, next) =>
      best === undefined || next.mention.end - next.mention.start > best.mention.end - best.mention.start
        ? next
        : best,
    undefined,
  );
}

/** What kind of target the words of the recipients, or of the place, name: "diplomatic mission". */
export function findTargetKind(
  sentence: ParsedSentence,
  heads: readonly number[],
  lexicon: EventLexicon,
): string | undefined {
  const words = new Set(heads.map((i) => sentence.tokens[i]!.lemma.toLowerCase()));
  return lexicon.targets.find((row) => [...words].some((word) => row.words.has(word)))?.kind;
}
