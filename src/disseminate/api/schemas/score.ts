import { z } from '@hono/zod-openapi';
import { LEVELS } from '../../../model/problem.ts';
import { HashSchema } from './spans.ts';

/* How forecasts and warnings on record came out. */

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const number = z.int().positive().openapi({ description: 'Number of a ledger entry.' });

const binSchema = z
  .object({
    from: share,
    to: share,
    count,
    mean: share,
    frequency: share,
    low: share.openapi({
      description: 'Of the interval of 95 % of the frequency (Wilson), as of so many trials as stretches.',
    }),
    high: share,
    stretches: count,
    entries: z.array(number).readonly().openapi({ description: 'Ledger entries, the latest fifty.' }),
  })
  .openapi('ScoreBin', {
    description: 'Forecasts of about the same probability, and how often they came out yes.',
  });

const figures = {
  horizon: count.openapi({ description: 'Days.' }),
  isReplay: z
    .boolean()
    .openapi({ description: 'Made by going through kept pages again, not while they came in.' }),
  settled: count,
  yes: count,
  outcomes: count.optional().openapi({ description: 'Incidents behind the yeses.' }),
  open: count,
  void: count,
  late: count.openapi({ description: 'Of those settled: after the deadline.' }),
  corrected: count.openapi({
    description: 'Of those settled: by more than one settlement, the first having been wrong.',
  }),
  stretches: count.openapi({
    description: 'Stretches of time, as long as the horizon, with a settled forecast.',
  }),
  quiet: count.openapi({ description: 'Of these without a yes.' }),
  isEnough: z
    .boolean()
    .openapi({ description: 'False: too few outcomes or quiet stretches to say more than chance.' }),
  brier: z.number().optional(),
  baseRateBrier: z.number().optional(),
  logScore: z
    .number()
    .optional()
    .openapi({ description: 'Mean of -ln of the probability given to what came about.' }),
  baseRateLogScore: z.number().optional(),
  skill: z.number().optional().openapi({ description: '1 - brier / baseRateBrier.' }),
  skillInterval: z
    .object({ low: z.number(), high: z.number() })
    .optional()
    .openapi({ description: 'Interval of 95 %, by the block bootstrap over stretches of time.' }),
  calibrationError: z.number().optional(),
  bins: z.array(binSchema).readonly(),
  replayed: count,
};

export const ScoreRowSchema = z
  .object({ problem: z.string(), ...figures })
  .openapi('ScoreRow', { description: 'Scores of one problem and horizon over the settled forecasts.' });

const overallScoreSchema = z
  .object({ problems: count, ...figures })
  .openapi('OverallScore', { description: 'Scores of all problems together, of one horizon.' });

const outcome = { day: z.string(), incident: z.string().optional(), settlement: number };

const levelScoreSchema = z
  .object({
    level: z.enum(LEVELS),
    hits: z
      .array(z.object({ ...outcome, lead: z.number().openapi({ description: 'Days.' }), entry: number }))
      .readonly()
      .openapi({ description: 'Outcomes on whose eve the level stood.' }),
    misses: z.array(z.object(outcome)).readonly(),
    falseAlarms: z
      .array(z.object({ from: z.string(), to: z.string(), entry: number, last: number }))
      .readonly()
      .openapi({ description: 'Times at the level that ended without an outcome.' }),
    share: share.openapi({
      description: 'Of the time in which the level stood: one that always stands warns of nothing.',
    }),
    isStanding: z.boolean(),
    lead: z.number().optional().openapi({ description: 'Median of the hits, in days.' }),
    falseAlarmsPerMonth: z.number().optional(),
  })
  .openapi('LevelScore', { description: 'What warnings at or above one level were worth.' });

const warningScoreSchema = z
  .object({
    problem: z.string(),
    isReplay: z.boolean(),
    from: z.string(),
    to: z.string(),
    outcomes: count,
    isEnough: z.boolean(),
    levels: z.array(levelScoreSchema).readonly(),
  })
  .openapi('WarningScore', { description: 'What the warnings of one problem were worth, level by level.' });

export const ScoreReportSchema = z
  .object({
    kind: z.literal('score report'),
    asOf: z.string().openapi({ description: 'ISO 8601 instant: nothing later was used.' }),
    last: z.object({ number, hash: HashSchema }).optional().openapi({
      description:
        'The last ledger entry that was scored: keep it to tell later whether the record was changed.',
    }),
    overall: z.array(overallScoreSchema).readonly(),
    rows: z.array(ScoreRowSchema).readonly(),
    warnings: z.array(warningScoreSchema).readonly(),
  })
  .openapi('ScoreReport', { description: 'The record in figures.' });
