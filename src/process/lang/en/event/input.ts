import type { Document } from '../../../../model/document.ts';
import type { Entity } from '../../../../model/entity.ts';
import type { PlaceMention } from '../../../../model/place.ts';
import type { TimeExpression } from '../../../../model/time.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { ClaimDraft } from '../claim/claims.ts';

/** What the other stages found in a document, and its events are found from. */
export interface EventInput {
  readonly document: Document;
  readonly sentences: readonly ParsedSentence[];
  readonly times: readonly TimeExpression[];
  readonly places: readonly PlaceMention[];
  readonly entities: readonly Entity[];
  /** Attributed claims, in text order. */
  readonly claims: readonly ClaimDraft[];
}
