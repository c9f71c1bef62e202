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
  first: z.string().openapi({ description: 'ISO 8601 instant since when it is known here.' }),
  last: z.string().openapi({ description: 'ISO 8601 instant at which its last mention came.' }),
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
