import { ENTITY_TYPES, SECTORS } from '../../model/entity.ts';
import { listCountries } from '../problems/vocabulary.ts';

/** Columns of a register, in the order in which they are written; the first two are needed. */
export const COLUMNS = ['name', 'type', 'country', 'sector', 'wikidata', 'aliases'] as const;
export type Column = (typeof COLUMNS)[number];

/** What can have a record: weapons and states have theirs from the program. */
export const ACTOR_TYPES = ENTITY_TYPES.filter((type) => type !== 'weapon' && type !== 'state');
/** Characters of a name. */
export const LONGEST_NAME = 120;
/** Aliases of one actor. */
export const MOST_ALIASES = 60;

/** What no name may hold: control characters, line breaks, signs that turn the direction of writing or that nobody sees. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/;

/** What a spreadsheet would work out when the file is opened in one. */
const FORMULA = /^=|^[-+@].*[(|!]/;

/** What is wrong with a name, completing "…"; undefined where nothing is. */
export function findNameFault(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > LONGEST_NAME) return `is longer than ${LONGEST_NAME} characters`;
  if (UNSEEN.test(name)) return 'holds a control character or one that nobody sees';
  if (!/\p{L}/u.test(name)) return 'holds no letter';
  if (FORMULA.test(name)) return 'is a formula to a spreadsheet';
  return name.includes(';') ? 'holds ";", which divides aliases' : undefined;
}

/** What is wrong with a cell that is no name, completing "…"; undefined where nothing is. */
export function findCellFault(column: Column, value: string): string | undefined {
  switch (column) {
    case 'type':
      return ACTOR_TYPES.some((type) => type === value)
        ? undefined
        : `does not fit; it must be one of ${ACTOR_TYPES.join(', ')}`;
    case 'country':
      return listCountries().has(value)
        ? undefined
        : 'does not fit; it must be a country code of two capitals, ISO 3166-1 (IQ)';
    case 'sector':
      return SECTORS.some((sector) => sector === value)
        ? undefined
        : `does not fit; it must be one of ${SECTORS.join(', ')}`;
    case 'wikidata':
      return /^Q[1-9]\d{0,11}$/.test(value) ? undefined : 'does not fit; it must be an id of Wikidata (Q796)';
    default:
      return undefined;
  }
}
