import { z } from '@hono/zod-openapi';
import { CONFIDENCES } from '../../../model/forecast.ts';
import { HashSchema } from './spans.ts';
import { asOf, count, direction, level, ProbabilitySchema, strings } from './warning.ts';

/* What was told to whom, and how those answer who are listened to. */

const alertSchema = z
  .object({
    kind: z.literal('alert'),
    version: z.literal(1),
    id: z.string().openapi({ description: 'The same through an episode.' }),
    update: z.int().positive(),
    problem: z.string(),
    title: z.string(),
    question: z.string(),
    level,
    previousLevel: level,
    told: strings.optional().openapi({ description: 'Who is to be told.' }),
    horizon: count,
    probability: ProbabilitySchema,
    baseRate: ProbabilitySchema,
    confidence: z.enum(CONFIDENCES).optional().openapi({ description: 'How good the evidence is.' }),
    window: z
      .object({ id: z.string(), title: z.string(), from: z.string(), to: z.string() })
      .optional()
      .openapi({ description: 'The next window that counts, open or to come.' }),
    places: strings.optional().openapi({ description: 'Where the question is about.' }),
    earlier: z
      .array(z.object({ update: z.int().positive(), issued: z.string() }))
      .readonly()
      .optional()
      .openapi({ description: 'Earlier messages of the same episode, oldest first.' }),
    asOf,
    issued: z.string(),
    reasons: z.array(z.object({ direction, text: z.string(), claims: strings })).readonly(),
    forecast: HashSchema.openapi({ description: 'Ledger entry that it tells of.' }),
    tlp: z.string(),
    engine: z.string(),
  })
  .openapi('Alert', { description: 'A change of level, told to those who asked for it.' });

const searchAlertSchema = z
  .object({
    kind: z.literal('search alert'),
    version: z.literal(1),
    id: z.string(),
    update: z.literal(1),
    problem: z.string().openapi({ description: '`search:` and the id of the saved search.' }),
    title: z.string().openapi({ description: 'Name of the saved search.' }),
    happening: z.object({ type: z.enum(['incident', 'story']), id: z.string() }),
    found: z
      .array(
        z.object({
          document: HashSchema,
          part: z.string().optional(),
          text: z.string(),
          outlet: z.string().optional(),
          published: z.string().optional(),
        }),
      )
      .readonly(),
    count,
    untold: count.optional().openapi({ description: 'Happenings that are not told any more today.' }),
    asOf,
    issued: z.string(),
    tlp: z.string(),
    engine: z.string(),
  })
  .openapi('SearchAlert', { description: 'What a saved search newly found of one happening.' });

export const SignedAlertSchema = z
  .object({
    content: z.discriminatedUnion('kind', [alertSchema, searchAlertSchema]),
    signature: z.object({ algorithm: z.literal('Ed25519'), key: z.string(), value: z.string() }),
  })
  .openapi('SignedAlert', { description: 'An alert signed over its canonical JSON (RFC 8785).' });

export const DeliverySchema = z
  .object({
    alert: z.string(),
    channel: z.string(),
    update: z.int().positive(),
    message: z.string().optional(),
    state: z.enum(['sent', 'failed']),
    attempts: count,
    problem: z.string().optional(),
    at: z.string(),
  })
  .openapi('Delivery', { description: 'What became of an alert in one channel.' });

export const SourceHealthSchema = z
  .object({
    kind: z.literal('source health'),
    source: z.string(),
    name: z.string(),
    feed: z.string(),
    state: z.enum(['new', 'alive', 'failing']),
    lastTried: z.string().optional(),
    lastSuccess: z.string().optional(),
    lastItem: z.string().optional(),
    nextDue: z.string().optional(),
    paused: z.boolean().optional().openapi({ description: 'True where it is not asked for the time being.' }),
    failures: count,
    problem: z.string().optional(),
    kept: count,
    lost: count,
  })
  .openapi('SourceHealth', { description: 'How a source has been answering.' });
