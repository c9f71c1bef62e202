import { z } from '@hono/zod-openapi';
import { DECISION_LIMITS } from '../../../model/decision.ts';
import { CLAIM_FIELDS, EVENT_FIELDS } from '../../../model/field-correction.ts';
import { CREDIBILITIES, RELIABILITIES } from '../../../model/grade.ts';
import { VERDICTS } from '../../../model/judgement.ts';
import type { Hash } from '../../../model/page.ts';
import { SetAsideSchema } from './correction.ts';
import { CorrectedSchema, FieldCorrectionSchema } from './field-correction.ts';
import { HashSchema } from './spans.ts';

/* What people of the desk decided, and what they may send to decide it. */

const partId = (what: string) =>
  z
    .string()
    .min(1)
    .max(64)
    .openapi({ description: `The id of ${what}.` });
const thingId = z.string().min(1).max(200);

const HASH = /^sha256:[0-9a-f]{64}$/;
/** What is sent must be a whole id: what is meant must not change when more documents come in. */
const wholeId = z
  .custom<Hash>(
    (value) => typeof value === 'string' && HASH.test(value),
    'must be sha256: and 64 hexadecimal digits',
  )
  .openapi({ type: 'string', description: 'The whole id of a document.' });

const things = {
  claim: z.object({
    type: z.literal('claim'),
    document: HashSchema,
    claim: z.string(),
    event: z.string().optional(),
  }),
  document: z.object({ type: z.literal('document'), document: HashSchema }),
  incident: z.object({
    type: z.literal('incident'),
    incident: thingId,
    documents: z.array(HashSchema).readonly().optional(),
  }),
  story: z.object({
    type: z.literal('story'),
    story: thingId,
    documents: z.array(HashSchema).readonly().optional(),
  }),
  source: z.object({ type: z.literal('source'), source: thingId }),
  actor: z.object({ type: z.literal('actor'), actor: thingId }),
};

const thingSchema = z
  .discriminatedUnion('type', [
    things.claim,
    things.document,
    things.incident,
    things.story,
    things.source,
    things.actor,
  ])
  .openapi('JudgedThing', { description: 'What a judgement is of.' });

const judgementFields = {
  kind: z.literal('judgement'),
  id: z.string().openapi({ description: 'In the order in which they were made.', example: 'j3' }),
  made: z.string().openapi({ description: 'ISO 8601 instant since when it holds.' }),
  by: z
    .string()
    .openapi({ description: 'Who decided: their account, or without one a name that they gave.' }),
  of: thingSchema,
  verdict: z.enum(VERDICTS),
  value: z.string().optional(),
  correction: FieldCorrectionSchema.optional(),
  note: z.string(),
};

export const JudgementSchema = z
  .object(judgementFields)
  .openapi('Judgement', { description: 'Something that a person of the desk decided, with the reason.' });

export const DecisionListSchema = z
  .object({
    rows: z
      .array(
        z
          .object({
            ...judgementFields,
            withdrawnBy: z
              .string()
              .optional()
              .openapi({ description: 'Id of the judgement that withdrew it; absent while it holds.' }),
            about: z.string().optional().openapi({ description: 'The words of the claim, or a title.' }),
            outlet: z.string().optional(),
            isFound: z.boolean().optional().openapi({
              description: 'Whether what it is of is still found; absent where that cannot be told.',
            }),
          })
          .openapi('DecisionRow'),
      )
      .readonly(),
    total: z.int().nonnegative(),
  })
  .openapi('DecisionList', { description: 'Who decided what, newest first.' });

export const SetAsideListSchema = z
  .object({ rows: z.array(SetAsideSchema).readonly(), corrected: z.array(CorrectedSchema).readonly() })
  .openapi('SetAsideList', {
    description: 'What counts no longer, in the order of the text, and which fields a person put right.',
  });

const person = {
  by: z.string().min(1).max(DECISION_LIMITS.by).optional().openapi({
    description: 'Who decides; passed over where somebody is logged in, else required.',
    example: 'Ann Example',
  }),
  note: z.string().min(1).max(DECISION_LIMITS.note).openapi({ description: 'Why; a word or more.' }),
};
const value = z.string().min(1).max(DECISION_LIMITS.value);

const sent = {
  claim: z.strictObject({
    type: z.literal('claim'),
    document: wholeId,
    claim: partId('a claim of that document'),
    event: partId('one event of the claim; all of it if absent').optional(),
  }),
  document: z.strictObject({ type: z.literal('document'), document: wholeId }),
  incident: z.strictObject({ type: z.literal('incident'), incident: thingId }),
  story: z.strictObject({
    type: z.literal('story'),
    story: thingId,
    documents: z.array(wholeId).min(1).max(100).optional().openapi({
      description: 'Documents that do not belong to it; none of its pages belong together if absent.',
    }),
  }),
  source: z.strictObject({ type: z.literal('source'), source: thingId }),
  actor: z.strictObject({ type: z.literal('actor'), actor: thingId }),
};

const reliability = RELIABILITIES.join(', ');
const credibility = CREDIBILITIES.join(', ');

export const DecisionSchema = z
  .discriminatedUnion('verdict', [
    z
      .strictObject({
        ...person,
        verdict: z.literal('reject'),
        of: z.discriminatedUnion('type', [sent.claim, sent.document, sent.incident, sent.story, sent.source]),
        words: z.string().max(20_000).optional().openapi({
          description:
            'Of a claim: its words as they were seen. Where it has others by now, nothing is decided.',
        }),
      })
      .openapi('Rejection'),
    z
      .strictObject({
        ...person,
        verdict: z.literal('grade'),
        of: z.discriminatedUnion('type', [sent.source, sent.incident, sent.claim]),
        value: value.openapi({
          description: `Of a source one of ${reliability}; of an incident or a claim one of ${credibility}.`,
        }),
      })
      .openapi('Grading'),
    z
      .strictObject({
        ...person,
        verdict: z.enum(['alias', 'distinct']),
        of: sent.actor,
        value: value.openapi({ description: 'Another name of the actor, or the name of somebody else.' }),
      })
      .openapi('Naming'),
    z
      .strictObject({
        ...person,
        verdict: z.literal('merge'),
        of: sent.incident,
        value: value.openapi({ description: 'Id of the incident that it becomes a part of.' }),
      })
      .openapi('Merging'),
    z
      .strictObject({
        ...person,
        verdict: z.literal('split'),
        of: sent.incident.extend({
          documents: z.array(wholeId).min(1).max(100).openapi({
            description:
              'Documents whose mentions of it are another happening; some of its reports, not all.',
          }),
        }),
      })
      .openapi('Splitting'),
    z
      .strictObject({
        ...person,
        verdict: z.literal('correct'),
        of: sent.claim,
        field: z.enum([...CLAIM_FIELDS, ...EVENT_FIELDS]).openapi({
          description: `Of the claim: ${CLAIM_FIELDS.join(', ')}. Of an event of it: ${EVENT_FIELDS.join(', ')}.`,
        }),
        value: value.openapi({
          description:
            'A word of the field, or `none`. Of a time: a day, two with a slash between, or the id of a time of the reading. Of a place: its id. Of actors and recipients: ids of entities with commas between. Of a chain: positions of links as they stand, from 0, or ids of entities.',
          example: 'possible',
        }),
        words: z.string().max(20_000).optional().openapi({
          description: 'The words of the claim as they were seen.',
        }),
        instead: z.string().max(64).optional().openapi({
          description:
            'Id of the correction of that field that was seen; where another stands, nothing is decided.',
        }),
      })
      .openapi('Correction'),
    z
      .strictObject({
        ...person,
        verdict: z.literal('withdraw'),
        value: value.openapi({ description: 'Id of the judgement that is taken back.', example: 'j3' }),
      })
      .openapi('Withdrawal'),
  ])
  .openapi('Decision', { description: 'What a person decides.' });
