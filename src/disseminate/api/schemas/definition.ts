import { z } from '@hono/zod-openapi';
import { LEVELS } from '../../../model/problem.ts';
import { HashSchema } from './spans.ts';

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
