import type { EventCode, EventTime, Figure, Realis } from './event.ts';
import type { TextSpan } from './span.ts';

/** Someone or something in one part of an incident, with every place in the text that puts it there. */
export interface IncidentFiller {
  /** Id of the entity; absent for a thing that is no entity ("a parked car"). */
  readonly entity?: string;
  /** At least one; where the text has only a pronoun, the words that it stands for. */
  readonly mentions: readonly TextSpan[];
}

/** The parts of an incident: who did it, what and who was hit, and with what. */
export const INCIDENT_PARTS = ['persons', 'organizations', 'targets', 'victims', 'weapons'] as const;
export type IncidentPart = (typeof INCIDENT_PARTS)[number];

/**
 * One act of force as one document tells it: its mentions taken together, with who and what the text puts into each
 * part. Nothing is filled in that the text does not say. Several documents on one incident are put together later.
 */
export interface ToldIncident {
  readonly kind: 'toldIncident';
  /** Unique in the reading: `i1`. */
  readonly id: string;
  /** Ids of the events that mention it, in the order of the text. */
  readonly events: readonly string[];
  readonly plover: EventCode;
  readonly realis: Realis;
  /** Whether every mention tells it as history. */
  readonly background: boolean;
  /** Who did it: people ("two gunmen"). */
  readonly persons: readonly IncidentFiller[];
  /** Who did it: bodies, armed groups, states. */
  readonly organizations: readonly IncidentFiller[];
  /** Things, sites, bodies and states that were hit. */
  readonly targets: readonly IncidentFiller[];
  /** People who were hit. */
  readonly victims: readonly IncidentFiller[];
  readonly weapons: readonly IncidentFiller[];
  readonly when?: EventTime;
  /** Place id. */
  readonly where?: string;
  readonly figures: readonly Figure[];
  readonly by: string;
}
