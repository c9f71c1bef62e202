/*
 * What a list of feeds says of a feed beyond what OPML has words for. OPML 2.0 takes attributes of others under a namespace; programs
 * that do not know it pass them over.
 */

/** Namespace of these attributes, and the letters that stand for it. */
export const OWN_NAMESPACE = 'urn:tocsin:sources';
export const OWN_PREFIX = 'tocsin';

/** Fields of a source that stand in such an attribute of the same name. */
export const OWN_FIELDS = ['country', 'type', 'family', 'links', 'every'] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

/** OPML has a `type` of its own, and it is always `rss`: ours is the kind of source. */
const NAMES: Readonly<Partial<Record<OwnField, string>>> = { type: 'kind' };

/**
 * @example
 * nameAttribute('type'); // 'tocsin:kind'
 */
export function nameAttribute(field: OwnField): string {
  return `${OWN_PREFIX}:${NAMES[field] ?? field}`;
}

export const OWN_ATTRIBUTES: readonly string[] = OWN_FIELDS.map(nameAttribute);

/** The attributes of ours that an outline has. */
export function readOwnFields(
  outline: Readonly<Record<string, unknown>>,
): Readonly<Partial<Record<OwnField, string>>> {
  return Object.fromEntries(
    OWN_FIELDS.flatMap((field) => {
      const value = outline[nameAttribute(field)];
      return typeof value === 'string' && value.trim() !== '' ? [[field, value.trim()]] : [];
    }),
  );
}

/** The same the other way round, of a feed that has them. */
export function writeOwnFields(
  feed: Readonly<Partial<Record<OwnField, string | number>>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    OWN_FIELDS.flatMap((field) => {
      const value = feed[field];
      return value === undefined ? [] : [[nameAttribute(field), String(value)]];
    }),
  );
}
