import { z } from '@hono/zod-openapi';
import { DECISION_LIMITS } from '../../../model/decision.ts';
import { VERDICTS } from '../../../model/judgement.ts';
import { REVIEW_CAUSES, REVIEW_STATES, REVIEW_VERDICTS } from '../../../model/review.ts';
import { AsOfSchema } from '../parameters.ts';
import { level } from './warning.ts';

/* What weighs enough to be looked at by a second person. */

const count = z.int().nonnegative();
const stand = z.object({ level, p: z.number().min(0).max(1).optional() });
const verdict = z.enum(REVIEW_VERDICTS);

export const ReviewRowSchema = z
  .object({
    key: z.string().openapi({ description: 'What it is, in one line.', example: 'decision j5' }),
    cause: z.enum(REVIEW_CAUSES).openapi({ description: 'By which part of the rule it waits.' }),
    problem: z.string(),
    title: z.string().openapi({ description: 'Of the problem.' }),
    since: z.string().openapi({ description: 'ISO 8601 instant or day.' }),
    by: z.string().optional().openapi({ description: 'Who did it; absent where nobody did.' }),
    touches: z.array(z.string()).readonly().openapi({ description: 'Things beside which it is told.' }),
    before: stand.optional(),
    after: stand.optional(),
    judgement: z.string().optional(),
    verdict: z.enum(VERDICTS).optional(),
    note: z.string().optional().openapi({ description: 'Why it was decided.' }),
    incident: z.string().optional(),
    about: z.string().optional().openapi({ description: 'What the incident is called.' }),
    day: z.string().optional(),
    forecasts: count.optional().openapi({ description: 'Forecasts that it settles.' }),
    told: z.array(z.string()).readonly().optional().openapi({ description: 'Who is told at the level.' }),
    state: z.enum(REVIEW_STATES),
    reviews: z
      .array(
        z
          .object({
            kind: z.literal('review'),
            id: z.string().openapi({ example: 'r1' }),
            item: z.string(),
            by: z.string(),
            author: z.string(),
            verdict,
            note: z.string(),
            made: z.string(),
          })
          .openapi('Review'),
      )
      .readonly()
      .openapi({ description: 'What was said of it, oldest first; the last one counts.' }),
  })
  .openapi('ReviewRow', { description: 'Something that waits, or waited, for a second person.' });

export const ReviewListSchema = z
  .object({
    rows: z.array(ReviewRowSchema).readonly(),
    counts: z.object({ waiting: count, approved: count, 'sent back': count }),
  })
  .openapi('ReviewList', { description: 'Newest first.' });

export const ReviewRequestSchema = AsOfSchema.extend({
  state: z.enum(REVIEW_STATES).optional().openapi({ description: 'Only those; all if absent.' }),
});

export const ReviewDraftSchema = z
  .strictObject({
    item: z.string().min(1).max(400).openapi({ description: 'The key of a row.' }),
    verdict,
    note: z.string().min(1).max(DECISION_LIMITS.note).openapi({ description: 'Why; a word or more.' }),
    by: z.string().min(1).max(DECISION_LIMITS.by).optional().openapi({
      description: 'Who does it; passed over where somebody is logged in, else required.',
    }),
  })
  .openapi('ReviewDraft');
