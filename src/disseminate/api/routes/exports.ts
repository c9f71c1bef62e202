import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ExportFile, ExportFormat, ExportRequest } from '../../../model/exporting.ts';
import { MEDIA_TYPES } from '../../../model/exporting.ts';
import { keepGiven } from '../parameters.ts';
import { fail } from '../problem.ts';
import { ExportFormatSchema, ExportRequestSchema, SealedSchema } from '../schemas/exporting.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Exports'];
const path = `${BASE}/exports/{format}`;
const request = { params: ExportFormatSchema, query: ExportRequestSchema };

const exportRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Export in a format of others',
  description:
    'An alert as CAP 1.2 or STIX 2.1, a brief as STIX 2.1, incidents as GeoJSON, and incidents, claims, events and alerts as a table or one a ' +
    'line, each with its TLP 2.0 marking. What is marked for fewer than it is asked for is refused with 403.',
  request,
  responses: {
    200: {
      description: 'The file.',
      content: Object.fromEntries(
        Object.values(MEDIA_TYPES).map((type) => [type.split(';')[0]!, { schema: z.string() }]),
      ),
    },
    ...describeProblems(400, 403, 404),
  },
});

const signatureRoute = createRoute({
  method: 'get',
  path: `${path}/signature`,
  tags,
  summary: 'Sign an export',
  description:
    'The signature of what the same request gives without `/signature`, with the key of the desk. Say `asOf` in both, so that they are of one file; ' +
    'kept beside it as `FILE.sig`, `tocsin verify FILE` checks both.',
  request,
  responses: {
    200: { description: 'The signature.', content: { 'application/json': { schema: SealedSchema } } },
    ...describeProblems(400, 403, 404),
  },
});

export const exportRoutes = [exportRoute, signatureRoute];

type Asked = z.infer<typeof ExportRequestSchema>;

function makeRequest(format: ExportFormat, { for: audience, ...asked }: Asked): ExportRequest {
  return { format, ...keepGiven({ ...asked, audience }) };
}

function failNothing(c: Context, problem: string | undefined): never {
  const of = problem === undefined ? '' : ` of ${problem}`;
  return fail(
    c,
    'not-found',
    `There is nothing to export${of}. The warning problems stand at ${BASE}/board, alerts at ${BASE}/alerts.`,
  );
}

export const registerExports: RegisterRoutes = (app, { desk }) => {
  app.openapi(exportRoute, async (c) => {
    const asked = c.req.valid('query');
    const file = await desk.exports.makeExport(makeRequest(c.req.valid('param').format, asked));
    if (file === undefined) return failNothing(c, asked.problem);
    return makeResponse(file) as never;
  });

  app.openapi(signatureRoute, async (c) => {
    const asked = c.req.valid('query');
    const file = await desk.exports.makeExport(makeRequest(c.req.valid('param').format, asked));
    if (file === undefined) return failNothing(c, asked.problem);
    return c.json(await desk.exports.sealExport(file), 200);
  });
};

function makeResponse({ parts, mediaType, name }: ExportFile): Response {
  const coming = parts()[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { value, done } = await coming.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await coming.return?.(undefined);
    },
  });
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
