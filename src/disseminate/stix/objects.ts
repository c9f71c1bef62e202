import type { Marking } from '../../model/marking.ts';
import { safeLine, safeText, safeUrl } from '../exchange/safe.ts';
import type { CitedClaim } from '../exchange/warning.ts';
import { makeId, type StixId } from './ids.ts';
import { TLP_IDS } from './tables.ts';

/** An object of a bundle; its further properties are those of its type. */
export interface StixObject {
  readonly type: string;
  readonly spec_version: '2.1';
  readonly id: StixId;
  readonly [property: string]: unknown;
}

/** What all objects of one bundle have in common. */
export interface Frame {
  readonly desk: StixId;
  readonly tlp: Marking;
  /** ISO 8601 instant of what the bundle tells. */
  readonly modified: string;
}

/**
 * Since when things that last (outlets, places, groups) are said to be known: always the same, so that bundles of different days agree
 * on them.
 */
const LASTING = '2020-01-01T00:00:00.000Z';

export const LONGEST = { name: 300, text: 5_000, words: 1_000 } as const;
const MOST_REFERENCES = 20;

/** Of something that is told: it has versions. */
export function makeTold(
  type: string,
  parts: readonly string[],
  { frame, created, ...properties }: Properties & { readonly created: string },
): StixObject {
  const at = toStixTime(created);
  const modified = toStixTime(frame.modified);
  return {
    ...{ type, spec_version: '2.1', id: makeId(type, ...parts), created_by_ref: frame.desk },
    ...{ created: at < modified ? at : modified, modified },
    ...keepGiven(properties),
    object_marking_refs: [TLP_IDS[frame.tlp]],
  };
}

/** Of something that lasts. */
export function makeLasting(type: string, parts: readonly string[], properties: Properties): StixObject {
  return makeTold(type, parts, {
    ...properties,
    created: LASTING,
    frame: { ...properties.frame, modified: LASTING },
  });
}

interface Properties {
  readonly frame: Frame;
  readonly [property: string]: unknown;
}

/** STIX has no empty lists, and what is not known is left out. */
function keepGiven(properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** A date of any precision as an instant to the millisecond. */
export function toStixTime(date: string): string {
  return new Date(date).toISOString();
}

export function safeName(text: string, otherwise: string): string {
  return safeLine(text, LONGEST.name) || otherwise;
}

/** The claims that something stands on, each with its words and the address of its page. */
export function cite(claims: readonly CitedClaim[]): readonly Record<string, string>[] {
  return claims.slice(0, MOST_REFERENCES).map(({ document, claim, words, outlet, title, url }) => {
    const address = safeUrl(url);
    return {
      source_name: nameSource(outlet, address),
      external_id: `${document}#${claim}`,
      description: [
        `“${safeText(words, LONGEST.words)}”`,
        ...(title === undefined ? [] : [safeName(title, '')]),
      ]
        .filter((each) => each !== '')
        .join('\n'),
      ...(address === undefined ? {} : { url: address }),
    };
  });
}

/** Two names are reserved for catalogues of weaknesses. */
function nameSource(outlet: string | undefined, url: string | undefined): string {
  const name = safeName(outlet ?? '', url === undefined ? 'outlet unknown' : new URL(url).host);
  return /^(cve|capec)$/.test(name) ? `outlet ${name}` : name;
}
