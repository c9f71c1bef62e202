import { z } from '@hono/zod-openapi';
import { CERTAINTIES } from '../../model/claim.ts';
import { RELIABILITIES } from '../../model/grade.ts';
import { SEARCHED } from '../../model/search.ts';
import { ActorIdSchema, AsOfSchema, FilterSchema } from './parameters.ts';

/* What a search may be asked. */

const words = z.string().min(1).max(200);

export const QuestionSchema = FilterSchema.extend({
  of: z
    .enum(SEARCHED)
    .default('documents')
    .openapi({ description: 'What is looked for; `documents` if absent.' }),
  q: z
    .string()
    .max(500)
    .optional()
    .openapi({
      description:
        'Words, `"a phrase"`, `-without`, `prefix*`; anything else is taken as words. Of claims and events: in their words and in the names of ' +
        'who says it, who takes part and where. Absent: whatever fits the filters.',
      example: 'embassy "no evidence"',
    }),
  grade: z.enum(RELIABILITIES).optional().openapi({ description: 'The outlet has this grade.' }),
  mode: words.optional().openapi({ description: 'Carries an event of this PLOVER mode.' }),
  certainty: z.enum(CERTAINTIES).optional().openapi({ description: 'Carries a claim of this certainty.' }),
  actor: ActorIdSchema.shape.id.optional().openapi({
    param: { name: 'actor', in: 'query' },
    description: 'This actor says it or takes part; a document names it.',
  }),
  actorName: words.optional().openapi({
    description:
      'These words stand together in a name of who says it or takes part; of a document, anywhere in it.',
  }),
  place: words.optional().openapi({
    description: 'These words stand together in the name of where it happens; of a document, anywhere in it.',
  }),
  happensFrom: FilterSchema.shape.from.openapi({
    param: { name: 'happensFrom', in: 'query' },
    description: 'Of events alone: said to happen on or after.',
  }),
  happensTo: FilterSchema.shape.to.openapi({
    param: { name: 'happensTo', in: 'query' },
    description: 'Of events alone: said to happen before or on.',
  }),
  origins: z.coerce.number().pipe(z.int().min(1).max(100)).optional().openapi({
    description: 'The incident that it tells of, or else its story, has so many confirmed origins at least.',
  }),
  knownAfter: AsOfSchema.shape.asOf.openapi({
    param: { name: 'knownAfter', in: 'query' },
    description: 'Known here only since after this instant.',
  }),
});

export const WeighedSchema = z.object({
  weigh: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .openapi({
      type: 'string',
      enum: ['true', 'false'],
      description: 'Also the grade of the outlet, the origins, and whether it was set aside.',
    }),
});

export const EXPORT_FORMATS = ['csv', 'ndjson', 'json'] as const;

export const ExportSchema = z.object({
  format: z.enum(EXPORT_FORMATS).default('csv').openapi({ description: '`csv` if absent.' }),
});
