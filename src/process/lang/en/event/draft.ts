import type { EventTime, Figure, Posture, Realis } from '../../../../model/event.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Offset } from './offset.ts';
import type { PartMention } from './parts.ts';
import type { Trigger } from './trigger.ts';

/** An event in the making: what its own sentence says of it. Links to other events come last. */
export interface EventDraft {
  readonly trigger: Trigger;
  readonly sentence: ParsedSentence;
  readonly realis: Realis;
  readonly posture?: Posture;
  readonly actors: readonly string[];
  readonly recipients: readonly string[];
  readonly instruments: readonly string[];
  readonly targetKind?: string;
  readonly when?: EventTime;
  /** How long before or after another event of the sentence it was, where it has no day of its own. */
  readonly offset?: Offset;
  readonly where?: string;
  readonly figures: readonly Figure[];
  /** Who and what stands in its parts, where it is an act of force. */
  readonly parts?: readonly PartMention[];
  /** Position in the list of claims. */
  readonly claim: number;
  /** Position in the list of drafts of the event that this one only tells again: counts, or has from another source. */
  readonly repeats?: number;
}

/** What an event draft's links to other drafts are, by position in the list of drafts. */
export interface EventLinks {
  readonly sameAs?: number;
  readonly responseTo?: number;
  readonly partOf?: number;
  readonly background: boolean;
  /** Time taken over from the same event told elsewhere. */
  readonly when?: EventTime;
  readonly where?: string;
}
