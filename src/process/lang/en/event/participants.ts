import type { Entity } from '../../../../model/entity.ts';
import type { Span } from '../../../../model/span.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { collectSubtree, findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { findSelfName } from '../../../sentence/selfname.ts';
import type { EventLexicon } from './lexicon.ts';
import { contentOf, endOfNounRun } from './measure.ts';
import type { RoleHeads } from './roles.ts';
import type { Trigger } from './trigger.ts';

/** Finds the entity of a phrase; a mention that reaches over the word at `beyond` is misread and left alone. */
export type EntityFinder = (sentence: ParsedSentence, head: number, beyond?: number) => Entity | undefined;

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
        !(verb !== undefined && mention.start <= verb.start && mention.end >= verb.end),
    );
    const covering = inside.filter(({ mention }) => mention.start <= token.start && mention.end >= token.end);
    return (longest(covering) ?? longest(inside.filter(({ mention }) => mention.end >= token.start)))?.entity;
  };
}

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
  const known = new Map<number, Entity | undefined>();
  const find = (i: number) => {
    if (!known.has(i))
      known.set(
        i,
        findThrough(sentence, i, (where, head) => findEntity(where, head, trigger.index)),
      );
    return known.get(i);
  };
  const isForce = trigger.sense.type === 'ASSAULT';
  const resolve = (heads: readonly number[], isActor: boolean) =>
    heads
      .filter((i) => i !== trigger.index)
      .flatMap((i) =>
        isEventWord(sentence, i, lexicon) ? (isForce || isActor ? [] : blamed(sentence, i)) : [i],
      )
      .flatMap((i) => find(i) ?? []);
  const isParty = (entity: Entity) => entity.type !== 'weapon';
  const canAct = (entity: Entity) => isParty(entity) && entity.type !== 'facility';
  // "U.S. aircraft struck": arms act for whoever’s they are.
  const armed = roles.actors.filter((i) => isArms(sentence, i, find(i))).flatMap((i) => blamed(sentence, i));
  const named = idsOf(resolve([...roles.actors, ...armed], true).filter(canAct));
  const actors = named.length > 0 ? named : idsOf(resolve(roles.carrying, true).filter(canAct));
  const heads = [...roles.recipients, ...outcomes.flatMap((outcome) => outcome.recipients)];
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
function findThrough(sentence: ParsedSentence, head: number, findEntity: EntityFinder): Entity | undefined {
  const name = sentence.tokens[head]!.upos === 'NOUN' ? findSelfName(sentence, head) : undefined;
  const called = name === undefined ? undefined : findEntity(sentence, name.last);
  if (called !== undefined) return called;
  const content = contentOf(sentence, head);
  const found = (content === head ? undefined : findEntity(sentence, content)) ?? findEntity(sentence, head);
  // "the nuclear scientist Ali Hassan": the name behind the word for what he is.
  const last = endOfNounRun(sentence, head + 1);
  const isNamed = sentence.tokens[head + 1]?.upos === 'PROPN' && last > head;
  const named = found === undefined && isNamed ? findEntity(sentence, last) : undefined;
  if (named !== undefined) return named;
  if (found !== undefined || !HELD.has(sentence.tokens[head]!.lemma.toLowerCase())) return found;
  // "five sites of the militia", "Iran’s positions": whose they are.
  const holder = [
    ...findChildren(sentence, head, 'nmod').filter((i) => markersOf(sentence, i).includes('of')),
    ...findChildren(sentence, head, 'nmod:poss', 'compound', 'amod'),
  ];
  return holder
    .map((i) => findEntity(sentence, i))
    .find((entity) => entity !== undefined && entity.type !== 'weapon');
}

/** Things that are hit in place of whoever holds them. */
const HELD = new Set(
  'site position base target camp compound headquarters facility convoy vehicle depot post stronghold fighter force unit'.split(
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

/** Words that name only ground; what stands on it decides. */
const GROUND = new Set(['compound', 'zone', 'complex', 'area', 'district']);

/** What kind of target the words of the recipients, or of the place, name: "diplomatic mission". */
export function findTargetKind(
  sentence: ParsedSentence,
  heads: readonly number[],
  lexicon: EventLexicon,
): string | undefined {
  const wordOf = (i: number) => sentence.tokens[i]!.lemma.toLowerCase();
  const own = heads.map(wordOf);
  const near = heads.flatMap((i) => [
    ...findChildren(sentence, i, 'compound', 'amod').map(wordOf),
    ...findChildren(sentence, contentOf(sentence, i), 'nmod')
      .filter((k) => markersOf(sentence, k).includes('of'))
      .map(wordOf),
    wordOf(contentOf(sentence, i)),
  ]);
  const around = own.some((word) => GROUND.has(word)) ? sentence.tokens.map((_, i) => wordOf(i)) : [];
  const kindOf = (words: readonly string[]) =>
    lexicon.targets.find((row) => words.some((word) => row.words.has(word)))?.kind;
  const kind = kindOf(own.filter((word) => !GROUND.has(word))) ?? kindOf(near);
  return (
    kind ??
    (around.some((word) => word === 'embassy' || word === 'consulate') ? kindOf(['embassy']) : undefined)
  );
}
