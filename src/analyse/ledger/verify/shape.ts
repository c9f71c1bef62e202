import { z } from 'zod';
import { CONFIDENCES, type LedgerEntry, SETTLED_OUTCOMES } from '../../../model/forecast.ts';
import { PROBABILITY_WORDS } from '../../../model/probability.ts';
import { LEVELS } from '../../../model/problem.ts';

/** An entry as it stands in a file that anybody may have written. Fields of later versions may be there too: the hash covers them. */
const hash = z.templateLiteral(['sha256:', z.string().regex(/^[0-9a-f]{64}$/)]);
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const share = z.number().min(0).max(1);
const probability = z.looseObject({
  p: share,
  low: share,
  high: share,
  word: z.enum(PROBABILITY_WORDS),
});

const forecast = z.looseObject({
  kind: z.literal('forecast'),
  problem: z.string().min(1),
  problemVersion: z.string(),
  question: z.string(),
  horizon: z.number().positive(),
  asOf: instant,
  until: day,
  probability,
  baseRate: probability,
  level: z.enum(LEVELS),
  confidence: z.enum(CONFIDENCES),
  reasons: z.array(
    z.looseObject({
      id: z.string(),
      logOdds: z.number(),
      confirmed: z.int().min(0),
      possible: z.int().min(0),
      claims: z.array(z.string()),
    }),
  ),
  cause: z.enum(['first', 'daily', 'changed']),
  replayed: z.boolean().optional(),
  engine: z.string(),
});

const settlement = z.looseObject({
  kind: z.literal('settlement'),
  problem: z.string().min(1),
  forecast: hash,
  outcome: z.enum(SETTLED_OUTCOMES),
  corrects: hash.optional(),
  rule: hash.optional(),
  incident: z.string().optional(),
  day: day.optional(),
  claims: z.array(z.string()),
  late: z.boolean().optional(),
  why: z.string().optional(),
});

const entry = z.looseObject({
  kind: z.literal('ledger entry'),
  number: z.int().min(1),
  filed: instant,
  previous: hash.optional(),
  content: z.discriminatedUnion('kind', [forecast, settlement]),
  hash,
});

/** The value as a ledger entry, or what about its fields is wrong. */
export function parseEntry(value: unknown): LedgerEntry | { readonly problem: string } {
  const parsed = entry.safeParse(value);
  if (parsed.success) return parsed.data as unknown as LedgerEntry;
  const [issue] = parsed.error.issues;
  const path = issue!.path.map(String).join('.').slice(0, 80);
  return { problem: `${path === '' ? 'the entry' : path}: ${issue!.message.slice(0, 160)}` };
}
