import { createRoute } from '@hono/zod-openapi';
import { keepGiven } from '../parameters.ts';
import { AuditFilterSchema, AuditListSchema } from '../schemas/account.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const auditRoute = createRoute({
  method: 'get',
  path: `${BASE}/audit`,
  tags: ['Accounts'],
  summary: 'List who did what',
  description:
    'Every request that writes, with who, when, what and how it ended, those too that were refused; newest first. Each entry holds the ' +
    'hash of the one before (`tocsin audit verify` checks them).',
  request: { query: AuditFilterSchema },
  responses: {
    200: { description: 'Rows.', content: { 'application/json': { schema: AuditListSchema } } },
    ...describeProblems(400, 401, 403),
  },
});

export const auditRoutes = [auditRoute];

export const registerAudit: RegisterRoutes = (app, { store }) => {
  app.openapi(auditRoute, async (c) => {
    const { limit = 50, cursor, ...filter } = c.req.valid('query');
    // One more than asked for tells whether more follow.
    const found = await store.listAudit({
      ...keepGiven(filter),
      ...(cursor === undefined ? {} : { before: Number(cursor) }),
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    c.header('cache-control', 'no-store');
    return c.json(
      { rows, ...(found.length > limit && last !== undefined ? { cursor: String(last.number) } : {}) },
      200,
    );
  });
};
