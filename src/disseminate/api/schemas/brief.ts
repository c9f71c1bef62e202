import { z } from '@hono/zod-openapi';
import { BRIEF_SECTIONS, CLAIM_FIELDS } from '../../../model/brief.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { IncidentSchema } from './picture.ts';

import { AssessmentSchema, asOf } from './warning.ts';

/* Briefs. */

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
