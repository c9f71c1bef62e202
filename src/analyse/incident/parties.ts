import type { Party } from '../../model/report.ts';
import { foldName } from '../origin/names.ts';

/** How those who act in two mentions stand to each other. */
export type PartyRelation = 'agree' | 'differ' | 'unknown';

/** Whether a party is only described: "militias", "an official". Names of groups begin their last word with a capital. */
function isDescribed(party: Party): boolean {
  if (party.wikidata !== undefined || party.type === 'state') return false;
  return /^\P{Lu}/u.test(party.name.split(' ').at(-1) ?? '');
}

const isState = ({ type, sector }: Party): boolean =>
  type === 'state' || sector === 'GOV' || sector === 'MIL';
const isCrowd = ({ sector }: Party): boolean => sector === 'OPP' || sector === 'CVL' || sector === 'CRM';

/** Words of a description that say what sort of people it is: last one, singular. */
const headOf = (party: Party): string => foldName(party.name).split(' ').at(-1)?.replace(/s$/, '') ?? '';

/** Compares two parties: a name with a description agrees where nothing tells against it. */
export function compareParties(a: Party, b: Party): PartyRelation {
  if (a.wikidata !== undefined && a.wikidata === b.wikidata) return 'agree';
  if (a.record !== undefined && a.record === b.record) return 'agree';
  if (foldName(a.name) === foldName(b.name)) return 'agree';
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return 'differ';
  const isSameCountry = a.country !== undefined && a.country === b.country;
  // A state acts through its offices and forces.
  if (isSameCountry && (a.type === 'state' || b.type === 'state')) {
    const other = a.type === 'state' ? b : a;
    return other.sector === 'REB' || other.sector === 'OPP' || other.sector === 'CVL' ? 'unknown' : 'agree';
  }
  // A crowd is no state, wherever it is from.
  if (isState(a) !== isState(b) && (isCrowd(a) || isCrowd(b))) return 'differ';
  const isSameSector = a.sector !== undefined && a.sector === b.sector;
  if (isDescribed(a) && isDescribed(b)) {
    if (headOf(a) === headOf(b)) return 'agree';
    return a.sector !== undefined && b.sector !== undefined && !isSameSector ? 'differ' : 'unknown';
  }
  if (isDescribed(a) || isDescribed(b)) {
    if (isSameSector) return isSameCountry ? 'agree' : 'unknown';
    return a.sector !== undefined && b.sector !== undefined ? 'differ' : 'unknown';
  }
  return a.type === b.type ? 'differ' : 'unknown';
}

/** Compares two lists: one that agrees is enough; they differ only where every pair does. */
export function compareAll(these: Iterable<Party>, those: Iterable<Party>): PartyRelation {
  let relation: PartyRelation | undefined;
  const others = [...those];
  for (const a of these) {
    for (const b of others) {
      const found = compareParties(a, b);
      if (found === 'agree') return 'agree';
      relation = relation === undefined || found === 'unknown' ? found : relation;
    }
  }
  return relation ?? 'unknown';
}
