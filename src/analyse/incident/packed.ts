import { Profile } from './profile.ts';

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

const SETS = ['facilities', 'victims', 'weapons', 'stems', 'counts'] as const;
const MAPS = ['places', 'actors', 'recipients'] as const;

/**
 * An incident as text, a tenth of the room: what few ask for is kept so. A text of its own also lets go of the document that its
 * names were cut from.
 *
 * @example
 * unpackIncident(packIncident(incident)); // the same again
 */
export function packIncident({ id, profile, stories, outlets, mentions, last }: KnownIncident): string {
  const { family, phase, isConditional, fresh, text, days } = profile;
  const sets = SETS.map((name) => [...profile[name]]);
  const maps = MAPS.map((name) => [...profile[name]]);
  const told = { family, phase, isConditional, fresh, text, days: [...days], sets, maps };
  return JSON.stringify({ id, told, stories: [...stories], outlets: [...outlets], mentions, last });
}

export function unpackIncident(packed: string): KnownIncident {
  const { told, stories, outlets, ...rest } = JSON.parse(packed);
  const profile = new Profile(told);
  profile.isConditional = told.isConditional;
  profile.fresh = told.fresh;
  profile.text = told.text;
  profile.setDays(told.days);
  SETS.forEach((name, at) => {
    for (const word of told.sets[at]) profile[name].add(word);
  });
  MAPS.forEach((name, at) => {
    for (const [key, value] of told.maps[at]) profile[name].set(key, value);
  });
  return { ...rest, profile, stories: new Set(stories), outlets: new Set(outlets) };
}
