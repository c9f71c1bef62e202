import { z } from '@hono/zod-openapi';
import {
  CLAIM_OUTCOMES,
  CREDIBILITIES,
  GRADED_TYPES,
  INFORMATION_RULES,
  OUTCOME_REASONS,
  RELIABILITIES,
  SOURCE_KINDS,
} from '../../../model/grade.ts';
import { ClaimRefSchema } from './claim-ref.ts';

/* Admiralty grades: of sources by letter, of information by digit, apart. */

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const refs = z.array(ClaimRefSchema).readonly();
const workedOut = 'What follows from what is known, whatever a person has set.';

const setGradeSchema = z
  .object({ judgement: z.string(), by: z.string(), made: z.string(), note: z.string() })
  .openapi('SetGrade', { description: 'A person of the desk has set the grade: who, when and why.' });

export const CredibilitySchema = z
  .enum(CREDIBILITIES)
  .openapi('Credibility', { description: 'Credibility of information, 1 to 6 (Admiralty).' });

const reliabilitySchema = z
  .enum(RELIABILITIES)
  .openapi('Reliability', { description: 'Reliability of a source, A to F (Admiralty).' });

const markFields = {
  source: z.string().openapi({ description: 'Key of its record.', example: 'harbour wire' }),
  name: z.string(),
  type: z.enum(SOURCE_KINDS),
  grade: reliabilitySchema,
  isSet: z.boolean().openapi({ description: 'True where a person has set it.' }),
};

export const SourceMarkSchema = z
  .object(markFields)
  .openapi('SourceMark', { description: 'A source with its grade.' });

const countsSchema = z
  .object(
    Object.fromEntries(CLAIM_OUTCOMES.map((outcome) => [outcome, count])) as Record<
      (typeof CLAIM_OUTCOMES)[number],
      typeof count
    >,
  )
  .openapi('OutcomeCounts', {
    description: 'Claims of its own by what became of them, one for each incident.',
  });

const sourceGradeFields = {
  ...markFields,
  kind: z.literal('sourceGrade'),
  workedOut: reliabilitySchema.openapi({ description: workedOut }),
  set: setGradeSchema.optional(),
  reason: z.string(),
  counts: countsSchema,
  settled: count.openapi({ description: 'Claims that came out one way or the other.' }),
  settledReports: count.openapi({ description: 'Reports that they stand in.' }),
  reports: count,
  relays: count.openapi({ description: 'Reports that only repeat others.' }),
  share: z
    .object({ mean: share, low: share, high: share })
    .openapi({ description: 'Share of its claims that hold, with its interval of 80 %.' }),
};

export const SourceGradeSchema = z
  .object(sourceGradeFields)
  .openapi('SourceGrade', { description: 'A source with its record in numbers and its grade.' });

const trackedClaimSchema = z
  .object({
    incident: z.string(),
    title: z.string(),
    outcome: z.enum(CLAIM_OUTCOMES),
    reason: z.enum(OUTCOME_REASONS),
    why: z.string(),
    claim: ClaimRefSchema,
    others: refs.openapi({ description: 'What confirms or contradicts it.' }),
  })
  .openapi('TrackedClaim', {
    description: 'What a source reported first or on its own, and what became of it.',
  });

const sourceRecordSchema = z
  .object({ ...sourceGradeFields, claims: z.array(trackedClaimSchema).readonly() })
  .openapi('SourceRecord', { description: "A source's grade with every claim that it rests on." });

const originCountsSchema = z
  .object({ confirmed: count, possible: count })
  .openapi('OriginCounts', { description: 'Numbers of origins; never added up.' });

export const InformationGradeSchema = z
  .object({
    grade: CredibilitySchema,
    workedOut: CredibilitySchema.openapi({ description: workedOut }),
    set: setGradeSchema.optional(),
    rule: z.enum(INFORMATION_RULES).openapi({ description: 'The line of the written rule.' }),
    reason: z.string(),
    for: originCountsSchema,
    against: originCountsSchema,
    claimsFor: refs,
    claimsAgainst: refs,
    disputed: z.array(z.string()).readonly().openapi({
      description: 'What of it is told in ways that cannot all hold, and is not what is graded.',
    }),
  })
  .openapi('InformationGrade', { description: 'How credible it is, from origins and contradictions alone.' });

const gradeChangeSchema = z
  .object({
    judgement: z.string(),
    made: z.string(),
    by: z.string(),
    of: z.string().openapi({ description: "A source's key, an incident's id, or a claim as `sha256:…#c1`." }),
    type: z.enum(GRADED_TYPES),
    value: z.string().optional(),
    withdraws: z.string().optional().openapi({ description: 'Id of the judgement that was withdrawn.' }),
    note: z.string(),
    stands: z.boolean(),
  })
  .openapi('GradeChange', { description: 'One change of a grade by a person.' });

const log = z.array(gradeChangeSchema).readonly().openapi({ description: 'Who changed what, oldest first.' });

export const GradeListSchema = z
  .object({
    kind: z.literal('grades'),
    asOf: z.string(),
    rows: z.array(SourceGradeSchema).readonly(),
    total: count,
    log,
  })
  .openapi('GradeList', { description: 'The sources with their grades, and who has changed any grade.' });

export const GradeDetailSchema = z
  .object({
    kind: z.literal('grade'),
    asOf: z.string(),
    of: z.string(),
    type: z.enum(GRADED_TYPES),
    source: sourceRecordSchema.optional(),
    information: InformationGradeSchema.optional(),
    sources: z.array(SourceMarkSchema).readonly(),
    log,
  })
  .openapi('GradeDetail', { description: 'Everything on the grade of one source, incident or claim.' });
