import { createRoute } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { Decision } from '../../../model/decision.ts';
import { takeDecider } from '../access.ts';
import { noteAudit } from '../audit.ts';
import { AsOfSchema, DecisionFilterSchema, IdSchema, keepGiven } from '../parameters.ts';
import { makeProblemResponse } from '../problem.ts';
import {
  DecisionListSchema,
  DecisionSchema,
  JudgementSchema,
  SetAsideListSchema,
} from '../schemas/judgement.ts';
import { BASE, describeProblems, type RegisterRoutes, resolveId } from '../service.ts';

const tags = ['Decisions'];
const path = `${BASE}/judgements`;

/** Bytes that one decision may have. */
const LARGEST = 100_000;

const listRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'List who decided what',
  description: 'Newest first, with those that were withdrawn and those whose object is no longer found.',
  request: { query: DecisionFilterSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: DecisionListSchema } } },
    ...describeProblems(400),
  },
});

const setAsideRoute = createRoute({
  method: 'get',
  path: `${BASE}/documents/{id}/set-aside`,
  tags,
  summary: 'List what of a document counts no longer',
  description:
    'What people rejected, what its publisher took back, and what only repeats that, each with its cause. Of a version that ' +
    'another one has replaced, nothing.',
  request: { params: IdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: SetAsideListSchema } } },
    ...describeProblems(400, 404, 409),
  },
});

const decideRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Decide something',
  description:
    'Rejects what is not so or was misread, grades, names, or takes back an earlier decision. Nothing is deleted: what is ' +
    'rejected is set aside and shown with who, when and why. Like all that writes, the request must carry the ' +
    '`Origin` of the server and the header `x-tocsin-write: 1`. Of somebody logged in, `by` is their account, whatever is sent.',
  middleware: [
    bodyLimit({
      maxSize: LARGEST,
      onError: (c) =>
        makeProblemResponse('too-large', c.req.path, { detail: `A decision may have ${LARGEST / 1e3} kB.` }),
    }),
  ] as const,
  request: { body: { required: true, content: { 'application/json': { schema: DecisionSchema } } } },
  responses: {
    201: { description: 'It is on record.', content: { 'application/json': { schema: JudgementSchema } } },
    ...describeProblems(400, 401, 403, 404, 409, 413, 415),
  },
});

export const judgementRoutes = [listRoute, setAsideRoute, decideRoute];

export const registerJudgements: RegisterRoutes = (app, { store, desk }) => {
  app.openapi(setAsideRoute, async (c) => {
    const id = await resolveId(c, store, c.req.valid('param').id);
    const { asOf } = c.req.valid('query');
    const [rows, corrected] = await Promise.all([desk.listSetAside(id, asOf), desk.listCorrected(id, asOf)]);
    return c.json({ rows, corrected }, 200);
  });

  app.openapi(listRoute, async (c) => c.json(await desk.listDecisions(keepGiven(c.req.valid('query'))), 200));

  app.openapi(decideRoute, async (c) => {
    const sent = keepGiven(c.req.valid('json'));
    const decision = { ...sent, by: takeDecider(c, sent.by) } as Decision;
    const judgement = await desk.decide(decision);
    noteAudit(c, { on: `${judgement.id}: ${judgement.verdict} ${judgement.of.type}` });
    return c.json(judgement, 201);
  });
};
