import { SOURCE_TYPES, type Source } from '../../model/source.ts';
import { isAddressPattern } from '../../text/address-pattern.ts';

/** What a person may say of a source in the file; `kind` is added. */
export type SourceFields = Omit<Source, 'kind'>;

/** One field of a source: how its value is read, and what fits, completing "it must be …". */
export interface Field<Name extends keyof SourceFields = keyof SourceFields> {
  readonly name: Name;
  readonly isRequired: boolean;
  readonly fits: string;
  readonly parse: (value: unknown) => SourceFields[Name] | undefined;
}

/** Minutes between two looks unless the file says otherwise. */
export const DEFAULT_EVERY = 15;

const LONGEST_EVERY = 10_080;

function matching(pattern: RegExp): (value: unknown) => string | undefined {
  return (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined);
}

function parseName(value: unknown): string | undefined {
  const name = typeof value === 'string' ? value.trim() : '';
  return name !== '' && name.length <= 200 && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(name)
    ? name
    : undefined;
}

/** An address of the web as it is written; one with a password would be printed with it. */
function parseAddress(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 2000 || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  const isWeb = (url.protocol === 'http:' || url.protocol === 'https:') && /^https?:\/\//i.test(value);
  return isWeb && url.username === '' && url.password === '' ? url.href : undefined;
}

function parseEvery(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 1 && value <= LONGEST_EVERY ? value : undefined;
}

const ADDRESS = 'an address that begins with https:// or http://, without a user name or password';

/** Every field of a source, in the order in which they are told. */
export const FIELDS: readonly Field[] = [
  {
    name: 'id',
    isRequired: true,
    fits: 'a short name in small letters, digits and hyphens (harbour-wire)',
    parse: matching(/^[a-z0-9][a-z0-9-]{0,63}$/),
  },
  {
    name: 'name',
    isRequired: true,
    fits: 'the name of the outlet, at most 200 characters',
    parse: parseName,
  },
  { name: 'feed', isRequired: true, fits: ADDRESS, parse: parseAddress },
  {
    name: 'links',
    isRequired: false,
    fits: 'a path or address with stars for what differs (/news/2026/*), at most 10 of them',
    parse: (value) => (typeof value === 'string' && isAddressPattern(value) ? value : undefined),
  },
  { name: 'homepage', isRequired: false, fits: ADDRESS, parse: parseAddress },
  {
    name: 'language',
    isRequired: false,
    fits: 'a language code of two small letters, ISO 639-1 (en)',
    parse: matching(/^[a-z]{2}$/),
  },
  {
    name: 'country',
    isRequired: false,
    fits: 'a country code of two capitals, ISO 3166-1 (IQ)',
    parse: matching(/^[A-Z]{2}$/),
  },
  {
    name: 'type',
    isRequired: false,
    fits: `one of ${SOURCE_TYPES.join(', ')}`,
    parse: (value) => SOURCE_TYPES.find((type) => type === value),
  },
  {
    name: 'family',
    isRequired: false,
    fits: 'the name of who owns or runs it, at most 200 characters',
    parse: parseName,
  },
  {
    name: 'every',
    isRequired: false,
    fits: `a number of minutes from 1 to ${LONGEST_EVERY} (a week)`,
    parse: parseEvery,
  },
  {
    name: 'allowPrivate',
    isRequired: false,
    fits: 'true or false',
    parse: (value) => (typeof value === 'boolean' ? value : undefined),
  },
  {
    name: 'paused',
    isRequired: false,
    fits: 'true or false',
    parse: (value) => (typeof value === 'boolean' ? value : undefined),
  },
];
