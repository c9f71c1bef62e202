import { z } from '@hono/zod-openapi';
import { BOUNDS, EVENT_TYPES, POSTURES, REALIS } from '../../../model/event.ts';
import {
  BEST_REASONS,
  DISPUTED_THINGS,
  DISTORTION_KINDS,
  FIGURE_RELATIONS,
  MOVEMENTS,
  VALUE_STATES,
} from '../../../model/incident.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { RemovalSchema, SetAsideSchema, StoryChangeSchema, TakenOutSchema } from './correction.ts';
import { EventCodeSchema, EventTimeSchema, FigureSchema } from './event.ts';
import { CredibilitySchema, InformationGradeSchema, SourceMarkSchema } from './grade.ts';
import { OriginTreeSchema, originCounts } from './origin-tree.ts';
import { LocationSchema, PartySchema } from './parties.ts';
import { by, TextSpanSchema } from './spans.ts';

/* What many documents say together: stories and incidents. */

const count = z.int().nonnegative();

const mentionSchema = z
  .object({
    event: z.string().openapi({ description: "Id of the event in the document's reading." }),
    trigger: TextSpanSchema,
    plover: EventCodeSchema,
    cameo: z.string(),
    realis: z.enum(REALIS),
    posture: z.enum(POSTURES).optional(),
    factuality: z.number().min(-2).max(2),
    background: z.boolean(),
    actors: z.array(PartySchema).readonly(),
    recipients: z.array(PartySchema).readonly(),
    instruments: z.array(PartySchema).readonly(),
    targetKind: z.string().optional(),
    when: EventTimeSchema.optional(),
    where: LocationSchema.optional(),
    figures: z.array(FigureSchema).readonly(),
    sameAs: z.string().optional().openapi({ description: 'Id of another event of the same reading.' }),
    partOf: z.string().optional(),
    responseTo: z.string().optional(),
    incident: z.string().optional(),
  })
  .openapi('Mention', { description: 'An event as one document tells it.' });

const setAsideField = {
  setAside: z.array(SetAsideSchema).readonly().optional().openapi({
    description: 'What was said of it and counts no longer, with the cause.',
  }),
};

const sourcesField = {
  sources: z.array(SourceMarkSchema).readonly().optional().openapi({
    description: 'Its sources with their grades, which say nothing of how credible it is.',
  }),
};

const incidentSummaryFields = {
  kind: z.literal('incident'),
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  mode: z.string().optional(),
  title: z.string(),
  realis: z.enum(REALIS),
  when: EventTimeSchema.optional(),
  where: LocationSchema.optional(),
  actors: z.array(PartySchema).readonly(),
  recipients: z.array(PartySchema).readonly(),
  mentions: count,
  documents: count,
  ...originCounts,
  differing: count.openapi({ description: 'Slots with more than one value.' }),
  grade: CredibilitySchema.optional(),
  first: z.string().openapi({ description: 'ISO 8601 instant since when it is known here.' }),
  last: z.string().openapi({ description: 'ISO 8601 instant at which its last mention came.' }),
};

export const IncidentSummarySchema = z
  .object(incidentSummaryFields)
  .openapi('IncidentSummary', { description: 'One happening, or one thing prepared, threatened or feared.' });

const sayerSchema = z
  .object({
    name: z.string().openapi({ example: 'Iraqi military (Reuters)' }),
    origin: z.string().optional().openapi({ description: 'Id of the origin that it leads to.' }),
    chain: z.array(z.string()).readonly().openapi({ description: 'Who has it from whom, outermost first.' }),
    claim: ClaimRefSchema,
    withdrawn: z.literal(true).optional().openapi({ description: 'A correction note takes it back.' }),
  })
  .openapi('Sayer', { description: 'Somebody who says a value: who, on whose word, when.' });

const sayers = z.array(sayerSchema).readonly();
const reason = z.enum(BEST_REASONS).openapi({ description: 'Why it is the best there is.' });

const saidValueSchema = z
  .object({
    value: z.number(),
    bound: z.enum(BOUNDS),
    to: z.number().optional().openapi({ description: 'Upper end where a range is given.' }),
    parts: z
      .array(z.number())
      .readonly()
      .optional()
      .openapi({ description: 'Counts that it is added up from.' }),
    state: z.enum(VALUE_STATES),
    says: sayers,
  })
  .openapi('SaidValue', { description: 'One value for one slot of an incident, and who says it.' });

const figureSlotSchema = z
  .object({
    of: z.string().openapi({ description: 'What is counted.', example: 'rockets' }),
    who: z.string().optional(),
    values: z.array(saidValueSchema).readonly(),
    relation: z.enum(FIGURE_RELATIONS),
    movement: z.enum(MOVEMENTS).openapi({ description: 'How the count moved over time.' }),
    best: z
      .object({
        low: z.number(),
        high: z.number().optional().openapi({ description: 'Absent where no upper end is said.' }),
        about: z.number().optional().openapi({
          description: 'The value where all that is said is "about": low and high are how far that reaches.',
        }),
        reason,
        claims: z.array(ClaimRefSchema).readonly(),
      })
      .optional()
      .openapi({ description: 'The current best statement; never an average.' }),
  })
  .openapi('FigureSlot', { description: 'All values said for one slot of an incident, side by side.' });

const disputeSlotSchema = z
  .object({
    of: z.enum(DISPUTED_THINGS),
    values: z
      .array(
        z.object({
          value: z.string(),
          says: sayers,
          claimed: sayers.optional().openapi({ description: 'Its own claims of responsibility.' }),
          denied: sayers.optional().openapi({ description: 'Its denials, rejections and condemnations.' }),
        }),
      )
      .readonly(),
    relation: z.enum(FIGURE_RELATIONS),
    best: z.object({ value: z.string(), reason }).optional(),
  })
  .openapi('DisputeSlot', { description: "All that is said of an incident's place, day or doer." });

const distortedSideSchema = z.object({ value: z.string(), says: sayerSchema });

const distortionSchema = z
  .object({
    kind: z.enum(DISTORTION_KINDS),
    relay: distortedSideSchema,
    source: distortedSideSchema,
    by: z
      .enum(['speaker', 'credit', 'wording'])
      .openapi({ description: 'What leads from the one to the other.' }),
  })
  .openapi('Distortion', { description: 'A relay that says more, or other, than the source it rests on.' });

const incidentReplySchema = z
  .object({
    problem: z.string().openapi({ description: 'The warning problem whose two sides they are of.' }),
    problemTitle: z.string(),
    incident: z.string().openapi({ description: 'The other incident.' }),
    title: z.string(),
    day: z.string(),
    side: z.string().openapi({ description: 'Whose deed the other one is.' }),
    rung: z.int().positive(),
    rungTitle: z.string(),
    lag: z.int().openapi({ description: 'Days from the earlier to the later.' }),
    change: z.int().openapi({ description: 'Rungs up, or down, from the earlier to the later.' }),
    said: z.boolean().openapi({
      description: 'A report says that it is the answer; else it is taken for it by its time alone.',
    }),
  })
  .openapi('IncidentReply', { description: 'An incident that another one answers, or may answer.' });

export const IncidentSchema = z
  .object({
    ...incidentSummaryFields,
    instruments: z.array(PartySchema).readonly(),
    targetKinds: z.array(z.string()).readonly(),
    figures: z.array(figureSlotSchema).readonly(),
    disputes: z.array(disputeSlotSchema).readonly(),
    distortions: z.array(distortionSchema).readonly(),
    tree: OriginTreeSchema,
    told: z
      .array(z.object({ mention: mentionSchema, claim: ClaimRefSchema, background: z.boolean() }))
      .readonly(),
    information: InformationGradeSchema.optional(),
    answers: z.array(incidentReplySchema).readonly().optional(),
    answeredBy: z.array(incidentReplySchema).readonly().optional(),
    ...sourcesField,
    ...setAsideField,
    formerly: z.string().optional().openapi({
      description: 'The id that was asked for, where a person made that incident a part of this one.',
    }),
    removed: z.array(RemovalSchema).readonly().optional().openapi({
      description: 'What pages said of it and say no longer, without having taken it back.',
    }),
    by,
  })
  .openapi('Incident', { description: 'An incident with everything said of it.' });

const storySummaryFields = {
  kind: z.literal('story'),
  id: z.string(),
  title: z.string(),
  first: z.string(),
  last: z.string(),
  documents: count,
  outlets: count,
  ...originCounts,
  relays: count,
  countries: z.array(z.string()).readonly(),
};

export const StorySummarySchema = z
  .object(storySummaryFields)
  .openapi('StorySummary', { description: 'Documents on one happening or development.' });

export const StorySchema = z
  .object({
    ...storySummaryFields,
    tree: OriginTreeSchema,
    incidents: z.array(IncidentSummarySchema).readonly(),
    ...sourcesField,
    ...setAsideField,
    takenOut: z.array(TakenOutSchema).readonly().optional().openapi({
      description:
        'Documents that a person took out of it, or that were taken out of another and make it up.',
    }),
    changes: z.array(StoryChangeSchema).readonly().optional().openapi({
      description: 'How reports came into it from other stories or left it for them.',
    }),
    formerly: z
      .string()
      .optional()
      .openapi({ description: 'The id that was asked for, where that story was merged into this one.' }),
    by,
  })
  .openapi('Story', { description: 'A story with its relay tree and what happened in it.' });
