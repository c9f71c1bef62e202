import type { Source } from '../../model/source.ts';
import type { SourceDraft, SourceFault } from '../../model/source-book.ts';
import { DEFAULT_EVERY, FIELDS } from './fields.ts';

/** A source as it would stand in the list, or everything that is wrong with it. */
export function makeDraftSource(
  draft: SourceDraft,
  /** Ids that are given already. */
  taken: ReadonlySet<string>,
): { readonly source?: Source; readonly faults: readonly SourceFault[] } {
  const named = { ...draft, id: draft.id ?? makeSourceId(draft.name, taken) };
  const faults: SourceFault[] = [];
  const fields: Record<string, unknown> = {};
  for (const { name, isRequired, fits, parse } of FIELDS) {
    const given = named[name];
    if (given === undefined && !isRequired) continue;
    const value = parse(given);
    if (value === undefined) faults.push({ message: `${name} does not fit; it must be ${fits}` });
    else fields[name] = value;
  }
  if (taken.has(named.id)) faults.push({ message: `the id ${named.id} is that of another source` });
  if (faults.length > 0) return { faults };
  const source = { kind: 'source', every: DEFAULT_EVERY, allowPrivate: false, ...fields } as Source;
  return { source, faults };
}

/** Of fields that may be left out, those whose value fits: where a list is another program's, the rest is no fault. */
export function pickFitting(
  given: Readonly<Record<string, unknown>>,
): Partial<Omit<SourceDraft, 'id' | 'name' | 'feed'>> {
  const fitting = FIELDS.flatMap(({ name, isRequired, parse }) => {
    const value = isRequired || given[name] === undefined ? undefined : parse(given[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(fitting);
}

const LONGEST_ID = 48;

/**
 * An id out of a name that no other source has.
 *
 * @example
 * makeSourceId('Harbour Wire', new Set(['harbour-wire'])); // 'harbour-wire-2'
 */
export function makeSourceId(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const base = words.slice(0, LONGEST_ID).replace(/-+$/, '') || 'source';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

/**
 * The address of a feed as it is compared: without what makes no other feed of it.
 *
 * @example
 * compareAddress('https://www.news.example/rss/') === compareAddress('http://news.example/rss'); // true
 */
export function compareAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}
