import type { PlaceMention } from '../../../../model/place.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findCountryBody, findSector } from './bodies.ts';
import {
  addCollectives,
  addFacilities,
  addPeoples,
  addSelfNamed,
  addStates,
  addWeapons,
  countryNamedIn,
} from './collect-things.ts';
import { findCountryIn, settleCountry } from './countries-in.ts';
import { add, type Desk, FREE, isFree, NAMED, type Range, ROLE } from './desk.ts';
import { isSiteName } from './facilities.ts';
import { type Mention, spanText } from './mentions.ts';
import { findNames, type Name } from './names.ts';
import { bodyKey } from './organizations.ts';
import type { Alias } from './register.ts';
import { findRole, type Role } from './roles.ts';
import { hasContext } from './weak.ts';

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
    addPeople(desk, names);
    addBodies(desk, names);
    addSelfNamed(desk);
    mission = addFacilities(desk, mission);
    addCollectives(desk);
    addPeoples(desk);
    addWeapons(desk);
    addStates(desk);
    all.push(...desk.found);
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

function addPeople(desk: Desk, allNames: readonly Name[]): void {
  let after = -1;
  for (const name of desk.names) {
    if (name.type !== 'person') continue;
    const role = findRole(desk.text, desk.sentence, { ...name, after });
    after = name.last;
    // "King Hassan of Morocco": the tagger takes the country for part of the name.
    const named = / of /.test(name.text) ? findCountryIn(desk.sentence, desk.pieces, name) : undefined;
    // "Georgia businessman": what the places of the text were found to be goes before what a word may mean.
    const country = named ?? (role && settleCountry(desk, role, findCountryOf(desk, role)));
    const actor = name.alias && isMeant(name.alias, role, allNames) ? name.alias.actor : undefined;
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

/** A name that many bear is the listed person's only where the text gives an office, or names him more firmly. */
function isMeant({ isWeak, actor }: Alias, role: Role | undefined, allNames: readonly Name[]): boolean {
  if (!isWeak) return true;
  if (role?.sector !== undefined && (role.sector === actor.sector || role.sector === 'GOV')) return true;
  return allNames.some(({ alias }) => alias?.actor === actor && !alias.isWeak);
}

/** Country of the role's words, or of a body named in it. */
function findCountryOf(desk: Desk, role: Range): string | undefined {
  const named = findCountryIn(desk.sentence, desk.pieces, role);
  if (named !== undefined) return named;
  return countryNamedIn(desk, role);
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
    const country = settleCountry(desk, described, findCountryIn(desk.sentence, desk.pieces, described));
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
