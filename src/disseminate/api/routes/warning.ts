import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { renderBriefHtml } from '../../brief/html.ts';
import { renderBriefMarkdown } from '../../brief/markdown.ts';
import { AlertListSchema, SourceListSchema } from '../answers.ts';
import {
  AlertFilterSchema,
  AsOfSchema,
  BriefFormSchema,
  keepGiven,
  ProblemIdSchema,
  RecordPageSchema,
  ScoreFilterSchema,
  SignHistoryRequestSchema,
} from '../parameters.ts';
import { fail } from '../problem.ts';
import { BoardSchema } from '../schemas/board.ts';
import { BriefSchema } from '../schemas/brief.ts';
import { ForecastRecordSchema } from '../schemas/record.ts';
import { ScoreReportSchema } from '../schemas/score.ts';
import { SignHistorySchema } from '../schemas/sign-history.ts';
import { AssessmentSchema } from '../schemas/warning.ts';
import { BASE, describeProblems, type RegisterRoutes, SCORES } from '../service.ts';

const tags = ['Warning'];

const boardRoute = createRoute({
  method: 'get',
  path: `${BASE}/board`,
  tags,
  summary: 'Get the board',
  description: 'Every warning problem at a glance, with 90 days of what was filed for it.',
  request: { query: AsOfSchema },
  responses: {
    200: { description: 'The board.', content: { 'application/json': { schema: BoardSchema } } },
    ...describeProblems(400),
  },
});

const assessmentRoute = createRoute({
  method: 'get',
  path: `${BASE}/problems/{id}`,
  tags,
  summary: 'Get the assessment of a warning problem',
  description: 'The probability for each horizon, and each reason for and against with who is first-hand.',
  request: { params: ProblemIdSchema, query: AsOfSchema },
  responses: {
    200: { description: 'The assessment.', content: { 'application/json': { schema: AssessmentSchema } } },
    ...describeProblems(400, 404),
  },
});

const signsRoute = createRoute({
  method: 'get',
  path: `${BASE}/problems/{id}/signs`,
  tags,
  summary: 'Get how the indicators of a warning problem stood, day by day',
  description:
    'Each indicator and window at the end of each day, as the assessment as of that instant has it: at most 90 days in one answer, ' +
    'and days before them with `until`.',
  request: { params: ProblemIdSchema, query: SignHistoryRequestSchema },
  responses: {
    200: {
      description: 'Indicators and windows with their days.',
      content: { 'application/json': { schema: SignHistorySchema } },
    },
    ...describeProblems(400, 404),
  },
});

const recordRoute = createRoute({
  method: 'get',
  path: `${BASE}/problems/{id}/record`,
  tags,
  summary: 'Get what was filed for a warning problem, and how it came out',
  description:
    'Its scores, and a page of the forecasts with all of their settlements. The scores are over all of them, whichever are shown.',
  request: { params: ProblemIdSchema, query: RecordPageSchema },
  responses: {
    200: {
      description: 'Ledger entries, newest first, with their scores.',
      content: { 'application/json': { schema: ForecastRecordSchema } },
    },
    ...describeProblems(400, 404),
  },
});

const scoresRoute = createRoute({
  method: 'get',
  path: SCORES,
  tags,
  summary: 'Get the scores of all forecasts on record',
  description:
    'Of all problems together and of each, with what warnings at each level were worth. Each figure names the ledger entries that ' +
    'it rests on. Where the owner has made scores public, anybody may read this from anywhere.',
  request: { query: ScoreFilterSchema },
  responses: {
    200: { description: 'The scores.', content: { 'application/json': { schema: ScoreReportSchema } } },
    ...describeProblems(400),
  },
});

const briefRoute = createRoute({
  method: 'get',
  path: `${BASE}/problems/{id}/brief`,
  tags,
  summary: 'Get the brief on a warning problem',
  description:
    'The assessment in sentences, each with the claims it stands on: as JSON, as Markdown, or as one page without scripts.',
  request: { params: ProblemIdSchema, query: BriefFormSchema },
  responses: {
    200: {
      description: 'The brief.',
      content: {
        'application/json': { schema: BriefSchema },
        'text/markdown': { schema: z.string() },
        'text/html': { schema: z.string() },
      },
    },
    ...describeProblems(400, 404),
  },
});

const alertsRoute = createRoute({
  method: 'get',
  path: `${BASE}/alerts`,
  tags,
  summary: 'List alerts',
  description:
    'The latest update of each, signed, with what became of it in each channel. With `asOf`, those whose latest update is ' +
    'not later.',
  request: { query: AlertFilterSchema },
  responses: {
    200: { description: 'The alerts.', content: { 'application/json': { schema: AlertListSchema } } },
    ...describeProblems(400),
  },
});

const sourcesRoute = createRoute({
  method: 'get',
  path: `${BASE}/sources`,
  tags,
  summary: 'List the sources and how they answer',
  description: 'As they are now: how a source answered earlier is not kept.',
  responses: {
    200: { description: 'The sources.', content: { 'application/json': { schema: SourceListSchema } } },
  },
});

export const warningRoutes = [
  boardRoute,
  assessmentRoute,
  signsRoute,
  recordRoute,
  scoresRoute,
  briefRoute,
  alertsRoute,
  sourcesRoute,
];

/** Forecasts in one answer unless asked otherwise. */
const RECORD_ROWS = 50;
/** Alerts that are looked through for one answer. */
const ALERTS_READ = 1_000;

function failUnknownProblem(c: Context, id: string): never {
  return fail(
    c,
    'not-found',
    `No warning problem ${id} is watched here. Those that are stand at ${BASE}/board.`,
  );
}

export const registerWarning: RegisterRoutes = (app, { store, desk }) => {
  app.openapi(boardRoute, async (c) => c.json(await desk.getBoard(c.req.valid('query').asOf), 200));

  app.openapi(assessmentRoute, async (c) => {
    const { id } = c.req.valid('param');
    const assessment = await desk.getAssessment(id, c.req.valid('query').asOf);
    if (assessment === undefined) return failUnknownProblem(c, id);
    return c.json(assessment, 200);
  });

  app.openapi(signsRoute, async (c) => {
    const { id } = c.req.valid('param');
    const history = await desk.getSignHistory(id, keepGiven(c.req.valid('query')));
    if (history === undefined) return failUnknownProblem(c, id);
    return c.json(history, 200);
  });

  app.openapi(recordRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { asOf, limit = RECORD_ROWS, ...page } = c.req.valid('query');
    const record = await desk.getRecord(id, asOf, { ...keepGiven(page), limit });
    if (record === undefined) return failUnknownProblem(c, id);
    return c.json(record, 200);
  });

  app.openapi(scoresRoute, async (c) => c.json(await desk.getScores(keepGiven(c.req.valid('query'))), 200));

  app.openapi(briefRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { asOf, since, format } = c.req.valid('query');
    const brief = await desk.getBrief(id, asOf, since);
    if (brief === undefined) return failUnknownProblem(c, id);
    if (format === 'html') {
      const { html, policy } = renderBriefHtml(brief, { workbench: '' });
      c.header('content-security-policy', policy);
      return c.html(html, 200);
    }
    if (format === 'markdown')
      return c.body(renderBriefMarkdown(brief), 200, { 'content-type': 'text/markdown; charset=utf-8' });
    return c.json(brief, 200);
  });

  app.openapi(alertsRoute, async (c) => {
    const { asOf, problem, limit = 50 } = c.req.valid('query');
    const alerts = await store.listAlerts({
      limit: ALERTS_READ,
      ...(problem === undefined ? {} : { problem }),
    });
    const known = alerts.filter(({ alert }) => asOf === undefined || alert.content.asOf <= asOf);
    return c.json({ rows: known.slice(0, limit) }, 200);
  });

  app.openapi(sourcesRoute, async (c) => c.json({ rows: await desk.listSources() }, 200));
};
