import { createRoute } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { ActorEntry } from '../../../model/register.ts';
import { takeDecider } from '../access.ts';
import { ActorListSchema } from '../answers.ts';
import { noteAudit } from '../audit.ts';
import { ActorFilterSchema, ActorIdSchema, AsOfSchema, keepGiven } from '../parameters.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import { ActorDetailSchema, ActorEntrySchema, ActorSchema, DeskRegisterSchema } from '../schemas/actor.ts';
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

const registerPath = `${BASE}/register`;

const registerRoute = createRoute({
  method: 'get',
  path: registerPath,
  tags,
  summary: "List the desk's own entries in the register of actors",
  description: 'With what is wrong in its file, line by line.',
  responses: {
    200: { description: 'The entries.', content: { 'application/json': { schema: DeskRegisterSchema } } },
  },
});

/** Bytes that one entry may have. */
const LARGEST = 100_000;

const addRoute = createRoute({
  method: 'post',
  path: registerPath,
  tags,
  summary: "Add an actor to the desk's register",
  description:
    'Adds a line to `register.tsv` in the data folder, checked as the file is. Under a name that the register has, it adds to that ' +
    'actor; what comes back is the record that all its names lead to. Only public actors belong there: a person needs a public ' +
    'office or role. Of somebody logged in, `by` is their account, whatever is sent.',
  middleware: [
    bodyLimit({
      maxSize: LARGEST,
      onError: (c) =>
        makeProblemResponse('too-large', c.req.path, { detail: `An entry may have ${LARGEST / 1e3} kB.` }),
    }),
  ] as const,
  request: { body: { required: true, content: { 'application/json': { schema: ActorEntrySchema } } } },
  responses: {
    201: { description: 'It is in the register.', content: { 'application/json': { schema: ActorSchema } } },
    ...describeProblems(400, 401, 403, 409, 413, 415),
  },
});

export const actorRoutes = [actorsRoute, actorRoute, registerRoute, addRoute];

export const registerActors: RegisterRoutes = (app, { desk }) => {
  app.openapi(registerRoute, async (c) => c.json(await desk.getRegister(), 200));

  app.openapi(addRoute, async (c) => {
    const sent = keepGiven(c.req.valid('json'));
    const actor = await desk.addActor({ ...sent, by: takeDecider(c, sent.by) } as ActorEntry);
    noteAudit(c, { on: actor.id });
    return c.json(actor, 201);
  });

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
