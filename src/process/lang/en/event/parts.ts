import type { Entity } from '../../../../model/entity.ts';
import type { Span } from '../../../../model/span.ts';
import type { IncidentPart } from '../../../../model/told-incident.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, hasRelation, markersOf } from '../../../sentence/phrase.ts';
import type { EventLexicon } from './lexicon.ts';
import { contentOf } from './measure.ts';
import type { EntityFinder } from './participants.ts';
import type { RoleHeads } from './roles.ts';
import type { Trigger } from './trigger.ts';

/** Words of one sentence that put somebody or something into a part of an incident. */
export interface PartMention extends Span {
  readonly part: IncidentPart;
  readonly entity?: string;
}

interface Told {
  readonly sentence: ParsedSentence;
  readonly trigger: Trigger;
  readonly roles: RoleHeads;
  readonly outcomes: readonly RoleHeads[];
}

/** Who and what stands in the parts of an act of force, by the heads of its roles. */
export function findParts(told: Told, lexicon: EventLexicon, findEntity: EntityFinder): PartMention[] {
  const { sentence, trigger, roles, outcomes } = told;
  const all = [roles, ...outcomes];
  const look = (head: number): readonly Looked[] => {
    const index = contentOf(sentence, head);
    const found = findEntity(sentence, index, trigger.index);
    return found.length === 0
      ? [{ sentence, index, entity: undefined }]
      : found.map((entity) => ({ sentence, index, entity }));
  };
  const listed = (heads: readonly number[]) =>
    [...new Set(heads)].filter((head) => head !== trigger.index).flatMap(look);
  const doers = roles.actors.length > 0 ? roles.actors : roles.carrying;
  return [
    ...listed(doers).flatMap((looked) => asDoer(looked, findEntity)),
    ...listed(all.flatMap(({ recipients }) => recipients)).flatMap((looked) => asHit(looked, lexicon)),
    ...listed([...all.flatMap(({ instruments }) => instruments), ...doers])
      .filter(({ entity }) => entity?.type === 'weapon')
      .map((looked) => mention(looked, 'weapons')),
  ];
}

interface Looked {
  readonly sentence: ParsedSentence;
  readonly index: number;
  readonly entity: Entity | undefined;
}

/** Whoever acts: people, or a body; of "guerrillas of the Front" both. */
function asDoer(looked: Looked, findEntity: EntityFinder): PartMention[] {
  const { sentence, index, entity } = looked;
  if (entity?.type === 'weapon' || entity?.type === 'facility') return [];
  if (entity === undefined && !MEMBERS.has(sentence.tokens[index]!.lemma)) return [];
  if (entity !== undefined && !isPeople(looked)) return [mention(looked, 'organizations')];
  const bodies = [
    ...findChildren(sentence, index, 'compound', 'amod', 'nmod:poss'),
    ...findChildren(sentence, index, 'nmod').filter((i) => markersOf(sentence, i).includes('of')),
  ].map((child): Looked => ({ sentence, index: child, entity: findEntity(sentence, child, index)[0] }));
  const named = bodies.filter(
    (body) => body.entity !== undefined && body.entity.id !== entity?.id && isBody(body),
  );
  if (entity === undefined && named.length === 0) return [];
  return [mention(looked, 'persons'), ...named.map((body) => mention(body, 'organizations'))];
}

/** Words for those of whom only the body behind them tells who they are: "members of the Front". */
const MEMBERS = new Set(['member', 'element', 'squad', 'column', 'unit', 'cell', 'commando', 'supporter']);

const isPeople = ({ sentence, index, entity }: Looked) =>
  entity?.type === 'person' || (entity?.type === 'group' && sentence.tokens[index]!.upos !== 'PROPN');

const isBody = (looked: Looked) =>
  looked.entity?.type === 'organization' || (looked.entity?.type === 'group' && !isPeople(looked));

/** Whoever or whatever was hit. A thing counts by the lists of targets: "the hope was destroyed" hits nothing. */
function asHit(looked: Looked, lexicon: EventLexicon): PartMention[] {
  const { sentence, index, entity } = looked;
  if (entity?.type === 'weapon') return [];
  if (entity !== undefined) return [mention(looked, isPeople(looked) ? 'victims' : 'targets')];
  const token = sentence.tokens[index]!;
  const word = token.lemma.toLowerCase();
  const isThing = token.upos === 'NOUN' && lexicon.targets.some(({ words }) => words.has(word));
  return isThing && !lexicon.senses.has(`${word}/noun`) ? [mention(looked, 'targets')] : [];
}

/** The words in place; a pronoun or a nominal gives way to the name that it stands for. */
function mention({ sentence, index, entity }: Looked, part: IncidentPart): PartMention {
  const token = sentence.tokens[index]!;
  if (entity === undefined) return { part, ...phraseOf(sentence, index) };
  const isThere = (span: Span) => span.start <= token.start && span.end >= token.end;
  const { start, end } = entity.mentions.find(isThere) ?? entity.mentions[0]!;
  return { part, entity: entity.id, start, end };
}

/** A noun with what stands before it and describes it, without article and number: "parked military truck". */
function phraseOf(sentence: ParsedSentence, index: number): Span {
  let first = index;
  for (let i = index - 1; i >= 0; i--) {
    const token = sentence.tokens[i]!;
    const isJoined = token.head >= 0 && token.head <= index && hasRelation(token, BEFORE);
    const isInside = token.xpos === 'POS' || token.text === '-';
    if (!isJoined && !isInside) break;
    if (isJoined) first = i;
  }
  return { start: sentence.tokens[first]!.start, end: sentence.tokens[index]!.end };
}

const BEFORE = ['compound', 'amod', 'flat', 'nmod:poss'];
