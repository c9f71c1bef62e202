import type { Location, Party } from '../../model/report.ts';
import { foldName } from '../origin/names.ts';
import { chooseRange, countDays, type DayRange, measureGap } from './days.ts';
import { compareAll, type PartyRelation } from './parties.ts';
import { comparePlaces, isLocal, makePlaceKey, type PlaceRelation } from './places.ts';
import type { Phase, Traits } from './traits.ts';
import { isLasting, isNearWeapon, isViolent } from './words.ts';

/** Parties, places and words that a profile keeps: enough to compare by, however often it is told. */
const KEPT = 8;

/** What is known of one happening, from one mention or from many. */
export class Profile {
  readonly family: string;
  readonly phase: Phase;
  isConditional = true;
  readonly days = new Map<string, { readonly range: DayRange; count: number }>();
  fresh: DayRange | undefined;
  readonly places = new Map<string, Location>();
  readonly facilities = new Set<string>();
  readonly victims = new Set<string>();
  readonly weapons = new Set<string>();
  readonly actors = new Map<string, Party>();
  readonly recipients = new Map<string, Party>();
  readonly stems = new Set<string>();
  /** What is counted, with the count: `rockets 21`. */
  readonly counts = new Set<string>();
  /** Words of a statement that tells it, folded, to find names of places in; a space before and behind. */
  text = '';
  #range: DayRange | undefined;
  #localNames: readonly string[] = [];
  #counted = 0;

  constructor({ family, phase }: Pick<Traits, 'family' | 'phase'>) {
    this.family = family;
    this.phase = phase;
  }

  /** What one mention tells. */
  static of(traits: Traits): Profile {
    const profile = new Profile(traits);
    profile.add(traits);
    return profile;
  }

  /** The days on which it happened, by most mentions. */
  get range(): DayRange | undefined {
    return this.#range;
  }

  add(traits: Traits): void {
    const { day, fresh, place } = traits;
    if (!traits.isConditional) this.isConditional = false;
    if (day !== undefined && (this.days.size < 4 * KEPT || this.days.has(`${day.from} ${day.to}`))) {
      const key = `${day.from} ${day.to}`;
      const known = this.days.get(key);
      if (known === undefined) this.days.set(key, { range: day, count: 1 });
      else known.count += 1;
      this.#range = chooseRange(this.days);
    }
    this.fresh ??= fresh;
    if (place !== undefined) keep(this.places, `${place.name} ${place.country ?? ''}`, place);
    // What came of an act often names those it befell where the doers stand.
    if (traits.casualty === undefined) {
      for (const party of traits.actors) keep(this.actors, party.record ?? party.name, party);
    }
    for (const party of traits.recipients) keep(this.recipients, party.record ?? party.name, party);
    for (const key of traits.facilities) keepWord(this.facilities, key);
    for (const key of traits.victims) keepWord(this.victims, key);
    if (traits.weapon !== undefined) keepWord(this.weapons, traits.weapon);
    keepWord(this.stems, traits.stem);
    for (const { of, value } of traits.mention.figures) keepWord(this.counts, `${of} ${value}`);
    if (this.text === '') this.text = pad(foldName(traits.statement.words.slice(0, 200)));
  }

  /** Folded names of the places that are finer than a region, a space before and behind; of a single letter none. */
  get localNames(): readonly string[] {
    // Places are added and never taken out.
    if (this.#counted === this.places.size) return this.#localNames;
    this.#counted = this.places.size;
    this.#localNames = listLocalNames(this, foldName);
    return this.#localNames;
  }

  /** Takes over days with how often each was said. */
  setDays(days: Iterable<readonly [string, { readonly range: DayRange; count: number }]>): void {
    for (const [key, said] of days) this.days.set(key, said);
    this.#range = chooseRange(this.days);
  }

  /** Adds all that another profile knows. */
  merge(other: Profile): void {
    if (!other.isConditional) this.isConditional = false;
    for (const [key, { range, count }] of other.days) {
      const known = this.days.get(key);
      if (known !== undefined) known.count += count;
      else if (this.days.size < 4 * KEPT) this.days.set(key, { range, count });
    }
    this.#range = chooseRange(this.days);
    this.fresh ??= other.fresh;
    for (const [key, place] of other.places) keep(this.places, key, place);
    for (const [key, party] of other.actors) keep(this.actors, key, party);
    for (const [key, party] of other.recipients) keep(this.recipients, key, party);
    for (const name of ['facilities', 'victims', 'weapons', 'stems', 'counts'] as const) {
      for (const key of other[name]) keepWord(this[name], key);
    }
    if (this.text === '') this.text = other.text;
  }
}

const pad = (text: string): string => (text === '' ? '' : ` ${text} `);

function listLocalNames({ places }: Profile, makeKey: (name: string) => string): readonly string[] {
  const names = [...places.values()].filter(isLocal).map(({ name }) => makeKey(name));
  return names.filter((name) => name.length > 1).map(pad);
}

function keep<Value>(values: Map<string, Value>, key: string, value: Value): void {
  if (values.size < KEPT || values.has(key)) values.set(key, value);
}

function keepWord(words: Set<string>, word: string): void {
  if (words.size < KEPT) words.add(word);
}

export type DayRelation = 'same' | 'within' | 'near' | 'fresh' | 'apart' | 'unknown';

/** How two profiles stand to each other. */
export interface Comparison {
  /** False where something tells that they are two. */
  readonly isPossible: boolean;
  readonly day: DayRelation;
  readonly place: PlaceRelation;
  readonly isLocal: boolean;
  readonly actors: PartyRelation;
  readonly isSameVictim: boolean;
  readonly isSameWeapon: boolean;
  readonly isSameFacility: boolean;
  /** How much tells for one; nothing known is 0. */
  readonly score: number;
}

const IMPOSSIBLE: Comparison = {
  isPossible: false,
  day: 'apart',
  place: 'unknown',
  isLocal: false,
  actors: 'unknown',
  isSameVictim: false,
  isSameWeapon: false,
  isSameFacility: false,
  score: -10,
};

function compareDays(a: Profile, b: Profile, isOneReport: boolean): DayRelation {
  const [these, those] = [a.range, b.range];
  // Within a report nothing is fresh of itself: the day may stand further down.
  if (isOneReport && (these === undefined || those === undefined)) return 'unknown';
  const isDated = these !== undefined && those !== undefined;
  const first = these ?? a.fresh;
  const second = those ?? b.fresh;
  if (first === undefined || second === undefined) return 'unknown';
  const gap = measureGap(first, second);
  if (!isDated) {
    if (gap === 0) return 'fresh';
    return gap <= 5 || isLasting(a.family) || share(a.victims, b.victims) ? 'unknown' : 'apart';
  }
  if (gap === 0) return countDays(first) <= 2 && countDays(second) <= 2 ? 'same' : 'within';
  if (gap === 1) return 'near';
  return isLasting(a.family) && gap <= 7 ? 'near' : 'apart';
}

const RANK = { same: 3, within: 2, apart: 1, unknown: 0 } as const;

function comparePlacesOf(
  a: Profile,
  b: Profile,
  isSameDay: boolean,
): { readonly relation: PlaceRelation; readonly isLocal: boolean } {
  let best: PlaceRelation = 'unknown';
  let local = false;
  for (const these of a.places.values()) {
    for (const those of b.places.values()) {
      const relation = comparePlaces(these, those);
      if (RANK[relation] > RANK[best]) best = relation;
      if (relation !== 'apart' && relation !== 'unknown' && isLocal(these) && isLocal(those)) local = true;
    }
  }
  // An attack on two towns: each account may place it in another of them, and names both.
  if (best === 'apart' && (isNamedIn(b.text, a.localNames) || isNamedIn(a.text, b.localNames)))
    return { relation: 'within', isLocal: false };
  // What the reader gave no place may name it: "that of the contractor at K-1".
  const isNamed = (one: Profile, other: Profile) => isNamedIn(other.text, listLocalNames(one, makePlaceKey));
  if (best === 'unknown' && isSameDay && (isNamed(a, b) || isNamed(b, a)))
    return { relation: 'within', isLocal: true };
  return { relation: best, isLocal: local };
}

const isNamedIn = (text: string, names: readonly string[]): boolean =>
  names.some((name) => text.includes(name));

/** A site, or somebody, that one account has hit and the other names. */
const isTargetNamedIn = ({ facilities, recipients }: Profile, text: string): boolean => {
  const persons = [...recipients.values()].filter(
    ({ type, name }) => type === 'person' && /^\p{Lu}/u.test(name),
  );
  const names = [...facilities, ...persons.map(({ name }) => foldName(name))];
  return names.some((name) => name !== '' && text.includes(pad(name)));
};

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const key of a) if (b.has(key)) return true;
  return false;
}

/** Whether done and feared may be one: an announced withdrawal becomes one, a feared attack never. */
function isPhasePossible(a: Profile, b: Profile): boolean {
  if (a.phase === b.phase) return true;
  if (a.phase === 'exercise' || b.phase === 'exercise' || isViolent(a.family)) return false;
  return !(a.phase === 'open' ? a : b).isConditional;
}

function compareWeapons(a: Profile, b: Profile): 'same' | 'near' | 'differ' | 'unknown' {
  if (a.weapons.size === 0 || b.weapons.size === 0) return 'unknown';
  if (share(a.weapons, b.weapons)) return 'same';
  const isNear = [...a.weapons].some((one) => [...b.weapons].some((other) => isNearWeapon(one, other)));
  return isNear ? 'near' : 'differ';
}

/** Weighs what tells for and against two profiles being of one happening. */
export function compareProfiles(
  a: Profile,
  b: Profile,
  { isOneReport = false }: { readonly isOneReport?: boolean } = {},
): Comparison {
  if (a.family !== b.family || !isPhasePossible(a, b)) return IMPOSSIBLE;
  const day = compareDays(a, b, isOneReport);
  const isSameVictim = share(a.victims, b.victims);
  // A day that an account has wrong does not make a second death.
  if (day === 'apart' && !isSameVictim) return IMPOSSIBLE;
  const weapons = compareWeapons(a, b);
  if (weapons === 'differ') return IMPOSSIBLE;
  const { relation: place, isLocal: local } = comparePlacesOf(a, b, day === 'same');
  // "Fired at the base on 8 January" and "the attack on the base": the one has hit what the other only names.
  const isTargetNamed = isOneReport && (isTargetNamedIn(a, b.text) || isTargetNamedIn(b, a.text));
  const isSameFacility = share(a.facilities, b.facilities) || isTargetNamed;
  if (place === 'apart' && !isSameVictim) return IMPOSSIBLE;
  const actors = compareAll(a.actors.values(), b.actors.values());
  const isReversed =
    compareAll(a.actors.values(), b.recipients.values()) === 'agree' &&
    compareAll(a.recipients.values(), b.actors.values()) === 'agree';
  if (isReversed && actors !== 'agree') return IMPOSSIBLE;
  const recipients = compareAll(a.recipients.values(), b.recipients.values());
  const score =
    { same: 3, within: 1.5, near: 0.5, fresh: 1.5, apart: -3, unknown: 0 }[day] +
    (place === 'same' ? (local ? 2.5 : 1) : place === 'within' ? (local ? 2 : 0.75) : 0) +
    (isSameFacility ? 1.5 : 0) +
    (isSameVictim ? 5 : 0) +
    { same: 1, near: 0, unknown: 0 }[weapons] +
    { agree: 1.5, differ: -1.5, unknown: 0 }[actors] +
    (recipients === 'agree' ? 0.75 : 0) +
    (share(a.stems, b.stems) ? 0.5 : 0) +
    (share(a.counts, b.counts) ? 0.5 : 0) -
    (a.phase === b.phase ? 0 : 1);
  return {
    isPossible: true,
    day,
    place,
    isLocal: local,
    actors,
    isSameVictim,
    isSameWeapon: weapons === 'same',
    isSameFacility,
    score,
  };
}
