import { createRoute, z } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { renderBriefHtml } from '../../brief/html.ts';
import { renderBriefMarkdown } from '../../brief/markdown.ts';
import { takeDecider } from '../access.ts';
import { BriefFormSchema, ProblemIdSchema } from '../parameters.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import {
  DraftChangeSchema,
  DraftedBriefSchema,
  DraftRevisionSchema,
  SignDraftSchema,
  SignedBriefSchema,
} from '../schemas/brief.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Warning'];
const path = `${BASE}/problems/{id}/brief/draft`;
const LARGEST = 1_000_000;

const limited = bodyLimit({
  maxSize: LARGEST,
  onError: (c) =>
    makeProblemResponse('too-large', c.req.path, { detail: `A draft may have ${LARGEST / 1e6} MB.` }),
});

const drafted = {
  description: 'The draft, the brief that it makes, and what is wrong with it.',
  content: { 'application/json': { schema: DraftedBriefSchema } },
};

const getRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Get the draft of a brief',
  description:
    'The draft that the desk keeps for a problem; where nobody has saved one, all that the engine tells as of an instant. As Markdown or ' +
    'HTML, the brief that it makes, with who edited it.',
  request: { params: ProblemIdSchema, query: BriefFormSchema.omit({ since: true }) },
  responses: {
    200: {
      ...drafted,
      content: {
        ...drafted.content,
        'text/markdown': { schema: z.string() },
        'text/html': { schema: z.string() },
      },
    },
    ...describeProblems(400, 404),
  },
});

const putRoute = createRoute({
  method: 'put',
  path,
  tags,
  summary: 'Save the draft of a brief',
  description:
    'Which sentences of the engine it has, in which order, and what analysts add, each with the claims it cites. What does not hold is saved, ' +
    'marked, and left out of the brief until it is mended. Where somebody else has saved meanwhile, 409. Only for whoever may write.',
  middleware: [limited] as const,
  request: {
    params: ProblemIdSchema,
    body: { required: true, content: { 'application/json': { schema: DraftChangeSchema } } },
  },
  responses: { 200: drafted, ...describeProblems(400, 401, 403, 404, 409, 413, 415) },
});

const discardRoute = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Discard the draft of a brief',
  description:
    'Answers the next one, which begins with all that the engine tells now. Only for whoever may write.',
  request: { params: ProblemIdSchema, query: DraftRevisionSchema },
  responses: { 200: drafted, ...describeProblems(400, 401, 403, 404, 409) },
});

const signRoute = createRoute({
  method: 'post',
  path: `${path}/sign`,
  tags,
  summary: 'Sign a brief, and send it',
  description:
    'Signs what the draft makes with the key of the desk, so that `tocsin verify` can check the file, and sends it by the channels that are ' +
    'set where that is asked for. A draft with a marked sentence is not signed. Only for whoever may write.',
  middleware: [limited] as const,
  request: {
    params: ProblemIdSchema,
    body: { required: true, content: { 'application/json': { schema: SignDraftSchema } } },
  },
  responses: {
    200: {
      description: 'The signed brief, and how it arrived.',
      content: { 'application/json': { schema: SignedBriefSchema } },
    },
    ...describeProblems(400, 401, 403, 404, 409, 413, 415),
  },
});

export const briefDraftRoutes = [getRoute, putRoute, discardRoute, signRoute];

export const registerBriefDrafts: RegisterRoutes = (app, { desk }) => {
  const unknown = (id: string) => `No warning problem ${id} is watched here.`;

  app.openapi(getRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { asOf, format } = c.req.valid('query');
    const found = await desk.getDraft(id, asOf);
    if (found === undefined) return fail(c, 'not-found', unknown(id));
    if (format === 'html') {
      const { html, policy } = renderBriefHtml(found.brief, { workbench: '' });
      c.header('content-security-policy', policy);
      return c.html(html, 200);
    }
    if (format === 'markdown')
      return c.body(renderBriefMarkdown(found.brief), 200, {
        'content-type': 'text/markdown; charset=utf-8',
      });
    return c.json(found, 200);
  });

  app.openapi(putRoute, async (c) => {
    const { id } = c.req.valid('param');
    const sent = c.req.valid('json');
    const saved = await desk.putDraft(id, { ...sent, by: takeDecider(c, sent.by) });
    if (saved === undefined) return fail(c, 'not-found', unknown(id));
    return c.json(saved, 200);
  });

  app.openapi(discardRoute, async (c) => {
    const { id } = c.req.valid('param');
    await desk.discardDraft(id, c.req.valid('query').revision);
    const fresh = await desk.getDraft(id);
    if (fresh === undefined) return fail(c, 'not-found', unknown(id));
    return c.json(fresh, 200);
  });

  app.openapi(signRoute, async (c) => {
    const { id } = c.req.valid('param');
    const made = await desk.signDraft(id, c.req.valid('json'));
    if (made === undefined) return fail(c, 'not-found', unknown(id));
    return c.json(made, 200);
  });
};
