import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemSchema } from '../src/disseminate/api/answers.ts';
import { createApp } from '../src/disseminate/api/api.ts';
import { DecisionListSchema, JudgementSchema } from '../src/disseminate/api/schemas/judgement.ts';
import type { Desk } from '../src/model/desk.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';

/* What people decide over the API: who may, what is refused, and what it does to the picture. */

const PATH = '/api/v1/judgements';
const OWN = { host: '127.0.0.1:7077', origin: 'http://127.0.0.1:7077', 'sec-fetch-site': 'same-origin' };
const WRITE = { ...OWN, 'content-type': 'application/json', 'x-tocsin-write': '1' };

const { document } = karvonia.warning.reading;
const words = (claim: string) => karvonia.warning.reading.claims.find(({ id }) => id === claim)!.content.text;
const REJECT = {
  verdict: 'reject',
  of: { type: 'claim', document: document.id, claim: 'c7' },
  by: 'Ann Example',
  note: 'a count of the whole week',
} as const;

let kept: TestStore;
let desk: Desk;
let minute = 0;
const now = () => `2031-05-22T10:${`${minute}`.padStart(2, '0')}:00.000Z`;

beforeAll(async () => {
  kept = await openKarvoniaStore();
  desk = await openRealDesk(kept.store, now);
});
afterAll(() => kept.dispose());

function makeApp(host?: string, allowedHosts: readonly string[] = []) {
  const { store } = kept;
  const listens = host === undefined ? {} : { host };
  return createApp({
    store,
    engine: plainEngine,
    desk,
    name: 'tocsin 0.0.0-test',
    now,
    allowedHosts,
    ...listens,
  });
}

type Headers = Readonly<Record<string, string>>;

function send(
  body: unknown,
  headers: Headers = WRITE,
  app = makeApp('127.0.0.1'),
  base = 'http://127.0.0.1:7077',
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return app.request(`${base}${PATH}`, { method: 'POST', body: text, headers });
}

async function refuse(response: Promise<Response> | Response) {
  const answer = await response;
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = ProblemSchema.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  return problem;
}

async function list(query = '') {
  const response = await makeApp('127.0.0.1').request(`${PATH}${query}`);
  expect(response.status).toBe(200);
  return DecisionListSchema.parse(await response.json());
}

async function decide(body: unknown) {
  const response = await send(body);
  expect(response.status, await response.clone().text()).toBe(201);
  return JudgementSchema.parse(await response.json());
}

function without(headers: Headers, name: string): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([each]) => each !== name));
}

describe('who may decide', () => {
  it.each<readonly [string, Headers, number, RegExp]>([
    [
      'another site',
      { ...WRITE, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      403,
      /other sites/,
    ],
    ['another port of this machine', { ...WRITE, origin: 'http://127.0.0.1:8080' }, 403, /other sites/],
    ['a sandboxed page', { ...WRITE, origin: 'null' }, 403, /other sites/],
    ['a name that was rebound', { ...WRITE, host: 'evil.example:7077' }, 421, /that name/],
    ['a request without the header', without(WRITE, 'x-tocsin-write'), 403, /may not write/],
    ['a form', { ...without(WRITE, 'x-tocsin-write'), 'content-type': 'text/plain' }, 403, /may not write/],
    [
      'a request that says nothing of where it comes from',
      without(without(WRITE, 'origin'), 'sec-fetch-site'),
      403,
      /may not write/,
    ],
    ['a request through a proxy', { ...WRITE, 'x-forwarded-for': '192.0.2.7' }, 401, /Log in/],
    ['another kind of content', { ...WRITE, 'content-type': 'text/plain' }, 415, /cannot be read/],
    ['content of no kind', without(WRITE, 'content-type'), 415, /cannot be read/],
  ])('is not %s', async (_, headers, status, title) => {
    const problem = await refuse(send(REJECT, headers));
    expect(problem).toMatchObject({ status, title: expect.stringMatching(title) });
    expect((await list()).total).toBe(0);
  });

  it.each(['0.0.0.0', '::', '192.0.2.7', 'desk.example', '127.evil.example', undefined])(
    'is nobody while the server listens on %s, and it says why',
    async (host) => {
      const app = makeApp(host, host === undefined ? [] : [host]);
      const problem = await refuse(send(REJECT, WRITE, app));
      // Within the program itself anything may be read; over a network nothing without logging in.
      const [status, type] = host === undefined ? [403, 'not-allowed'] : [401, 'log-in'];
      expect(problem).toMatchObject({ status, type: `urn:tocsin:problem:${type}` });
      const answer = await app.request('/api/v1/status');
      expect(answer.status).toBe(host === undefined ? 200 : 401);
      if (host === undefined)
        expect(((await answer.json()) as { readonly readOnly?: string }).readOnly).toBe(problem.detail);
      expect((await list()).total).toBe(0);
    },
  );

  it('is nobody who asks under a name of other machines', async () => {
    const host = 'desk.example';
    const headers = { ...WRITE, host, origin: `https://${host}` };
    const problem = await refuse(send(REJECT, headers, makeApp('127.0.0.1', [host]), `http://${host}`));
    expect(problem.type).toBe('urn:tocsin:problem:log-in');
  });

  it('is whoever sits at the machine', async () => {
    const status = await makeApp('::1').request('http://[::1]:7077/api/v1/status');
    expect(await status.json()).not.toHaveProperty('readOnly');
  });
});

describe('what does not fit', () => {
  const claim = { type: 'claim', document: document.id, claim: 'c7' };
  it.each<readonly [string, unknown, number, RegExp]>([
    ['no JSON', '{"verdict":', 400, /JSON/],
    ['nothing', {}, 400, /verdict/],
    ['an unknown verdict', { ...REJECT, verdict: 'delete' }, 400, /verdict/],
    ['an actor, which cannot be rejected', { ...REJECT, of: { type: 'actor', actor: 'a1' } }, 400, /of/],
    [
      'a shortened id',
      { ...REJECT, of: { ...claim, document: document.id.slice(0, 20) } },
      400,
      /of\.document/,
    ],
    ['a field that nobody asked for', { ...REJECT, made: '2020-01-01' }, 400, /made/],
    ['no reason', { ...REJECT, note: '' }, 400, /note/],
    ['a reason without a word', { ...REJECT, note: ' … \u200b!' }, 400, /reason/],
    ['a reason as long as a book', { ...REJECT, note: 'x'.repeat(1_001) }, 400, /note/],
    ['nobody', { ...REJECT, by: '\u202e\u0000 ' }, 400, /who decides/],
    ['a body as large as a page', { ...REJECT, note: 'x'.repeat(200_000) }, 413, /100 kB/],
    [
      'a document that is not kept',
      { ...REJECT, of: { type: 'document', document: `sha256:${'0'.repeat(64)}` } },
      404,
      /no such document/,
    ],
    ['a claim that is not there', { ...REJECT, of: { ...claim, claim: 'c99' } }, 404, /no claim/],
    ['an event of another claim', { ...REJECT, of: { ...claim, event: 'v1' } }, 404, /no event/],
    ['a claim with other words', { ...REJECT, words: 'something else' }, 409, /other words/],
    [
      'an incident that is not known',
      { ...REJECT, of: { type: 'incident', incident: 'i0' } },
      404,
      /no incident/,
    ],
    ['a letter for what is said', { ...REJECT, verdict: 'grade', of: claim, value: 'A' }, 400, /no grade/],
    [
      'a digit for a source',
      { ...REJECT, verdict: 'grade', of: { type: 'source', source: 'x' }, value: '1' },
      400,
      /no grade/,
    ],
    [
      'a judgement that was never made',
      { verdict: 'withdraw', value: 'j9', by: 'Ann Example', note: 'x' },
      404,
      /no judgement/,
    ],
  ])('%s is refused and named', async (_, body, status, detail) => {
    const problem = await refuse(send(body));
    expect(problem.status).toBe(status);
    expect(problem.detail).toMatch(detail);
    expect((await list()).total).toBe(0);
  });
});

describe('what is decided', () => {
  const count = async () => {
    const { rows } = await desk.listIncidents({});
    const row = rows.find(({ title }) => /harbour/.test(title));
    return row === undefined ? 0 : row.mentions;
  };

  it('takes effect, is listed with what it is of, and is taken back', async () => {
    const before = await count();
    const rejection = await decide({ ...REJECT, words: words('c7') });
    expect(rejection).toMatchObject({ id: 'j1', made: now(), by: 'Ann Example', verdict: 'reject' });
    expect(await count()).toBe(before - 1);

    minute = 1;
    const again = await refuse(send(REJECT));
    expect(again).toMatchObject({
      status: 409,
      detail: expect.stringContaining('Ann Example has rejected it already (j1)'),
    });

    const { rows } = await list();
    expect(rows).toMatchObject([
      { id: 'j1', about: words('c7'), outlet: 'Northern Gazette', isFound: true, note: REJECT.note },
    ]);
    expect(rows[0]).not.toHaveProperty('withdrawnBy');

    minute = 2;
    const withdrawal = { verdict: 'withdraw', value: 'j1', by: 'Bo Example', note: 'it was right' };
    expect(await decide(withdrawal)).toMatchObject({ id: 'j2', of: REJECT.of, value: 'j1' });
    expect(await count()).toBe(before);
    expect((await refuse(send(withdrawal))).detail).toContain('withdrawn already');
    expect((await list()).rows).toMatchObject([
      { id: 'j2', verdict: 'withdraw' },
      { id: 'j1', withdrawnBy: 'j2' },
    ]);
    expect((await list('?state=holds')).rows.map(({ id }) => id)).toEqual(['j2']);
    expect((await list('?state=withdrawn')).rows.map(({ id }) => id)).toEqual(['j1']);
    // As of an earlier instant nothing later is known.
    const then = await list('?asOf=2031-05-22T10:01:30Z');
    expect(then.rows).toHaveLength(1);
    expect(then.rows[0]).not.toHaveProperty('withdrawnBy');
  });

  it('keeps words as they are, but for signs that nobody sees', async () => {
    minute = 3;
    const note = '<script>alert(1)</script>\n\u202eok\u0007';
    const { id } = await decide({ ...REJECT, of: { type: 'document', document: document.id }, note });
    expect((await list()).rows[0]).toMatchObject({
      id,
      note: '<script>alert(1)</script> ok',
      about: document.title,
      isFound: true,
    });
  });

  it('is one decision where two are sent at once', async () => {
    minute = 4;
    const of = { ...REJECT.of, claim: 'c8' };
    const answers = await Promise.all([send({ ...REJECT, of }), send({ ...REJECT, of })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('is listed a part at a time', async () => {
    const all = await list();
    expect((await list('?limit=1&offset=1')).rows).toEqual(all.rows.slice(1, 2));
    expect((await refuse(makeApp('127.0.0.1').request(`${PATH}?limit=0`))).status).toBe(400);
  });
});
