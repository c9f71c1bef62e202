import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Hand } from '../../../model/comment.ts';
import type { AssignmentDraft, AssignmentEdit } from '../../../model/together.ts';
import { findAsker, nameAsker, takeDecider } from '../access.ts';
import { noteAudit } from '../audit.ts';
import { AsOfSchema, keepGiven } from '../parameters.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import {
  AssignmentDraftSchema,
  AssignmentEditSchema,
  AssignmentIdSchema,
  AssignmentListSchema,
  AssignmentRequestSchema,
  AssignmentSchema,
  CommentChangeSchema,
  CommentDraftSchema,
  CommentIdSchema,
  CommentListSchema,
  CommentRemovalSchema,
  CommentRequestSchema,
  CommentSchema,
  InboxSchema,
  PersonListSchema,
  ReadMarkSchema,
} from '../schemas/together.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Together'];
const comments = `${BASE}/comments`;
const assignments = `${BASE}/assignments`;
const TWO = 'Where somebody else has changed it meanwhile, that is answered with 409 and who it was.';

/** Bytes that one request may have: four for each character of the longest text, and room. */
const LARGEST = 40_000;
const limited = bodyLimit({
  maxSize: LARGEST,
  onError: (c) =>
    makeProblemResponse('too-large', c.req.path, { detail: `What is written may have ${LARGEST / 1e3} kB.` }),
});

/** Who writes: the name that stands under it, and who may change it later. */
export function takeHand(c: Context, given: string | undefined): Hand {
  const asker = findAsker(c);
  if (asker === undefined) return fail(c, 'log-in', 'Nobody is logged in.');
  return { by: takeDecider(c, given), author: nameAsker(asker) };
}

const peopleRoute = createRoute({
  method: 'get',
  path: `${BASE}/people`,
  tags,
  summary: 'List who can be called and given something to do',
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: PersonListSchema } } },
  },
});

const listRoute = createRoute({
  method: 'get',
  path: comments,
  tags,
  summary: 'List what was written to something',
  request: { query: CommentRequestSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: CommentListSchema } } },
    ...describeProblems(400),
  },
});

const comment = { description: 'The comment.', content: { 'application/json': { schema: CommentSchema } } };

const addRoute = createRoute({
  method: 'post',
  path: comments,
  tags,
  summary: 'Write something to a thing',
  middleware: [limited] as const,
  request: { body: { required: true, content: { 'application/json': { schema: CommentDraftSchema } } } },
  responses: { 201: comment, ...describeProblems(400, 401, 403, 404, 413, 415) },
});

const changeRoute = createRoute({
  method: 'put',
  path: `${comments}/{id}`,
  tags,
  summary: 'Change a comment of one’s own',
  description: `Keeps the version before. ${TWO}`,
  middleware: [limited] as const,
  request: {
    params: CommentIdSchema,
    body: { required: true, content: { 'application/json': { schema: CommentChangeSchema } } },
  },
  responses: { 200: comment, ...describeProblems(400, 401, 403, 404, 409, 413, 415) },
});

const removeRoute = createRoute({
  method: 'delete',
  path: `${comments}/{id}`,
  tags,
  summary: 'Remove a comment of one’s own',
  description: `That it was there, and who removed it, stays. ${TWO}`,
  middleware: [limited] as const,
  request: {
    params: CommentIdSchema,
    body: { required: true, content: { 'application/json': { schema: CommentRemovalSchema } } },
  },
  responses: { 200: comment, ...describeProblems(400, 401, 403, 404, 409, 413, 415) },
});

const assignedRoute = createRoute({
  method: 'get',
  path: assignments,
  tags,
  summary: 'List who is to see to what',
  request: { query: AssignmentRequestSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: AssignmentListSchema } } },
    ...describeProblems(400),
  },
});

const assignment = {
  description: 'The assignment.',
  content: { 'application/json': { schema: AssignmentSchema } },
};

const assignRoute = createRoute({
  method: 'post',
  path: assignments,
  tags,
  summary: 'Give somebody something to see to',
  middleware: [limited] as const,
  request: { body: { required: true, content: { 'application/json': { schema: AssignmentDraftSchema } } } },
  responses: { 201: assignment, ...describeProblems(400, 401, 403, 404, 413, 415) },
});

const reassignRoute = createRoute({
  method: 'put',
  path: `${assignments}/{id}`,
  tags,
  summary: 'Change an assignment, or say that it is done',
  description: `Keeps the version before. ${TWO}`,
  middleware: [limited] as const,
  request: {
    params: AssignmentIdSchema,
    body: { required: true, content: { 'application/json': { schema: AssignmentEditSchema } } },
  },
  responses: { 200: assignment, ...describeProblems(400, 401, 403, 404, 409, 413, 415) },
});

const inboxRoute = createRoute({
  method: 'get',
  path: `${BASE}/inbox`,
  tags,
  summary: 'List what is for whoever asks',
  request: { query: AsOfSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: InboxSchema } } },
    ...describeProblems(400, 401),
  },
});

const readRoute = createRoute({
  method: 'post',
  path: `${BASE}/inbox/read`,
  tags,
  summary: 'Say what one has read',
  middleware: [limited] as const,
  request: { body: { required: true, content: { 'application/json': { schema: ReadMarkSchema } } } },
  responses: { 204: { description: 'It is kept.' }, ...describeProblems(400, 401, 403, 413, 415) },
});

export const togetherRoutes = [
  peopleRoute,
  ...[listRoute, addRoute, changeRoute, removeRoute],
  ...[assignedRoute, assignRoute, reassignRoute],
  ...[inboxRoute, readRoute],
];

export const registerTogether: RegisterRoutes = (app, { desk: { together } }) => {
  app.openapi(peopleRoute, async (c) => c.json({ rows: await together.listPeople() }, 200));

  app.openapi(listRoute, async (c) =>
    c.json(await together.listComments(keepGiven(c.req.valid('query'))), 200),
  );

  app.openapi(addRoute, async (c) => {
    const { by, ...draft } = c.req.valid('json');
    const added = await together.addComment(keepGiven(draft), takeHand(c, by));
    noteAudit(c, { on: `${added.id}: ${added.of}` });
    return c.json(added, 201);
  });

  app.openapi(changeRoute, async (c) => {
    const { by, ...change } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const changed = await together.changeComment(id, change, takeHand(c, by));
    noteAudit(c, { on: `${id}: ${changed.of}` });
    return c.json(changed, 200);
  });

  app.openapi(removeRoute, async (c) => {
    const { by, ...change } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const removed = await together.removeComment(id, change, takeHand(c, by));
    noteAudit(c, { on: `${id}: ${removed.of}` });
    return c.json(removed, 200);
  });

  app.openapi(assignedRoute, async (c) =>
    c.json({ rows: await together.listAssignments(keepGiven(c.req.valid('query'))) }, 200),
  );

  app.openapi(assignRoute, async (c) => {
    const { by, ...draft } = c.req.valid('json');
    const added = await together.addAssignment(keepGiven(draft) as AssignmentDraft, takeHand(c, by));
    noteAudit(c, { on: `${added.id}: ${added.of} to ${added.to}` });
    return c.json(added, 201);
  });

  app.openapi(reassignRoute, async (c) => {
    const { by, ...edit } = c.req.valid('json');
    const { id } = c.req.valid('param');
    const changed = await together.changeAssignment(id, keepGiven(edit) as AssignmentEdit, takeHand(c, by));
    noteAudit(c, { on: `${id}: ${changed.of} to ${changed.to}, ${changed.state}` });
    return c.json(changed, 200);
  });

  app.openapi(inboxRoute, async (c) => {
    const asker = findAsker(c);
    if (asker === undefined) return fail(c, 'log-in', 'Nobody is logged in.');
    c.header('cache-control', 'no-store');
    return c.json(await together.getInbox(nameAsker(asker), c.req.valid('query').asOf), 200);
  });

  app.openapi(readRoute, async (c) => {
    const asker = findAsker(c);
    if (asker === undefined) return fail(c, 'log-in', 'Nobody is logged in.');
    const { entries, isRead } = c.req.valid('json');
    await together.markRead(nameAsker(asker), entries, isRead);
    return c.body(null, 204);
  });
};
