import { z } from '@hono/zod-openapi';
import { DECISION_LIMITS } from '../../../model/decision.ts';
import { LEVELS, STRENGTHS, type Strength } from '../../../model/problem.ts';
import { HashSchema } from './spans.ts';
import { AssessmentSchema } from './warning.ts';

/* Problem files as they can be read and edited. */

/** Characters that a definition may have; bytes are bounded where it comes in. */
const LONGEST = 256_000;

const text = z.string().max(LONGEST).openapi({ description: 'The YAML of the file, comments included.' });

const versionRowSchema = z
  .object({
    problem: z.string(),
    version: HashSchema,
    since: z.string().openapi({ description: 'ISO 8601 instant since when it was used.' }),
    file: z.string().openapi({ description: 'Name of the file, without its folder.' }),
  })
  .openapi('ProblemVersion', { description: 'A version of a problem file that came into use.' });

const faultSchema = z
  .object({ line: z.int().positive(), message: z.string() })
  .openapi('DefinitionFault', { description: 'One thing that is wrong, with its line.' });

export const DefinitionSchema = z
  .object({
    kind: z.literal('definition'),
    problem: z.string(),
    version: HashSchema,
    text,
    file: z.string(),
    isOwn: z
      .boolean()
      .openapi({ description: 'Whether it is the desk’s own; else it comes with the program.' }),
    isCurrent: z.boolean().openapi({ description: 'Whether it is the version in use.' }),
    faults: z.array(faultSchema).readonly().openapi({
      description: 'What is wrong with a file that cannot be used as it stands; of any other nothing.',
    }),
    tell: z
      .array(z.object({ at: z.enum(LEVELS), who: z.string() }))
      .readonly()
      .openapi({ description: 'Who is told, and from which level on.' }),
    versions: z
      .array(versionRowSchema)
      .readonly()
      .openapi({ description: 'Those that came into use, newest first.' }),
  })
  .openapi('Definition', { description: 'A problem file as it can be read and edited.' });

export const DefinitionDraftSchema = z
  .strictObject({
    text,
    base: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits')
      .optional()
      .openapi({
        description:
          'The version that was edited; left out of a problem that is new. Where another one is in use by now, nothing is written.',
      }),
  })
  .openapi('DefinitionDraft', { description: 'What a problem file is to hold.' });

export const DefinitionCheckSchema = z
  .strictObject({ text })
  .openapi('DefinitionCheck', { description: 'A text to be checked.' });

export const DefinitionFaultsSchema = z
  .object({
    faults: z.array(faultSchema).readonly(),
  })
  .openapi('DefinitionFaults', {
    description: 'What is wrong with a problem file; nothing where it can be used.',
  });

const line = z.string().trim().min(1).max(300);
const id = z.string().min(1).max(200);
const strength = z.enum(Object.keys(STRENGTHS) as [Strength, ...Strength[]]);
const answerShare = z.number().positive().max(1_000);

const editSchema = z
  .discriminatedUnion('edit', [
    z.strictObject({ edit: z.literal('strength'), sign: id, strength }),
    z.strictObject({
      edit: z.literal('tells'),
      sign: id,
      hypothesis: id,
      strength: strength.optional().openapi({ description: 'Left out: as often as under the others.' }),
    }),
    z.strictObject({ edit: z.literal('share'), hypothesis: id, share: answerShare }),
    z.strictObject({
      edit: z.literal('hypothesis'),
      title: line,
      why: line,
      answer: z.enum(['yes', 'no']),
      share: answerShare,
    }),
    z.strictObject({
      edit: z.literal('indicator'),
      title: line,
      why: line,
      direction: z.enum(['for', 'against']),
      strength,
      halfLife: z.number().positive().max(3_650),
      words: z.array(line).min(1).max(50).readonly(),
    }),
  ])
  .openapi('DefinitionEdit', { description: 'One change of a problem file.' });

export const DefinitionEditsSchema = z
  .strictObject({
    base: HashSchema.openapi({ description: 'The version that is edited.' }),
    edits: z.array(editSchema).min(1).max(100).readonly(),
    by: z.string().max(DECISION_LIMITS.by).optional().openapi({
      description: 'Who changes it; passed over where somebody is logged in, else required.',
    }),
    note: z
      .string()
      .max(DECISION_LIMITS.note)
      .openapi({ description: 'Why. Both are kept at the end of the file.' }),
  })
  .openapi('DefinitionEdits', { description: 'Changes of a problem file with who makes them and why.' });

export const DefinitionTrialSchema = z
  .object({
    text,
    faults: DefinitionFaultsSchema.shape.faults,
    assessment: AssessmentSchema.optional().openapi({
      description: 'What would be thought now; absent where the text has faults.',
    }),
  })
  .openapi('DefinitionTrial', { description: 'What would become of a problem; nothing was written.' });
