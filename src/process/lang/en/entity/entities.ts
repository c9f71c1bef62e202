import type { Entity } from '../../../../model/entity.ts';
import type { PlaceMention } from '../../../../model/place.ts';
import { makeTextSpan } from '../../../../model/span.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectMentions } from './collect.ts';
import { TAKING_UP } from './collect-things.ts';
import { attachReferences } from './coreference.ts';
import type { Mention } from './mentions.ts';
import { groupBodies } from './organizations.ts';
import { groupPeople } from './people.ts';

/** Stage and version written on every entity. */
export const ENTITY_STAGE = 'entity@2';

export interface EntityInput {
  readonly text: string;
  readonly sentences: readonly ParsedSentence[];
  /** Places of the same text: countries become states, listed sites facilities. */
  readonly places?: readonly PlaceMention[];
}

/**
 * Every person, body, state, group, facility and weapon of the text with its mentions, in the order of the first, and
 * with the pronouns and nominals that stand for it.
 *
 * @example
 * findEntities({ text, sentences, places })[0];
 * // { id: 'e1', type: 'person', name: 'Kenneth McKenzie', role: 'the commander of …', mentions: […], … }
 */
export function findEntities({ text, sentences, places = [] }: EntityInput): readonly Entity[] {
  const all = collectMentions(text, sentences, places);
  const mentions = all.filter(({ key }) => !key.startsWith(TAKING_UP));
  const people = mentions.filter(({ type }) => type === 'person');
  const bodies = mentions.filter(({ type, key }) => key.startsWith('body:') && type !== 'person');
  const others = mentions.filter(({ type, key }) => type !== 'person' && !key.startsWith('body:'));
  const groups = [...groupPeople(people), ...groupBodies(text, bodies), ...groupByKey(others)];
  const entities = groups
    .filter((group) => group.length > 0)
    .sort((a, b) => a[0]!.start - b[0]!.start || b[0]!.end - a[0]!.end)
    .map((group, i) => makeEntity(text, group, `e${i + 1}`))
    .map((entity) => settleAtHome(entity, { sentences, places }));
  const attached = attachReferences({ text, sentences, entities: settleOfficers(entities) });
  return [...attached, ...makeLeftOver(text, all, attached)];
}

/** Nouns for those who hold power, keep order or fight in a country, and have to belong to one. */
const AT_HOME =
  /^(?:the )?(?:(?:interim|military|transitional|caretaker|riot|local|national|security|rebel|armed|opposition) )*(?:government|president|prime minister|parliament|cabinet|army|military|police|authorities|rebels|insurgents|militants|guerrillas|opposition|security forces|soldiers)$/i;

/**
 * A bare "police", "the army" or "rebels", and a president or minister of whom the text gives no country, where all of
 * the text speaks of one country only and speaks of it as a state or people, not as a place someone went to.
 */
function settleAtHome(
  entity: Entity,
  { sentences, places }: Required<Pick<EntityInput, 'sentences' | 'places'>>,
): Entity {
  if (entity.country !== undefined || entity.sector === undefined || places.length === 0) return entity;
  const isOffice = entity.type === 'person' && OFFICE.test(entity.role ?? '');
  if (!isOffice && !(entity.type !== 'person' && AT_HOME.test(entity.name))) return entity;
  const country = places[0]!.country;
  if (country === undefined || places.some((place) => place.country !== country)) return entity;
  const isTold =
    sentences.length > 3 || places.some(({ use, precision }) => use === 'demonym' || precision === 'city');
  return isTold ? { ...entity, country } : entity;
}

/** "The company", "the agency", where the text names none that it stands for: those told by one word are one. */
function makeLeftOver(
  text: string,
  mentions: readonly Mention[],
  entities: readonly Entity[],
): readonly Entity[] {
  const left = mentions.filter(({ key }) => key.startsWith(TAKING_UP));
  if (left.length === 0) return [];
  const taken = new Set(entities.flatMap(({ references = [] }) => references.map(({ end }) => end)));
  return groupByKey(left.filter(({ end }) => !taken.has(end)))
    .filter((group) => group.length > 0)
    .map((group, i) => makeEntity(text, group, `e${entities.length + i + 1}`));
}

/** Words that a police force and an army share, or a police force and a parliament, alone or before a name. */
const SHARED =
  /(?:^|\s)(?:officers?|off\.|sgt\.?|sergeants?|capt\.?|captains?|lt\.?|lieutenants?|maj\.?|commanders?|deput(?:y|ies))(?:\s|$)/i;
const ARMED = /\b(?:army|military|navy|naval|marine|air force|air|soldier|troop)s?\b/i;
const LEGISLATING = /\b(?:parliament|assembly|congress|prime|speaker|minister)\b/i;

/** "Officers", "Sgt. Ann Example", "deputies": the police’s, where the text tells of police and of no army or parliament. */
function settleOfficers(entities: readonly Entity[]): readonly Entity[] {
  const isShared = ({ name, role, type, wikidata }: Entity) =>
    (type === 'group' || type === 'person') &&
    wikidata === undefined &&
    SHARED.test(type === 'group' ? name : (role ?? ''));
  const has = (sector: Entity['sector']) =>
    entities.some((entity) => entity.sector === sector && entity.type !== 'person' && !isShared(entity));
  if (!has('COP')) return entities;
  const isOf = { MIL: has('MIL'), LEG: has('LEG') };
  return entities.map((entity) => {
    const { sector, name, role = '' } = entity;
    if ((sector !== 'MIL' && sector !== 'LEG') || isOf[sector] || !isShared(entity)) return entity;
    const isTold = (sector === 'MIL' ? ARMED : LEGISLATING).test(`${name} ${role}`);
    return isTold ? entity : { ...entity, sector: 'COP' };
  });
}

const OFFICE = /\b(?:president|prime minister|minister|premier|chancellor)\b/i;

/** "Militants in Mali" and "militants" are the same people, unless the text tells of "militants in Niger" too. */
function homesOf(mentions: readonly Mention[]): ReadonlyMap<string, ReadonlySet<string>> {
  const homes = new Map<string, Set<string>>();
  for (const { key } of mentions) {
    const cut = key.indexOf('@');
    if (cut < 0) continue;
    const base = key.slice(0, cut);
    const known = homes.get(base);
    if (known === undefined) homes.set(base, new Set([key]));
    else known.add(key);
  }
  return homes;
}

function groupByKey(mentions: readonly Mention[]): readonly (readonly Mention[])[] {
  const groups = new Map<string, Mention[]>();
  const homes = homesOf(mentions);
  for (const mention of mentions) {
    const base = mention.key.split('@', 1)[0]!;
    const key = homes.get(base)?.size === 1 ? base : mention.key;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mention]);
    else group.push(mention);
  }
  return [...groups.values()];
}

function makeEntity(text: string, mentions: readonly Mention[], id: string): Entity {
  const known = mentions.find((mention) => mention.actor !== undefined)?.actor;
  const first = <K extends 'country' | 'sector' | 'role' | 'name' | 'wikidata'>(
    key: K,
  ): Mention[K] | undefined => mentions.find((mention) => mention[key] !== undefined)?.[key];
  const country = known?.country ?? first('country');
  const sector = outOfOffice(mentions) ?? known?.sector ?? first('sector');
  const role = first('role');
  const wikidata = known?.wikidata ?? first('wikidata');
  return {
    kind: 'entity',
    id,
    type: known?.type ?? mentions[0]!.type,
    name: nameFor(mentions, known?.name ?? first('name')),
    ...(wikidata === undefined ? {} : { wikidata }),
    ...(country === undefined ? {} : { country }),
    ...(sector === undefined ? {} : { sector }),
    ...(role === undefined ? {} : { role }),
    mentions: mentions.map(({ start, end }) => makeTextSpan(text, start, end)),
    by: ENTITY_STAGE,
  };
}

/**
 * Of a listed person whom the text calls a candidate, and never by an office, a party’s: what somebody held once, or
 * came to hold, says nothing of what he is here.
 */
function outOfOffice(mentions: readonly Mention[]): 'PTY' | undefined {
  if (mentions[0]!.type !== 'person' || !mentions.some(({ actor }) => actor !== undefined)) return undefined;
  let isCandidate = false;
  for (const { role } of mentions) {
    if (role === undefined) continue;
    if (RUNNING.test(role)) isCandidate = true;
    else if (HOLDING.test(role) && !/^former\b/i.test(role)) return undefined;
  }
  return isCandidate ? 'PTY' : undefined;
}

const RUNNING = /\b(?:candidate|nominee|front-?runner|hopeful|contender|challenger)$/i;
const HOLDING =
  /\b(?:president|vice|minister|senator|sen|rep|representative|gov|governor|mayor|secretary|chancellor|leader|speaker|king|queen|congress(?:man|woman)|lawmaker)\b/i;

/** The register's usual name; of others the fullest in the text, without an article. */
function nameFor(mentions: readonly Mention[], usual: string | undefined): string {
  if (usual !== undefined) return usual;
  const fullest = mentions.reduce((best, next) => (next.text.length > best.text.length ? next : best));
  return fullest.text.replace(/^the /i, '').replace(/\s+/g, ' ');
}
