import { createRoute } from '@hono/zod-openapi';
import { StatusSchema } from '../answers.ts';
import { BASE, type RegisterRoutes } from '../service.ts';

const statusRoute = createRoute({
  method: 'get',
  path: `${BASE}/status`,
  tags: ['Server'],
  summary: 'Get version and counts',
  responses: {
    200: {
      description: 'Which program answers, and how much it keeps.',
      content: { 'application/json': { schema: StatusSchema } },
    },
  },
});

export const statusRoutes = [statusRoute];

export const registerStatus: RegisterRoutes = (app, { store, engine, name, now }) => {
  app.openapi(statusRoute, async (c) => {
    const [counts, example] = await Promise.all([store.count(), store.getSetting('example')]);
    const loaded = example === undefined ? {} : { example };
    c.header('cache-control', 'no-store');
    return c.json({ name, engine: engine.name, now: now(), counts, ...loaded }, 200);
  });
};
