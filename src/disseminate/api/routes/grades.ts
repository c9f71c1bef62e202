import { createRoute } from '@hono/zod-openapi';
import { AsOfSchema, GradedSchema, GradesRequestSchema, keepGiven } from '../parameters.ts';
import { fail } from '../problem.ts';
import { GradeDetailSchema, GradeListSchema } from '../schemas/grade.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Picture'];

const gradesRoute = createRoute({
  method: 'get',
  path: `${BASE}/grades`,
  tags,
  summary: 'List sources with their grades, and who changed any grade',
  description:
    'The source with most settled claims first. Letters are from its own record here or set by a person.',
  request: { query: GradesRequestSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: GradeListSchema } } },
    ...describeProblems(400),
  },
});

const gradeRoute = createRoute({
  method: 'get',
  path: `${BASE}/grades/{type}/{of}`,
  tags,
  summary: 'Get the grade of a source, an incident or a claim with what it rests on',
  request: { params: GradedSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The grade.', content: { 'application/json': { schema: GradeDetailSchema } } },
    ...describeProblems(400, 404),
  },
});

export const gradeRoutes = [gradesRoute, gradeRoute];

export const registerGrades: RegisterRoutes = (app, { desk }) => {
  app.openapi(gradesRoute, async (c) =>
    c.json(await desk.listGrades({ limit: 50, ...keepGiven(c.req.valid('query')) }), 200),
  );
  app.openapi(gradeRoute, async (c) => {
    const { type, of } = c.req.valid('param');
    const found = await desk.getGrade({ type, of, ...keepGiven(c.req.valid('query')) });
    if (found === undefined)
      return fail(
        c,
        'not-found',
        `No ${type} ${of} is known (then). Sources that are stand at ${BASE}/grades.`,
      );
    return c.json(found, 200);
  });
};
