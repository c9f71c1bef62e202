import { createRoute } from '@hono/zod-openapi';
import { ProblemIdSchema, ReplayRequestSchema } from '../parameters.ts';
import { fail } from '../problem.ts';
import { ReplaySchema } from '../schemas/replay.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const replayRoute = createRoute({
  method: 'get',
  path: `${BASE}/problems/{id}/replay`,
  tags: ['Warning'],
  summary: 'Replay a warning problem',
  description:
    'What would have been warned when, by what had been published and collected at each moment, against what came and the record. ' +
    'At most 5000 assessments are made for one request (moments, times the signs with `ablate`): more is refused. Nothing is filed.',
  request: { params: ProblemIdSchema, query: ReplayRequestSchema },
  responses: {
    200: { description: 'The replay.', content: { 'application/json': { schema: ReplaySchema } } },
    ...describeProblems(400, 404),
  },
});

export const replayRoutes = [replayRoute];

export const registerReplay: RegisterRoutes = (app, { desk }) => {
  app.openapi(replayRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { without, ablate, asOf, ...span } = c.req.valid('query');
    const replay = await desk.getReplay(
      {
        problem: id,
        ...span,
        ...(without === undefined ? {} : { without }),
        ...(ablate === undefined ? {} : { ablate }),
        ...(asOf === undefined ? {} : { asOf }),
      },
      // Whoever goes away waits for nothing any more.
      { signal: c.req.raw.signal },
    );
    if (replay === undefined)
      return fail(
        c,
        'not-found',
        `No warning problem ${id} is watched here. Those that are stand at ${BASE}/board.`,
      );
    return c.json(replay, 200);
  });
};
