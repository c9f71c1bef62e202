import { z } from '@hono/zod-openapi';
import { BRIEF_SECTIONS, CLAIM_FIELDS } from '../../../model/brief.ts';
import { CERTAINTIES } from '../../../model/claim.ts';
import {
  BASE_RATE_METHODS,
  CONFIDENCES,
  INDICATOR_STATES,
  SETTLED_OUTCOMES,
} from '../../../model/forecast.ts';
import { CREDIBILITIES } from '../../../model/grade.ts';
import { PROBABILITY_WORDS } from '../../../model/probability.ts';
import { FAKE_COSTS, LEVELS, REVERSIBILITIES } from '../../../model/problem.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { IncidentSchema, OriginTreeSchema } from './picture.ts';
import { ScoreRowSchema } from './score.ts';
import { by, HashSchema } from './spans.ts';

/* What is thought about the warning problems, and what was filed. */

export const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
export const asOf = z.string().openapi({ description: 'ISO 8601 instant: nothing later was used.' });
export const strings = z.array(z.string()).readonly();
export const level = z.enum(LEVELS);
const confidence = z.enum(CONFIDENCES).openapi({ description: 'How good the evidence is.' });
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

const coverageSchema = z
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

const state = z.enum(INDICATOR_STATES);

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
    strength: z.enum(['slight', 'moderate', 'strong', 'very strong']),
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
          cells: z.array(z.number()).readonly().openapi({
            description:
              'Log-likelihood ratios in the order of the hypotheses, each to the answer no as a whole, given the rows above.',
          }),
          diagnosticity: z.number().nonnegative(),
        }),
      )
      .readonly(),
    next: z
      .array(z.object({ id: z.string(), title: z.string(), gain: z.number() }))
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

const told = strings.openapi({ description: 'Who is told at that level: posts and desks.' });
const weightSourceSchema = z
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

const partSchema = z
  .object({
    text: z.string(),
    from: z
      .union([
        z.object({ kind: z.literal('claim'), claim: z.string(), field: z.enum(CLAIM_FIELDS) }),
        z.object({ kind: z.literal('problem'), field: z.string() }),
        z.object({ kind: z.literal('computed'), value: z.string() }),
      ])
      .optional(),
  })
  .openapi('SentencePart', {
    description:
      'A stretch of a sentence and where it is from: a claim, a field of the problem’s file, or the computation. Without a source it is ' +
      'wording of the template.',
  });

const sentenceSchema = z
  .object({
    text: z.string().openapi({ description: 'Its parts, put together.' }),
    parts: z.array(partSchema).readonly(),
    claims: z.array(ClaimRefSchema).readonly(),
    fields: z
      .array(z.string())
      .readonly()
      .optional()
      .openapi({ description: 'Fields of the problem’s file that it stands on.' }),
  })
  .openapi('Sentence', {
    description: 'A sentence of ours with the claims, or the definitions, that it stands on.',
  });

const briefSectionSchema = z
  .object({
    name: z.enum(BRIEF_SECTIONS),
    heading: z.string(),
    sentences: z.array(sentenceSchema).readonly(),
  })
  .openapi('BriefSection');

export const BriefSchema = z
  .object({
    kind: z.literal('brief'),
    problem: z.string(),
    title: z.string(),
    question: z.string(),
    asOf,
    since: asOf.optional().openapi({ description: 'The instant with which it is compared.' }),
    assessment: AssessmentSchema,
    incidents: z.array(IncidentSchema).readonly(),
    sections: z.array(briefSectionSchema).readonly(),
    dropped: z
      .array(z.object({ section: z.enum(BRIEF_SECTIONS), problem: z.string() }))
      .readonly()
      .optional()
      .openapi({ description: 'Sentences that were left out since they could not be traced.' }),
    tlp: z.string().openapi({ description: 'TLP 2.0 marking.', example: 'CLEAR' }),
    engine: z.string(),
  })
  .openapi('Brief', { description: 'An assessment told in sentences.' });

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
  })
  .openapi('Board');
