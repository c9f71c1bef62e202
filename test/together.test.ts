import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../src/disseminate/api/api.ts';
import { ReviewListSchema } from '../src/disseminate/api/schemas/review.ts';
import {
  AssignmentListSchema,
  CommentListSchema,
  CommentSchema,
  InboxSchema,
} from '../src/disseminate/api/schemas/together.ts';
import type { Accounts, Role } from '../src/model/account.ts';
import type { Assignment, Comment } from '../src/model/comment.ts';
import type { Desk } from '../src/model/desk.ts';
import type { ReviewRow } from '../src/model/review.ts';
import type { CommentList, Inbox, Person, ReviewList } from '../src/model/together.ts';
import { nameOf, openTestAccounts, PASSWORD } from './setup/accounts.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';
import { CLAIM, DOCUMENT, makeClock, makeProblemFolder } from './setup/karvonia-together.ts';
import { openRealDesk } from './setup/real-desk.ts';

/* Comments, assignments, the inbox and the review queue over the API, by accounts and at the desk. */

const HOST = '192.0.2.7';
const OF = `claim:${CLAIM}`;

let kept: TestStore;
let desk: Desk;
let folder: ReturnType<typeof makeProblemFolder>;
let accounts: Accounts | undefined;
let now: () => string;
const cookies = new Map<string, string>();

beforeEach(async () => {
  cookies.clear();
  accounts = undefined;
  now = makeClock();
  kept = await openKarvoniaStore();
  folder = makeProblemFolder();
  desk = await openRealDesk(kept.store, now, folder.data);
});
afterEach(async () => {
  await kept.dispose();
  folder.remove();
});

/** As an account of that role; as whoever sits at the machine without one. */
async function ask<Answer>(operation: string, body?: unknown, as?: Role) {
  const [method, path] = operation.split(' ') as [string, string];
  const name = as === undefined ? '127.0.0.1' : HOST;
  const app = createApp({
    ...{ store: kept.store, engine: plainEngine, desk, now, name: 'tocsin 0' },
    ...(accounts === undefined ? {} : { accounts }),
    host: as === undefined ? '127.0.0.1' : '0.0.0.0',
    allowedHosts: [HOST],
    log: () => undefined,
  });
  const send = (what: string, way: string, content: unknown) =>
    app.request(`http://${name}:7077/api/v1${what}`, {
      method: way,
      headers: {
        ...{ host: `${name}:7077`, origin: `http://${name}:7077`, 'x-tocsin-write': '1' },
        ...(content === undefined ? {} : { 'content-type': 'application/json' }),
        cookie: cookies.get(as ?? '') ?? '',
      },
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
  if (as !== undefined && !cookies.has(as)) {
    const entered = await send('/session', 'POST', { name: nameOf(as), password: PASSWORD });
    cookies.set(as, entered.headers.get('set-cookie')!.split(';')[0]!);
  }
  const response = await send(path, method, body);
  const answer = response.status === 204 ? undefined : await response.json();
  return { status: response.status, answer: answer as Answer & { readonly detail: string } };
}

const open = async () => {
  accounts = await openTestAccounts(kept.store, now);
};
const list = async (of = OF, as?: Role, more = '') =>
  (await ask<CommentList>(`GET /comments?of=${encodeURIComponent(of)}${more}`, undefined, as)).answer;

describe('comments', () => {
  it('are written to what is there, as text, and say whom they call', async () => {
    await open();
    const text =
      '  <img src=x onerror=alert(1)> \u202e@the.editor, see @nobody\r\n\n\n\nand a@the.viewer\u0007  ';
    const { status, answer } = await ask<Comment>('POST /comments', { of: OF, text }, 'analyst');
    expect(status).toBe(201);
    expect(CommentSchema.safeParse(answer).success).toBe(true);
    expect(answer).toMatchObject({
      text: '<img src=x onerror=alert(1)> @the.editor, see @nobody\n\nand a@the.viewer',
      mentions: ['the.editor'],
      ...{ id: 'n1', version: 1, of: OF, by: 'the.analyst', author: 'the.analyst' },
    });
    const listed = await list(`claim:${DOCUMENT}#*`, 'viewer');
    expect(CommentListSchema.safeParse(listed).success).toBe(true);
    expect(listed).toMatchObject({ total: 1, rows: [{ id: 'n1' }] });
    expect((await list('claim:*', 'viewer', '&asOf=2031-05-01T00:00:00Z')).rows).toEqual([]);
    const [entry] = await kept.store.listAudit({ operation: 'POST /comments' });
    expect(entry).toMatchObject({ operation: 'POST /comments', by: 'the.analyst', outcome: 'done' });
    expect(entry!.on).toContain('n1: claim:');
    expect(JSON.stringify(entry)).not.toContain('onerror');
  });

  it('can be written to everything with an address, and to nothing else', async () => {
    const incident = (await desk.listIncidents({ limit: 1 })).rows[0]!.id;
    const story = (await desk.listStories({ limit: 1 })).rows[0]!.id;
    const actor = (await desk.listActors({ limit: 1 })).rows[0]!.id;
    const source = (await desk.listGrades({ limit: 1 })).rows[0]!.source;
    const decided = await desk.decide({
      ...{ by: 'Ann', note: 'a misreading', verdict: 'reject' },
      of: { type: 'claim', document: DOCUMENT, claim: 'c3' },
    });
    const things = [
      ...['problem:karvonia', 'indicator:karvonia/officials', `incident:${incident}`, `story:${story}`],
      ...[`document:${DOCUMENT}`, OF, `source:${source}`, `actor:${actor}`, `decision:${decided.id}`],
    ];
    for (const of of things)
      expect((await ask('POST /comments', { of, text: 'Look', by: 'Ann' })).status, of).toBe(201);
    const missing = [
      ...['problem:nowhere', 'indicator:karvonia/none', 'incident:i0', 'story:s0', 'source:no such'],
      ...[`document:sha256:${'0'.repeat(64)}`, 'document:abc', `claim:${DOCUMENT}#c999`, 'decision:j99'],
    ];
    for (const of of missing)
      expect((await ask('POST /comments', { of, text: 'Look', by: 'Ann' })).status, of).toBe(404);
    for (const of of ['nonsense', 'claim:c1', 'planet:mars', ''])
      expect((await ask('POST /comments', { of, text: 'Look', by: 'Ann' })).status, of).toBe(400);
    for (const text of ['…', 'a'.repeat(4_001)])
      expect((await ask('POST /comments', { of: OF, text, by: 'Ann' })).status).toBe(400);
    expect((await ask('POST /comments', { of: OF, text: 'Nobody says so' })).status).toBe(400);
    expect((await ask('POST /comments', { of: OF, text: 'a'.repeat(50_000), by: 'Ann' })).status).toBe(413);
  });

  it('are for whoever wrote them to change, from the version that stands, and to remove', async () => {
    await open();
    await ask('POST /comments', { of: OF, text: 'One @the.viewer' }, 'analyst');
    const change = (text: string, base: number, as: Role) =>
      ask<Comment>('PUT /comments/n1', { text, base }, as);
    expect((await change('Mine now', 1, 'editor')).status).toBe(403);
    expect((await change('Two', 1, 'viewer')).status).toBe(403);
    expect((await change('Two', 1, 'analyst')).answer).toMatchObject({
      version: 2,
      text: 'Two',
      mentions: [],
    });
    const late = await change('Three', 1, 'analyst');
    expect(late.status).toBe(409);
    expect(late.answer.detail).toMatch(/the\.analyst has changed it at 2031/);
    const remove = (base: number, as: Role) => ask<Comment>('DELETE /comments/n1', { base }, as);
    expect((await remove(2, 'admin')).status).toBe(403);
    expect((await remove(1, 'analyst')).status).toBe(409);
    expect((await remove(2, 'analyst')).answer).toMatchObject({
      text: '',
      removedBy: 'the.analyst',
      version: 3,
    });
    expect((await change('Back', 3, 'analyst')).status).toBe(409);
    expect((await ask('PUT /comments/n9', { text: 'x', base: 1 }, 'analyst')).status).toBe(404);
    expect((await list(OF, 'viewer')).rows).toMatchObject([{ text: '', removedBy: 'the.analyst' }]);
  });
});

describe('assignments and the inbox', () => {
  const inboxOf = async (as?: Role) => (await ask<Inbox>('GET /inbox', undefined, as)).answer;

  it('go from one account to another, are done, and each is told', async () => {
    await open();
    const people = (await ask<{ rows: readonly Person[] }>('GET /people', undefined, 'viewer')).answer.rows;
    expect(people.map(({ handle }) => handle)).toEqual([
      'the.admin',
      'the.analyst',
      'the.editor',
      'the.viewer',
    ]);
    await ask('POST /comments', { of: OF, text: 'Is that so, @the.editor?' }, 'analyst');
    await ask('POST /comments', { of: OF, text: 'It is.', answers: 'n1' }, 'editor');
    const given = { of: OF, to: 'the.editor', due: '2031-05-24', note: 'Ask the mission.' };
    expect((await ask('POST /assignments', { ...given, to: 'nobody' }, 'analyst')).status).toBe(400);
    expect((await ask('POST /assignments', given, 'viewer')).status).toBe(403);
    expect((await ask('POST /assignments', given, 'analyst')).status).toBe(201);

    const inbox = await inboxOf('editor');
    expect(InboxSchema.safeParse(inbox).success).toBe(true);
    expect(inbox).toMatchObject({ of: 'the.editor', unread: 2 });
    expect(inbox.rows.map(({ cause, text }) => [cause, text])).toEqual([
      ['assignment', 'Ask the mission.'],
      ['mention', 'Is that so, @the.editor?'],
    ]);
    expect(inbox.rows[0]!.about).toMatch(/\w/);
    expect(await inboxOf('viewer')).toMatchObject({ rows: [], unread: 0 });
    expect((await inboxOf('analyst')).rows.map(({ cause }) => cause)).toEqual(['answer']);

    const entries = inbox.rows.map(({ entry }) => entry);
    expect((await ask('POST /inbox/read', { entries, isRead: true }, 'editor')).status).toBe(204);
    expect((await inboxOf('editor')).unread).toBe(0);
    expect((await inboxOf('analyst')).unread).toBe(1);
    await ask('POST /inbox/read', { entries: entries.slice(0, 1), isRead: false }, 'editor');
    expect((await inboxOf('editor')).unread).toBe(1);

    const { of: _of, ...rest } = given;
    const edit = { ...rest, state: 'done', base: 1 };
    expect((await ask('PUT /assignments/a1', edit, 'viewer')).status).toBe(403);
    expect((await ask<Assignment>('PUT /assignments/a1', edit, 'editor')).answer).toMatchObject({
      ...{ state: 'done', version: 2, by: 'the.analyst', last: { by: 'the.editor' } },
    });
    const late = await ask('PUT /assignments/a1', { ...edit, state: 'open' }, 'analyst');
    expect(late.status).toBe(409);
    expect(late.answer.detail).toContain('the.editor has changed it');
    expect((await inboxOf('analyst')).rows.map(({ cause }) => cause)).toEqual(['done', 'answer']);
    expect((await inboxOf('editor')).rows.map(({ cause }) => cause)).toEqual(['mention']);

    const find = async (query: string) => {
      const { answer } = await ask<unknown>(`GET /assignments?${query}`, undefined, 'viewer');
      return AssignmentListSchema.parse(answer).rows.map(({ id }) => id);
    };
    expect(await find('to=the.editor')).toEqual(['a1']);
    expect(await find('from=the.analyst&state=done')).toEqual(['a1']);
    expect(await find('state=open')).toEqual([]);
    expect(await find('to=the.analyst')).toEqual([]);
  });

  it('are the desk’s where nobody has an account', async () => {
    await ask('POST /comments', { of: OF, text: '@desk look again', by: 'Ann' });
    await ask('POST /assignments', { of: OF, to: 'the desk', by: 'Ann' });
    const inbox = await inboxOf();
    expect(inbox).toMatchObject({ of: 'the desk', unread: 2 });
    expect(inbox.rows.map(({ cause, by }) => [cause, by])).toEqual([
      ['assignment', 'Ann'],
      ['mention', 'Ann'],
    ]);
  });
});

describe('the review queue', () => {
  const reject = (claim: string, as: Role) =>
    ask<{ readonly id: string }>(
      'POST /judgements',
      { verdict: 'reject', of: { type: 'claim', document: DOCUMENT, claim }, note: 'a misreading' },
      as,
    );
  const queue = async (query = '') =>
    (await ask<ReviewList>(`GET /reviews${query}`, undefined, 'viewer')).answer;

  it('has a decision on what an elevated problem rests on, with why and what it changes', async () => {
    await open();
    expect((await queue()).rows).toEqual([]);
    const { p } = (await desk.getAssessment('karvonia'))!.horizons[0]!.probability;
    expect((await desk.getAssessment('karvonia'))!.level).toBe('elevated');
    // What no sign rests on is nobody’s matter.
    await reject('c7', 'analyst');
    expect((await queue()).rows).toEqual([]);
    const { answer } = await reject('c1', 'analyst');
    const list = await queue();
    expect(ReviewListSchema.safeParse(list).success).toBe(true);
    const [row, ...others] = list.rows;
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      ...{ key: `decision ${answer.id}`, cause: 'decision', problem: 'karvonia', state: 'waiting' },
      ...{ by: 'the.analyst', verdict: 'reject', note: 'a misreading', before: { level: 'elevated' } },
    });
    expect(row!.before!.p).toBeCloseTo(p, 3);
    expect(row!.after!.p!).toBeLessThan(row!.before!.p!);
    expect(row!.touches).toContain('problem:karvonia');
    expect(row!.touches).toContain(`document:${DOCUMENT}`);
    expect((await queue('?asOf=2031-05-22T09:00:00Z')).rows).toEqual([]);
  });

  it('is answered by an editor who did not do it, with a reason, and whoever did it is told', async () => {
    await open();
    const { id } = (await reject('c1', 'editor')).answer;
    const say = (verdict: string, note: string, as: Role) =>
      ask<ReviewRow>('POST /reviews', { item: `decision ${id}`, verdict, note }, as);
    expect((await say('approve', 'It is so', 'analyst')).status).toBe(403);
    const own = await say('approve', 'It is so', 'editor');
    expect(own.status).toBe(403);
    expect(own.answer.detail).toContain('the.editor did it');
    expect((await say('send back', '…', 'admin')).status).toBe(400);
    expect((await say('send back', 'Look at c2 too', 'admin')).answer).toMatchObject({ state: 'sent back' });
    expect((await ask<Inbox>('GET /inbox', undefined, 'editor')).answer.rows).toMatchObject([
      { cause: 'review', verdict: 'send back', text: 'Look at c2 too', of: `decision:${id}` },
    ]);
    await say('approve', 'It is so', 'admin');
    const { rows, counts } = await queue();
    expect(counts).toEqual({ waiting: 0, approved: 1, 'sent back': 0 });
    expect(rows[0]!.reviews.map(({ verdict, by }) => [verdict, by])).toEqual([
      ['send back', 'the.admin'],
      ['approve', 'the.admin'],
    ]);
    expect((await queue('?state=waiting')).rows).toEqual([]);
    expect(
      (await ask('POST /reviews', { item: 'decision j99', verdict: 'approve', note: 'x' }, 'admin')).status,
    ).toBe(404);
  });

  it('no longer has what was taken back, but that it was taken back', async () => {
    await open();
    const { id } = (await reject('c1', 'analyst')).answer;
    const back = await ask<{ readonly id: string }>(
      'POST /judgements',
      { verdict: 'withdraw', value: id, note: 'it was right' },
      'analyst',
    );
    expect((await queue()).rows.map(({ key }) => key)).toEqual([`decision ${back.answer.id}`]);
  });

  it('has a brief that is saved and not signed', async () => {
    await open();
    const { draft } = (await desk.getDraft('karvonia'))!;
    await desk.putDraft('karvonia', { ...draft, by: 'the.analyst' });
    expect((await queue()).rows).toMatchObject([
      { key: 'brief karvonia 1', cause: 'brief', by: 'the.analyst', touches: ['problem:karvonia'] },
    ]);
  });
});
