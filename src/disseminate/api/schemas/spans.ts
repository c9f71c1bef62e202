import { z } from '@hono/zod-openapi';

/* What many answers are made of: places in a text, hashes, and which stage made a value. */

export const offset = z.int().nonnegative();

export const spanFields = { start: offset, end: offset };
export const textSpanFields = { ...spanFields, text: z.string() };
export const by = z
  .string()
  .openapi({ description: 'Stage and version that made the value.', example: 'claim@1' });

export const HashSchema = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/)
  .openapi('Hash', { description: '`sha256:` followed by 64 lower-case hexadecimal digits.' });

export const SpanSchema = z
  .object(spanFields)
  .openapi('Span', { description: "UTF-16 offsets into the document's text, end exclusive." });

export const TextSpanSchema = z
  .object(textSpanFields)
  .openapi('TextSpan', { description: 'A range together with the characters found there.' });
