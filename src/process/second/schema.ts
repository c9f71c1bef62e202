import { z } from 'zod';
import { CERTAINTIES, EVIDENCES, LINK_TYPES, POLARITIES, STANCES } from '../../model/claim.ts';
import { BOUNDS, EVENT_TYPES, REALIS } from '../../model/event.ts';

/** What a model answers. Nothing in it is believed before it was checked; every field may be missing but the words themselves. */

/** Longest words that are looked at: more is no quotation but a copy of the page. */
const words = z.string().max(3000);
const name = z.string().max(300);
const id = z.string().max(12);
const list = <T extends z.ZodType>(item: T, most: number) => z.array(item).max(most);

const LinkSchema = z.object({
  name: name.describe('the words that name the source where it speaks, copied exactly'),
  who: id.nullish().describe('id of the entity that it is, where it is one'),
  type: z.enum(LINK_TYPES),
  anonymous: z.boolean().nullish(),
  number: z.enum(['one', 'several']).nullish(),
  role: name.nullish().describe('rank or post, copied exactly'),
  cue: name
    .nullish()
    .describe('the words that attribute, copied exactly: "said", "are concerned", "according to"'),
});

const FigureSchema = z.object({
  words: name.describe('the number with what is counted, copied exactly'),
  of: name.describe('killed, injured, arrested, rockets, troops …'),
  value: z.number(),
  bound: z.enum(BOUNDS),
  who: name.nullish().describe('whose, copied exactly'),
});

const EventSchema = z.object({
  trigger: name.describe('the one word that names the event, copied exactly'),
  type: z.enum(EVENT_TYPES),
  mode: name.nullish(),
  realis: z.enum(REALIS),
  background: z.boolean().nullish(),
  actors: list(id, 12).nullish(),
  recipients: list(id, 12).nullish(),
  instruments: list(id, 12).nullish(),
  time: id.nullish(),
  place: id.nullish(),
  figures: list(FigureSchema, 12).nullish(),
});

const ClaimSchema = z.object({
  quote: words.describe('what is said, copied exactly in one piece'),
  chain: list(LinkSchema, 6).describe(
    'who says it, outermost first, without the outlet; empty for the outlet’s own words',
  ),
  stance: z.enum(STANCES).nullish(),
  certainty: z.enum(CERTAINTIES),
  polarity: z.enum(POLARITIES),
  evidence: z.enum(EVIDENCES).nullish(),
  events: z.array(EventSchema).max(20).nullish(),
});

export type OfferedLink = z.infer<typeof LinkSchema>;
export type OfferedFigure = z.infer<typeof FigureSchema>;
export type OfferedEvent = z.infer<typeof EventSchema>;
export type OfferedClaim = Omit<z.infer<typeof ClaimSchema>, 'events'> & {
  readonly events: readonly OfferedEvent[];
};

/** Claims of one answer that are looked at. */
const MOST_CLAIMS = 120;
/** Characters of an answer that are looked at. */
const LONGEST_ANSWER = 400_000;

/** An answer taken apart: what has the right shape, and how much has not. */
export interface Offered {
  readonly claims: readonly OfferedClaim[];
  readonly dropped: { readonly 'no JSON'?: 1; readonly 'wrong shape'?: number; readonly 'too many'?: number };
}

/**
 * Takes an answer apart. What has not the right shape is dropped by itself: one claim or event does not spoil the others.
 *
 * @example
 * parseAnswer('{"claims": []}'); // { claims: [], dropped: {} }
 */
export function parseAnswer(answer: string): Offered {
  const found = parseJson(answer);
  const claims = Array.isArray(found) ? found : isRecord(found) ? found['claims'] : undefined;
  if (!Array.isArray(claims)) return { claims: [], dropped: { 'no JSON': 1 } };
  const parsed: OfferedClaim[] = [];
  let wrong = 0;
  for (const item of claims.slice(0, MOST_CLAIMS) as readonly unknown[]) {
    const events =
      isRecord(item) && Array.isArray(item['events']) ? (item['events'] as readonly unknown[]) : [];
    const claim = ClaimSchema.safeParse(isRecord(item) ? { ...item, events: [] } : item);
    if (!claim.success) {
      wrong++;
      continue;
    }
    const good = events.slice(0, 20).flatMap((event) => {
      const { success, data } = EventSchema.safeParse(event);
      return success ? [data] : [];
    });
    wrong += Math.min(20, events.length) - good.length;
    parsed.push({ ...claim.data, events: good });
  }
  const many = Math.max(0, claims.length - MOST_CLAIMS);
  return {
    claims: parsed,
    dropped: {
      ...(wrong === 0 ? {} : { 'wrong shape': wrong }),
      ...(many === 0 ? {} : { 'too many': many }),
    },
  };
}

/** The JSON of an answer, whether or not it stands in a fence of code or between remarks. */
function parseJson(answer: string): unknown {
  if (answer.length > LONGEST_ANSWER) return undefined;
  const first = answer.indexOf('{');
  const last = answer.lastIndexOf('}');
  for (const text of [answer, first < 0 || last < first ? '' : answer.slice(first, last + 1)]) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // Not this part of it, then.
    }
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON Schema of an answer. Every field is required and may be null: servers that hold a model to a schema ask for that. */
export function makeAnswerSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(z.object({ claims: z.array(ClaimSchema) }), {
    target: 'draft-7',
    io: 'output',
  });
  return requireAll(schema) as Readonly<Record<string, unknown>>;
}

/** Lengths are checked here and not there: some servers refuse schemas that hold them. */
const UNSENT = new Set(['$schema', 'maxLength', 'maxItems']);

function requireAll(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(requireAll);
  if (!isRecord(value)) return value;
  const fields = Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (UNSENT.has(key) ? [] : [[key, requireAll(each)]])),
  );
  const { properties } = fields;
  return isRecord(properties)
    ? { ...fields, required: Object.keys(properties), additionalProperties: false }
    : fields;
}
