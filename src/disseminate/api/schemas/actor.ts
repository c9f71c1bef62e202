import { z } from '@hono/zod-openapi';
import { ENTITY_TYPES, SECTORS } from '../../../model/entity.ts';
import { by, HashSchema, TextSpanSchema } from './spans.ts';

/* Actors across documents. */

const count = z.int().nonnegative();

const seenNameSchema = z
  .object({ name: z.string(), documents: count.openapi({ description: 'Pages that have it.' }) })
  .openapi('SeenName', { description: 'A spelling that documents have for an actor.' });

const actorFields = {
  kind: z.literal('actor'),
  id: z.string(),
  name: z.string(),
  type: z.enum(ENTITY_TYPES),
  country: z.string().optional().openapi({ description: 'ISO 3166-1 alpha-2.', example: 'IQ' }),
  sector: z.enum(SECTORS).optional(),
  wikidata: z.string().optional(),
  isRegistered: z.boolean().openapi({
    description: 'Stands in the register; the others are known from documents alone.',
  }),
  names: z.array(seenNameSchema).readonly().openapi({ description: 'Most frequent first.' }),
  documents: count.openapi({ description: 'Pages that name it.' }),
  first: z.string().optional().openapi({
    description: 'ISO 8601 instant since when it is known here; absent where no document names it.',
  }),
  last: z.string().optional().openapi({ description: 'ISO 8601 instant at which its last mention came.' }),
};

export const ActorSummarySchema = z.object(actorFields).openapi('ActorSummary', {
  description: 'A public actor with every spelling that documents have for it.',
});

const sightingSchema = z
  .object({
    document: HashSchema,
    outlet: z.string().optional(),
    title: z.string().optional(),
    published: z.string().optional(),
    role: z.string().optional().openapi({ description: 'Rank, post or description given in the text.' }),
    named: z.array(TextSpanSchema).readonly().openapi({ description: 'Once for each spelling.' }),
  })
  .openapi('ActorSighting', { description: 'Where one document names an actor.' });

const decisionSchema = z
  .object({
    judgement: z.string(),
    verdict: z.enum(['alias', 'distinct']),
    name: z.string(),
    by: z.string(),
    made: z.string(),
    note: z.string(),
  })
  .openapi('NameDecision', { description: 'What a person decided of a name of an actor.' });

export const ActorDetailSchema = z
  .object({
    ...actorFields,
    aliases: z.array(z.string()).readonly().openapi({ description: 'Names of the register, seen or not.' }),
    mentions: z.array(sightingSchema).readonly().openapi({ description: 'Latest first, at most 200.' }),
    incidents: z.array(z.string()).readonly().openapi({ description: 'Ids of incidents it has a part in.' }),
    decisions: z.array(decisionSchema).readonly(),
    by,
  })
  .openapi('ActorDetail', { description: 'An actor with where it is named.' });

export const ActorSchema = z
  .object({
    id: z.string().openapi({ example: 'register:example-front' }),
    name: z.string(),
    type: z.enum(ENTITY_TYPES),
    country: z.string().optional().openapi({ description: 'ISO 3166-1 alpha-2.', example: 'IQ' }),
    sector: z.enum(SECTORS).optional(),
    wikidata: z.string().optional(),
    aliases: z.array(z.string()).readonly(),
    isOwn: z.literal(true).optional().openapi({ description: 'The desk entered it.' }),
  })
  .openapi('Actor', { description: 'A public actor of the register.' });

export const DeskRegisterSchema = z
  .object({
    rows: z.array(ActorSchema).readonly().openapi({
      description: 'Entries that count; where the file has faults, those that it had before.',
    }),
    faults: z
      .array(z.object({ line: z.int().positive(), problem: z.string() }).openapi('RegisterFault'))
      .readonly()
      .openapi({ description: 'What is wrong in the file; with one of these nothing of it is used.' }),
  })
  .openapi('DeskRegister', { description: "The desk's own part of the register of actors." });

// How long a name may be, and what it may hold, the register itself says: the same for its file.
const cell = z.string().min(1).max(500);

export const ActorEntrySchema = z
  .strictObject({
    name: cell,
    type: cell.openapi({ description: 'person, organization, group or facility.', example: 'group' }),
    country: cell.optional().openapi({ description: 'ISO 3166-1 alpha-2.', example: 'IQ' }),
    sector: cell.optional().openapi({ description: 'PLOVER sector.', example: 'REB' }),
    wikidata: cell.optional().openapi({ description: 'Id of Wikidata.', example: 'Q796' }),
    aliases: z.array(cell).max(100).readonly().openapi({ description: 'Other names.' }),
    role: cell.optional().openapi({ description: 'Public office or role; needed for a person.' }),
    by: cell.optional().openapi({
      description: 'Who adds it; passed over where somebody is logged in, else required.',
      example: 'Ann Example',
    }),
  })
  .openapi('ActorEntry', { description: "An actor for the desk's register." });
