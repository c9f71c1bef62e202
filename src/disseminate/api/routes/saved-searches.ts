import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { takeDecider } from '../access.ts';
import { noteAudit } from '../audit.ts';
import { keepGiven } from '../parameters.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import {
  SavedSearchListSchema,
  SavedSearchSchema,
  SearchChangeSchema,
  SearchDraftSchema,
} from '../schemas/search.ts';
import { QuestionSchema } from '../search-parameters.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Search'];
const path = `${BASE}/saved-searches`;
const LEAVE = 'Needs leave to write, as a decision does.';

const idSchema = z.object({
  id: z
    .string()
    .regex(/^q[0-9a-f]{1,32}$/, 'must be the id of a saved search')
    .openapi({ param: { name: 'id', in: 'path' }, example: 'q1a2b3c4d5e6f' }),
});

const listRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'List saved searches',
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: SavedSearchListSchema } } },
  },
});

const saveRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Save a search',
  description: LEAVE,
  request: { body: { required: true, content: { 'application/json': { schema: SearchDraftSchema } } } },
  responses: {
    201: { description: 'It is kept.', content: { 'application/json': { schema: SavedSearchSchema } } },
    ...describeProblems(400, 401, 403, 413, 415),
  },
});

const changeRoute = createRoute({
  method: 'patch',
  path: `${path}/{id}`,
  tags,
  summary: 'Rename a saved search, set or clear its alert, or say that it was looked at',
  description: LEAVE,
  request: {
    params: idSchema,
    body: { required: true, content: { 'application/json': { schema: SearchChangeSchema } } },
  },
  responses: {
    200: { description: 'As it is now.', content: { 'application/json': { schema: SavedSearchSchema } } },
    ...describeProblems(400, 401, 403, 404, 409, 413, 415),
  },
});

const deleteRoute = createRoute({
  method: 'delete',
  path: `${path}/{id}`,
  tags,
  summary: 'Delete a saved search',
  description: `${LEAVE} Alerts that it gave cause to stay on record.`,
  request: { params: idSchema },
  responses: { 204: { description: 'It is gone.' }, ...describeProblems(400, 401, 403, 404) },
});

export const savedSearchRoutes = [listRoute, saveRoute, changeRoute, deleteRoute];

function failUnknownSearch(c: Context, id: string): never {
  return fail(c, 'not-found', `No search ${id} is saved. Those that are stand at ${path}.`);
}

/** Bytes that a request may have. */
const LARGEST = 20_000;

export const registerSavedSearches: RegisterRoutes = (app, { desk }) => {
  app.on(
    ['POST', 'PATCH', 'DELETE'],
    [path, `${path}/*`],
    bodyLimit({
      maxSize: LARGEST,
      onError: (c) =>
        makeProblemResponse('too-large', c.req.path, { detail: `A search may have ${LARGEST / 1e3} kB.` }),
    }),
  );

  app.openapi(listRoute, async (c) => c.json({ rows: await desk.listSavedSearches() }, 200));

  app.openapi(saveRoute, async (c) => {
    const draft = c.req.valid('json');
    // What is saved must be what can be asked.
    const asked = QuestionSchema.omit({ asOf: true, knownAfter: true })
      .strict()
      .safeParse({ ...draft.terms, of: draft.of });
    if (!asked.success) {
      const faults = asked.error.issues.map(
        ({ path: at, message }) => `${at.join('.') || 'terms'}: ${message}`,
      );
      return fail(c, 'bad-request', `${faults.join('; ')}.`);
    }
    const saved = await desk.saveSearch(keepGiven({ ...draft, by: takeDecider(c, draft.by) }));
    noteAudit(c, { on: saved.id });
    return c.json(saved, 201);
  });

  app.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const changed = await desk.changeSearch(id, keepGiven(c.req.valid('json')));
    return changed === undefined ? failUnknownSearch(c, id) : c.json(changed, 200);
  });

  app.openapi(deleteRoute, async (c) => {
    const { id } = c.req.valid('param');
    if (!(await desk.deleteSearch(id))) return failUnknownSearch(c, id);
    return c.body(null, 204);
  });
};
