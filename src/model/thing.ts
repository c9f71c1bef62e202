/*
 * Whatever has an address of its own and can be talked about, as one line: `incident:i4be1a09c`,
 * `indicator:us-sites-iraq/preparation`, `claim:sha256:…#c3`, `decision:j5`.
 */

export const THING_TYPES = [
  'problem',
  'indicator',
  'incident',
  'story',
  'document',
  'claim',
  'source',
  'actor',
  'decision',
] as const;
export type ThingType = (typeof THING_TYPES)[number];

/** A thing in one line. */
export type ThingKey = `${ThingType}:${string}`;

export interface Thing {
  readonly type: ThingType;
  /** Of an indicator or window its problem and its own id with a slash between, of a claim the document and its id with `#` between. */
  readonly id: string;
}

/** Characters that a key may have. */
export const THING_LENGTH = 300;

/**
 * What a key names; undefined where it is none.
 *
 * @example
 * parseThing('incident:i4be1a09c'); // { type: 'incident', id: 'i4be1a09c' }
 */
export function parseThing(key: string): Thing | undefined {
  const at = key.indexOf(':');
  const type = THING_TYPES.find((each) => each === key.slice(0, at));
  const id = key.slice(at + 1);
  if (type === undefined || id === '' || key.length > THING_LENGTH) return undefined;
  if (type === 'claim' && findParts(id, '#') === undefined) return undefined;
  if (type === 'indicator' && findParts(id, '/') === undefined) return undefined;
  return { type, id };
}

export function makeThingKey(type: ThingType, id: string): ThingKey {
  return `${type}:${id}`;
}

/** Document and claim of a claim's id. */
export function splitClaim(id: string): readonly [document: string, claim: string] {
  return findParts(id, '#') ?? [id, ''];
}

/** Problem and sign of an indicator's or window's id. */
export function splitIndicator(id: string): readonly [problem: string, sign: string] {
  return findParts(id, '/') ?? [id, ''];
}

function findParts(id: string, mark: string): readonly [string, string] | undefined {
  const at = id.indexOf(mark);
  return at > 0 && at < id.length - 1 ? [id.slice(0, at), id.slice(at + 1)] : undefined;
}
