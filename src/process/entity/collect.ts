import type { PlaceMention } from '../../model/place.ts';
import { findCountry } from '../place/countries.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import { findCountryBody, findSector } from './bodies.ts';
import { findCollective, sectorOfNoun } from './collectives.ts';
import { findCountryIn, isRelated } from './countries-in.ts';
import { findFacility, isSiteName } from './facilities.ts';
import { type Mention, spanText } from './mentions.ts';
import { findNames, type Name } from './names.ts';
import { bodyKey } from './organizations.ts';
import type { Pieces } from './phrases.ts';
import { findRole } from './roles.ts';
import { hasContext } from './weak.ts';
import { findWeapon } from './weapons.ts';

interface Range {
  readonly first: number;
  readonly last: number;
}

/** One sentence in hand while its mentions are collected. */
interface Desk {
  readonly text: string;
  readonly index: number;
  readonly sentence: ParsedSentence;
  readonly pieces: Pieces;
  readonly names: readonly Name[];
  readonly places: readonly PlaceMention[];
  /** Tokens that a mention or a role covers already. */
  readonly taken: Uint8Array;
  readonly found: Mention[];
}

const [FREE, ROLE, NAMED] = [0, 1, 2];

/**
 * The mentions of every sentence in order. Names go first, since a role, a facility and a collective are read around
 * them; what describes a named person ("the commander of …") is that person's role and no mention of its own.
 */
export function collectMentions(
  text: string,
  sentences: readonly ParsedSentence[],
  places: readonly PlaceMention[],
): readonly Mention[] {
  const { names, pieces } = findNames(text, sentences);
  const all: Mention[] = [];
  let nextName = 0;
  let nextPlace = 0;
  let mission: Mention | undefined;
  for (const [index, sentence] of sentences.entries()) {
    const ownNames: Name[] = [];
    while (nextName < names.length && names[nextName]!.sentence === index) ownNames.push(names[nextName++]!);
    const ownPlaces: PlaceMention[] = [];
    while (nextPlace < places.length && places[nextPlace]!.start < sentence.end)
      ownPlaces.push(places[nextPlace++]!);
    const desk: Desk = {
      text,
      index,
      sentence,
      pieces: pieces[index]!,
      names: ownNames,
      places: ownPlaces,
      taken: new Uint8Array(sentence.tokens.length),
      found: [],
    };
    addPeople(desk);
    addBodies(desk, names);
    mission = addFacilities(desk, mission);
    addCollectives(desk);
    addWeapons(desk);
    addStates(desk);
    all.push(...desk.found);
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

function add(
  desk: Desk,
  { first, last }: Range,
  facts: Omit<Mention, 'sentence' | 'first' | 'last' | 'start' | 'end' | 'text'>,
): Mention {
  const { tokens } = desk.sentence;
  const mention: Mention = {
    sentence: desk.index,
    first,
    last,
    start: tokens[first]!.start,
    end: tokens[last]!.end,
    text: spanText(desk.text, desk.sentence, first, last),
    ...facts,
  };
  desk.found.push(mention);
  return mention;
}

const isFree = ({ taken }: Desk, { first, last }: Range): boolean =>
  taken.subarray(first, last + 1).every((mark) => mark !== NAMED);

function addPeople(desk: Desk): void {
  for (const name of desk.names) {
    if (name.type !== 'person') continue;
    const role = findRole(desk.text, desk.sentence, name);
    const country = role && findCountryOf(desk, role);
    const actor = name.alias?.actor;
    add(desk, name, {
      type: 'person',
      key: 'person',
      ...(actor === undefined ? {} : { actor }),
      ...(role === undefined ? {} : { role: role.text }),
      ...(role?.sector === undefined ? {} : { sector: role.sector }),
      ...(country === undefined ? {} : { country }),
    });
    desk.taken.fill(NAMED!, name.first, name.last + 1);
    if (role !== undefined) {
      for (let i = role.first; i <= role.last; i++) if (desk.taken[i] === FREE) desk.taken[i] = ROLE!;
    }
  }
}

/** Country of the role's words, or of a body named in it. */
function findCountryOf(desk: Desk, role: Range): string | undefined {
  const named = findCountryIn(desk.sentence, desk.pieces, role);
  if (named !== undefined) return named;
  return desk.names.find(
    (name) => name.first >= role.first && name.last <= role.last && name.alias?.actor.country !== undefined,
  )?.alias?.actor.country;
}

function addBodies(desk: Desk, allNames: readonly Name[]): void {
  const { tokens } = desk.sentence;
  for (const name of desk.names) {
    if (name.type !== 'organization') continue;
    const actor = name.alias?.actor;
    const counts =
      name.alias === undefined || !name.alias.isWeak || hasContext(desk.sentence, name, allNames);
    if (isSiteName(tokens[name.last]!.text) && actor === undefined) continue;
    const described = withAdjective(desk, name);
    const country = findCountryIn(desk.sentence, desk.pieces, described);
    const sector = findSector(name.text);
    add(desk, name, {
      type: (counts && actor?.type) || 'organization',
      key: `body:${counts && actor !== undefined ? bodyKey(actor.name) : keyOfBody(name.text, country)}`,
      ...(actor === undefined && described.first < name.first
        ? { name: spanText(desk.text, desk.sentence, described.first, name.last) }
        : {}),
      ...(counts && actor !== undefined ? { actor } : {}),
      ...(country === undefined ? {} : { country }),
      ...(sector === undefined ? {} : { sector }),
    });
    desk.taken.fill(NAMED!, name.first, name.last + 1);
  }
  for (let i = 0; i < tokens.length; i++) {
    if (desk.taken[i] === NAMED) continue;
    const body = findCountryBody(desk.sentence, desk.pieces, i);
    if (body === undefined || !isFree(desk, body)) continue;
    add(desk, body, {
      type: 'organization',
      key: `body:${body.key}`,
      sector: body.sector,
      ...(body.country === undefined ? {} : { country: body.country }),
    });
    desk.taken.fill(NAMED!, body.first, body.last + 1);
    i = body.last;
  }
}

/** Many countries have a Foreign Ministry: which one is part of the key. */
function keyOfBody(name: string, country: string | undefined): string {
  const key = bodyKey(name);
  const isCommon =
    /^(?:[a-z]+ )?(?:ministry|army|navy|air force|police|parliament|senate|supreme court|government|military|central bank)$/.test(
      key,
    );
  return isCommon && country !== undefined ? `${country} ${key}` : key;
}

/** A country's name right before belongs to the body: "Iraqi" + "Interior Ministry". */
function withAdjective({ sentence, pieces, taken }: Desk, name: Name): Range {
  const before = name.first - 1;
  if (before < 0 || taken[before] === NAMED || name.alias !== undefined) return name;
  const { text, xpos } = sentence.tokens[before]!;
  const isAdjective = /^(?:JJ|NNP)$/.test(xpos) && /^\p{Lu}/u.test(text);
  return isAdjective && findCountryIn(sentence, pieces, { first: before, last: before }) !== undefined
    ? { first: before, last: name.last }
    : name;
}

/** Named sites and diplomatic missions; returns the last mission named in full, which "the embassy" then means. */
function addFacilities(desk: Desk, mission: Mention | undefined): Mention | undefined {
  let last = mission;
  for (const place of desk.places) {
    if (place.precision !== 'site' || place.use === 'demonym') continue;
    const range = rangeOf(desk, place);
    if (range === undefined) continue;
    add(desk, range, {
      type: 'facility',
      key: `site:${bodyKey(place.name)}`,
      name: place.name,
      ...(place.country === undefined ? {} : { country: place.country }),
    });
    desk.taken.fill(NAMED!, range.first, range.last + 1);
  }
  for (let i = 0; i < desk.sentence.tokens.length; i++) {
    const facility = findFacility(desk.sentence, desk.pieces, i);
    if (facility === undefined || desk.taken[i] === NAMED) continue;
    if (facility.isBare) {
      if (last !== undefined) {
        add(desk, facility, {
          type: 'facility',
          key: last.key,
          ...(last.country ? { country: last.country } : {}),
        });
        desk.taken.fill(NAMED!, facility.first, facility.last + 1);
      }
      continue;
    }
    const key = matchMission(facility.key, last);
    const country = facility.country ?? desk.places.find((p) => overlapsRange(desk, p, facility))?.country;
    const mention = add(desk, facility, {
      type: 'facility',
      key,
      ...(country === undefined ? {} : { country }),
    });
    if (facility.key.startsWith('mission:')) last = mention;
    desk.taken.fill(NAMED!, facility.first, facility.last + 1);
  }
  return last;
}

/** "The U.S. Embassy" after "the U.S. Embassy in Baghdad" is the same one. */
function matchMission(key: string, last: Mention | undefined): string {
  return last?.key.startsWith(`${key}:`) ? last.key : key;
}

function rangeOf({ sentence, taken }: Desk, place: PlaceMention): Range | undefined {
  const first = sentence.tokens.findIndex((token) => token.start >= place.start);
  if (first < 0) return undefined;
  let last = first;
  while (last + 1 < sentence.tokens.length && sentence.tokens[last + 1]!.end <= place.end) last++;
  return taken[first] === NAMED ? undefined : { first, last };
}

function overlapsRange({ sentence }: Desk, place: PlaceMention, { first, last }: Range): boolean {
  return place.start < sentence.tokens[last]!.end && place.end > sentence.tokens[first]!.start;
}

function addCollectives(desk: Desk): void {
  const { tokens } = desk.sentence;
  for (let i = 0; i < tokens.length; i++) {
    if (desk.taken[i] !== FREE) continue;
    const collective = findCollective(desk.sentence, desk.pieces, i);
    if (collective === undefined) continue;
    const { head, sector, country } = collective;
    const named = desk.names.find(
      (name) => name.first >= collective.first && name.last <= i && name.alias?.actor.country !== undefined,
    );
    const from = country ?? named?.alias?.actor.country;
    add(desk, collective, {
      type: 'group',
      key: `group:${collective.key}`,
      ...(sector === undefined ? {} : { sector: sectorOfNoun(head) === 'CVL' ? 'CVL' : sector }),
      ...(from === undefined ? {} : { country: from }),
    });
    for (let k = collective.first; k <= i; k++) if (desk.taken[k] === FREE) desk.taken[k] = ROLE!;
  }
}

function addWeapons(desk: Desk): void {
  for (let i = 0; i < desk.sentence.tokens.length; i++) {
    if (desk.taken[i] === NAMED) continue;
    const weapon = findWeapon(desk.sentence, desk.pieces, i);
    if (weapon === undefined) continue;
    if (isFree(desk, weapon))
      add(desk, weapon, { type: 'weapon', key: `weapon:${weapon.kind}`, name: weapon.kind });
    i = weapon.last;
  }
}

/** Countries by name, by a capital that acts for them, and by an adjective before what a state does or owns. */
function addStates(desk: Desk): void {
  for (const place of desk.places) {
    const range = rangeFor(desk, place);
    if (range === undefined || place.country === undefined) continue;
    const country = findCountry(place.country);
    if (country === undefined) continue;
    const isCapital =
      place.use === 'metonym' && country.capital !== undefined && place.name === country.capital;
    const isCountry = place.precision === 'country' && country.name === place.name;
    if (!isCapital && !(isCountry && (place.use !== 'demonym' || describesAct(desk, range)))) continue;
    // Inside a name the country is part of the name; inside a group or a facility it is a mention as well.
    const insideName = desk.names.some(
      (name) => name.type !== 'place' && name.first <= range.first && range.last <= name.last,
    );
    if (insideName) continue;
    add(desk, range, {
      type: 'state',
      key: `state:${country.code}`,
      name: country.name,
      country: country.code,
    });
  }
}

function rangeFor({ sentence }: Desk, place: PlaceMention): Range | undefined {
  const first = sentence.tokens.findIndex((token) => token.start >= place.start);
  if (first < 0) return undefined;
  let last = first;
  while (last + 1 < sentence.tokens.length && sentence.tokens[last + 1]!.end <= place.end) last++;
  return { first, last };
}

/** "Israeli air strikes", "Russian positions": an adjective before a noun that is no person and no group. */
function describesAct({ sentence, taken }: Desk, { last }: Range): boolean {
  const { tokens } = sentence;
  if (isRelated(sentence, last)) return true;
  for (let k = last + 1; k < tokens.length && k <= last + 4; k++) {
    const { xpos, lemma } = tokens[k]!;
    if (taken[k] === NAMED || taken[k] === ROLE) return false;
    if (/^NNS?$/.test(xpos)) {
      const next = tokens[k + 1];
      if (next !== undefined && /^NNS?$/.test(next.xpos)) continue;
      return sectorOfNoun(lemma.toLowerCase()) === undefined;
    }
    if (!/^(?:JJ|CC|HYPH|VBN|VBG|CD)$/.test(xpos)) return false;
  }
  return false;
}
