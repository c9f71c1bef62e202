import { z } from '@hono/zod-openapi';
import { START_PHASES } from '../../model/start.ts';
import { ActorSummarySchema } from './schemas/actor.ts';
import { DeliverySchema, SignedAlertSchema, SourceHealthSchema } from './schemas/alert.ts';
import { IncidentSummarySchema, StorySummarySchema } from './schemas/picture.ts';
import { DocumentFactsSchema, ReadingSchema, SecondStatusSchema } from './schemas/reading.ts';
import { HashSchema } from './schemas/spans.ts';

/* Lists, searches, counts and problems: the answers that are put together for a question, not kept. */

const count = z.int().nonnegative();

export const summaryFields = {
  id: HashSchema,
  version: z.int().positive(),
  previous: HashSchema.optional().openapi({
    description: 'The version before it at the same address or file.',
  }),
  title: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  file: z.string().optional(),
  published: z.string().optional(),
  seen: z.string(),
  language: z.string().optional(),
  excerpt: z.string().openapi({ description: 'First characters of the text.' }),
  claims: count,
  events: count,
};

export const DocumentSummarySchema = z.object(summaryFields).openapi('DocumentSummary');

const cursor = z.string().optional().openapi({
  description: 'Present where more rows follow; hand it back as `cursor` to go on.',
});

export const DocumentListSchema = z
  .object({ rows: z.array(DocumentSummarySchema).readonly(), cursor })
  .openapi('DocumentList');

export const DocumentDetailSchema = z
  .object({
    document: DocumentFactsSchema,
    engine: z.string().optional().openapi({ description: 'Program and version that made the reading.' }),
    counts: z.object({
      characters: count,
      sentences: count,
      claims: count,
      events: count,
      times: count,
      places: count,
      entities: count,
      notes: count,
    }),
    versions: z.array(DocumentSummarySchema).readonly(),
  })
  .openapi('DocumentDetail');

export const VersionListSchema = z
  .object({ rows: z.array(DocumentSummarySchema).readonly() })
  .openapi('VersionList', { description: 'Every version seen at the same address or file, oldest first.' });

export const SightingSchema = z
  .object({
    bytes: HashSchema,
    document: HashSchema,
    url: z.string().optional(),
    file: z.string().optional(),
    seen: z.string(),
  })
  .openapi('Sighting', { description: "One time that a page's bytes were seen somewhere." });

export const SightingListSchema = z
  .object({ rows: z.array(SightingSchema).readonly() })
  .openapi('SightingList');

export const ReadAnswerSchema = z
  .object({ readings: z.array(ReadingSchema).readonly() })
  .openapi('ReadAnswer', {
    description: 'What was read from the page; one reading for each document in it. Nothing was kept.',
  });

const facetList = z.array(z.object({ value: z.string(), count }).openapi('Facet')).readonly();

export const FacetsSchema = z
  .object({
    outlets: facetList,
    languages: facetList,
    eventTypes: facetList,
    realis: facetList,
    stances: facetList,
    countries: facetList,
  })
  .openapi('Facets', { description: 'Values to offer as filters, with how many documents carry each.' });

export const StoreCountsSchema = z
  .object({ documents: count, pages: count, sightings: count, claims: count, events: count })
  .openapi('StoreCounts');

export const StatusSchema = z
  .object({
    name: z.string().openapi({ description: 'Program and version.', example: 'tocsin 0.1.0' }),
    engine: z.string().openapi({ description: 'Program and version that reads pages.' }),
    now: z.string().openapi({ description: "The server's clock, ISO 8601 in UTC." }),
    counts: StoreCountsSchema,
    example: z.string().optional().openapi({ description: 'The example case that is loaded, if any.' }),
    exampleAsOf: z.string().optional().openapi({
      description: 'Instant at which the example case is best looked at first, ISO 8601.',
      example: '2020-12-11T18:00:00.000Z',
    }),
    readOnly: z.string().optional().openapi({
      description: 'Why nothing can be decided over this connection; absent where it can.',
    }),
    second: SecondStatusSchema.optional(),
    starting: z
      .object({ phase: z.enum(START_PHASES), done: count, total: count })
      .optional()
      .openapi({
        description:
          'How far the picture has come that is made when the server starts; absent when it stands. Until then what needs it answers 503 with `starting`.',
      }),
  })
  .openapi('Status');

const total = count.openapi({ description: 'Rows in all, these and those left out.' });

export const StoryListSchema = z
  .object({ rows: z.array(StorySummarySchema).readonly(), total })
  .openapi('StoryList');

export const IncidentListSchema = z
  .object({ rows: z.array(IncidentSummarySchema).readonly(), total })
  .openapi('IncidentList');

export const ActorListSchema = z
  .object({ rows: z.array(ActorSummarySchema).readonly(), total })
  .openapi('ActorList');

export const SourceListSchema = z
  .object({ rows: z.array(SourceHealthSchema).readonly() })
  .openapi('SourceList');

const alertRowSchema = z
  .object({
    alert: SignedAlertSchema,
    isReplayed: z.boolean().openapi({
      description: 'Made by going through pages again that had been kept before; never sent to anybody.',
    }),
    deliveries: z.array(DeliverySchema).readonly(),
  })
  .openapi('AlertRow');

export const AlertListSchema = z
  .object({ rows: z.array(alertRowSchema).readonly() })
  .openapi('AlertList', { description: 'The latest update of each alert, newest first.' });

export const ProblemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:tocsin:problem:not-found' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().openapi({ description: 'What happened, to what, and the next step.' }),
    instance: z.string().openapi({ description: 'The path that was asked for.' }),
    errors: z
      .array(z.object({ field: z.string(), detail: z.string() }))
      .optional()
      .openapi({ description: 'Of a request that does not fit: each field and what is wrong with it.' }),
  })
  .openapi('Problem', { description: 'A problem after RFC 9457, sent as `application/problem+json`.' });

export type DocumentSummaryWire = z.infer<typeof DocumentSummarySchema>;
export type DocumentListWire = z.infer<typeof DocumentListSchema>;
export type DocumentDetailWire = z.infer<typeof DocumentDetailSchema>;
export type VersionListWire = z.infer<typeof VersionListSchema>;
export type SightingListWire = z.infer<typeof SightingListSchema>;
export type FacetsWire = z.infer<typeof FacetsSchema>;
export type StatusWire = z.infer<typeof StatusSchema>;
export type ProblemWire = z.infer<typeof ProblemSchema>;
export type StoryListWire = z.infer<typeof StoryListSchema>;
export type IncidentListWire = z.infer<typeof IncidentListSchema>;
export type SourceListWire = z.infer<typeof SourceListSchema>;
export type AlertListWire = z.infer<typeof AlertListSchema>;
