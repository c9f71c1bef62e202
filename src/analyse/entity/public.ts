import type { Entity } from '../../model/entity.ts';
import { foldName, splitName } from '../origin/names.ts';
import { getActorWords } from './words.ts';

/** Sectors whose leaders and officers act in public. */
const PUBLIC = new Set(['GOV', 'MIL', 'SPY', 'LEG', 'JUD', 'PTY', 'OPP', 'REB', 'IGO', 'ELI']);
/** Words of a description that are read. */
const MOST_WORDS = 30;

/**
 * Whether a text names a person as the holder of a public office. Only such persons, and those of the register, are followed across
 * documents: whoever is merely struck, asked or related is nobody to be kept track of.
 *
 * @example
 * isOfficeHolder({ role: 'Interior Minister', sector: 'GOV' }); // true
 * isOfficeHolder({ role: "the minister's driver", sector: 'GOV' }); // false
 */
export function isOfficeHolder({ role, sector }: Pick<Entity, 'role' | 'sector'>): boolean {
  const told = splitRole(role);
  // "The minister's driver", "brother of the president": the office is somebody else's.
  if (told.some((word) => getActorWords('attached').has(word))) return false;
  if (told.some((word) => getActorWords('office').has(word))) return true;
  return sector !== undefined && PUBLIC.has(sector) && told.some((word) => getActorWords('rank').has(word));
}

/**
 * Whether words that a person of the desk gives name a public office or role, whatever it is held in.
 *
 * @example
 * tellsOffice('head of the harbour union'); // true
 * tellsOffice('brother of the minister'); // false
 */
export function tellsOffice(role: string): boolean {
  const told = splitRole(role);
  const isTold = (kind: 'attached' | 'office' | 'rank') => told.some((word) => getActorWords(kind).has(word));
  return !isTold('attached') && (isTold('office') || isTold('rank'));
}

function splitRole(role: string | undefined): readonly string[] {
  return splitName(foldName(role ?? '')).slice(0, MOST_WORDS);
}
