import { createRoute, z } from '@hono/zod-openapi';
import type { Hash } from '../../../model/page.ts';
import { IdSchema } from '../parameters.ts';
import { fail } from '../problem.ts';
import { BASE, describeProblems, failUnknown, type RegisterRoutes, resolveId } from '../service.ts';

const pageRoute = createRoute({
  method: 'get',
  path: `${BASE}/documents/{id}/page`,
  tags: ['Documents'],
  summary: 'Get the page as it was seen',
  description:
    'The bytes exactly as they came. They are never sent as HTML: a page from elsewhere must not run here. ' +
    'Without `as` the browser saves them; `as=text` shows the source.',
  request: {
    params: IdSchema,
    query: z.object({
      as: z.literal('text').optional().openapi({ description: 'Show the source instead of saving it.' }),
      bytes: z
        .string()
        .regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits')
        .optional()
        .openapi({ description: 'Hash of another sighting of the same document.' }),
    }),
  },
  responses: {
    200: {
      description: 'The bytes.',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...describeProblems(400, 404, 409),
  },
});

export const pageRoutes = [pageRoute];

/** Even if a browser took it for a page, it could neither run a script nor load anything. */
const SEALED = "sandbox; default-src 'none'; frame-ancestors 'none'";

export const registerPages: RegisterRoutes = (app, { store }) => {
  app.openapi(pageRoute, async (c) => {
    const query = c.req.valid('query');
    const id = await resolveId(c, store, c.req.valid('param').id);
    const document = await store.getDocument(id);
    if (document === undefined) return failUnknown(c, id);
    let bytes: Hash = document.bytes;
    if (query.bytes !== undefined && query.bytes !== bytes) {
      const sighting = (await store.getSightings(id)).find((row) => row.bytes === query.bytes);
      if (sighting === undefined) fail(c, 'not-found', `${query.bytes} was never seen as this document.`);
      bytes = sighting.bytes;
    }
    const content = await store.getPageContent(bytes);
    if (content === undefined) fail(c, 'not-found', `The bytes ${bytes} are no longer kept. Run doctor.`);
    const digits = bytes.slice('sha256:'.length);
    return c.body(new Uint8Array(content), 200, {
      'cache-control': 'private, no-cache',
      'content-disposition':
        query.as === 'text' ? 'inline' : `attachment; filename="${digits.slice(0, 16)}.page"`,
      'content-security-policy': SEALED,
      'content-type': query.as === 'text' ? 'text/plain' : 'application/octet-stream',
      etag: `"${digits}"`,
    });
  });
};
