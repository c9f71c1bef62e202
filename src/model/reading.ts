import type { Claim } from './claim.ts';
import type { Document } from './document.ts';
import type { Entity } from './entity.ts';
import type { Event } from './event.ts';
import type { PlaceMention } from './place.ts';
import type { SecondAccount } from './second.ts';
import type { Span } from './span.ts';
import type { TimeExpression } from './time.ts';
import type { ToldIncident } from './told-incident.ts';

/** Something the reader wants known: what it did not read, guessed or passed over, and why. */
export interface Note {
  readonly type: 'unparsed' | 'guess' | 'skipped';
  /** Absent where the note is about the whole page. */
  readonly start?: number;
  readonly end?: number;
  readonly why: string;
  readonly by?: string;
}

/** Everything that was read out of one Document: one line of `tocsin read --format json`. */
export interface Reading {
  readonly kind: 'reading';
  /** Version of this format. */
  readonly version: 1;
  /** Program and version: `tocsin 0.1.0`. */
  readonly engine: string;
  readonly document: Document;
  readonly sentences: readonly Span[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly entities: readonly Entity[];
  readonly claims: readonly Claim[];
  readonly events: readonly Event[];
  /** Acts of force, their mentions taken together; absent in readings that were made before these were kept. */
  readonly incidents?: readonly ToldIncident[];
  readonly notes: readonly Note[];
  /** What the second reader did; absent where it was not asked. */
  readonly second?: SecondAccount;
}
