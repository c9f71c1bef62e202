import { z } from '@hono/zod-openapi';
import { STANCES } from '../../model/claim.ts';
import { ENTITY_TYPES } from '../../model/entity.ts';
import { EVENT_TYPES, REALIS } from '../../model/event.ts';
import { GRADED_TYPES } from '../../model/grade.ts';
import { MAP_ROWS } from '../../model/map.ts';
import { parseDuration } from '../../text/durations.ts';

/* What a request may carry, each described once. */

/** A calendar date as precisely as it is known: `2020`, `2020-12`, `2020-12-11`. */
const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const partialDate = z.string().regex(PARTIAL_DATE, 'must be a date such as 2020, 2020-12 or 2020-12-11');

const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 instant such as 2020-12-11T18:00:00Z' })
  .overwrite((value) => (Number.isNaN(Date.parse(value)) ? value : new Date(value).toISOString()));

const country = z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 alpha-2 code such as IQ');

export const PublishedSchema = z
  .union([partialDate, instant])
  .openapi({ type: 'string', description: 'When it was published: a date, partial date or instant.' });

export const HttpUrlSchema = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(2_000);

export const AsOfSchema = z.object({
  asOf: instant.optional().openapi({
    description: 'What was known at this instant; nothing kept later is seen.',
    example: '2020-12-11T18:00:00Z',
  }),
});

export const IdSchema = z.object({
  id: z
    .string()
    .regex(/^(sha256:)?[0-9a-f]{4,64}$/, 'must be a document id, or at least the first four digits of one')
    .openapi({
      param: { name: 'id', in: 'path' },
      description:
        'A document id (`sha256:` may be left out), or as many of its first digits as single it out.',
      example: 'sha256:4be1…',
    }),
});

/** Of stories and incidents; they cannot be told apart from one that never was, so nothing shorter is taken. */
const PICTURE_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;

function makeIdSchema(what: string, example: string) {
  return z.object({
    id: z
      .string()
      .regex(PICTURE_ID, `must be the id of ${what}: letters, digits, hyphens, at most 128`)
      .openapi({ param: { name: 'id', in: 'path' }, description: `The id of ${what}.`, example }),
  });
}

export const ProblemIdSchema = makeIdSchema('a warning problem', 'us-sites-iraq');
/** Which version of a problem file is asked for. */
export const DefinitionRequestSchema = AsOfSchema.extend({
  version: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits')
    .optional()
    .openapi({ description: 'This version; the one in use if absent.' }),
});

export const StoryIdSchema = makeIdSchema('a story', 's4be1a09c');
export const IncidentIdSchema = makeIdSchema('an incident', 'i4be1a09c');

/** Of an actor: a name of the register may have letters of any alphabet. */
export const ActorIdSchema = z.object({
  id: z
    .string()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,199}$/u, 'must be the id of an actor')
    .openapi({
      param: { name: 'id', in: 'path' },
      description: 'The id of an actor.',
      example: 'register:qassem-soleimani',
    }),
});

export const FilterSchema = AsOfSchema.extend({
  outlet: z.string().min(1).max(200).optional().openapi({ description: 'Name of the publisher, exactly.' }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'must be an ISO 639 code such as en')
    .optional()
    .openapi({ description: 'ISO 639-1 code.' }),
  from: partialDate.optional().openapi({
    description: 'Published on or after; one dated only roughly is found wherever it may belong.',
  }),
  to: partialDate.optional().openapi({ description: 'Published before or on.' }),
  eventType: z.enum(EVENT_TYPES).optional().openapi({
    description: 'Carries an event of this PLOVER type; with `realis`, one event that has both.',
  }),
  realis: z.enum(REALIS).optional().openapi({ description: 'Carries an event told as this.' }),
  stance: z.enum(STANCES).optional().openapi({ description: 'Carries a claim with this stance.' }),
  country: country.optional().openapi({ description: 'Names a place in this country (ISO 3166-1 alpha-2).' }),
  versions: z
    .enum(['latest', 'all'])
    .optional()
    .openapi({ description: 'Of several versions at one address only the newest, or all (the default).' }),
});

const limit = z.coerce.number().int().min(1).max(200).optional().openapi({
  type: 'integer',
  minimum: 1,
  maximum: 200,
  description: 'Rows to answer with; 50 if absent.',
});

/** What a list of stories or incidents may be asked for. */
export const PictureSchema = AsOfSchema.extend({
  limit,
  offset: z.coerce.number().int().min(0).max(1_000_000).optional().openapi({
    type: 'integer',
    minimum: 0,
    maximum: 1_000_000,
    description: 'Rows to leave out at the beginning.',
  }),
  country: country.optional().openapi({ description: 'Takes place in this country (ISO 3166-1 alpha-2).' }),
});

const titleWords = z.string().min(1).max(200).optional();

/** What the list of stories may be asked for. */
export const StoryFilterSchema = PictureSchema.extend({
  q: titleWords.openapi({ description: 'Its title holds these words, whatever their capitals and accents.' }),
  from: partialDate.optional().openapi({ description: 'Had a report on or after this date.' }),
  to: partialDate.optional().openapi({ description: 'Had a report on or before this date.' }),
});

/** What the list of incidents may be asked for. */
export const IncidentFilterSchema = PictureSchema.extend({
  q: titleWords.openapi({
    description: 'Its title, place or parties hold these words, whatever their capitals and accents.',
  }),
  eventType: z.enum(EVENT_TYPES).optional().openapi({ description: 'Is of this PLOVER type.' }),
  realis: z.enum(REALIS).optional().openapi({ description: 'Is told as this.' }),
  from: partialDate.optional().openapi({
    description: 'May have happened on or after this date; one without a day goes by when it was last told.',
  }),
  to: partialDate.optional().openapi({ description: 'May have happened on or before this date.' }),
  differs: z.stringbool().optional().openapi({
    type: 'boolean',
    description: 'Only those of which a figure is told in different ways.',
  }),
  actor: ActorIdSchema.shape.id.optional().openapi({
    param: { name: 'actor', in: 'query' },
    description: 'This actor has a part in it.',
  }),
});

const day = z.iso.date({ error: 'must be a day such as 2020-12-11' });

/** What a map may be asked for. */
export const MapRequestSchema = AsOfSchema.extend({
  from: day.optional().openapi({ description: 'What may lie on this day (UTC) or later.' }),
  to: day.optional().openapi({ description: 'What may lie on this day (UTC) or before.' }),
  type: z.enum(EVENT_TYPES).optional().openapi({ description: 'Of this PLOVER type.' }),
  realis: z.enum(REALIS).optional().openapi({ description: 'Told as this.' }),
  actor: ActorIdSchema.shape.id.optional().openapi({
    param: { name: 'actor', in: 'query' },
    description: 'This actor has a part in it.',
  }),
  limit: z.coerce
    .number()
    .pipe(z.int().min(1).max(MAP_ROWS.most))
    .optional()
    .openapi({ description: `Rows to answer with; ${MAP_ROWS.usual} if absent.` }),
});

export const WatchAreaIdSchema = z.object({
  id: z
    .string()
    .regex(/^w[1-9]\d{0,8}$/, 'must be the id of a watch area')
    .openapi({ param: { name: 'id', in: 'path' }, description: 'The id of a watch area.', example: 'w1' }),
});

export const SourceIdSchema = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be the id of a source')
    .openapi({
      param: { name: 'id', in: 'path' },
      description: 'The id of a source of the list.',
      example: 'harbour-wire',
    }),
});

export const SourceKeySchema = z.object({
  key: z
    .string()
    .min(1)
    .max(300)
    .openapi({
      param: { name: 'key', in: 'path' },
      description: 'Key of who is heard.',
      example: 'harbour wire',
    }),
});

/** What the list of actors may be asked for. */
export const ActorFilterSchema = PictureSchema.extend({
  country: country.optional().openapi({ description: 'Is of this country (ISO 3166-1 alpha-2).' }),
  type: z.enum(ENTITY_TYPES).optional().openapi({ description: 'Is of this type.' }),
  name: z.string().min(1).max(200).optional().openapi({
    description: 'One of its names holds this, whatever the capitals, accents and apostrophes.',
  }),
});

/** Which of the sources' grades are asked for. */
export const GradesRequestSchema = PictureSchema.omit({ country: true });

/** What a grade is asked of. */
export const GradedSchema = z.object({
  type: z.enum(GRADED_TYPES).openapi({ param: { name: 'type', in: 'path' } }),
  of: z
    .string()
    .min(1)
    .max(200)
    .openapi({
      param: { name: 'of', in: 'path' },
      description: "A source's key or name, an incident's id, or a claim as `sha256:…#c1` (`#` as `%23`).",
      example: 'harbour wire',
    }),
});

/** Between which instants changes are asked for. */
export const ChangesRequestSchema = AsOfSchema.extend({
  since: instant.optional().openapi({
    description: 'Compared with what was known at this instant; a day before `asOf` if absent.',
    example: '2020-12-10T18:00:00Z',
  }),
  limit,
});

/** Which decisions are asked for. */
export const DecisionFilterSchema = PictureSchema.omit({ country: true }).extend({
  state: z
    .enum(['holds', 'withdrawn'])
    .optional()
    .openapi({ description: 'Only those that hold, or only those that were withdrawn.' }),
});

export const AlertFilterSchema = AsOfSchema.extend({
  problem: ProblemIdSchema.shape.id.optional().openapi({
    param: { name: 'problem', in: 'query' },
    description: 'Of this warning problem.',
  }),
  limit,
});

/** Which days of a problem's signs are asked for. */
export const SignHistoryRequestSchema = AsOfSchema.extend({
  until: z.iso
    .date({ error: 'must be a day such as 2020-12-11' })
    .optional()
    .openapi({ description: 'Last UTC day; that of `asOf` if absent, and never later.' }),
  days: z.coerce
    .number()
    .pipe(z.int().min(1).max(90))
    .optional()
    .openapi({ description: 'Days in one answer; 30 if absent.' }),
});

/** Which part of a problem's record is asked for. */
export const RecordPageSchema = AsOfSchema.extend({
  limit: z.coerce
    .number()
    .pipe(z.int().min(1).max(500))
    .optional()
    .openapi({ description: 'Forecasts in one answer, each with its settlements; 50 if absent.' }),
  offset: z.coerce
    .number()
    .pipe(z.int().min(0).max(10_000_000))
    .optional()
    .openapi({ description: 'Forecasts to leave out at the beginning.' }),
  horizon: z.coerce
    .number()
    .pipe(z.int().min(1).max(10_000))
    .optional()
    .openapi({ description: 'Only forecasts for so many days.' }),
  until: z.iso
    .date({ error: 'must be a day such as 2020-12-11' })
    .optional()
    .openapi({ description: 'Only forecasts made on this day (UTC) or before.' }),
  entry: z.coerce.number().pipe(z.int().min(1).max(Number.MAX_SAFE_INTEGER)).optional().openapi({
    description: 'Only the forecast with this entry number, or that the settlement with it settles.',
  }),
});

/** Whose scores are asked for. */
export const ScoreFilterSchema = AsOfSchema.extend({
  problem: ProblemIdSchema.shape.id.optional().openapi({
    param: { name: 'problem', in: 'query' },
    description: 'Of this warning problem only, be it watched or not.',
  }),
});

export const BriefFormSchema = AsOfSchema.extend({
  since: AsOfSchema.shape.asOf.openapi({
    param: { name: 'since', in: 'query' },
    description: 'The brief says what has changed since then; a day before if absent.',
  }),
  format: z
    .enum(['json', 'markdown', 'html'])
    .optional()
    .openapi({ description: 'How it is written; `json` if absent.' }),
});

const dayOrInstant = z.union([z.iso.date('must be a date such as 2020-12-11'), instant]);

/** Which time is gone through again, and how. */
export const ReplayRequestSchema = AsOfSchema.extend({
  from: dayOrInstant.openapi({
    type: 'string',
    description: 'First day, or first instant.',
    example: '2020-11-01',
  }),
  to: dayOrInstant.openapi({
    type: 'string',
    description: 'Last day, or last instant; at most the present.',
    example: '2021-02-28',
  }),
  step: z
    .string()
    .default('1d')
    .transform((text, context) => {
      const step = parseDuration(text);
      if (step !== undefined) return step;
      context.addIssue('must be a length of time such as 15m, 1h, 1d or 1w');
      return z.NEVER;
    })
    .openapi({ type: 'string', description: 'From one moment to the next; `1d` if absent.', example: '1d' }),
  without: z
    .string()
    .max(2_000)
    .transform((text) => text.split(',').map((id) => id.trim()))
    .optional()
    .openapi({
      type: 'string',
      description: 'Indicators and windows that are left out, with commas between.',
    }),
  ablate: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .openapi({ type: 'string', enum: ['true', 'false'], description: 'Also what each sign adds.' }),
});

export const PagingSchema = z.object({
  limit,
  cursor: z.string().min(1).max(500).optional().openapi({ description: 'Where the last answer ended.' }),
});

type Given<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

/** The fields that were given: the store's types have no `undefined` in an optional field. */
export function keepGiven<T extends object>(fields: T): Given<T> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Given<T>;
}
