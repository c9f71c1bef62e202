import { CERTAINTIES, type Claim, STANCES } from '../../../../model/claim.ts';
import { type Event, REALIS } from '../../../../model/event.ts';
import { type CorrectedField, NONE } from '../../../../model/field-correction.ts';
import type { Reading } from '../../../../model/reading.ts';
import { CORRECT } from '../../words/text/correct.ts';
import { CERTAINTY_WORDS, REALIS_WORDS, STANCE_WORDS } from '../../words/vocabulary.ts';
import type { IndexedReading } from '../indexed.ts';

/** The second key after `c`. */
export const FIELD_KEYS: Readonly<Record<string, CorrectedField>> = {
  s: 'stance',
  y: 'certainty',
  h: 'chain',
  r: 'realis',
  t: 'time',
  p: 'place',
  a: 'actor',
  w: 'recipient',
};

/** Something that can be chosen, by its value and its words. */
export interface Option {
  readonly value: string;
  readonly words: string;
}

const list = <Word extends string>(words: readonly Word[], names: Readonly<Record<Word, string>>): Option[] =>
  words.map((value) => ({ value, words: names[value] }));

const NOTHING: Option = { value: NONE, words: CORRECT.none };

/** Words of a field that has only so many; undefined for the others. */
export function listOptions(field: CorrectedField, reading: Reading): readonly Option[] | undefined {
  switch (field) {
    case 'stance':
      return [...list(STANCES, STANCE_WORDS), NOTHING];
    case 'certainty':
      return list(CERTAINTIES, CERTAINTY_WORDS);
    case 'realis':
      return list(REALIS, REALIS_WORDS);
    case 'place':
      return [...listPlaces(reading), NOTHING];
    default:
      return undefined;
  }
}

/** Each place once, by its first mention. */
function listPlaces({ places }: Reading): readonly Option[] {
  const seen = new Map<string, Option>();
  for (const { id, name, country, precision } of places) {
    const words = [name, country, precision].filter((part) => part !== undefined).join(', ');
    if (!seen.has(words)) seen.set(words, { value: id, words });
  }
  return [...seen.values()].sort((a, b) => a.words.localeCompare(b.words));
}

/** Those whom the page names: who can have said or done something. */
export function listEntities({ entities }: Reading): readonly Option[] {
  return entities
    .filter(({ type }) => type !== 'weapon' && type !== 'facility')
    .map(({ id, name, role }) => ({ value: id, words: role === undefined ? name : `${name}, ${role}` }))
    .sort((a, b) => a.words.localeCompare(b.words));
}

/** Days that the page tells, to choose from. */
export function listTimes({ times }: Reading): readonly Option[] {
  const seen = new Map<string, Option>();
  for (const { from, to, text } of times) {
    if (from === undefined) continue;
    const value = to === undefined || to === from ? from : `${from}/${to}`;
    if (!seen.has(value)) seen.set(value, { value, words: `${text}: ${value}` });
  }
  return [...seen.values()];
}

/** What a field reads now, as a correction would have it. */
export function findValue(
  field: CorrectedField,
  { claim, event }: Corrigible,
  index: IndexedReading,
): string {
  switch (field) {
    case 'stance':
      return claim.stance ?? NONE;
    case 'certainty':
      return claim.certainty;
    case 'chain':
      return claim.chain.map((_, at) => String(at)).join(',');
    case 'realis':
      return event?.realis ?? '';
    case 'time':
      return describeDays(event?.when);
    case 'place':
      return findPlaceValue(event?.where, index);
    case 'actor':
      return event?.actors.join(',') ?? '';
    case 'recipient':
      return event?.recipients.join(',') ?? '';
  }
}

function describeDays(when: Event['when']): string {
  if (when?.from === undefined) return NONE;
  return when.to === undefined || when.to === when.from ? when.from : `${when.from}/${when.to}`;
}

/** The first mention of the same place: that one is in the list. */
function findPlaceValue(id: string | undefined, { reading, placeById }: IndexedReading): string {
  const place = id === undefined ? undefined : placeById.get(id);
  if (place === undefined) return NONE;
  const { name, country, precision } = place;
  const isIt = (each: typeof place) =>
    each.name === name && each.country === country && each.precision === precision;
  return reading.places.find(isIt)?.id ?? NONE;
}

/** A claim and the event of it that is meant, where it has one. */
export interface Corrigible {
  readonly claim: Claim;
  readonly event?: Event | undefined;
}
