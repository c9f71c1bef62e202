import { createRoute } from '@hono/zod-openapi';
import { ActorListSchema } from '../answers.ts';
import { ActorFilterSchema, ActorIdSchema, AsOfSchema, keepGiven } from '../parameters.ts';
import { fail } from '../problem.ts';
import { ActorDetailSchema } from '../schemas/actor.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Picture'];

const actorsRoute = createRoute({
  method: 'get',
  path: `${BASE}/actors`,
  tags,
  summary: 'List actors',
  description:
    'Persons, bodies, states and sites that documents name, each once under all its spellings, those in most documents first. Of persons only those of the register and holders of a public office.',
  request: { query: ActorFilterSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: ActorListSchema } } },
    ...describeProblems(400),
  },
});

const actorRoute = createRoute({
  method: 'get',
  path: `${BASE}/actors/{id}`,
  tags,
  summary: 'Get an actor with where it is named',
  request: { params: ActorIdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The actor.', content: { 'application/json': { schema: ActorDetailSchema } } },
    ...describeProblems(400, 404),
  },
});

export const actorRoutes = [actorsRoute, actorRoute];

export const registerActors: RegisterRoutes = (app, { desk }) => {
  app.openapi(actorsRoute, async (c) =>
    c.json(await desk.listActors({ limit: 50, ...keepGiven(c.req.valid('query')) }), 200),
  );

  app.openapi(actorRoute, async (c) => {
    const { id } = c.req.valid('param');
    const actor = await desk.getActor(id, c.req.valid('query').asOf);
    if (actor === undefined)
      return fail(c, 'not-found', `No actor ${id} is known (then). Those that are stand at ${BASE}/actors.`);
    return c.json(actor, 200);
  });
};
