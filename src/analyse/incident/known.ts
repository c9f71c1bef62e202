import { parseDay } from './days.ts';
import type { MentionGroup } from './groups.ts';
import { isLocal } from './places.ts';
import { Profile } from './profile.ts';
import type { Traits } from './traits.ts';

/** An incident as far as later mentions are compared with it. */
export interface KnownIncident {
  readonly id: string;
  readonly profile: Profile;
  readonly stories: Set<string>;
  readonly outlets: Set<string>;
  mentions: number;
  /** Day of publication of the last report that told of it. */
  last: number;
}

/** Days without a mention after which an incident is found by its exact day only. */
const IDLE = 400;
/** Days that a mention's range is looked up by; a longer one names no day. */
const LONGEST_RANGE = 31;
/** Incidents under one key that are compared; the one told of longest ago leaves for a new one. */
const MOST_CANDIDATES = 120;
/** Reports between two sweeps of what is idle. */
const SWEEP = 2000;

/** Incidents known so far, found by story, by day and country, by victim and by place. */
export class IncidentIndex {
  readonly #incidents = new Map<string, KnownIncident>();
  readonly #keys = new Map<string, Set<KnownIncident>>();
  #reports = 0;

  get size(): number {
    return this.#incidents.size;
  }

  /** Incidents that a group of mentions may be of; each once. */
  find(group: MentionGroup, story: string, published: number): readonly KnownIncident[] {
    const { profile } = group;
    const found = new Set<KnownIncident>();
    for (const key of makeKeys(profile, [story], false)) {
      const isDay = key.startsWith('day ');
      for (const incident of this.#keys.get(key) ?? []) {
        if (isDay || published - incident.last <= IDLE) found.add(incident);
      }
    }
    return [...found];
  }

  /** Takes over a mention with its incident, whether it was assigned here or in an earlier run. */
  add(id: string, traits: Traits): void {
    const { report } = traits;
    const published = parseDay(report.published ?? report.seen) ?? 0;
    const known = this.#incidents.get(id);
    if (known === undefined) {
      const made: KnownIncident = {
        id,
        profile: new Profile(traits),
        stories: new Set([report.story]),
        outlets: new Set([report.outlet ?? '']),
        mentions: 1,
        last: published,
      };
      this.#incidents.set(id, made);
      this.#enter(made);
      return;
    }
    known.profile.add(traits);
    known.stories.add(report.story);
    if (known.outlets.size < 50) known.outlets.add(report.outlet ?? '');
    known.mentions += 1;
    known.last = Math.max(known.last, published);
    this.#enter(known);
  }

  #enter(incident: KnownIncident): void {
    for (const key of makeKeys(incident.profile, incident.stories, true)) {
      const under = this.#keys.get(key) ?? new Set();
      // What was told last comes last.
      under.delete(incident);
      under.add(incident);
      if (under.size > MOST_CANDIDATES) {
        for (const oldest of under) {
          under.delete(oldest);
          break;
        }
      }
      this.#keys.set(key, under);
    }
  }

  /** Counts a report, and now and then drops what has been idle too long to be found but by its day. */
  sweep(today: number): void {
    this.#reports += 1;
    if (this.#reports % SWEEP !== 0) return;
    for (const [key, under] of this.#keys) {
      if (key.startsWith('day ')) continue;
      for (const incident of under) if (today - incident.last > IDLE) under.delete(incident);
      if (under.size === 0) this.#keys.delete(key);
    }
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
    for (const country of countries) keys.push(`day ${family} ${day} ${country}`);
  }
  return keys;
}

/** Stories of an incident that it is found by. */
const KEPT_STORIES = 6;
