import { createRoute } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { noteAudit } from '../audit.ts';
import { keepGiven } from '../parameters.ts';
import { makeProblemResponse } from '../problem.ts';
import {
  ReviewDraftSchema,
  ReviewListSchema,
  ReviewRequestSchema,
  ReviewRowSchema,
} from '../schemas/review.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';
import { takeHand } from './together.ts';

const tags = ['Together'];
const path = `${BASE}/reviews`;
/** Bytes that one review may have. */
const LARGEST = 20_000;

const listRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'List what waits for a second person',
  description:
    'Levels that rose, outcomes on one possible origin, decisions on what a warning problem rests on, briefs to be signed. ' +
    'Nothing is held back until it is approved.',
  request: { query: ReviewRequestSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: ReviewListSchema } } },
    ...describeProblems(400),
  },
});

const reviewRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Approve something, or send it back',
  description: 'Not by the account that did it. What is said stays on record; the last word counts.',
  middleware: [
    bodyLimit({
      maxSize: LARGEST,
      onError: (c) =>
        makeProblemResponse('too-large', c.req.path, { detail: `A review may have ${LARGEST / 1e3} kB.` }),
    }),
  ] as const,
  request: { body: { required: true, content: { 'application/json': { schema: ReviewDraftSchema } } } },
  responses: {
    201: { description: 'It is on record.', content: { 'application/json': { schema: ReviewRowSchema } } },
    ...describeProblems(400, 401, 403, 404, 413, 415),
  },
});

export const reviewRoutes = [listRoute, reviewRoute];

export const registerReviews: RegisterRoutes = (app, { desk: { together } }) => {
  app.openapi(listRoute, async (c) =>
    c.json(await together.listReviews(keepGiven(c.req.valid('query'))), 200),
  );

  app.openapi(reviewRoute, async (c) => {
    const { by, ...given } = c.req.valid('json');
    const row = await together.review(given, takeHand(c, by));
    const last = row.reviews.at(-1);
    noteAudit(c, { on: `${last?.id}: ${given.verdict} ${row.key}` });
    return c.json(row, 201);
  });
};
