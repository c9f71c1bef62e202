import { count } from '../vocabulary.ts';

/** A document in a list. */
export const DOCUMENT_ROW = {
  claims: (claims: number) => count(claims, 'claim'),
  events: (events: number) => count(events, 'event'),
  version: (version: number) => `version ${version}`,
} as const;
