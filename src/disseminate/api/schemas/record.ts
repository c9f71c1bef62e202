import { z } from '@hono/zod-openapi';
import { SETTLED_OUTCOMES } from '../../../model/forecast.ts';
import { ScoreRowSchema } from './score.ts';
import { HashSchema } from './spans.ts';

import { asOf, confidence, count, level, ProbabilitySchema, share, strings } from './warning.ts';

/* What was filed for a problem, and how it came out. */

const forecastSchema = z
  .object({
    kind: z.literal('forecast'),
    problem: z.string(),
    problemVersion: z.string(),
    question: z.string(),
    horizon: count.openapi({ description: 'Days.' }),
    asOf,
    until: z.string().openapi({ description: 'Last day that counts.' }),
    probability: ProbabilitySchema,
    baseRate: ProbabilitySchema,
    level,
    confidence,
    reasons: z
      .array(
        z.object({
          id: z.string(),
          logOdds: z.number(),
          weight: share.optional(),
          confirmed: count,
          possible: count,
          claims: strings,
        }),
      )
      .readonly(),
    cause: z.enum(['first', 'daily', 'changed']),
    replayed: z.boolean().optional(),
    engine: z.string(),
  })
  .openapi('Forecast', { description: 'A probability on record.' });

const settlementSchema = z
  .object({
    kind: z.literal('settlement'),
    problem: z.string(),
    forecast: HashSchema.openapi({ description: 'Hash of the ledger entry that is settled.' }),
    outcome: z.enum(SETTLED_OUTCOMES).openapi({
      description: '`open`: a settlement was taken back, and the time of the forecast has not passed.',
    }),
    corrects: HashSchema.optional().openapi({
      description: 'Hash of the settlement before it, which was found to be wrong.',
    }),
    rule: HashSchema.optional().openapi({ description: 'Of the question and the rule that settled it.' }),
    incident: z.string().optional(),
    day: z.string().optional(),
    claims: strings,
    late: z.boolean().optional(),
    why: z.string().optional(),
  })
  .openapi('Settlement', { description: 'How a forecast came out.' });

const ledgerEntrySchema = z
  .object({
    kind: z.literal('ledger entry'),
    number: z.int().positive(),
    filed: z.string(),
    previous: HashSchema.optional(),
    content: z.union([forecastSchema, settlementSchema]),
    hash: HashSchema.openapi({ description: 'Of the canonical JSON (RFC 8785) of all other fields.' }),
  })
  .openapi('LedgerEntry', { description: 'One line of the ledger, bound to the one before by its hash.' });

export const ForecastRecordSchema = z
  .object({
    kind: z.literal('record'),
    problem: z.string(),
    asOf,
    scores: z.array(ScoreRowSchema).readonly(),
    entries: z.array(ledgerEntrySchema).readonly().openapi({
      description: 'The forecasts that were asked for with all of their settlements, newest first.',
    }),
    total: count.openapi({ description: 'Forecasts that fit, shown or not.' }),
  })
  .openapi('ForecastRecord', { description: 'What was filed for a problem, and how it came out.' });
