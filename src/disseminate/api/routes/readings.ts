import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ReadRequest } from '../../../model/engine.ts';
import { ReadAnswerSchema } from '../answers.ts';
import { HttpUrlSchema, keepGiven, PublishedSchema } from '../parameters.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

/** Bytes that one page may have. */
const LARGEST_PAGE = 20_000_000;

const factsSchema = z.object({
  url: HttpUrlSchema.optional().openapi({ description: 'Where the page is from.' }),
  published: PublishedSchema.optional(),
  outlet: z.string().min(1).max(200).optional().openapi({ description: 'Name of the publisher.' }),
});

const pageSchema = factsSchema.extend({
  content: z.string().min(1).openapi({ description: 'HTML or plain text.' }),
  contentType: z
    .enum(['text/html', 'text/plain'])
    .optional()
    .openapi({ description: 'What `content` is; found out from it if absent.' }),
});

const rawPage = { schema: z.string() };

const readRoute = createRoute({
  method: 'post',
  path: `${BASE}/readings`,
  tags: ['Reading'],
  summary: 'Read a page without keeping it',
  description:
    'Send the page itself as `text/html`, `text/plain` or `application/octet-stream`, with what you know ' +
    'about it in the query, or all of it as JSON. At most 20 MB.',
  middleware: [
    bodyLimit({
      maxSize: LARGEST_PAGE,
      onError: (c) =>
        makeProblemResponse('too-large', c.req.path, {
          detail: `A page may have ${LARGEST_PAGE / 1e6} MB. Send the article without its pictures.`,
        }),
    }),
  ] as const,
  request: {
    query: factsSchema,
    body: {
      content: {
        'text/html': rawPage,
        'text/plain': rawPage,
        'application/xhtml+xml': rawPage,
        'application/octet-stream': rawPage,
        'application/json': { schema: pageSchema },
      },
    },
  },
  responses: {
    200: { description: 'What was read.', content: { 'application/json': { schema: ReadAnswerSchema } } },
    ...describeProblems(400, 403, 413, 415, 422),
  },
});

export const readingRoutes = [readRoute];

/** The body as it came. Other kinds than those declared above never get here. */
async function receiveRaw(c: Context, facts: z.infer<typeof factsSchema>): Promise<ReadRequest> {
  const content = new Uint8Array(await c.req.arrayBuffer());
  if (content.length === 0) fail(c, 'bad-request', 'The body is empty. Send the page in it.');
  const contentType = c.req.header('content-type') ?? '';
  // Unknown bytes carry no claim about their kind: reading has to find out.
  const isUnknown = contentType.startsWith('application/octet-stream');
  return { content, ...(isUnknown ? {} : { contentType }), ...keepGiven(facts) };
}

function makeRequest({ content, contentType, ...facts }: z.infer<typeof pageSchema>): ReadRequest {
  const declared = contentType === undefined ? {} : { contentType: `${contentType}; charset=utf-8` };
  return { content: new TextEncoder().encode(content), ...declared, ...keepGiven(facts) };
}

export const registerReadings: RegisterRoutes = (app, { engine }) => {
  app.openapi(readRoute, async (c) => {
    const facts = c.req.valid('query');
    const body = c.req.valid('json');
    const isJson = typeof body === 'object' && 'content' in body;
    const request = isJson ? makeRequest(body) : await receiveRaw(c, facts);
    return c.json({ readings: await engine.read(request) }, 200);
  });
};
