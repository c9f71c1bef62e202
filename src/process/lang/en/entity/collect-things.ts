import type { Sector } from '../../../../model/entity.ts';
import type { PlaceMention } from '../../../../model/place.ts';
import { findCountry } from '../../../place/countries.ts';
import { findSelfName } from '../../../sentence/selfname.ts';
import { findCollective, isToldByModifier, sectorOfNoun } from './collectives.ts';
import { isRelated, settleCountry } from './countries-in.ts';
import { add, type Desk, FREE, isFree, NAMED, type Range, ROLE } from './desk.ts';
import { findFacility } from './facilities.ts';
import { type Mention, spanText } from './mentions.ts';
import { findHome, findOtherNations } from './nationality.ts';
import { bodyKey } from './organizations.ts';
import { findShip } from './ships.ts';
import { findWeapon } from './weapons.ts';

/** Named sites and diplomatic missions; returns the last mission named in full, which "the embassy" then means. */
export function addFacilities(desk: Desk, mission: Mention | undefined): Mention | undefined {
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
    if (facility === undefined || desk.taken[i] === NAMED || isCampaign(desk, facility)) continue;
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
    const country = facility.country ?? countryOfPlaceIn(desk, facility);
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

/** "The Example camp": those who are for a person, and no site. */
function isCampaign(desk: Desk, { first, last }: Range): boolean {
  if (!/^camps?$/.test(desk.sentence.tokens[last]!.text)) return false;
  return desk.names.some((name) => name.type === 'person' && name.first <= first && name.last === last - 1);
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

function countryOfPlaceIn({ sentence, places }: Desk, { first, last }: Range): string | undefined {
  const { start } = sentence.tokens[first]!;
  const { end } = sentence.tokens[last]!;
  return places.find((place) => place.start < end && place.end > start)?.country;
}

/** "A group that calls itself Sons of the River": a name that no list and no tagger knows is one all the same. */
export function addSelfNamed(desk: Desk): void {
  const { tokens } = desk.sentence;
  for (let i = 0; i < tokens.length; i++) {
    const { lemma, upos } = tokens[i]!;
    if (upos !== 'NOUN') continue;
    const noun = lemma.toLowerCase();
    const sector = sectorOfNoun(noun);
    if (sector !== 'REB' && !SELF_NAMING.has(noun)) continue;
    const name = findSelfName(desk.sentence, i);
    if (name === undefined || !isOpen(desk, name)) continue;
    const text = spanText(desk.text, desk.sentence, name.first, name.last);
    add(desk, name, {
      type: 'group',
      key: `body:${bodyKey(text)}`,
      name: text,
      ...(sector === undefined ? {} : { sector }),
    });
    desk.taken.fill(NAMED!, name.first, name.last + 1);
  }
}

/** Whether no known actor is named there; what was taken for names of parts ("River" of "Sons of the River") gives way. */
function isOpen(desk: Desk, name: Range): boolean {
  const inside = desk.found.filter(({ first, last }) => first <= name.last && last >= name.first);
  if (
    inside.some(({ actor, first, last }) => actor !== undefined || (first <= name.first && last >= name.last))
  )
    return false;
  for (const mention of inside) desk.found.splice(desk.found.indexOf(mention), 1);
  return true;
}

const SELF_NAMING = new Set([
  'group',
  'movement',
  'organization',
  'organisation',
  'cell',
  'outfit',
  'network',
  'alliance',
]);

/** Begins the keys of what may take up something named before: "the company". */
export const TAKING_UP = 'again:';

export function addCollectives(desk: Desk): void {
  const { tokens } = desk.sentence;
  for (let i = 0; i < tokens.length; i++) {
    if (desk.taken[i] !== FREE) continue;
    const collective = findCollective(desk.sentence, desk.pieces, i);
    if (collective === undefined) continue;
    const { head, sector: told, country } = collective;
    const from = settleCountry(desk, collective, country) ?? countryNamedIn(desk, collective);
    const home = from ?? findHome(desk, collective);
    if (collective.needsCountry && home === undefined) continue;
    const sector = (isToldByModifier(head) ? sectorNamedIn(desk, collective) : undefined) ?? told;
    const sectors =
      sector === undefined ? {} : { sector: sectorOfNoun(head) === 'CVL' ? ('CVL' as const) : sector };
    const others = from === undefined ? [] : findOtherNations(desk, collective, from);
    const kind = desk.sentence.tokens[i]!.text;
    for (const { first, country: nation, word } of others) {
      add(
        desk,
        { first, last: i },
        {
          type: 'group',
          key: `group:${word.toLowerCase()} ${head}`,
          name: `${word} ${kind}`,
          country: nation,
          ...sectors,
        },
      );
      desk.taken.fill(ROLE!, first, collective.first);
    }
    add(desk, collective, {
      type: 'group',
      key: `${collective.isTakingUp === true ? TAKING_UP : ''}group:${collective.key}${from === undefined && home !== undefined ? `@${home}` : ''}`,
      ...sectors,
      ...(home === undefined ? {} : { country: home }),
    });
    for (let k = collective.first; k <= i; k++) if (desk.taken[k] === FREE) desk.taken[k] = ROLE!;
  }
}

/** Sector of a listed actor that is named among the words: "Hamas officials", "U.N. staff". */
function sectorNamedIn({ names }: Desk, { first, last }: Range): Sector | undefined {
  return names.find((name) => name.first >= first && name.last < last && name.alias?.isWeak === false)?.alias
    ?.actor.sector;
}

/** Country of a listed actor that is named among the words. */
export function countryNamedIn({ names }: Desk, { first, last }: Range): string | undefined {
  return names.find(
    (name) => name.first >= first && name.last <= last && name.alias?.actor.country !== undefined,
  )?.alias?.actor.country;
}

/** Peoples without a state of their name, as they are written. */
const STATELESS: ReadonlySet<string> = new Set(
  `Kurds Tamils Chechens Uyghurs Uighurs Basques Catalans Tutsis Hutus Rohingya Rohingyas Tatars Pashtuns Hazaras Baloch Baluchis
  Shiites Shias Sunnis Yazidis Alawites Copts Maronites Muslims Moslems Christians Jews Hindus Sikhs Buddhists Catholics Protestants
  Arabs Berbers Tuaregs Ossetians Abkhazians Tibetans Roma Gypsies Zulus Xhosas Igbos Hausas Yorubas Fulani Oromos Amharas Tigrayans
  Karens Kachins Bedouins`.split(/\s+/),
);

/** "The Israelis", "Bosnian Serbs", "Iraqi Kurds": a people that acts is a group, though no named one. */
export function addPeoples(desk: Desk): void {
  for (const [at, place] of desk.places.entries()) {
    if (place.use !== 'demonym') continue;
    const range = rangeFor(desk, place);
    if (range === undefined || !isFree(desk, range) || desk.taken[range.last] !== FREE) continue;
    const { xpos } = desk.sentence.tokens[range.last]!;
    if (/^NNP?S$/.test(xpos)) addPeople(desk, at, range);
    const behind = { first: range.last + 1, last: range.last + 1 };
    if (STATELESS.has(desk.sentence.tokens[behind.last]?.text ?? '') && isFree(desk, behind))
      addPeople(desk, at + 1, behind);
  }
}

/** `at`: position among the places, of which the one before may tell where the people live. */
function addPeople(desk: Desk, at: number, range: Range): void {
  const { tokens } = desk.sentence;
  const place = desk.places[at];
  const own = place !== undefined && rangeFor(desk, place)?.first === range.first ? place : undefined;
  // "Bosnian Serbs" live in Bosnia: the first of two tells where.
  const before = desk.places[at - 1];
  const whose = before === undefined ? undefined : rangeFor(desk, before);
  const isJoint = whose !== undefined && whose.last === range.first - 1 && desk.taken[whose.first] === FREE;
  const first = isJoint ? whose.first : range.first;
  // "Ethnic Albanians in Serbia" are no Albanian party: only where they live tells.
  const isEthnic = tokens[range.first - 1]?.text.toLowerCase() === 'ethnic';
  const home = isEthnic
    ? findHome(desk, { first, last: range.last, head: 'people' })
    : ((isJoint ? before?.country : undefined) ?? own?.country);
  const text = tokens[range.last]!.text.toLowerCase();
  add(
    desk,
    { first, last: range.last },
    {
      type: 'group',
      key: `people:${isJoint ? `${before!.text} ` : isEthnic ? 'ethnic ' : ''}${text}`.toLowerCase(),
      sector: 'CVL',
      ...(home === undefined ? {} : { country: home }),
    },
  );
  desk.taken.fill(ROLE!, first, range.last + 1);
}

export function addWeapons(desk: Desk): void {
  for (let i = 0; i < desk.sentence.tokens.length; i++) {
    if (desk.taken[i] === NAMED) continue;
    const ship = findShip(desk.sentence, i);
    if (ship !== undefined) {
      const name = spanText(desk.text, desk.sentence, ship.first, ship.last);
      if (ship.isNaval) add(desk, ship, { type: 'weapon', key: `weapon:${bodyKey(name)}`, name });
      i = ship.last;
      continue;
    }
    const weapon = findWeapon(desk.sentence, desk.pieces, i);
    if (weapon === undefined) continue;
    if (isFree(desk, weapon))
      add(desk, weapon, { type: 'weapon', key: `weapon:${weapon.kind}`, name: weapon.kind });
    i = weapon.last;
  }
}

/** Countries by name, by a capital that acts for them, and by an adjective before what a state does or owns. */
export function addStates(desk: Desk): void {
  for (const place of desk.places) {
    const range = rangeFor(desk, place);
    if (range === undefined || place.country === undefined) continue;
    const country = findCountry(place.country);
    if (country === undefined) continue;
    const isCapital =
      place.use === 'metonym' && country.capital !== undefined && isNameOf(place.name, country.capital);
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
      ...(country.wikidata === undefined ? {} : { wikidata: country.wikidata }),
    });
  }
}

/** "Washington, D.C." is Washington. */
const isNameOf = (name: string, capital: string): boolean =>
  name === capital || name.startsWith(`${capital},`);

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
