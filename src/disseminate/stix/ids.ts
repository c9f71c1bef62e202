import { createHash } from 'node:crypto';
import { canonicalJson } from '../../text/canonical-json.ts';

/** Namespace of all ids that are made here. */
const OWN = '3c9a0f52-6e1d-5b7a-8f24-9d1e7a60c5b3';
/** Namespace that STIX 2.1 sets for observables, so that everybody has the same id for the same one. */
const OBSERVABLES = '00abedb4-aa42-466c-9c01-fed23315a9b7';

export type StixId = `${string}--${string}`;

/** The same parts give the same id, whoever exports them and when. */
export function makeId(type: string, ...parts: readonly string[]): StixId {
  return `${type}--${makeUuid(OWN, canonicalJson([type, ...parts.map(mend)]))}`;
}

/** The id of an observable, by those of its properties that STIX says it is made from. */
export function makeObservableId(type: string, properties: Readonly<Record<string, string>>): StixId {
  return `${type}--${makeUuid(OBSERVABLES, canonicalJson(properties))}`;
}

/** Halves of pairs have no form in UTF-8. */
function mend(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** UUID of version 5 (RFC 9562): SHA-1 of the namespace and the name. */
export function makeUuid(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
