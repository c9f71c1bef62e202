import { z } from '@hono/zod-openapi';
import { BOUNDS, EVENT_TYPES, POSTURES, REALIS } from '../../../model/event.ts';
import { TIME_PRECISIONS } from '../../../model/time.ts';
import { by, spanFields, TextSpanSchema } from './spans.ts';

/* What is said to have happened, and the incidents that a document tells. */

export const FigureSchema = z
  .object({
    ...spanFields,
    of: z.string(),
    value: z.number(),
    bound: z.enum(BOUNDS),
    who: z.string().optional(),
  })
  .openapi('Figure');

export const EventTimeSchema = z
  .object({
    from: z.string().optional(),
    to: z.string().optional(),
    precision: z.enum(TIME_PRECISIONS),
    time: z.string().optional(),
    anchor: z.string().optional(),
  })
  .openapi('EventTime');

export const EventCodeSchema = z
  .object({
    type: z.enum(EVENT_TYPES),
    mode: z.string().optional(),
    contexts: z.array(z.string()).readonly(),
  })
  .openapi('EventCode', { description: 'PLOVER type with its mode and contexts.' });

export const EventSchema = z
  .object({
    kind: z.literal('event'),
    id: z.string(),
    claim: z.string(),
    trigger: TextSpanSchema,
    plover: EventCodeSchema,
    cameo: z.string(),
    realis: z.enum(REALIS),
    posture: z.enum(POSTURES).optional(),
    factuality: z.number().min(-2).max(2),
    background: z.boolean(),
    actors: z.array(z.string()).readonly(),
    recipients: z.array(z.string()).readonly(),
    instruments: z.array(z.string()).readonly(),
    targetKind: z.string().optional(),
    when: EventTimeSchema.optional(),
    where: z.string().optional(),
    figures: z.array(FigureSchema).readonly(),
    responseTo: z.string().optional(),
    anniversaryOf: z.string().optional(),
    partOf: z.string().optional(),
    sameAs: z.string().optional(),
    by,
  })
  .openapi('Event');

const incidentFillerSchema = z
  .object({
    entity: z.string().optional().openapi({ description: 'Id of the entity; absent for a mere thing.' }),
    mentions: z.array(TextSpanSchema).readonly(),
  })
  .openapi('IncidentFiller', {
    description: 'Who or what stands in one part of an incident, and where the text says so.',
  });

const fillers = (description: string) => z.array(incidentFillerSchema).readonly().openapi({ description });

export const ToldIncidentSchema = z
  .object({
    kind: z.literal('toldIncident'),
    id: z.string(),
    events: z.array(z.string()).readonly().openapi({ description: 'Ids of the events that mention it.' }),
    plover: EventCodeSchema,
    realis: z.enum(REALIS),
    background: z.boolean(),
    persons: fillers('Who did it: people.'),
    organizations: fillers('Who did it: bodies, armed groups, states.'),
    targets: fillers('Things, sites, bodies and states that were hit.'),
    victims: fillers('People who were hit.'),
    weapons: fillers('What was used.'),
    when: EventTimeSchema.optional(),
    where: z.string().optional(),
    figures: z.array(FigureSchema).readonly(),
    by,
  })
  .openapi('ToldIncident', {
    description: 'An act of force as one document tells it, its mentions taken together.',
  });
