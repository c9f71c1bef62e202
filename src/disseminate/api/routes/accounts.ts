import { createRoute } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import type { AccountChange, NewAccount } from '../../../model/account.ts';
import { noteAudit } from '../audit.ts';
import { keepGiven } from '../parameters.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import {
  AccountChangeSchema,
  AccountListSchema,
  AccountNameSchema,
  AccountSchema,
  NewAccountSchema,
} from '../schemas/account.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Accounts'];
const path = `${BASE}/accounts`;
const LARGEST = 10_000;

const limited = bodyLimit({
  maxSize: LARGEST,
  onError: (c) => makeProblemResponse('too-large', c.req.path, { detail: 'An account may have 10 kB.' }),
});

const listRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'List who may log in',
  responses: {
    200: { description: 'By name.', content: { 'application/json': { schema: AccountListSchema } } },
    ...describeProblems(401, 403),
  },
});

const addRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Add an account',
  description: 'Names are never given twice, so that what somebody decided stays theirs.',
  middleware: [limited] as const,
  request: { body: { required: true, content: { 'application/json': { schema: NewAccountSchema } } } },
  responses: {
    201: { description: 'It may log in.', content: { 'application/json': { schema: AccountSchema } } },
    ...describeProblems(400, 401, 403, 409, 413, 415),
  },
});

const changeRoute = createRoute({
  method: 'patch',
  path: `${path}/{name}`,
  tags,
  summary: 'Change an account',
  description:
    'Another role counts at once. With a new password, or disabled, all its log-ins end. The last admin who may log in stays one.',
  middleware: [limited] as const,
  request: {
    params: AccountNameSchema,
    body: { required: true, content: { 'application/json': { schema: AccountChangeSchema } } },
  },
  responses: {
    200: {
      description: 'The account as it is now.',
      content: { 'application/json': { schema: AccountSchema } },
    },
    ...describeProblems(400, 401, 403, 404, 409, 413, 415),
  },
});

export const accountRoutes = [listRoute, addRoute, changeRoute];

/** What is changed, in words for the audit log: never to what where that is secret. */
function describeChange({ role, disabled, password, displayName }: AccountChange): string {
  return [
    role === undefined ? [] : [`role ${role}`],
    disabled === undefined ? [] : [disabled ? 'disabled' : 'enabled'],
    password === undefined ? [] : ['new password'],
    displayName === undefined ? [] : ['other display name'],
  ]
    .flat()
    .join(', ');
}

export const registerAccounts: RegisterRoutes = (app, { accounts }) => {
  const none = 'This server was started without accounts.';
  app.openapi(listRoute, async (c) => {
    c.header('cache-control', 'no-store');
    return c.json({ rows: (await accounts?.list()) ?? [] }, 200);
  });

  app.openapi(addRoute, async (c) => {
    const account = keepGiven(c.req.valid('json')) as NewAccount;
    noteAudit(c, { on: `${account.name}: role ${account.role}` });
    if (accounts === undefined) return fail(c, 'conflict', none);
    return c.json(await accounts.add(account), 201);
  });

  app.openapi(changeRoute, async (c) => {
    const { name } = c.req.valid('param');
    const change = keepGiven(c.req.valid('json')) as AccountChange;
    noteAudit(c, { on: `${name}: ${describeChange(change)}` });
    if (accounts === undefined) return fail(c, 'conflict', none);
    return c.json(await accounts.change(name, change), 200);
  });
};
