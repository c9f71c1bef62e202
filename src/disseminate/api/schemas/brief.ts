import { z } from '@hono/zod-openapi';
import { BRIEF_SECTIONS, CLAIM_FIELDS } from '../../../model/brief.ts';
import { ClaimRefSchema } from './claim-ref.ts';
import { IncidentSchema } from './picture.ts';

import { AssessmentSchema, asOf, count } from './warning.ts';

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
    own: z
      .object({ by: z.string() })
      .optional()
      .openapi({ description: 'Who wrote it, of a sentence that an analyst added.' }),
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
    edited: z
      .object({
        omitted: count,
        added: count,
        record: z.array(z.object({ by: z.string(), at: z.string() })).readonly(),
      })
      .optional()
      .openapi({ description: 'What analysts made of it; absent of one that is as the engine told it.' }),
    tlp: z.string().openapi({ description: 'TLP 2.0 marking.', example: 'CLEAR' }),
    engine: z.string(),
  })
  .openapi('Brief', { description: 'An assessment told in sentences.' });

const draftSentenceSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('engine'), text: z.string().max(5_000) }),
    z.strictObject({
      kind: z.literal('own'),
      text: z.string().max(2_000),
      claims: z
        .array(z.string().max(100))
        .max(50)
        .readonly()
        .openapi({ description: 'The claims that it cites: `sha256:…#c1`.' }),
      by: z.string().max(80).openapi({ description: 'Who wrote it; of a new one, whoever saves it.' }),
    }),
  ])
  .openapi('DraftSentence', {
    description: 'A sentence of the engine by its text, or one of an analyst with the claims it cites.',
  });

const draftSections = z
  .array(
    z.strictObject({
      name: z.enum(BRIEF_SECTIONS),
      sentences: z.array(draftSentenceSchema).max(200).readonly(),
    }),
  )
  .max(BRIEF_SECTIONS.length)
  .readonly();

const revision = count.openapi({ description: 'How often it was saved; 0 where nobody has.' });

export const DraftedBriefSchema = z
  .object({
    kind: z.literal('drafted brief'),
    draft: z.object({
      problem: z.string(),
      asOf,
      revision,
      sections: draftSections,
      record: z.array(z.object({ by: z.string(), at: z.string() })).readonly(),
    }),
    brief: BriefSchema.openapi({ description: 'Without the sentences that are marked.' }),
    whole: BriefSchema.openapi({ description: 'As the engine tells it.' }),
    marks: z
      .array(z.object({ section: z.enum(BRIEF_SECTIONS), index: count, problem: z.string() }))
      .readonly()
      .openapi({ description: 'What is wrong, sentence by sentence.' }),
  })
  .openapi('DraftedBrief', { description: 'A draft with the brief that it makes.' });

export const DraftChangeSchema = z
  .strictObject({
    asOf: z.iso.datetime({ offset: true }).openapi({ description: 'The instant as of which it tells.' }),
    revision: revision.openapi({
      description: 'The one that was edited; where another is kept, nothing is saved.',
    }),
    sections: draftSections,
    by: z.string().max(80).optional().openapi({
      description: 'Who saves it; passed over where somebody is logged in, else required.',
    }),
  })
  .openapi('DraftChange', { description: 'A draft as somebody saves it.' });

export const DraftRevisionSchema = z
  .object({ revision: z.coerce.number().pipe(z.int().min(0)) })
  .openapi('DraftRevision');

export const SignDraftSchema = z
  .strictObject({
    revision,
    send: z.boolean().openapi({ description: 'Whether it goes out by the channels that are set.' }),
  })
  .openapi('SignDraft', { description: 'Which draft is signed.' });

export const SignedBriefSchema = z
  .object({
    signed: z.object({
      content: BriefSchema,
      signature: z.object({ algorithm: z.literal('Ed25519'), key: z.string(), value: z.string() }),
    }),
    deliveries: z
      .array(
        z.object({ channel: z.string(), state: z.enum(['sent', 'failed']), problem: z.string().optional() }),
      )
      .readonly(),
  })
  .openapi('SignedBrief', { description: 'A brief with the desk’s signature, and how it arrived.' });
