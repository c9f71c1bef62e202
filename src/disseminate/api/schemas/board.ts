import { z } from '@hono/zod-openapi';
import { ClaimRefSchema } from './claim-ref.ts';

import {
  asOf,
  confidence,
  count,
  coverageSchema,
  direction,
  level,
  ProbabilitySchema,
  share,
  state,
  strings,
  told,
  weightSourceSchema,
} from './warning.ts';

/* All problems at a glance. */

const reasonFields = { id: z.string(), title: z.string() };

const boardReasonSchema = z
  .object(reasonFields)
  .openapi('BoardReason', { description: 'An indicator or window by its id and title.' });

const boardRowSchema = z
  .object({
    problem: z.string(),
    title: z.string(),
    question: z.string(),
    horizon: count.openapi({ description: 'Days of the horizon that is shown.' }),
    probability: ProbabilitySchema,
    baseRate: ProbabilitySchema,
    level,
    told: told.optional(),
    confidence,
    change: z
      .number()
      .min(-1)
      .max(1)
      .optional()
      .openapi({ description: 'Against a day before, in points of probability.' }),
    days: z
      .array(
        z.object({
          day: z.string(),
          p: share.optional(),
          level: level.optional(),
          isOutcome: z.boolean(),
        }),
      )
      .readonly()
      .openapi({ description: 'Up to 90 days, oldest first.' }),
    for: z.array(boardReasonSchema).readonly(),
    against: z.array(boardReasonSchema).readonly(),
    silent: z
      .array(z.object({ ...reasonFields, state }))
      .readonly()
      .optional()
      .openapi({ description: 'Indicators that are not reported, with what that means.' }),
    coverage: coverageSchema.optional(),
    weights: weightSourceSchema.optional(),
    nextWindow: z.object({ ...reasonFields, day: z.string() }).optional(),
    newest: z
      .array(z.object({ indicator: z.string(), title: z.string(), direction, claim: ClaimRefSchema }))
      .readonly()
      .openapi({ description: 'The latest sightings of indicators, newest first.' }),
  })
  .openapi('BoardRow', { description: 'One warning problem at a glance.' });

export const BoardSchema = z
  .object({
    kind: z.literal('board'),
    asOf,
    rows: z.array(boardRowSchema).readonly(),
    failures: strings.openapi({ description: 'Problem files that could not be used, and why.' }),
    broken: z
      .array(z.object({ problem: z.string(), file: z.string() }))
      .readonly()
      .openapi({
        description:
          'Those of them whose text can be read and mended, by the id under which their definition is found.',
      }),
  })
  .openapi('Board');
