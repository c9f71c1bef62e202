import { z } from '@hono/zod-openapi';
import { CERTAINTIES, EVIDENCES, LINK_TYPES, POLARITIES, QUOTES, STANCES } from '../../../model/claim.ts';
import { INCOMPLETE_WHYS } from '../../../model/document.ts';
import { ENTITY_TYPES, SECTORS } from '../../../model/entity.ts';
import { PLACE_PRECISIONS, PLACE_USES } from '../../../model/place.ts';
import { DROP_REASONS, SECOND_FAILURES } from '../../../model/second.ts';
import { TIME_PRECISIONS, TIME_TYPES } from '../../../model/time.ts';
import { EventSchema, ToldIncidentSchema } from './event.ts';
import { by, HashSchema, offset, SpanSchema, spanFields, TextSpanSchema, textSpanFields } from './spans.ts';

/*
 * What was read in a document. What the API sends is described once, here and in the files beside this one: the OpenAPI
 * document, the reference and the workbench's types all come from there. `schemas.test.ts` fails to compile when one of these differs from its type in `model`.
 */

const captionSchema = z.object({ text: z.string(), credit: z.string().optional() }).openapi('Caption');

const removedSchema = z
  .object({ text: z.string(), why: z.string() })
  .openapi('Removed', { description: 'Something on the page that was left out of the text, and why.' });

const incompleteSchema = z
  .object({ why: z.enum(INCOMPLETE_WHYS), evidence: z.string() })
  .openapi('Incomplete', { description: 'Why the text of a page is not the whole article.' });

const postSchema = z
  .object({ start: offset, shown: z.string(), at: z.string().optional() })
  .openapi('Post', { description: 'An entry of a live page: where it begins in the text, and its time.' });

const documentFields = {
  kind: z.literal('document'),
  id: HashSchema,
  bytes: HashSchema,
  url: z.string().optional(),
  file: z.string().optional(),
  seen: z.string().openapi({ description: 'ISO 8601 instant at which the page was seen.' }),
  version: z.int().positive(),
  outlet: z.string().optional(),
  outletEvidence: z.string().optional(),
  title: z.string().optional(),
  titleEvidence: z.string().optional(),
  published: z.string().optional().openapi({ description: 'ISO 8601, as precise as the page is.' }),
  publishedEvidence: z.string().optional(),
  publishedRefused: z.string().optional().openapi({
    description: 'A date of publication that the page gives and that cannot be: after it was seen, say.',
  }),
  modified: z.string().optional(),
  modifiedEvidence: z.string().optional(),
  byline: z.string().optional(),
  bylineEvidence: z.string().optional(),
  language: z.string().optional().openapi({ description: 'ISO 639-1 code.' }),
  languageEvidence: z.string().optional(),
  incomplete: incompleteSchema.optional(),
  posts: z.array(postSchema).readonly().optional(),
  captions: z.array(captionSchema).readonly(),
  removed: z.array(removedSchema).readonly(),
};

export const DocumentSchema = z.object({ ...documentFields, text: z.string() }).openapi('Document');

/** A document without its text: what is known about it. */
export const DocumentFactsSchema = z
  .object(documentFields)
  .openapi('DocumentFacts', { description: 'A document without its text.' });

export const TimeSchema = z
  .object({
    kind: z.literal('time'),
    id: z.string(),
    ...textSpanFields,
    type: z.enum(TIME_TYPES),
    value: z.string().openapi({ description: 'TIMEX3 value.', example: '2020-12-10' }),
    from: z.string().optional(),
    to: z.string().optional(),
    precision: z.enum(TIME_PRECISIONS),
    anchor: z.string().optional(),
    mod: z.string().optional(),
    by,
  })
  .openapi('Time');

export const PlaceSchema = z
  .object({
    kind: z.literal('place'),
    id: z.string(),
    ...textSpanFields,
    name: z.string(),
    country: z.string().optional().openapi({ description: 'ISO 3166-1 alpha-2.' }),
    lat: z.number().optional(),
    lon: z.number().optional(),
    precision: z.enum(PLACE_PRECISIONS),
    use: z.enum(PLACE_USES),
    by,
  })
  .openapi('Place');

export const EntitySchema = z
  .object({
    kind: z.literal('entity'),
    id: z.string(),
    type: z.enum(ENTITY_TYPES),
    name: z.string(),
    wikidata: z.string().optional(),
    country: z.string().optional(),
    sector: z.enum(SECTORS).optional(),
    role: z.string().optional(),
    mentions: z.array(TextSpanSchema).readonly(),
    references: z
      .array(TextSpanSchema.extend({ form: z.enum(['pronoun', 'nominal']) }))
      .readonly()
      .optional()
      .openapi({ description: 'Pronouns and nominals that stand for it.' }),
    by,
  })
  .openapi('Entity');

const cueSchema = z
  .object({ ...textSpanFields, act: z.string() })
  .openapi('Cue', { description: 'The words that attribute, and the lemma of their verb or noun.' });

export const ChainLinkSchema = z
  .object({
    name: z.string(),
    type: z.enum(LINK_TYPES),
    anonymous: z.boolean().optional(),
    number: z.enum(['one', 'several']).optional(),
    role: z.string().optional(),
    entity: z.string().optional(),
    start: offset.optional(),
    end: offset.optional(),
    cue: cueSchema.optional(),
    said: z
      .array(z.tuple([offset, offset]).readonly())
      .readonly()
      .optional()
      .openapi({
        description: 'Of a link that relays another: all that it says, in pieces of the text.',
      }),
  })
  .openapi('ChainLink', { description: 'One step of a chain: somebody saying to somebody.' });

const claimContentSchema = z
  .object({ ...textSpanFields, spans: z.array(z.tuple([offset, offset]).readonly()).readonly() })
  .openapi('ClaimContent', { description: 'What is said, and in how many pieces it stands in the text.' });

export const ClaimSchema = z
  .object({
    kind: z.literal('claim'),
    id: z.string(),
    ...spanFields,
    content: claimContentSchema,
    chain: z.array(ChainLinkSchema).readonly(),
    quote: z.enum(QUOTES),
    stance: z.enum(STANCES).optional(),
    certainty: z.enum(CERTAINTIES),
    polarity: z.enum(POLARITIES),
    evidence: z.enum(EVIDENCES),
    topic: z
      .literal(true)
      .optional()
      .openapi({ description: 'What is said is only named, not told: nothing is put forward.' }),
    events: z.array(z.string()).readonly(),
    by,
  })
  .openapi('Claim');

const noteSchema = z
  .object({
    type: z.enum(['unparsed', 'guess', 'skipped']),
    start: offset.optional(),
    end: offset.optional(),
    why: z.string(),
    by: z.string().optional(),
  })
  .openapi('Note');

const countPair = z.object({ claims: z.int().nonnegative(), events: z.int().nonnegative() });

/** How often each reason for dropping applied. */
export const DropCountsSchema = z.partialRecord(z.enum(DROP_REASONS), z.int().positive());

export const SecondAccountSchema = z
  .object({
    by,
    model: z.string(),
    outcome: z.enum(['read', 'partly', 'failed', 'withheld']),
    reason: z.enum(SECOND_FAILURES).optional(),
    found: countPair,
    agreed: countPair,
    differs: z.int().nonnegative(),
    dropped: DropCountsSchema,
  })
  .openapi('SecondAccount', {
    description:
      'What the second reader did: findings of its own, those that both readers have, and what failed the check.',
  });

const secondCounts = z.object({
  documents: z.int().nonnegative(),
  failed: z.int().nonnegative(),
  withheld: z.int().nonnegative().openapi({ description: 'Whose text speaks to a machine.' }),
  found: countPair,
  agreed: countPair,
  differs: z.int().nonnegative(),
  dropped: DropCountsSchema,
  calls: z.int().nonnegative().openapi({ description: 'Questions that were sent.' }),
  kept: z.int().nonnegative().openapi({ description: 'Questions answered from what is kept.' }),
  tokens: z.object({ input: z.int().nonnegative(), output: z.int().nonnegative() }),
  failures: z.partialRecord(z.enum(SECOND_FAILURES), z.int().positive()),
});

export const SecondStatusSchema = z
  .object({
    state: z.enum(['off', 'on']),
    documents: z.string().optional().openapi({ description: 'Which are put to it.', example: 'picked' }),
    model: z.string().optional(),
    today: secondCounts.openapi({ description: 'Since midnight UTC.' }),
    month: secondCounts.openapi({ description: 'The last thirty days.' }),
    budget: z.object({ calls: z.int().nonnegative(), tokens: z.int().nonnegative() }).optional(),
    problem: z
      .object({ at: z.string(), reason: z.enum(SECOND_FAILURES), why: z.string() })
      .optional()
      .openapi({ description: 'The last failure, unless an answer has come since.' }),
  })
  .openapi('SecondStatus', {
    description: 'How the second reader is set, what was asked, found, dropped and spent.',
  });

export const ReadingSchema = z
  .object({
    kind: z.literal('reading'),
    version: z.literal(1),
    engine: z.string(),
    document: DocumentSchema,
    sentences: z.array(SpanSchema).readonly(),
    times: z.array(TimeSchema).readonly(),
    places: z.array(PlaceSchema).readonly(),
    entities: z.array(EntitySchema).readonly(),
    claims: z.array(ClaimSchema).readonly(),
    events: z.array(EventSchema).readonly(),
    incidents: z.array(ToldIncidentSchema).readonly().optional(),
    notes: z.array(noteSchema).readonly(),
    second: SecondAccountSchema.optional(),
  })
  .openapi('Reading', { description: 'Everything that was read out of one document.' });
