import { parseDay } from './days.ts';
import type { MentionGroup } from './groups.ts';
import { type KnownIncident, packIncident, unpackIncident } from './packed.ts';
import { isLocal } from './places.ts';
import { Profile } from './profile.ts';
import type { Traits } from './traits.ts';

/** Days without a mention after which an incident is found by its exact day only. */
const IDLE = 400;
/** Begins the keys of days. */
const DAY = 'day ';
/** Days that a mention's range is looked up by; a longer one names no day. */
const LONGEST_RANGE = 31;
/** Incidents under one key that are compared; the one told of longest ago leaves for a new one. */
const MOST_CANDIDATES = 120;
/** Incidents that stand ready, those told of or unpacked last. */
export const MOST_READY = 10_000;
/** Stories of an incident, and outlets, that are remembered. */
const MOST_STORIES = 200;
const MOST_OUTLETS = 50;
/** Reports between two sweeps of what is idle. */
const SWEEP = 2000;

/** Incidents known so far, found by story, by day and country, by victim and by place. */
export class IncidentIndex {
  /** In order of when they were told of or unpacked last. */
  readonly #ready = new Map<string, KnownIncident>();
  readonly #packed = new Map<string, { readonly last: number; readonly text: string }>();
  /** Ids by key, those of days for good; what was told of last comes last. */
  readonly #keys = new Map<string, string[]>();
  readonly #days = new Map<string, string[]>();
  readonly #mostReady: number;
  #reports = 0;

  constructor(mostReady: number) {
    this.#mostReady = mostReady;
  }

  get size(): number {
    return this.#ready.size + this.#packed.size;
  }

  /** Incidents that a group of mentions may be of; each once. */
  find(group: MentionGroup, story: string, published: number): readonly KnownIncident[] {
    const { profile } = group;
    const found = new Map<string, KnownIncident>();
    for (const key of makeKeys(profile, [story], false)) {
      const isDay = key.startsWith(DAY);
      for (const id of this.#choose(key).get(key) ?? []) {
        if (found.has(id)) continue;
        const incident = this.#get(id);
        if (incident !== undefined && (isDay || published - incident.last <= IDLE)) found.set(id, incident);
      }
    }
    this.#pack();
    return [...found.values()];
  }

  /** Takes over a mention with its incident, whether it was assigned here or in an earlier run. */
  add(id: string, traits: Traits): void {
    const { report } = traits;
    const published = parseDay(report.published ?? report.seen) ?? 0;
    const known = this.#get(id) ?? {
      id,
      profile: new Profile(traits),
      stories: new Set(),
      outlets: new Set(),
      mentions: 0,
      last: published,
    };
    known.profile.add(traits);
    keepLatest(known.stories, report.story);
    if (known.outlets.size < MOST_OUTLETS) known.outlets.add(report.outlet ?? '');
    known.mentions += 1;
    known.last = Math.max(known.last, published);
    this.#ready.delete(id);
    this.#ready.set(id, known);
    this.#enter(known);
    this.#pack();
  }

  #get(id: string): KnownIncident | undefined {
    const packed = this.#packed.get(id);
    const incident = packed === undefined ? this.#ready.get(id) : unpackIncident(packed.text);
    if (incident === undefined) return undefined;
    if (packed !== undefined) {
      this.#packed.delete(id);
      this.#ready.set(id, incident);
    }
    return incident;
  }

  #pack(): void {
    for (const [id, incident] of this.#ready) {
      if (this.#ready.size <= this.#mostReady) return;
      this.#packed.set(id, { last: incident.last, text: packIncident(incident) });
      this.#ready.delete(id);
    }
  }

  #enter({ id, profile, stories }: KnownIncident): void {
    for (const key of makeKeys(profile, stories, true)) {
      const entries = this.#choose(key);
      const under = entries.get(key);
      if (under === undefined) {
        entries.set(key, [id]);
        continue;
      }
      const at = under.lastIndexOf(id);
      if (at !== -1) under.splice(at, 1);
      under.push(id);
      if (under.length > MOST_CANDIDATES) under.shift();
    }
  }

  #choose(key: string): Map<string, string[]> {
    return key.startsWith(DAY) ? this.#days : this.#keys;
  }

  #isIdle(id: string, today: number): boolean {
    const incident = this.#packed.get(id) ?? this.#ready.get(id);
    return incident === undefined || today - incident.last > IDLE;
  }

  /** Counts a report, and now and then drops what has been idle too long to be found but by its day. */
  sweep(today: number): void {
    this.#reports += 1;
    if (this.#reports % SWEEP !== 0) return;
    for (const [key, under] of this.#keys) {
      const left = under.filter((id) => !this.#isIdle(id, today));
      if (left.length === 0) this.#keys.delete(key);
      else if (left.length < under.length) this.#keys.set(key, left);
    }
  }
}

function keepLatest(words: Set<string>, word: string): void {
  words.add(word);
  for (const oldest of words) {
    if (words.size <= MOST_STORIES) return;
    words.delete(oldest);
  }
}

/** What an incident is entered under or a group is looked up by; looked up a day wider, since one outlet may have it so. */
function makeKeys(profile: Profile, stories: Iterable<string>, isEntry: boolean): readonly string[] {
  const { family } = profile;
  const keys = [...stories].slice(-KEPT_STORIES).map((story) => `story ${family} ${story}`);
  for (const victim of profile.victims) keys.push(`victim ${family} ${victim}`);
  for (const place of profile.places.values()) {
    if (isLocal(place)) keys.push(`place ${family} ${place.name}`);
  }
  for (const facility of profile.facilities) keys.push(`place ${family} ${facility}`);
  const range = profile.range ?? profile.fresh;
  if (range === undefined || range.to - range.from >= LONGEST_RANGE) return keys;
  const named = [...profile.places.values()].flatMap(({ country }) => country ?? []);
  // What names no country may be anywhere.
  const countries = new Set(
    isEntry ? [...(named.length === 0 ? [''] : named), '*'] : named.length === 0 ? ['*'] : [...named, ''],
  );
  const wider = isEntry ? 0 : 1;
  for (let day = range.from - wider; day <= range.to + wider; day += 1) {
    for (const country of countries) keys.push(`${DAY}${family} ${day} ${country}`);
  }
  return keys;
}

/** Stories of an incident that it is found by. */
const KEPT_STORIES = 6;
