import { z } from '@hono/zod-openapi';
import { LEVELS } from '../../../model/problem.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { asOf, count, level, ProbabilitySchema, strings } from './warning.ts';

/* What would have been warned when. */

const share = z.number().min(0).max(1);
const confidence = z.enum(['low', 'moderate', 'high']);

const mean = z
  .object({ mean: z.number(), low: z.number().optional(), high: z.number().optional() })
  .openapi('ReplayMean', { description: 'A mean with its interval of 95 %, by resampling blocks of days.' });

const filed = z.object({
  number: z.int().positive(),
  p: share,
  level,
  otherVersion: z.boolean().optional(),
  likeness: z.enum(['same', 'close', 'other']).openapi({
    description: '`close`: nothing new would have been filed over the difference.',
  }),
});

const step = z
  .object({
    asOf,
    level,
    confidence,
    horizons: z
      .array(
        z.object({
          days: count,
          probability: ProbabilitySchema,
          baseRate: ProbabilitySchema,
          outcome: z.enum(['yes', 'no', 'void', 'open']),
          filed: filed.optional().openapi({ description: 'The forecast on record that stood then.' }),
        }),
      )
      .readonly(),
    observed: z.array(z.object({ id: z.string(), logOdds: z.number() })).readonly(),
    reports: count,
  })
  .openapi('ReplayStep', { description: 'One moment: nothing later was used but for how it came out.' });

export const ReplaySchema = z
  .object({
    kind: z.literal('replay'),
    problem: z.string(),
    problemVersion: z.string(),
    title: z.string(),
    question: z.string(),
    from: z.string(),
    to: z.string(),
    asOf: z.string().openapi({ description: 'Up to when outcomes are known.' }),
    step: z.int().positive().openapi({ description: 'Milliseconds.' }),
    leading: z.int().positive().openapi({ description: 'Horizon that sets the level, in days.' }),
    without: strings,
    steps: z.array(step).readonly(),
    warnings: z
      .array(z.object({ asOf: z.string(), from: level, to: level, p: share }))
      .readonly()
      .openapi({ description: 'Changes of level.' }),
    outcomes: z
      .array(
        z.object({
          incident: z.string(),
          day: z.string(),
          knownSince: z.string(),
          claims: z.array(ClaimRefSchema).readonly(),
        }),
      )
      .readonly(),
    alarms: z
      .array(
        z.object({
          level: z.enum(LEVELS),
          hits: z
            .array(z.object({ incident: z.string().optional(), day: z.string(), lead: z.number() }))
            .readonly()
            .openapi({ description: 'Outcomes on whose eve the level stood, after so many days.' }),
          misses: z.array(z.object({ incident: z.string().optional(), day: z.string() })).readonly(),
          falseAlarms: z.array(z.object({ from: z.string(), to: z.string() })).readonly(),
          share: share.openapi({ description: 'Share of the time at the level or above.' }),
          isStanding: z.boolean(),
          lead: z.number().optional().openapi({ description: 'Median of the days of the hits.' }),
          falseAlarmsPerMonth: z.number().nonnegative().optional(),
        }),
      )
      .readonly(),
    scores: z
      .array(
        z.object({
          horizon: count,
          settled: count,
          yes: count,
          outcomes: count.optional(),
          open: count,
          void: count,
          stretches: count,
          quiet: count,
          isEnough: z.boolean().openapi({ description: 'Whether this says more than chance.' }),
          skill: z.number().optional(),
          skillInterval: z.object({ low: z.number(), high: z.number() }).optional(),
          brier: mean.optional(),
          baseRateBrier: mean.optional(),
          gain: mean.optional().openapi({ description: 'Above 0 the engine is better than the base rate.' }),
        }),
      )
      .readonly(),
    ablation: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          observed: share,
          logOdds: z.number().optional(),
          horizons: z.array(z.object({ days: count, added: mean.optional() })).readonly(),
        }),
      )
      .readonly()
      .optional()
      .openapi({ description: 'What each sign adds: the Brier score without it less the one with it.' }),
    engine: z.string(),
  })
  .openapi('Replay', { description: 'What would have been warned when, against what came and the record.' });
