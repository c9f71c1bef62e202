import { createRoute } from '@hono/zod-openapi';
import type { SearchQuestion } from '../../../model/search.ts';
import { FacetsSchema } from '../answers.ts';
import { FilterSchema, keepGiven, PagingSchema } from '../parameters.ts';
import { FoundCountSchema, SearchAnswerSchema } from '../schemas/search.ts';
import { exportFound } from '../search-export.ts';
import { ExportSchema, QuestionSchema, WeighedSchema } from '../search-parameters.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Search'];

const searchRoute = createRoute({
  method: 'get',
  path: `${BASE}/search`,
  tags,
  summary: 'Search documents, claims and events',
  description:
    'Documents best first where words are given, else newest first; claims and events newest first, by the hour of publication. Claims ' +
    'and events are found once their document is in the picture.',
  request: { query: QuestionSchema.extend(PagingSchema.shape).extend(WeighedSchema.shape) },
  responses: {
    200: {
      description: 'Hits, each with its words.',
      content: { 'application/json': { schema: SearchAnswerSchema } },
    },
    ...describeProblems(400),
  },
});

const countRoute = createRoute({
  method: 'get',
  path: `${BASE}/search/count`,
  tags,
  summary: 'Count what a search finds',
  description:
    'Up to 1,000 hits are counted, the newest of them where there are more; so are the values to filter by. With `origins` up to 500.',
  request: { query: QuestionSchema },
  responses: {
    200: { description: 'The counts.', content: { 'application/json': { schema: FoundCountSchema } } },
    ...describeProblems(400),
  },
});

const exportRoute = createRoute({
  method: 'get',
  path: `${BASE}/search/export`,
  tags,
  summary: 'Export what a search finds',
  description:
    'All hits up to 100,000, in the order of the search. `json` is one list, `ndjson` one hit a line, `csv` one hit a row, in which no ' +
    'cell is taken for a formula.',
  request: { query: QuestionSchema.extend(ExportSchema.shape) },
  responses: {
    200: {
      description: 'The hits.',
      content: {
        'text/csv': { schema: { type: 'string' } },
        'application/x-ndjson': { schema: { type: 'string' } },
        'application/json': { schema: { type: 'array', items: { type: 'object' } } },
      },
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

export const searchRoutes = [searchRoute, countRoute, exportRoute, facetsRoute];

type Asked = Readonly<Record<string, string | number | undefined>> & { readonly of: SearchQuestion['of'] };

/** The question of an address. */
function makeQuestion({ of, asOf, knownAfter, ...rest }: Asked): SearchQuestion {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return {
    of,
    terms: Object.fromEntries(given.map(([name, value]) => [name, String(value)])),
    ...(typeof asOf === 'string' && { asOf }),
    ...(typeof knownAfter === 'string' && { knownAfter }),
  };
}

export const registerSearch: RegisterRoutes = (app, { store, desk }) => {
  app.openapi(searchRoute, async (c) => {
    const { limit, cursor, weigh, ...asked } = c.req.valid('query');
    const page = keepGiven({ limit, cursor, isWeighed: weigh });
    return c.json(await desk.search(makeQuestion(asked), page), 200);
  });

  app.openapi(countRoute, async (c) =>
    c.json(await desk.countFound(makeQuestion(c.req.valid('query'))), 200),
  );

  app.openapi(exportRoute, async (c) => {
    const { format, ...asked } = c.req.valid('query');
    const tlp = await desk.exports.getMarking();
    return exportFound(desk, makeQuestion(asked), { format, tlp }) as never;
  });

  app.openapi(facetsRoute, async (c) => {
    return c.json(await store.getFacets(keepGiven(c.req.valid('query'))), 200);
  });
};
