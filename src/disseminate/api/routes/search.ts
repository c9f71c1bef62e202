import { createRoute, z } from '@hono/zod-openapi';
import { FacetsSchema, SearchAnswerSchema } from '../answers.ts';
import { FilterSchema, keepGiven, PagingSchema } from '../parameters.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Search'];

const searchRoute = createRoute({
  method: 'get',
  path: `${BASE}/search`,
  tags,
  summary: 'Search titles, texts and claims',
  request: {
    query: FilterSchema.extend(PagingSchema.shape).extend({
      q: z.string().min(1).max(500).openapi({
        description: 'Words, `"a phrase"`, `-without`, `prefix*`; anything else is taken as words.',
        example: 'embassy "no evidence"',
      }),
    }),
  },
  responses: {
    200: {
      description: 'Hits, best first, each with the words around its first match.',
      content: { 'application/json': { schema: SearchAnswerSchema } },
    },
    ...describeProblems(400),
  },
});

const facetsRoute = createRoute({
  method: 'get',
  path: `${BASE}/facets`,
  tags,
  summary: 'List the values to filter by',
  description: 'Outlets, languages, event types, realis, stances and countries, with counts.',
  request: { query: FilterSchema },
  responses: {
    200: { description: 'The values.', content: { 'application/json': { schema: FacetsSchema } } },
    ...describeProblems(400),
  },
});

export const searchRoutes = [searchRoute, facetsRoute];

export const registerSearch: RegisterRoutes = (app, { store }) => {
  app.openapi(searchRoute, async (c) => {
    const { q, ...rest } = c.req.valid('query');
    return c.json(await store.search({ query: q, limit: 50, ...keepGiven(rest) }), 200);
  });

  app.openapi(facetsRoute, async (c) => {
    return c.json(await store.getFacets(keepGiven(c.req.valid('query'))), 200);
  });
};
