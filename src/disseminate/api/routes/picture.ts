import { createRoute } from '@hono/zod-openapi';
import { IncidentListSchema, StoryListSchema } from '../answers.ts';
import {
  AsOfSchema,
  ChangesRequestSchema,
  IncidentFilterSchema,
  IncidentIdSchema,
  keepGiven,
  StoryFilterSchema,
  StoryIdSchema,
} from '../parameters.ts';
import { fail } from '../problem.ts';
import { ChangesSchema } from '../schemas/correction.ts';
import { IncidentSchema, StorySchema } from '../schemas/picture.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Picture'];

const storiesRoute = createRoute({
  method: 'get',
  path: `${BASE}/stories`,
  tags,
  summary: 'List stories',
  description: 'What the documents are about, the story with the latest report first.',
  request: { query: StoryFilterSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: StoryListSchema } } },
    ...describeProblems(400),
  },
});

const storyRoute = createRoute({
  method: 'get',
  path: `${BASE}/stories/{id}`,
  tags,
  summary: 'Get a story with who is first-hand and who only repeats',
  request: { params: StoryIdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The story.', content: { 'application/json': { schema: StorySchema } } },
    ...describeProblems(400, 404),
  },
});

const incidentsRoute = createRoute({
  method: 'get',
  path: `${BASE}/incidents`,
  tags,
  summary: 'List incidents',
  description: 'What is said to have happened or to be coming, the one with the latest mention first.',
  request: { query: IncidentFilterSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: IncidentListSchema } } },
    ...describeProblems(400),
  },
});

const incidentRoute = createRoute({
  method: 'get',
  path: `${BASE}/incidents/{id}`,
  tags,
  summary: 'Get an incident with everything said of it',
  description: 'Every mention with its claim, figures that differ side by side, and who is first-hand.',
  request: { params: IncidentIdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The incident.', content: { 'application/json': { schema: IncidentSchema } } },
    ...describeProblems(400, 404),
  },
});

const changesRoute = createRoute({
  method: 'get',
  path: `${BASE}/changes`,
  tags,
  summary: 'List what changed between two instants',
  description:
    'What was corrected, rejected or taken back, and which incidents, stories and assessments are not as they were, each with its cause.',
  request: { query: ChangesRequestSchema },
  responses: {
    200: { description: 'The changes.', content: { 'application/json': { schema: ChangesSchema } } },
    ...describeProblems(400),
  },
});

export const pictureRoutes = [storiesRoute, storyRoute, incidentsRoute, incidentRoute, changesRoute];

export const registerPicture: RegisterRoutes = (app, { desk }) => {
  app.openapi(storiesRoute, async (c) =>
    c.json(await desk.listStories({ limit: 50, ...keepGiven(c.req.valid('query')) }), 200),
  );

  app.openapi(storyRoute, async (c) => {
    const { id } = c.req.valid('param');
    const story = await desk.getStory(id, c.req.valid('query').asOf);
    if (story === undefined)
      return fail(c, 'not-found', `No story ${id} is known (then). Those that are stand at ${BASE}/stories.`);
    return c.json(story, 200);
  });

  app.openapi(incidentsRoute, async (c) =>
    c.json(await desk.listIncidents({ limit: 50, ...keepGiven(c.req.valid('query')) }), 200),
  );

  app.openapi(incidentRoute, async (c) => {
    const { id } = c.req.valid('param');
    const incident = await desk.getIncident(id, c.req.valid('query').asOf);
    if (incident === undefined)
      return fail(
        c,
        'not-found',
        `No incident ${id} is known (then). Those that are stand at ${BASE}/incidents.`,
      );
    return c.json(incident, 200);
  });

  app.openapi(changesRoute, async (c) => c.json(await desk.getChanges(keepGiven(c.req.valid('query'))), 200));
};
