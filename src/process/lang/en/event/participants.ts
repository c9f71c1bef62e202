import type { Entity } from '../../../../model/entity.ts';
import type { Span } from '../../../../model/span.ts';
import { PERIODS } from '../../../sentence/agent.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { collectSubtree, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { findSelfName } from '../../../sentence/selfname.ts';
import type { EventLexicon } from './lexicon.ts';
import { contentOf, endOfNounRun } from './measure.ts';
import { isVictimNoun, type RoleHeads } from './roles.ts';
import type { Trigger } from './trigger.ts';

/**
 * Finds the entity of a phrase, with those that share its words ("Hungarian and Romanian officials" are two); none
 * where it names nobody. A mention that reaches over the word at `beyond` is misread and left alone.
 */
export type EntityFinder = (sentence: ParsedSentence, head: number, beyond?: number) => readonly Entity[];

/** Entity ids in the parts of one event, with the words that name its recipients. */
export interface Participants {
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly instruments: readonly string[];
  readonly recipientHeads: readonly number[];
}

/** No mention is longer, in characters. */
const LONGEST_MENTION = 400;

type Mentioned = { readonly entity: Entity; readonly mention: Span };

/** The mentions that start from `from` on and before `to`, found by halving. */
function mentionsFrom(mentions: readonly Mentioned[], from: number, to: number): readonly Mentioned[] {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.mention.start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < mentions.length && mentions[end]!.mention.start < to) end++;
  return mentions.slice(low, end);
}

/** Finds the entity that a phrase names: by its main word, else the only one of the right kind inside it. */
export function makeEntityFinder(entities: readonly Entity[]): EntityFinder {
  const mentions = entities
    .flatMap((entity) =>
      [...entity.mentions, ...(entity.references ?? [])].map((mention) => ({ entity, mention })),
    )
    .sort((a, b) => a.mention.start - b.mention.start);
  return (sentence, head, beyond) => {
    const token = sentence.tokens[head]!;
    const phrase = collectSubtree(sentence, head, isAside);
    const lo = sentence.tokens[phrase[0]!]!.start;
    const hi = sentence.tokens[phrase.at(-1)!]!.end;
    const verb = beyond === undefined ? undefined : sentence.tokens[beyond]!;
    const inside = mentionsFrom(mentions, lo - LONGEST_MENTION, hi).filter(
      ({ mention }) =>
        mention.start < hi &&
        mention.end > lo &&
        isOfPhrase(sentence, phrase, mention) &&
        !(verb !== undefined && mention.start <= verb.start && mention.end >= verb.end),
    );
    const covering = inside.filter(({ mention }) => mention.start <= token.start && mention.end >= token.end);
    const found = longest(covering) ?? longest(inside.filter(({ mention }) => mention.end >= token.start));
    if (found === undefined) return [];
    const { entity, mention } = found;
    const sharing = covering.filter(
      (other) =>
        other.entity.type === 'group' &&
        other.mention.end === mention.end &&
        other.entity.country !== entity.country,
    );
    return entity.type === 'group' && sharing.length > 0
      ? [entity, ...sharing.map((other) => other.entity)]
      : [entity];
  };
}

/** A phrase may have gaps, in which others are named: "an attempt [to kill the governor], which failed". */
const isOfPhrase = (sentence: ParsedSentence, phrase: readonly number[], { start, end }: Span) =>
  phrase.some((i) => {
    const token = sentence.tokens[i]!;
    return token.start < end && token.end > start && token.upos !== 'PUNCT';
  });

const ASIDE = ['acl', 'advcl', 'appos', 'conj', 'parataxis', 'nmod', 'nummod', 'det'];
const isAside = (token: Token) => hasRelation(token, ASIDE) && token.deprel !== 'nmod:poss';

function longest<T extends { readonly mention: Span }>(found: readonly T[]): T | undefined {
  return found.reduce<T | undefined>(
    (best, next) =>
      best === undefined || next.mention.end - next.mention.start > best.mention.end - best.mention.start
        ? next
        : best,
    undefined,
  );
}

interface Cast {
  readonly sentence: ParsedSentence;
  readonly trigger: Trigger;
  readonly roles: RoleHeads;
  /** Roles of the outcomes that belong to the event. */
  readonly outcomes: readonly RoleHeads[];
}

/** Puts entities into the parts: arms never act nor suffer, an event in a part stands for whoever does it. */
export function castParts(cast: Cast, lexicon: EventLexicon, findEntity: EntityFinder): Participants {
  const { sentence, trigger, roles, outcomes } = cast;
  const known = new Map<number, readonly Entity[]>();
  const findAll = (i: number) => {
    const before = known.get(i);
    if (before !== undefined) return before;
    const found = findThrough(sentence, i, (where, head, beyond = trigger.index) =>
      findEntity(where, head, beyond),
    );
    known.set(i, found);
    return found;
  };
  const find = (i: number) => findAll(i)[0];
  const isForce = trigger.sense.type === 'ASSAULT';
  const resolve = (heads: readonly number[], isActor: boolean) =>
    heads
      .filter((i) => i !== trigger.index)
      .flatMap((i) =>
        isEventWord(sentence, i, lexicon) ? (isForce || isActor ? [] : blamed(sentence, i)) : [i],
      )
      .flatMap(findAll);
  const isParty = (entity: Entity) => entity.type !== 'weapon';
  const canAct = (entity: Entity) => isParty(entity) && entity.type !== 'facility';
  // "U.S. aircraft struck": arms act for whoever’s they are.
  const armed = roles.actors.filter((i) => isArms(sentence, i, find(i))).flatMap((i) => blamed(sentence, i));
  const beside = roles.actors.flatMap((i) => findBeside(sentence, i));
  // "the Example shooting": somebody’s name before such a noun is the victim’s.
  const lost = isVictimNoun(sentence, trigger)
    ? roles.actors.filter((i) => isNameBefore(cast, i, find(i)))
    : [];
  const acting = lost.length === 0 ? roles.actors : roles.actors.filter((i) => !lost.includes(i));
  const named = idsOf(resolve([...acting, ...armed, ...beside], true).filter(canAct));
  // "wounded two soldiers in a bomb attack": who does the harm makes the attack.
  const harming = outcomes
    .flatMap((outcome) => outcome.actors)
    .flatMap((i) => (isArms(sentence, i, find(i)) ? [i, ...blamed(sentence, i)] : [i]));
  const actors = [harming, roles.carrying].reduce<readonly string[]>(
    (found, more) => (found.length > 0 ? found : idsOf(resolve(more, true).filter(canAct))),
    named,
  );
  const heads = [...roles.recipients, ...lost, ...outcomes.flatMap((outcome) => outcome.recipients)];
  const suffering = idsOf(resolve(heads, false).filter(isParty)).filter((id) => !actors.includes(id));
  // "will support Turkey’s efforts": where the object itself is nobody, whose it is.
  const owning = isForce || suffering.length > 0 ? [] : heads.flatMap((i) => blamed(sentence, i));
  const recipients = [
    ...suffering,
    ...idsOf(resolve(owning, false).filter(isParty)).filter((id) => !actors.includes(id)),
  ];
  const means = [
    ...roles.instruments,
    ...roles.actors,
    ...outcomes.flatMap((outcome) => outcome.instruments),
  ];
  const instruments = idsOf(means.flatMap((i) => find(i) ?? []).filter((entity) => entity.type === 'weapon'));
  return { actors, recipients, instruments, recipientHeads: heads.filter((i) => i !== trigger.index) };
}

const isNameBefore = ({ sentence, trigger }: Cast, i: number, entity: Entity | undefined) =>
  entity?.type === 'person' &&
  sentence.tokens[i]!.head === trigger.index &&
  sentence.tokens[i]!.deprel === 'compound';

/**
 * "Leader A and President B today signed": the name that "and" joins to a subject, where the tree makes the second
 * part of the first.
 */
function findBeside(sentence: ParsedSentence, head: number): readonly number[] {
  const { tokens } = sentence;
  if (tokens[head]!.upos !== 'PROPN') return [];
  let joint = head + 1;
  while (tokens[joint]?.upos === 'PROPN') joint++;
  if (tokens[joint]?.text !== 'and' || findChildren(sentence, head, 'conj').length > 0) return [];
  let last = endOfNounRun(sentence, joint + 1);
  while (last > joint && PERIODS.has(tokens[last]!.lemma.toLowerCase())) last--;
  if (last <= joint || tokens[last]!.upos !== 'PROPN') return [];
  let verb = last + 1;
  while (tokens[verb]?.upos === 'ADV' || PERIODS.has(tokens[verb]?.lemma.toLowerCase() ?? '')) verb++;
  return /^(?:VB[DPZ]|MD)$/.test(tokens[verb]?.xpos ?? '') ? [last] : [];
}

const ARMS = new Set([
  'aircraft',
  'jet',
  'warplane',
  'plane',
  'drone',
  'helicopter',
  'warship',
  'ship',
  'tank',
  'bomber',
]);

const isArms = (sentence: ParsedSentence, i: number, entity: Entity | undefined) =>
  entity?.type === 'weapon' || (entity === undefined && ARMS.has(sentence.tokens[i]!.lemma.toLowerCase()));

const idsOf = (entities: readonly Entity[]) => [...new Set(entities.map((entity) => entity.id))];

/** The entity of a phrase; of "hundreds of demonstrators" the demonstrators. */
function findThrough(sentence: ParsedSentence, head: number, findEntity: EntityFinder): readonly Entity[] {
  const name = sentence.tokens[head]!.upos === 'NOUN' ? findSelfName(sentence, head) : undefined;
  const called = name === undefined ? undefined : findEntity(sentence, name.last);
  if (called !== undefined && called.length > 0) return called;
  const word = sentence.tokens[head]!.lemma.toLowerCase();
  // "the militant group al-Example", "the Example movement": the name says more than the noun.
  const body = BODY.has(word) ? findNamedBody(sentence, head, findEntity) : [];
  if (body.length > 0) return body;
  const content = contentOf(sentence, head);
  const measured = content === head ? [] : findEntity(sentence, content);
  const found = measured.length > 0 ? measured : findEntity(sentence, head);
  // "the nuclear scientist Ali Hassan": the name behind the word for what he is.
  const last = endOfNounRun(sentence, head + 1);
  const isNamed = sentence.tokens[head + 1]?.upos === 'PROPN' && last > head;
  if (found.length > 0) return found;
  const named = isNamed ? findEntity(sentence, last) : [];
  if (named.length > 0) return named;
  if (!HELD.has(word)) return [];
  // "five sites of the militia", "Iran’s positions": whose they are.
  const holder = [
    ...findChildren(sentence, head, 'nmod').filter((i) =>
      markersOf(sentence, i).some((marker) => marker === 'of' || marker === 'for'),
    ),
    ...findChildren(sentence, head, 'nmod:poss', 'compound', 'amod'),
  ];
  return holder.map((i) => findEntity(sentence, i)).find(isNoWeapon) ?? [];
}

const isNoWeapon = (found: readonly Entity[]) => found.length > 0 && found[0]!.type !== 'weapon';

/** Words behind the name of a body that add nothing to it: "the Example movement", "the Example military wing". */
const BODY = new Set(
  'movement wing group party faction network organisation organization regime forum alliance coalition bloc side council leadership command administration militia army guerrilla cartel gang union'.split(
    ' ',
  ),
);

/** The body that a name right behind such a word, or right before it, names. */
function findNamedBody(sentence: ParsedSentence, head: number, findEntity: EntityFinder): readonly Entity[] {
  const { tokens } = sentence;
  if (tokens[head]!.upos !== 'NOUN') return [];
  const behind = tokens[head + 1]?.upos === 'PROPN' ? [endOfNounRun(sentence, head + 1)] : [];
  const before = findChildren(sentence, head, 'compound', 'amod', 'flat').filter(
    (i) => i < head && /^\p{Lu}/u.test(tokens[i]!.text),
  );
  return (
    [...behind, ...before]
      .map((i) => findEntity(sentence, i, head))
      .find((found) => found[0]?.type === 'organization' || found[0]?.type === 'group') ?? []
  );
}

/** Things that are hit in place of whoever holds them. */
const HELD = new Set(
  'member element station site position base target camp compound headquarters facility convoy vehicle depot post stronghold fighter force unit building office house home village town city ship vessel tanker aircraft plane airliner helicopter outpost interest property territory border airport installation mosque school hospital market checkpoint bunker tunnel truck'.split(
    ' ',
  ),
);

const isEventWord = (sentence: ParsedSentence, i: number, lexicon: EventLexicon) => {
  const token = sentence.tokens[i]!;
  return token.upos === 'NOUN' && lexicon.senses.has(`${token.lemma.toLowerCase()}/noun`);
};

/** "condemned Iran's attack": who is condemned is who did it. */
const blamed = (sentence: ParsedSentence, noun: number): readonly number[] => [
  ...findChildren(sentence, noun, 'nmod:poss', 'compound', 'amod'),
  ...findChildren(sentence, noun, 'nmod').filter((i) =>
    markersOf(sentence, i).some((word) => word === 'by' || word === 'from'),
  ),
];
