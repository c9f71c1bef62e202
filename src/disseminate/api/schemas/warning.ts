import { z } from '@hono/zod-openapi';
import { CERTAINTIES } from '../../../model/claim.ts';
import { BASE_RATE_METHODS, CONFIDENCES, INDICATOR_STATES } from '../../../model/forecast.ts';
import { CREDIBILITIES } from '../../../model/grade.ts';
import { PROBABILITY_WORDS } from '../../../model/probability.ts';
import { FAKE_COSTS, LEVELS, REVERSIBILITIES } from '../../../model/problem.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { OriginTreeSchema } from './origin-tree.ts';
import { by } from './spans.ts';

/* What is thought about the warning problems, and what was filed. */

export const count = z.int().nonnegative();
export const share = z.number().min(0).max(1);
export const asOf = z.string().openapi({ description: 'ISO 8601 instant: nothing later was used.' });
export const strings = z.array(z.string()).readonly();
export const level = z.enum(LEVELS);
export const confidence = z.enum(CONFIDENCES).openapi({ description: 'How good the evidence is.' });
const strengthSchema = z.enum(['slight', 'moderate', 'strong', 'very strong']);
export const direction = z.enum(['for', 'against']);

export const ProbabilitySchema = z
  .object({ p: share, low: share, high: share, word: z.enum(PROBABILITY_WORDS) })
  .openapi('Probability', {
    description: 'A probability, the interval in which it lies with 80 %, and its word (ICD 203).',
  });

const baseRateSchema = z
  .object({
    method: z.enum(BASE_RATE_METHODS).openapi({
      description:
        'Whether it was made from days with and without an incident, or from imported events of all pairs of actors.',
    }),
    horizons: z.array(z.object({ days: count, probability: ProbabilitySchema })).readonly(),
    rate: z.number().nonnegative().openapi({ description: 'Expected incidents a day.' }),
    incidents: z
      .array(z.object({ id: z.string(), day: z.string(), claims: z.array(ClaimRefSchema).readonly() }))
      .readonly(),
    history: count.openapi({ description: 'Past incidents from imported history.' }),
    days: z.number().nonnegative().openapi({ description: 'Days observed.' }),
    notes: strings,
  })
  .openapi('BaseRate', { description: 'How often it happened before.' });

export const coverageSchema = z
  .object({
    expected: strings,
    delivered: strings,
    share: share.optional(),
    dead: z
      .array(z.object({ name: z.string(), lastHeard: z.string() }))
      .readonly()
      .optional()
      .openapi({ description: 'Those expected that are silent for much longer than is usual with them.' }),
  })
  .openapi('Coverage', {
    description:
      'Outlets that would report something, those of them that delivered in the last day, and their share.',
  });

export const state = z.enum(INDICATOR_STATES);

const readingSchema = z
  .object({
    origin: z.string(),
    seen: z.string().openapi({ description: 'Instant from which its age is counted.' }),
    certainty: z.enum(CERTAINTIES),
    grade: z.enum(CREDIBILITIES).optional(),
    reliability: share.openapi({ description: 'Of a fresh reading.' }),
    weight: share.openapi({
      description: 'What is left of it by its age, and by what its origin does elsewhere.',
    }),
  })
  .openapi('IndicatorReading', { description: 'What one independent origin counts for.' });

const learnedSchema = z
  .object({ stated: z.number(), value: z.number(), outcomes: z.number().nonnegative() })
  .openapi('LearnedWeight', {
    description:
      'A weight re-estimated from outcomes: logarithms of likelihood ratios at full weight, by the word and as learned.',
  });

const contributionSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    why: z.string(),
    direction,
    strength: strengthSchema,
    state,
    logOdds: z.number().openapi({ description: 'Added to the log-odds; 0 where not observed.' }),
    weight: share.openapi({ description: 'How much of its strength counts now.' }),
    window: z
      .object({
        from: z.string(),
        to: z.string(),
        follows: z
          .object({ incident: z.string(), day: z.string(), claims: z.array(ClaimRefSchema).readonly() })
          .optional()
          .openapi({ description: 'The incident that its days are counted from.' }),
      })
      .optional(),
    lastSeen: z.string().optional(),
    costToFake: z.enum(FAKE_COSTS).optional(),
    reversible: z.enum(REVERSIBILITIES).optional(),
    coverage: coverageSchema.optional(),
    readings: z.array(readingSchema).readonly().optional(),
    learned: learnedSchema.optional(),
    tree: OriginTreeSchema,
  })
  .openapi('Contribution', { description: 'What one indicator or window does to the probability.' });

const matrixSchema = z
  .object({
    hypotheses: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          why: z.string(),
          answer: z.enum(['yes', 'no']),
          share: z.number().positive().optional().openapi({
            description: 'By the problem’s file; absent where it names no hypotheses.',
          }),
          prior: share,
          posterior: share,
        }),
      )
      .readonly(),
    rows: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          state,
          tells: z.record(z.string(), strengthSchema).optional().openapi({
            description:
              'By id of a hypothesis: how much more often the row is seen there, by the problem’s file.',
          }),
          cells: z.array(z.number()).readonly().openapi({
            description:
              'Log-likelihood ratios in the order of the hypotheses, each to the answer no as a whole, given the rows above.',
          }),
          diagnosticity: z.number().nonnegative(),
        }),
      )
      .readonly(),
    next: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          gain: z.number(),
          ifSeen: share.openapi({
            description: 'Probability of the leading horizon if one confirmed origin told of it today.',
          }),
        }),
      )
      .readonly()
      .openapi({
        description: 'What it would tell most to look for: expected reduction of uncertainty in bits.',
      }),
  })
  .openapi('Matrix', {
    description: 'Evidence against hypotheses: a view of how the probability was computed.',
  });

const side = { id: z.string(), title: z.string() };

const ladderSchema = z
  .object({
    sides: z.array(z.object(side)).readonly(),
    rungs: strings,
    steps: z
      .array(
        z.object({
          incident: z.string(),
          title: z.string(),
          day: z.string(),
          side: z.string(),
          assumed: z.literal(true).optional().openapi({
            description:
              'Nobody is named, or only by those who blame: it is taken for the deed of the side that outcomes come from.',
          }),
          rung: z.int().positive(),
          claims: z.array(ClaimRefSchema).readonly(),
          answers: z
            .object({
              incident: z.string(),
              lag: z.number().openapi({ description: 'Days.' }),
              change: z.int().openapi({ description: 'Rungs up, or down.' }),
              said: z.boolean().openapi({ description: 'Whether the text says that it is an answer.' }),
            })
            .optional(),
        }),
      )
      .readonly(),
    notes: strings.openapi({ description: 'What could not be made a step, and how often.' }),
    due: z
      .object({
        incident: z.string(),
        side: z.string(),
        days: z.number(),
        usual: z.object({ median: z.number(), longest: z.number(), answered: count, of: count }).optional(),
      })
      .optional(),
  })
  .openapi('Ladder', { description: 'Who did what in answer to what, and whose reply is due.' });

export const told = strings.openapi({ description: 'Who is told at that level: posts and desks.' });
export const weightSourceSchema = z
  .object({
    learned: count,
    outcomes: z.number().nonnegative(),
    yes: z.number().nonnegative(),
    needed: count,
  })
  .openapi('WeightSource', {
    description:
      'How many weights were learned, from how many settled outcomes (overlapping ones counted as one), and how many are needed.',
  });

export const AssessmentSchema = z
  .object({
    kind: z.literal('assessment'),
    problem: z.string(),
    problemVersion: z.string(),
    title: z.string(),
    question: z.string(),
    asOf,
    horizons: z
      .array(z.object({ days: count, probability: ProbabilitySchema, baseRate: ProbabilitySchema }))
      .readonly(),
    leading: z
      .int()
      .positive()
      .openapi({ description: 'Horizon that sets the level and for which the contributions are judged.' }),
    level,
    told: told.optional(),
    confidence,
    confidenceWhy: z.string(),
    baseRate: baseRateSchema,
    contributions: z.array(contributionSchema).readonly(),
    coverage: coverageSchema.optional(),
    weights: weightSourceSchema.optional(),
    matrix: matrixSchema.optional(),
    ladder: ladderSchema.optional(),
    reports: count.openapi({ description: 'Reports that were looked at.' }),
    gaps: strings,
    by,
  })
  .openapi('Assessment', { description: 'What is thought about one problem at one instant.' });
