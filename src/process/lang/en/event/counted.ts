import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { lemmaAt, wordAt } from '../../../sentence/view.ts';

/** Words after or under which what they act on is counted as killed, injured and so on. */
export const OUTCOMES: ReadonlyMap<string, string> = tableOf({
  kill: 'killed', killing: 'killed', die: 'killed', death: 'killed', dead: 'killed', slay: 'killed', murder: 'killed', fatality: 'killed', massacre: 'killed', assassinate: 'killed', execute: 'killed', life: 'killed', body: 'killed', martyr: 'killed',
  injure: 'injured', injured: 'injured', injury: 'injured', wound: 'injured', wounded: 'injured', wounding: 'injured', hurt: 'injured', hospitalize: 'injured', hospitalise: 'injured', maim: 'injured',
  capture: 'captured', abduct: 'captured', kidnap: 'captured', hostage: 'captured', arrest: 'arrested', detain: 'arrested', arrests: 'arrested', detainee: 'arrested',
  displace: 'displaced', evacuate: 'evacuated', miss: 'missing', missing: 'missing', casualty: 'casualties', release: 'released', free: 'released', destroy: 'destroyed', damage: 'damaged',
}); // biome-ignore format: a table

/** Things that are counted as they stand: "three rockets". */
export const COUNTED: ReadonlyMap<string, string> = tableOf({
  rocket: 'rockets', missile: 'missiles', mortar: 'mortars', shell: 'shells', drone: 'drones', bomb: 'bombs', airstrike: 'strikes', strike: 'strikes', projectile: 'projectiles', katyusha: 'rockets',
  troop: 'troops', troops: 'troops', staffer: 'personnel', soldier: 'troops', bomber: 'aircraft', aircraft: 'aircraft', jet: 'aircraft', warplane: 'aircraft', ship: 'ships', warship: 'ships', vessel: 'ships', tank: 'tanks',
  demonstrator: 'demonstrators', protester: 'demonstrators', attack: 'attacks', explosion: 'explosions', site: 'sites', target: 'targets', diplomat: 'personnel', staff: 'personnel', personnel: 'personnel', employee: 'personnel',
  house: 'buildings', building: 'buildings', home: 'buildings', vehicle: 'vehicles',
}); // biome-ignore format: a table

/** Kinds of figures that a happening has, whoever counts: its arms and its harm. */
export const ARMS: ReadonlySet<string> = new Set(
  'rockets missiles mortars shells drones bombs projectiles strikes explosions attacks'.split(' '),
);
export const HARM: ReadonlySet<string> = new Set(
  'killed injured casualties missing destroyed damaged'.split(' '),
);

/** Outcomes that end a counted phrase whatever the tagger took them for: "one child killed". */
export const STATE_WORDS = new Set([
  'killed',
  'wounded',
  'injured',
  'hurt',
  'dead',
  'missing',
  'arrested',
  'detained',
  'captured',
]);

/** Outcome words that count nobody as nouns: "said in a release". */
export const NO_PEOPLE = new Set(['body', 'release']);

export const outcomeOf = (sentence: ParsedSentence, i: number): string | undefined =>
  OUTCOMES.get(lemmaAt(sentence, i)) ?? OUTCOMES.get(wordAt(sentence, i));

function tableOf(rows: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(rows));
}
