import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { BlankEnv } from 'hono/types';
import { makeDocsPage } from '../docs.ts';
import type { OpenApiDocument } from '../openapi.ts';
import { BASE } from '../service.ts';

const openApiRoute = createRoute({
  method: 'get',
  path: `${BASE}/openapi.json`,
  tags: ['Server'],
  summary: 'Get the OpenAPI 3.1 description',
  responses: {
    200: {
      description: 'The description of this API.',
      content: { 'application/json': { schema: z.record(z.string(), z.unknown()) } },
    },
  },
});

const docsRoute = createRoute({
  method: 'get',
  path: `${BASE}/docs`,
  tags: ['Server'],
  summary: 'Read the reference in a browser',
  responses: {
    200: {
      description: 'One page without scripts.',
      content: { 'text/html': { schema: z.string() } },
    },
  },
});

export const descriptionRoutes = [openApiRoute, docsRoute];

/** Both are made once: the routes do not change while the server runs. */
export function registerDescription(app: OpenAPIHono<BlankEnv>, openApi: OpenApiDocument): void {
  const description: Readonly<Record<string, unknown>> = { ...openApi };
  const page = makeDocsPage(openApi);
  app.openapi(openApiRoute, (c) => c.json(description, 200));
  app.openapi(docsRoute, (c) => {
    c.header('content-security-policy', page.policy);
    return c.html(page.html, 200);
  });
}
