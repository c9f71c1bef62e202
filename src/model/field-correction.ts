import type { Certainty, Stance } from './claim.ts';
import type { EventTime, Realis } from './event.ts';
import type { Location, Party, Speaker } from './report.ts';

/** What of a claim can be put right, and what of an event. */
export const CLAIM_FIELDS = ['stance', 'certainty', 'chain'] as const;
export const EVENT_FIELDS = ['realis', 'time', 'place', 'actor', 'recipient'] as const;
export type CorrectedField = (typeof CLAIM_FIELDS)[number] | (typeof EVENT_FIELDS)[number];

/** Says that there is none: no stance taken, no day or place told, nobody named. */
export const NONE = 'none';

/**
 * What a field should read, by the judgement of a person who has the page before them. Names and places are those of
 * the page: nobody is put into a chain, and nothing is put anywhere, that the text does not name.
 */
export type FieldCorrection =
  | { readonly field: 'stance'; readonly to: Stance | typeof NONE }
  | { readonly field: 'certainty'; readonly to: Certainty }
  /** Outermost first; the first link stays the outlet. */
  | { readonly field: 'chain'; readonly to: readonly Speaker[] }
  | { readonly field: 'realis'; readonly to: Realis }
  | { readonly field: 'time'; readonly to: EventTime | typeof NONE }
  | { readonly field: 'place'; readonly to: Location | typeof NONE }
  | { readonly field: 'actor' | 'recipient'; readonly to: readonly Party[] };

/** Whether a field is one of an event; else it is of the claim itself. */
export function isEventField(field: CorrectedField): boolean {
  return (EVENT_FIELDS as readonly string[]).includes(field);
}
