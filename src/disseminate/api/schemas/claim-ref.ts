import { z } from '@hono/zod-openapi';
import { STANCES } from '../../../model/claim.ts';
import { HashSchema, spanFields } from './spans.ts';

export const ClaimRefSchema = z
  .object({
    ...spanFields,
    document: HashSchema,
    claim: z.string(),
    words: z.string().openapi({ description: "The words of the claim's content." }),
    stance: z.enum(STANCES).optional(),
    outlet: z.string().optional(),
    title: z.string().optional(),
    published: z.string().optional(),
  })
  .openapi('ClaimRef', { description: 'A claim of a kept document: where a figure or a sentence leads to.' });
