import { createRoute } from '@hono/zod-openapi';
import { findAsker, findRefusal } from '../access.ts';
import { StatusSchema } from '../answers.ts';
import { AsOfSchema, keepGiven } from '../parameters.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const statusRoute = createRoute({
  method: 'get',
  path: `${BASE}/status`,
  tags: ['Server'],
  summary: 'Get version and counts',
  request: { query: AsOfSchema },
  responses: {
    200: {
      description: 'Which program answers, and how much it keeps.',
      content: { 'application/json': { schema: StatusSchema } },
    },
    ...describeProblems(400),
  },
});

export const statusRoutes = [statusRoute];

export const registerStatus: RegisterRoutes = (app, service) => {
  const { store, engine, name, now } = service;
  app.openapi(statusRoute, async (c) => {
    const { asOf } = c.req.valid('query');
    const [counts, example, exampleAsOf, second] = await Promise.all([
      store.count(asOf),
      store.getSetting('example'),
      store.getSetting('example.asOf'),
      service.second?.(),
    ]);
    const loaded = keepGiven({
      example,
      exampleAsOf,
      second,
      starting: service.starting?.(),
      readOnly: findRefusal(findAsker(c), 'POST /judgements'),
    });
    c.header('cache-control', 'no-store');
    return c.json({ name, engine: engine.name, now: now(), counts, ...loaded }, 200);
  });
};
