import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemSchema } from '../src/disseminate/api/answers.ts';
import { type AppOptions, createApp } from '../src/disseminate/api/api.ts';
import { makeOpenApiDocument } from '../src/disseminate/api/openapi.ts';
import { listOperations } from '../src/disseminate/api/operations.ts';
import { RIGHTS } from '../src/disseminate/api/rights.ts';
import { AccountListSchema, AuditListSchema, SessionSchema } from '../src/disseminate/api/schemas/account.ts';
import { nameOperation } from '../src/disseminate/web/words/text/accounts.ts';
import { type Accounts, ROLES, type Role, reaches } from '../src/model/account.ts';
import type { AuditEntry } from '../src/model/audit.ts';
import type { Desk } from '../src/model/desk.ts';
import { nameOf, openTestAccounts, PASSWORD } from './setup/accounts.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';

/* Who may do what over the API: every operation for every role, over a real store, desk and accounts. */

const BASE = 'http://192.0.2.7:7077';
const OWN = {
  host: '192.0.2.7:7077',
  origin: BASE,
  'x-tocsin-write': '1',
  'content-type': 'application/json',
};
const LOCAL = {
  ...OWN,
  host: '127.0.0.1:7077',
  origin: 'http://127.0.0.1:7077',
};

let kept: TestStore;
let desk: Desk;
let accounts: Accounts;
let passed = 0;
const now = () => new Date(Date.parse('2031-05-22T10:00:00.000Z') + passed).toISOString();

beforeAll(async () => {
  kept = await openKarvoniaStore();
  desk = await openRealDesk(kept.store, now);
  accounts = await openTestAccounts(kept.store, now);
});
afterAll(() => kept.dispose());

function makeApp(more: Partial<AppOptions> = {}) {
  return createApp({
    ...{ store: kept.store, engine: plainEngine, desk, accounts, now },
    name: 'tocsin 0.0.0-test',
    host: '0.0.0.0',
    allowedHosts: ['192.0.2.7', 'desk.example'],
    log: () => undefined,
    ...more,
  });
}

type Headers = Readonly<Record<string, string>>;

async function ask(
  operation: string,
  {
    headers = OWN,
    body,
    app = makeApp(),
    base = BASE,
  }: {
    readonly headers?: Headers;
    readonly body?: unknown;
    readonly app?: ReturnType<typeof makeApp>;
    readonly base?: string;
  } = {},
) {
  const [method, path] = operation.split(' ') as [string, string];
  const filled = path.replace('{type}', 'source').replace(/\{\w+\}/g, 'nothing-such');
  return app.request(`${base}/api/v1${filled}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

async function logIn(role: Role, headers: Headers = OWN, base = BASE): Promise<string> {
  const answer = await ask('POST /session', {
    headers,
    base,
    body: { name: nameOf(role), password: PASSWORD },
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return answer.headers.get('set-cookie')!;
}

async function enter(role: Role): Promise<Headers> {
  return { ...OWN, cookie: (await logIn(role)).split(';')[0]! };
}

async function readProblem(answer: Response) {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return ProblemSchema.parse(await answer.json());
}

const lastEntry = async (): Promise<AuditEntry> => (await kept.store.listAudit({ limit: 1 }))[0]!;

const operations = listOperations(makeOpenApiDocument('0')).map(({ name }) => name.replace('/api/v1', ''));

describe('the table of rights', () => {
  it('has every operation of the API, and no other', () => {
    expect(Object.keys(RIGHTS).toSorted()).toEqual(operations.toSorted());
  });

  it('writes down and guards whatever is not a question', () => {
    const asking = [
      'POST /readings',
      'POST /problems/{id}/definition/check',
      'POST /problems/{id}/definition/try',
      'POST /sources/check',
    ];
    for (const [operation, { least, writes }] of Object.entries(RIGHTS)) {
      const isQuestion = operation.startsWith('GET ') || asking.includes(operation);
      expect(writes === true, operation).toBe(!isQuestion);
      // What one has read is one's own matter, as are logging in and the own password.
      if (
        !isQuestion &&
        !operation.endsWith('/session') &&
        operation !== 'POST /inbox/read' &&
        operation !== 'PUT /session/password'
      )
        expect(reaches(least as Role, 'analyst'), operation).toBe(true);
    }
  });

  it('has words in the log of the workbench for whatever is written down', () => {
    const written = Object.keys(RIGHTS).filter((operation) => RIGHTS[operation]?.writes === true);
    expect(written.filter((operation) => nameOperation(operation) === operation)).toEqual([]);
  });

  it('counts for everybody who is logged in: each role gets what it says and nothing else', async () => {
    const app = makeApp();
    for (const role of ROLES) {
      let headers = await enter(role);
      for (const operation of operations) {
        const right = RIGHTS[operation]!;
        const isAllowed = right.least === 'anyone' || reaches(role, right.least);
        // Nothing fits, so nothing is done; what is refused for the role is refused before that is seen.
        const answer = await ask(operation, {
          ...{ headers, app },
          ...(operation.startsWith('GET') ? {} : { body: {} }),
        });
        const isRefused = answer.status === 403 && (await readProblem(answer)).type.endsWith(':not-allowed');
        expect(isRefused, `${role}: ${operation} (${answer.status})`).toBe(!isAllowed);
        if (operation === 'DELETE /session') headers = await enter(role);
      }
    }
  });

  it('lets nobody through who is not logged in, save to log in', async () => {
    const app = makeApp();
    for (const operation of operations) {
      const answer = await ask(operation, { app, ...(operation.startsWith('GET') ? {} : { body: {} }) });
      const problem = await readProblem(answer);
      const isOpen = RIGHTS[operation]!.least === 'anyone';
      expect([operation, problem.type]).toEqual([
        operation,
        `urn:tocsin:problem:${isOpen ? 'bad-request' : 'log-in'}`,
      ]);
    }
    expect((await ask('GET /no/such/address')).status).toBe(401);
    expect((await makeApp().request(`${BASE}/api/v2/anything`, { headers: OWN })).status).toBe(401);
    expect((await ask('HEAD /board')).status).toBe(401);
  });

  it('is told to whoever asks', async () => {
    const viewer = SessionSchema.parse(
      await (await ask('GET /session', { headers: await enter('viewer') })).json(),
    );
    expect(viewer).toMatchObject({ name: 'the.viewer', role: 'viewer', isAccount: true });
    expect(viewer.may).toContain('GET /board');
    expect(viewer.may).not.toContain('POST /judgements');
    const admin = SessionSchema.parse(
      await (await ask('GET /session', { headers: await enter('admin') })).json(),
    );
    expect(admin.may.toSorted()).toEqual(operations.toSorted());
  });
});

describe('whoever sits at the machine', () => {
  const local = { headers: LOCAL, base: 'http://127.0.0.1:7077' };

  it('is the desk, with the role of an admin and without an account', async () => {
    const app = makeApp({ host: '127.0.0.1' });
    const session = SessionSchema.parse(await (await ask('GET /session', { ...local, app })).json());
    expect(session).toMatchObject({ name: 'the desk', role: 'admin', isAccount: false, canLogIn: true });
    expect((await ask('GET /accounts', { ...local, app })).status).toBe(200);
  });

  it.each<readonly [string, Partial<AppOptions>, Headers, string]>([
    ['the owner wants it so', { host: '127.0.0.1', login: true }, LOCAL, 'http://127.0.0.1:7077'],
    ['others can reach the server', { host: '0.0.0.0' }, LOCAL, 'http://127.0.0.1:7077'],
    [
      'it was asked through a proxy',
      { host: '127.0.0.1' },
      { ...LOCAL, 'x-forwarded-for': '198.51.100.3' },
      'http://127.0.0.1:7077',
    ],
    [
      'it was asked under a name of the network',
      { host: '127.0.0.1' },
      { ...LOCAL, host: 'desk.example', origin: 'http://desk.example' },
      'http://desk.example',
    ],
  ])('has to log in where %s', async (_, more, headers, base) => {
    const app = makeApp(more);
    expect((await ask('GET /board', { headers, base, app })).status).toBe(401);
    const body = { name: nameOf('viewer'), password: PASSWORD };
    const answer = await ask('POST /session', { headers, base, app, body });
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    expect((await ask('GET /board', { headers: { ...headers, cookie }, base, app })).status).toBe(200);
  });

  it('may log in all the same, and is that account then', async () => {
    const app = makeApp({ host: '127.0.0.1' });
    const { cookie = '' } = await enter('viewer');
    const headers = { ...LOCAL, cookie };
    expect((await ask('GET /accounts', { ...local, app, headers })).status).toBe(403);
    const status = (await (await ask('GET /status', { ...local, app, headers })).json()) as {
      readOnly?: string;
    };
    expect(status.readOnly).toBe('The viewer has the role viewer; this takes the role analyst.');
  });
});

describe('a log-in', () => {
  it('is a cookie that no script reads and no other site sends', async () => {
    const cookie = await logIn('viewer');
    expect(cookie).toMatch(/^tocsin_session=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/);
  });

  it('over https is a cookie for https and this host alone', async () => {
    const headers = {
      ...OWN,
      host: 'desk.example',
      origin: 'https://desk.example',
      'x-forwarded-proto': 'https',
    };
    const cookie = await logIn('viewer', headers, 'http://desk.example');
    expect(cookie).toMatch(/^__Host-tocsin_session=/);
    expect(cookie).toMatch(/; Secure/);
    const sent = { ...headers, cookie: cookie.split(';')[0]! };
    expect((await ask('GET /board', { headers: sent, base: 'http://desk.example' })).status).toBe(200);
  });

  it.each([
    ['an unknown name', { name: 'nobody', password: PASSWORD }],
    ['a wrong password', { name: nameOf('viewer'), password: `${PASSWORD}!` }],
  ])('with %s gets one answer, and no cookie', async (_, body) => {
    const answer = await ask('POST /session', { body });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await readProblem(answer)).toMatchObject({ status: 401, title: 'Name or password do not fit' });
    expect(await lastEntry()).toMatchObject({ by: body.name, outcome: 'refused', reason: 'wrong-log-in' });
  });

  it('that is tried too often must wait, and is told how long', async () => {
    const body = { name: 'guessed', password: 'wrong' };
    for (let i = 0; i < 5; i++) expect((await ask('POST /session', { body })).status).toBe(401);
    const answer = await ask('POST /session', { body });
    expect(answer.headers.get('retry-after')).toBe('900');
    expect(await readProblem(answer)).toMatchObject({ status: 429 });
    expect(await lastEntry()).toMatchObject({ by: 'guessed', outcome: 'refused', reason: 'too-many' });
  });

  it.each<readonly [string, Headers]>([
    ['another site', { ...OWN, origin: 'https://evil.example' }],
    ['a form', { host: OWN.host, origin: OWN.origin, 'content-type': 'application/json' }],
    ['nowhere', { host: OWN.host, 'x-tocsin-write': '1', 'content-type': 'application/json' }],
  ])('sent by %s is refused', async (_, headers) => {
    const body = { name: nameOf('viewer'), password: PASSWORD };
    expect((await ask('POST /session', { headers, body })).status).toBe(403);
  });

  it('ends when logged out, and its cookie with it', async () => {
    const headers = await enter('viewer');
    const answer = await ask('DELETE /session', { headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^tocsin_session=; Max-Age=0; Path=\//);
    expect((await ask('GET /board', { headers })).status).toBe(401);
    expect(await lastEntry()).toMatchObject({
      by: nameOf('viewer'),
      operation: 'DELETE /session',
      outcome: 'done',
    });
  });

  it('is no leave to write for a page of another site', async () => {
    const headers = await enter('admin');
    const body = { name: 'cy', role: 'admin', password: PASSWORD };
    for (const wrong of [{ origin: 'https://evil.example' }, { 'x-tocsin-write': '' }]) {
      expect((await ask('POST /accounts', { headers: { ...headers, ...wrong }, body })).status).toBe(403);
    }
    expect((await accounts.list()).map(({ name }) => name)).not.toContain('cy');
  });

  it('of a made-up token is none', async () => {
    for (const token of ['', 'a'.repeat(43), 'ä', '"; drop table account', 'a'.repeat(100_000)]) {
      const headers = { ...OWN, cookie: `tocsin_session=${encodeURIComponent(token)}` };
      expect((await ask('GET /board', { headers })).status).toBe(401);
    }
  });
});

describe('what is decided', () => {
  const { document } = karvonia.warning.reading;
  const reject = (claim: string, by?: string) => ({
    verdict: 'reject',
    of: { type: 'claim', document: document.id, claim },
    note: 'a count of the whole week',
    ...(by === undefined ? {} : { by }),
  });

  it('carries the account, whatever name is sent', async () => {
    const headers = await enter('analyst');
    for (const body of [reject('c6', 'Somebody Else'), reject('c7')]) {
      const answer = await ask('POST /judgements', { headers, body });
      expect(answer.status, await answer.clone().text()).toBe(201);
      expect(await answer.json()).toMatchObject({ by: nameOf('analyst') });
    }
    expect(await lastEntry()).toMatchObject({
      by: nameOf('analyst'),
      role: 'analyst',
      operation: 'POST /judgements',
      on: 'j2: reject claim',
      outcome: 'done',
      at: now(),
    });
  });

  it('without an account needs a name', async () => {
    const app = makeApp({ host: '127.0.0.1' });
    const local = { headers: LOCAL, base: 'http://127.0.0.1:7077', app };
    const problem = await readProblem(await ask('POST /judgements', { ...local, body: reject('c5') }));
    expect(problem).toMatchObject({ status: 400, detail: expect.stringContaining('Nobody is named') });
    const answer = await ask('POST /judgements', { ...local, body: reject('c5', 'Ann Example') });
    expect(await answer.json()).toMatchObject({ by: 'Ann Example' });
    expect(await lastEntry()).toMatchObject({ by: 'the desk', role: 'admin', outcome: 'done' });
  });

  it('by a viewer is refused, and that is written down', async () => {
    const headers = await enter('viewer');
    const problem = await readProblem(await ask('POST /judgements', { headers, body: reject('c4') }));
    expect(problem.detail).toBe('The viewer has the role viewer; this takes the role analyst.');
    expect(await lastEntry()).toMatchObject({
      by: nameOf('viewer'),
      operation: 'POST /judgements',
      outcome: 'refused',
      reason: 'not-allowed',
    });
  });
});

describe('accounts', () => {
  it('are added and changed by admins, and the log says what, never the password', async () => {
    const headers = await enter('admin');
    const secret = 'never to be seen again';
    const add = { name: 'dee', displayName: 'Dee', role: 'viewer', password: secret };
    expect((await ask('POST /accounts', { headers, body: add })).status).toBe(201);
    expect(await lastEntry()).toMatchObject({ on: 'dee: role viewer' });
    const change = (name: string, body: unknown) =>
      makeApp().request(`${BASE}/api/v1/accounts/${name}`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify(body),
      });
    expect((await change('dee', { role: 'editor', password: `${secret}!` })).status).toBe(200);
    expect(await lastEntry()).toMatchObject({ on: 'dee: role editor, new password', outcome: 'done' });
    expect((await change('nobody', { disabled: true })).status).toBe(404);
    expect((await change(nameOf('admin'), { disabled: true })).status).toBe(409);
    expect(await lastEntry()).toMatchObject({ outcome: 'refused', reason: 'conflict' });
    expect((await change('dee', { disabled: true })).status).toBe(200);
    const listed = await (await ask('GET /accounts', { headers })).json();
    const rows = AccountListSchema.parse(listed).rows;
    expect(rows.find(({ name }) => name === 'dee')).toMatchObject({ role: 'editor', disabled: now() });
    const log = JSON.stringify(await kept.store.listAudit({ limit: 500 }));
    expect(JSON.stringify(listed)).not.toMatch(/argon2/);
    for (const word of [secret, PASSWORD, 'argon2', headers.cookie!.split('=')[1]!])
      expect(log).not.toContain(word);
  });
});

describe('the own password', () => {
  const NEXT = 'another lighthouse';
  const change = (headers: Headers, password: string, newPassword = NEXT) =>
    ask('PUT /session/password', { headers, body: { password, newPassword } });

  it('is for everybody who is logged in to change, and the log says so, never to what', async () => {
    await accounts.add({ name: 'eve', role: 'viewer', password: PASSWORD });
    const enterAs = async (password: string) => {
      const answer = await ask('POST /session', { body: { name: 'eve', password } });
      expect(answer.status).toBe(200);
      return { ...OWN, cookie: answer.headers.get('set-cookie')!.split(';')[0]! };
    };
    const [here, elsewhere] = [await enterAs(PASSWORD), await enterAs(PASSWORD)];
    expect(await readProblem(await change(here, 'not the password'))).toMatchObject({
      type: 'urn:tocsin:problem:wrong-password',
      status: 403,
    });
    expect(await lastEntry()).toMatchObject({
      ...{ by: 'eve', role: 'viewer', operation: 'PUT /session/password', on: 'eve: new password' },
      ...{ outcome: 'refused', reason: 'wrong-password' },
    });
    expect((await change(here, PASSWORD, 'short')).status).toBe(400);
    expect((await ask('GET /board', { headers: here })).status).toBe(200);

    const changed = await change(here, PASSWORD);
    expect(changed.status).toBe(200);
    expect(SessionSchema.parse(await changed.json())).toMatchObject({ name: 'eve', role: 'viewer' });
    expect(await lastEntry()).toMatchObject({ by: 'eve', on: 'eve: new password', outcome: 'done' });
    const cookie = changed.headers.get('set-cookie')!.split(';')[0]!;
    expect((await ask('GET /board', { headers: { ...OWN, cookie } })).status).toBe(200);
    for (const headers of [here, elsewhere]) expect((await ask('GET /board', { headers })).status).toBe(401);
    await enterAs(NEXT);
    const log = JSON.stringify(await kept.store.listAudit({ limit: 500 }));
    for (const word of [NEXT, PASSWORD, 'not the password']) expect(log).not.toContain(word);
  });

  it('is none of whoever sits at the machine without an account', async () => {
    const app = makeApp({ host: '127.0.0.1' });
    const answer = await ask('PUT /session/password', {
      ...{ headers: LOCAL, base: 'http://127.0.0.1:7077', app },
      body: { password: PASSWORD, newPassword: NEXT },
    });
    expect(answer.status).toBe(409);
  });
});

describe('the audit log', () => {
  it('is read a page at a time, by who and by what', async () => {
    const headers = await enter('admin');
    const read = async (query: string) =>
      AuditListSchema.parse(await (await ask(`GET /audit?${query}`, { headers })).json());
    const first = await read('limit=3');
    const second = await read(`limit=3&cursor=${first.cursor}`);
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual(
      Array.from({ length: 6 }, (_, i) => first.rows[0]!.number - i),
    );
    const own = await read('by=the.viewer&operation=POST%20%2Fjudgements');
    expect(own.rows.map(({ outcome }) => outcome)).toEqual(own.rows.map(() => 'refused'));
    expect(own.rows.length).toBeGreaterThan(0);
    expect((await ask('GET /audit?cursor=-1', { headers })).status).toBe(400);
  });

  it('tells from where somebody asked', async () => {
    await ask('POST /session', {
      headers: { ...OWN, 'x-forwarded-for': '203.0.113.9, 198.51.100.3' },
      body: { name: 'elsewhere', password: 'wrong' },
    });
    // Nobody knows the address of a request that came over no network; a made-up header is not believed.
    expect(await lastEntry()).toMatchObject({ by: 'elsewhere', address: 'unknown' });
  });

  it('is not filled by nobody: refused requests are counted once there are many', async () => {
    passed += 60 * 60_000;
    const app = makeApp();
    const before = (await lastEntry()).number;
    for (let i = 0; i < 50; i++) await ask('POST /judgements', { app, body: {} });
    expect((await lastEntry()).number).toBe(before + 30);
    passed += 60_000;
    await ask('POST /judgements', { app, body: {} });
    expect(await lastEntry()).toMatchObject({ number: before + 31, omitted: 20, reason: 'log-in' });
  });

  it('takes names that nobody has', async () => {
    const name = '\ud83d<b>x\u202e\n'.padEnd(200, '🦉');
    await ask('POST /session', { body: { name, password: 'wrong' } });
    const { by = '' } = await lastEntry();
    expect(by.startsWith('<b>x')).toBe(true);
    expect(by.length).toBeLessThanOrEqual(80);
  });
});
