import { createRoute } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { WatchAreaDraft } from '../../../model/watch-area.ts';
import { takeDecider } from '../access.ts';
import { noteAudit } from '../audit.ts';
import { AsOfSchema, keepGiven, MapRequestSchema, WatchAreaIdSchema } from '../parameters.ts';
import { makeProblemResponse } from '../problem.ts';
import {
  MapSchema,
  WatchAreaChangeSchema,
  WatchAreaDraftSchema,
  WatchAreaListSchema,
  WatchAreaRemovalSchema,
  WatchAreaSchema,
} from '../schemas/map.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Map'];
const path = `${BASE}/watch-areas`;

/** Bytes that one area may have. */
const LARGEST = 100_000;

const limited = bodyLimit({
  maxSize: LARGEST,
  onError: (c) =>
    makeProblemResponse('too-large', c.req.path, {
      detail: `A watch area may have ${LARGEST / 1e3} kB. Draw it with fewer corners.`,
    }),
});

const mapRoute = createRoute({
  method: 'get',
  path: `${BASE}/map`,
  tags,
  summary: 'Get incidents and threats with their place and time',
  description:
    'What has happened and what is prepared, threatened or feared, short enough to be drawn all at once: those with the latest ' +
    'mention first. One that is not dated lies in no span of days.',
  request: { query: MapRequestSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: MapSchema } } },
    ...describeProblems(400),
  },
});

const listRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'List watch areas',
  description:
    'Areas that the desk has drawn on the map. They are its own matter and stand in nothing that is sent out.',
  request: { query: AsOfSchema },
  responses: {
    200: { description: 'The areas.', content: { 'application/json': { schema: WatchAreaListSchema } } },
    ...describeProblems(400),
  },
});

const kept = { description: 'The area.', content: { 'application/json': { schema: WatchAreaSchema } } };

const addRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Draw a watch area',
  description: 'Who may write is the same as for `POST /api/v1/judgements`.',
  middleware: [limited] as const,
  request: { body: { required: true, content: { 'application/json': { schema: WatchAreaDraftSchema } } } },
  responses: { 201: kept, ...describeProblems(400, 401, 403, 413, 415) },
});

const changeRoute = createRoute({
  method: 'put',
  path: `${path}/{id}`,
  tags,
  summary: 'Change a watch area',
  description:
    'Keeps the version before. Where somebody else has changed it meanwhile, that is answered with 409.',
  middleware: [limited] as const,
  request: {
    params: WatchAreaIdSchema,
    body: { required: true, content: { 'application/json': { schema: WatchAreaChangeSchema } } },
  },
  responses: { 200: kept, ...describeProblems(400, 401, 403, 404, 409, 413, 415) },
});

const removeRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Watch an area no longer',
  description: 'It can still be seen as of an earlier instant.',
  middleware: [limited] as const,
  request: {
    params: WatchAreaIdSchema,
    body: { required: true, content: { 'application/json': { schema: WatchAreaRemovalSchema } } },
  },
  responses: { 200: kept, ...describeProblems(400, 401, 403, 404, 409, 413, 415) },
});

export const mapRoutes = [mapRoute, listRoute, addRoute, changeRoute, removeRoute];

export const registerMap: RegisterRoutes = (app, { desk }) => {
  app.openapi(mapRoute, async (c) => c.json(await desk.getMap(keepGiven(c.req.valid('query'))), 200));

  app.openapi(listRoute, async (c) =>
    c.json({ rows: await desk.listWatchAreas(keepGiven(c.req.valid('query'))) }, 200),
  );

  app.openapi(addRoute, async (c) => {
    const sent = c.req.valid('json');
    const area = await desk.addWatchArea(keepDraft({ ...sent, by: takeDecider(c, sent.by) }));
    noteAudit(c, { on: area.id });
    return c.json(area, 201);
  });

  app.openapi(changeRoute, async (c) => {
    const { base, ...sent } = c.req.valid('json');
    const draft = keepDraft({ ...sent, by: takeDecider(c, sent.by) });
    return c.json(await desk.changeWatchArea(c.req.valid('param').id, draft, base), 200);
  });

  app.openapi(removeRoute, async (c) => {
    const { by, base } = c.req.valid('json');
    const { id } = c.req.valid('param');
    return c.json(await desk.removeWatchArea(id, takeDecider(c, by), base), 200);
  });
};

function keepDraft(given: object): WatchAreaDraft {
  const draft = keepGiven(given) as WatchAreaDraft;
  return { ...draft, hazards: draft.hazards.map((hazard) => keepGiven(hazard)) };
}
