import { z } from '@hono/zod-openapi';
import { EXPORT_FORMATS, EXPORTED } from '../../../model/exporting.ts';
import { AUDIENCES, MARKINGS } from '../../../model/marking.ts';
import { AsOfSchema, ProblemIdSchema } from '../parameters.ts';

/* What leaves in formats of others. */

export const ExportFormatSchema = z.object({
  format: z.enum(EXPORT_FORMATS).openapi({ param: { name: 'format', in: 'path' } }),
});

export const ExportRequestSchema = AsOfSchema.extend({
  of: z
    .enum(EXPORTED)
    .optional()
    .openapi({
      description:
        'What it holds: `cap` alerts; `stix` alerts or brief; `geojson` incidents; `csv` and `ndjson` incidents, claims, events or alerts; ' +
        '`ndjson` documents too. The first of these if absent.',
    }),
  problem: ProblemIdSchema.shape.id.optional().openapi({
    param: { name: 'problem', in: 'query' },
    description: 'Of this warning problem: its alert or brief, or what it rests on.',
  }),
  tlp: z
    .enum(MARKINGS)
    .optional()
    .openapi({ description: 'A stricter marking than its own (TLP 2.0); `+` as `%2B`.' }),
  for: z.enum(AUDIENCES).optional().openapi({
    description: 'Whom it is for; `desk` if absent. What is marked for fewer is refused.',
  }),
});

export const SealedSchema = z
  .object({
    content: z.object({
      kind: z.literal('export'),
      version: z.literal(1),
      format: z.enum(EXPORT_FORMATS),
      of: z.enum(EXPORTED),
      problem: z.string().optional(),
      asOf: z.string(),
      tlp: z.enum(MARKINGS),
      sha256: z.string(),
      bytes: z.int(),
      engine: z.string(),
    }),
    signature: z.object({ algorithm: z.literal('Ed25519'), key: z.string(), value: z.string() }),
  })
  .openapi('SignedExport', { description: 'The signature of an exported file, to stand beside it.' });
