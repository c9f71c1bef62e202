import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Account, LogInAnswer } from '../../../model/account.ts';
import { DESK_NAME } from '../../../model/audit.ts';
import { findAsker, giveToken, listRights, takeToken } from '../access.ts';
import { findAddress } from '../asked.ts';
import { noteAudit } from '../audit.ts';
import { fail, makeProblemResponse } from '../problem.ts';
import { LogInSchema, OwnPasswordSchema, SessionSchema, type SessionWire } from '../schemas/account.ts';
import { BASE, describeProblems, type RegisterRoutes } from '../service.ts';

const tags = ['Accounts'];
const path = `${BASE}/session`;
const LARGEST = 10_000;

const limited = bodyLimit({
  maxSize: LARGEST,
  onError: (c) => makeProblemResponse('too-large', c.req.path, { detail: 'A log-in may have 10 kB.' }),
});

const logInRoute = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Log in',
  description:
    'Sets the cookie of a session that lasts a week at most, and half a day unused. Whether the name or the password is wrong is not ' +
    'said. After five attempts at one account from one address within a quarter of an hour the next must wait.',
  middleware: [limited] as const,
  request: { body: { required: true, content: { 'application/json': { schema: LogInSchema } } } },
  responses: {
    200: { description: 'Who is logged in.', content: { 'application/json': { schema: SessionSchema } } },
    ...describeProblems(400, 401, 403, 413, 415, 429),
  },
});

const whoRoute = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Get who asks and what they may do',
  responses: {
    200: { description: 'Who asks.', content: { 'application/json': { schema: SessionSchema } } },
    ...describeProblems(401),
  },
});

const logOutRoute = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Log out',
  responses: { 204: { description: 'Nobody is logged in here any more.' }, ...describeProblems(401, 403) },
});

const passwordRoute = createRoute({
  method: 'put',
  path: `${path}/password`,
  tags,
  summary: 'Change your own password',
  description:
    'Takes the one before; wrong ones count as attempts to log in. Every log-in of the account ends, elsewhere too: the answer ' +
    'sets the cookie of a new one.',
  middleware: [limited] as const,
  request: { body: { required: true, content: { 'application/json': { schema: OwnPasswordSchema } } } },
  responses: {
    200: { description: 'Who is logged in.', content: { 'application/json': { schema: SessionSchema } } },
    ...describeProblems(400, 401, 403, 409, 413, 415, 429),
  },
});

export const sessionRoutes = [logInRoute, whoRoute, logOutRoute, passwordRoute];

function describeSession(account: Account): SessionWire {
  const { name, displayName, role } = account;
  return { name, displayName, isAccount: true, role, may: listRights(role), canLogIn: true };
}

/** One answer for everybody who is not let in. */
function refuseLogIn(c: Context): Response {
  return makeProblemResponse('wrong-log-in', c.req.path, {
    detail:
      'Check both, then try again. The account may also be disabled: an admin of this desk sees to that, and to new passwords.',
  });
}

function makeWait(c: Context, seconds: number): Response {
  const minutes = Math.ceil(seconds / 60);
  const response = makeProblemResponse('too-many', c.req.path, {
    detail: `Too many attempts. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`}, then try again.`,
  });
  response.headers.set('retry-after', String(seconds));
  return response;
}

export const registerSession: RegisterRoutes = (app, { accounts, now }) => {
  const enter = (c: Context, { account, token, expires }: Extract<LogInAnswer, { outcome: 'in' }>) => {
    giveToken(c, token, Math.floor((Date.parse(expires) - Date.parse(now())) / 1000));
    c.header('cache-control', 'no-store');
    return describeSession(account);
  };

  app.openapi(logInRoute, async (c) => {
    const { name, password } = c.req.valid('json');
    noteAudit(c, { by: name });
    if (accounts === undefined) return refuseLogIn(c) as never;
    const answer = await accounts.logIn({ name, password, address: findAddress(c) });
    if (answer.outcome === 'wait') return makeWait(c, answer.seconds) as never;
    if (answer.outcome === 'wrong') return refuseLogIn(c) as never;
    noteAudit(c, { by: answer.account.name, role: answer.account.role });
    return c.json(enter(c, answer), 200);
  });

  app.openapi(whoRoute, async (c) => {
    const asker = findAsker(c);
    c.header('cache-control', 'no-store');
    if (asker === undefined) return fail(c, 'log-in', 'Nobody is logged in.');
    if (asker.account !== undefined) return c.json(describeSession(asker.account), 200);
    const { role } = asker;
    const known = await accounts?.list();
    const canLogIn = known?.some(({ disabled }) => disabled === undefined) === true;
    return c.json({ name: DESK_NAME, isAccount: false, role, may: listRights(role), canLogIn }, 200);
  });

  app.openapi(passwordRoute, async (c) => {
    const { password, newPassword } = c.req.valid('json');
    const account = findAsker(c)?.account;
    if (accounts === undefined || account === undefined)
      return fail(
        c,
        'conflict',
        'Nobody is logged in by an account here, so there is no password to change.',
      );
    const { name } = account;
    noteAudit(c, { on: `${name}: new password` });
    const answer = await accounts.changeOwnPassword({ name, password, newPassword, address: findAddress(c) });
    if (answer.outcome === 'wait') return makeWait(c, answer.seconds) as never;
    if (answer.outcome === 'wrong')
      return fail(c, 'wrong-password', 'It is not the one that you have now. Nothing was changed.');
    return c.json(enter(c, answer), 200);
  });

  app.openapi(logOutRoute, async (c) => {
    const token = takeToken(c);
    if (token !== undefined) await accounts?.logOut(token);
    return c.body(null, 204);
  });
};
