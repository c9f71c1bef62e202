import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { SourceDraft, SourcesGiven } from '../../../model/source-book.ts';
import { noteAudit } from '../audit.ts';
import { AsOfSchema, keepGiven, SourceIdSchema, SourceKeySchema } from '../parameters.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import {
  DependantsSchema,
  FeedAddressSchema,
  FoundFeedsSchema,
  SourceBookListSchema,
  SourceChangeSchema,
  SourceDetailSchema,
  SourceRemovalSchema,
  SourcesAdditionSchema,
  SourcesGivenSchema,
  SourcesPreviewSchema,
  SourceTableSchema,
} from '../schemas/source-book.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Sources'];
const path = `${BASE}/sources`;

/** Bytes of one request: a list of a thousand sources takes far less. */
const LARGEST = 3_000_000;

const limited = bodyLimit({
  maxSize: LARGEST,
  onError: (c) =>
    makeProblemResponse('too-large', c.req.path, {
      detail: `A list of sources may have ${LARGEST / 1e6} MB. Hand it in in parts.`,
    }),
});

const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: json(schema) },
});
const list = { description: 'The list as it is now.', content: json(SourceBookListSchema) };

const tableRoute = createRoute({
  method: 'get',
  path: `${path}/heard`,
  tags,
  summary: 'List who is heard or listed, and what nobody covers',
  description:
    'Each with its grade, its state, its lag and how much it tells, and the signs of problems for which too few sources are alive.',
  request: { query: AsOfSchema },
  responses: { 200: { description: 'Rows.', content: json(SourceTableSchema) }, ...describeProblems(400) },
});

const detailRoute = createRoute({
  method: 'get',
  path: `${path}/heard/{key}`,
  tags,
  summary: 'Get one source',
  request: { params: SourceKeySchema, query: AsOfSchema },
  responses: {
    200: { description: 'It.', content: json(SourceDetailSchema) },
    ...describeProblems(400, 404),
  },
});

const dependsRoute = createRoute({
  method: 'get',
  path: `${path}/heard/{key}/depends`,
  tags,
  summary: 'Get what rests on a source',
  description:
    'Problems of which a sign that counts has an origin by way of it, each assessed again as if it had not been heard.',
  request: { params: SourceKeySchema, query: AsOfSchema },
  responses: {
    200: { description: 'Problems.', content: json(DependantsSchema) },
    ...describeProblems(400, 404),
  },
});

const listRoute = createRoute({
  method: 'get',
  path: `${path}/list`,
  tags,
  summary: "Get the desk's list of sources",
  responses: { 200: list },
});

const opmlRoute = createRoute({
  method: 'get',
  path: `${path}/opml`,
  tags,
  summary: 'Export the list of sources as OPML',
  responses: { 200: { description: 'The list.', content: { 'text/x-opml': { schema: z.string() } } } },
});

const checkRoute = createRoute({
  method: 'post',
  path: `${path}/check`,
  tags,
  summary: 'Check what would be added to the list',
  description:
    'Takes OPML, a file in the form of sources.yaml, or entries; says what is known already and what is wrong, by line. Nothing is ' +
    'written or fetched.',
  middleware: [limited] as const,
  request: body(SourcesGivenSchema),
  responses: {
    200: { description: 'A preview.', content: json(SourcesPreviewSchema) },
    ...describeProblems(400, 413, 415),
  },
});

const findRoute = createRoute({
  method: 'post',
  path: `${path}/find`,
  tags,
  summary: 'Ask an address for its feed',
  description:
    'The server fetches the address, once. Addresses of its own machine and network are refused unless a setting allows them.',
  middleware: [limited] as const,
  request: body(FeedAddressSchema),
  responses: {
    200: { description: 'Feeds.', content: json(FoundFeedsSchema) },
    ...describeProblems(400, 401, 403, 413, 415),
  },
});

const addRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Add sources to the list',
  description: 'All or none; those whose feed is in the list are passed over. Comments of the file are kept.',
  middleware: [limited] as const,
  request: body(SourcesAdditionSchema),
  responses: { 200: list, ...describeProblems(400, 401, 403, 409, 413, 415) },
});

const changeRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Pause a source, or go on with it',
  middleware: [limited] as const,
  request: { params: SourceIdSchema, ...body(SourceChangeSchema) },
  responses: { 200: list, ...describeProblems(400, 401, 403, 404, 409, 413, 415) },
});

const removeRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Take a source out of the list',
  description: 'What was kept of it stays.',
  middleware: [limited] as const,
  request: { params: SourceIdSchema, ...body(SourceRemovalSchema) },
  responses: { 200: list, ...describeProblems(400, 401, 403, 404, 409, 413, 415) },
});

export const sourceBookRoutes = [
  tableRoute,
  detailRoute,
  dependsRoute,
  listRoute,
  opmlRoute,
  checkRoute,
  findRoute,
  addRoute,
  changeRoute,
  removeRoute,
];

const keepDrafts = (drafts: readonly object[]) => drafts.map((draft) => keepGiven(draft) as SourceDraft);

export const registerSourceBook: RegisterRoutes = (app, { desk: { sources } }) => {
  const unknown = `Nobody of that key is heard or listed (then). Those who are stand at ${path}/heard.`;

  app.openapi(tableRoute, async (c) => c.json(await sources.getTable(c.req.valid('query').asOf), 200));

  app.openapi(detailRoute, async (c) => {
    const found = await sources.getDetail(c.req.valid('param').key, c.req.valid('query').asOf);
    return found === undefined ? fail(c, 'not-found', unknown) : c.json(found, 200);
  });

  app.openapi(dependsRoute, async (c) => {
    const found = await sources.getDependants(c.req.valid('param').key, c.req.valid('query').asOf);
    return found === undefined ? fail(c, 'not-found', unknown) : c.json(found, 200);
  });

  app.openapi(listRoute, async (c) => c.json(await sources.getList(), 200));

  app.openapi(opmlRoute, async (c) => {
    c.header('content-disposition', 'attachment; filename="sources.opml"');
    return c.body(await sources.exportOpml(), 200, { 'content-type': 'text/x-opml; charset=utf-8' });
  });

  app.openapi(checkRoute, async (c) => {
    const given = c.req.valid('json');
    const taken: SourcesGiven = 'drafts' in given ? { drafts: keepDrafts(given.drafts) } : given;
    return c.json(await sources.preview(taken), 200);
  });

  app.openapi(findRoute, async (c) => {
    const { address } = c.req.valid('json');
    noteAudit(c, { on: address });
    return c.json(await sources.find(address), 200);
  });

  app.openapi(addRoute, async (c) => {
    const { drafts, base } = c.req.valid('json');
    noteAudit(c, { on: drafts.map(({ id, name }) => id ?? name).join(', ') });
    return c.json(await sources.add(keepDrafts(drafts), base), 200);
  });

  app.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { paused, base } = c.req.valid('json');
    noteAudit(c, { on: `${id}: ${paused ? 'paused' : 'asked again'}` });
    return c.json(await sources.pause(id, paused, base), 200);
  });

  app.openapi(removeRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await sources.remove(id, c.req.valid('json').base), 200);
  });
};
