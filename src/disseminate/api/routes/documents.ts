import { createRoute, z } from '@hono/zod-openapi';
import type { Document } from '../../../model/document.ts';
import type { Reading } from '../../../model/reading.ts';
import {
  DocumentDetailSchema,
  type DocumentDetailWire,
  DocumentListSchema,
  SightingListSchema,
  VersionListSchema,
} from '../answers.ts';
import { AsOfSchema, FilterSchema, IdSchema, keepGiven, PagingSchema } from '../parameters.ts';
import { ReadingSchema } from '../schemas/reading.ts';
import { BASE, describeProblems, failUnknown, type RegisterRoutes, resolveId } from '../service.ts';

const tags = ['Documents'];

const listRoute = createRoute({
  method: 'get',
  path: `${BASE}/documents`,
  tags,
  summary: 'List documents',
  description: 'Documents that fit all filters given, newest first.',
  request: {
    query: FilterSchema.extend(PagingSchema.shape).extend({
      order: z
        .enum(['published', 'seen'])
        .optional()
        .openapi({ description: 'By publication day (the default) or by when they were last seen.' }),
    }),
  },
  responses: {
    200: {
      description: 'One page of rows.',
      content: { 'application/json': { schema: DocumentListSchema } },
    },
    ...describeProblems(400),
  },
});

const detailRoute = createRoute({
  method: 'get',
  path: `${BASE}/documents/{id}`,
  tags,
  summary: 'Get what is known about a document',
  description: 'Everything but its text, with counts of what was read in it and its versions.',
  request: { params: IdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The document.', content: { 'application/json': { schema: DocumentDetailSchema } } },
    ...describeProblems(400, 404, 409),
  },
});

const readingRoute = createRoute({
  method: 'get',
  path: `${BASE}/documents/{id}/reading`,
  tags,
  summary: 'Get the reading of a document',
  description: 'Its text with claims, events, times, places and entities; the format of `tocsin read`.',
  request: { params: IdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The latest reading.', content: { 'application/json': { schema: ReadingSchema } } },
    ...describeProblems(400, 404, 409),
  },
});

const versionsRoute = createRoute({
  method: 'get',
  path: `${BASE}/documents/{id}/versions`,
  tags,
  summary: 'List the versions of a document',
  description: 'Every version seen at the same address or file, oldest first.',
  request: { params: IdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The versions.', content: { 'application/json': { schema: VersionListSchema } } },
    ...describeProblems(400, 404, 409),
  },
});

const sightingsRoute = createRoute({
  method: 'get',
  path: `${BASE}/documents/{id}/sightings`,
  tags,
  summary: 'List when and where a document was seen',
  request: { params: IdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The sightings.', content: { 'application/json': { schema: SightingListSchema } } },
    ...describeProblems(400, 404, 409),
  },
});

export const documentRoutes = [listRoute, detailRoute, readingRoute, versionsRoute, sightingsRoute];

/** An optional text's length is unknown without a reading, so both come from the same place. */
function makeDetail(document: Document, reading: Reading | undefined): Omit<DocumentDetailWire, 'versions'> {
  const { text, ...facts } = document;
  return {
    document: facts,
    ...(reading === undefined ? {} : { engine: reading.engine }),
    counts: {
      characters: text.length,
      sentences: reading?.sentences.length ?? 0,
      claims: reading?.claims.length ?? 0,
      events: reading?.events.length ?? 0,
      times: reading?.times.length ?? 0,
      places: reading?.places.length ?? 0,
      entities: reading?.entities.length ?? 0,
      notes: reading?.notes.length ?? 0,
    },
  };
}

export const registerDocuments: RegisterRoutes = (app, { store }) => {
  app.openapi(listRoute, async (c) => {
    const answer = await store.listDocuments({ limit: 50, ...keepGiven(c.req.valid('query')) });
    return c.json(answer, 200);
  });

  app.openapi(detailRoute, async (c) => {
    const { asOf } = c.req.valid('query');
    const id = await resolveId(c, store, c.req.valid('param').id);
    const document = await store.getDocument(id, asOf);
    if (document === undefined) return failUnknown(c, id);
    const reading = await store.getReading(id, asOf);
    const versions = await store.getVersions(id, asOf);
    return c.json({ ...makeDetail(document, reading), versions }, 200);
  });

  app.openapi(readingRoute, async (c) => {
    const { asOf } = c.req.valid('query');
    const id = await resolveId(c, store, c.req.valid('param').id);
    const reading = await store.getReading(id, asOf);
    if (reading === undefined) return failUnknown(c, id);
    return c.json(reading, 200);
  });

  app.openapi(versionsRoute, async (c) => {
    const id = await resolveId(c, store, c.req.valid('param').id);
    const rows = await store.getVersions(id, c.req.valid('query').asOf);
    if (rows.length === 0) return failUnknown(c, id);
    return c.json({ rows }, 200);
  });

  app.openapi(sightingsRoute, async (c) => {
    const id = await resolveId(c, store, c.req.valid('param').id);
    const rows = await store.getSightings(id, c.req.valid('query').asOf);
    if (rows.length === 0) return failUnknown(c, id);
    return c.json({ rows }, 200);
  });
};
