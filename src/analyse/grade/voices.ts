import type { SourceKind } from '../../model/grade.ts';
import {
  findCountryWithin,
  findOutlet,
  foldName,
  makeOfficeKey,
  makeOutletKey,
  splitName,
} from '../origin/names.ts';
import { loadTable } from '../tables.ts';

/** Somebody whose record is kept: an outlet, or an office or group that speaks. */
export interface Voice {
  /** `harbour wire`, `office us centcom`. */
  readonly key: string;
  readonly name: string;
  readonly type: SourceKind;
  /** ISO 3166-1 alpha-2, of an office of a state. */
  readonly country?: string;
}

/** Whether two voices are one for the purpose of confirming: what one says is no independent word on what the other said. */
export type AreKin = (a: Voice, b: Voice) => boolean;

/**
 * Outlets are kin where they are one; offices where they are one or speak for one state.
 *
 * @example
 * areKin(makeOffice('Pentagon')!, makeOffice('State Department')!); // true: one government
 */
export const areKin: AreKin = (a, b) =>
  a.key === b.key ||
  (a.type === 'office' && b.type === 'office' && a.country !== undefined && a.country === b.country);

/** The register's bodies by their keys. */
const BODIES = new Map<
  string,
  { readonly name: string; readonly country: string; readonly sector: string }
>();
for (const { cells } of loadTable('register.tsv', ['name', 'type'])) {
  const { name = '', type, country = '', sector = '' } = cells;
  if (type !== 'person') BODIES.set(makeOfficeKey(name), { name, country, sector });
}

/** Sectors of those who speak for no state. */
const GROUPS: ReadonlySet<string> = new Set(['REB', 'UAF', 'OPP', 'PTY', 'CRM']);

export function makeOutlet(name: string): Voice {
  const known = outlets.get(name);
  if (known !== undefined) return known;
  const made: Voice = { key: makeOutletKey(name), name: findOutlet(name) ?? name, type: 'outlet' };
  // The same names come again and again; forgotten at once when there are too many, so that memory stays bounded.
  if (outlets.size >= MOST_OUTLETS) outlets.clear();
  outlets.set(name, made);
  return made;
}

const outlets = new Map<string, Voice>();
const MOST_OUTLETS = 20_000;

/**
 * An office or group that speaks, or undefined where its name only describes it: "the police" are others in every country.
 */
export function makeOffice(name: string): Voice | undefined {
  const known = makeOfficeKey(name);
  if (known === '') return undefined;
  const body = BODIES.get(known);
  const country = body?.country || findCountryOf(known, name);
  if (body === undefined && country === undefined && !isProper(name)) return undefined;
  const type = body !== undefined && GROUPS.has(body.sector) ? 'group' : 'office';
  return {
    key: `office ${known}`,
    name: body?.name ?? name,
    type,
    ...(country === undefined || country === '' || type === 'group' ? {} : { country }),
  };
}

function findCountryOf(key: string, name: string): string | undefined {
  const state = /^state ([a-z]{2})$/.exec(key)?.[1];
  return state?.toUpperCase() ?? findCountryWithin(foldName(name));
}

/** Whether a name has capitals beside the one that may only begin a sentence. */
function isProper(name: string): boolean {
  const words = splitName(name.slice(0, 200).replace(/^(?:an?|the)\s+/i, ''));
  return words.slice(1).some((word) => /^\p{Lu}/u.test(word)) || /\p{Lu}.*\p{Lu}/u.test(words[0] ?? '');
}

/** The voice that a key stands for, where nothing else is known of it. */
export function readVoice(key: string): Voice {
  const office = key.startsWith('office ') ? makeOffice(key.slice('office '.length)) : undefined;
  return { ...(office ?? makeOutlet(key)), key };
}
