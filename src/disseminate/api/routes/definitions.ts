import { createRoute } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { takeDecider } from '../access.ts';
import { DefinitionRequestSchema, keepGiven, ProblemIdSchema } from '../parameters.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import {
  DefinitionCheckSchema,
  DefinitionDraftSchema,
  DefinitionEditsSchema,
  DefinitionFaultsSchema,
  DefinitionSchema,
  DefinitionTrialSchema,
} from '../schemas/definition.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Warning'];
const path = `${BASE}/problems/{id}/definition`;

/** Bytes of a request with a definition: characters may take several, and are escaped in JSON. */
const LARGEST = 2_000_000;

const limited = bodyLimit({
  maxSize: LARGEST,
  onError: (c) =>
    makeProblemResponse('too-large', c.req.path, { detail: `A definition may have ${LARGEST / 1e6} MB.` }),
});

const getRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Get the definition of a warning problem',
  description:
    'The file that says what is watched, with the versions that came into use: the one in use now, a certain one, or the one ' +
    'in use at an instant.',
  request: { params: ProblemIdSchema, query: DefinitionRequestSchema },
  responses: {
    200: { description: 'The definition.', content: { 'application/json': { schema: DefinitionSchema } } },
    ...describeProblems(400, 404),
  },
});

const checkRoute = createRoute({
  method: 'post',
  path: `${path}/check`,
  tags,
  summary: 'Check a definition',
  description:
    'Says what is wrong with a text, line by line, by itself and beside the other problems. Nothing is written.',
  middleware: [limited] as const,
  request: {
    params: ProblemIdSchema,
    body: { required: true, content: { 'application/json': { schema: DefinitionCheckSchema } } },
  },
  responses: {
    200: { description: 'Its faults.', content: { 'application/json': { schema: DefinitionFaultsSchema } } },
    ...describeProblems(400, 413, 415),
  },
});

const tryRoute = createRoute({
  method: 'post',
  path: `${path}/try`,
  tags,
  summary: 'Try changes of a definition',
  description:
    'Makes changes in the text of the version in use (comments and all else are kept) and assesses what comes of them, as the problem ' +
    'itself is assessed. Nothing is written: put the text with its base where it is to come into use.',
  middleware: [limited] as const,
  request: {
    params: ProblemIdSchema,
    body: { required: true, content: { 'application/json': { schema: DefinitionEditsSchema } } },
  },
  responses: {
    200: {
      description: 'The text, its faults, and the assessment.',
      content: { 'application/json': { schema: DefinitionTrialSchema } },
    },
    ...describeProblems(400, 404, 409, 413, 415),
  },
});

const putRoute = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Write the definition of a warning problem',
  description:
    'Writes the desk’s own file, whole or not at all, and keeps the version that it replaces. Where the desk has no problems of its ' +
    'own yet, those that come with the program are copied first, so that none vanishes. Faults are answered with 422, each with ' +
    'its line. It takes the role editor.',
  middleware: [limited] as const,
  request: {
    params: ProblemIdSchema,
    body: { required: true, content: { 'application/json': { schema: DefinitionDraftSchema } } },
  },
  responses: {
    200: { description: 'It is in use.', content: { 'application/json': { schema: DefinitionSchema } } },
    ...describeProblems(400, 401, 403, 404, 409, 413, 415, 422),
  },
});

export const definitionRoutes = [getRoute, checkRoute, tryRoute, putRoute];

export const registerDefinitions: RegisterRoutes = (app, { desk }) => {
  app.openapi(getRoute, async (c) => {
    const { id } = c.req.valid('param');
    const definition = await desk.getDefinition(id, keepGiven(c.req.valid('query')));
    if (definition === undefined)
      return fail(c, 'not-found', `No such version of a warning problem ${id} is kept here (then).`);
    return c.json(definition, 200);
  });

  app.openapi(checkRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json({ faults: await desk.checkDefinition(id, c.req.valid('json').text) }, 200);
  });

  app.openapi(tryRoute, async (c) => {
    const { id } = c.req.valid('param');
    const sent = c.req.valid('json');
    return c.json(await desk.tryEdits(id, { ...sent, by: takeDecider(c, sent.by) }), 200);
  });

  app.openapi(putRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await desk.putDefinition(id, keepGiven(c.req.valid('json'))), 200);
  });
};
