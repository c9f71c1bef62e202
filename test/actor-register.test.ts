import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProblemSchema } from '../src/disseminate/api/answers.ts';
import { createApp } from '../src/disseminate/api/api.ts';
import { ActorDetailSchema, ActorSchema, DeskRegisterSchema } from '../src/disseminate/api/schemas/actor.ts';
import type { Desk } from '../src/model/desk.ts';
import { makeDesk } from '../src/run/desk.ts';
import { plainEngine } from './setup/karvonia-store.ts';
import { endWorlds, makeWorld, NOW, type World } from './support/world.ts';

/* The desk's register over the API: who may add to it, what is refused, and what it does to the picture. */

const PATH = '/api/v1/register';
const WRITE = {
  host: '127.0.0.1:7077',
  origin: 'http://127.0.0.1:7077',
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  'x-tocsin-write': '1',
};
const ENTRY = {
  name: 'Example Front',
  type: 'group',
  country: 'IQ',
  sector: 'REB',
  aliases: ['Jabhat al-Mithal'],
  by: 'Ann Example',
} as const;

let world: World;
let desk: Desk;
let file: string;

beforeAll(async () => {
  world = await makeWorld([
    {
      at: '2031-05-21T08:00:00.000Z',
      url: 'https://quay.example/1',
      outlet: 'Old Quay',
      published: '2031-05-21',
      title: 'Convoy attacked near Mosul',
      text: [
        "The Jabhat al-Mithal militia attacked a convoy near Mosul on 20 May 2031, the Iraqi army said. Kata'ib Hizballah praised it.",
      ],
    },
  ]);
  file = join(world.config.data, 'register.tsv');
  desk = await makeDesk({ store: world.store, config: world.config, now: () => NOW });
});
afterAll(endWorlds);
beforeEach(() => rmSync(file, { force: true }));

function makeApp(host = '127.0.0.1') {
  const { store } = world;
  return createApp({ store, engine: plainEngine, desk, name: 'tocsin 0.0.0-test', now: () => NOW, host });
}

function send(body: unknown, { headers = WRITE as object, host = '127.0.0.1' } = {}) {
  return makeApp(host).request(`http://127.0.0.1:7077${PATH}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { ...headers } as Record<string, string>,
  });
}

async function add(body: unknown) {
  const response = await send(body);
  expect(response.status, await response.clone().text()).toBe(201);
  return ActorSchema.parse(await response.json());
}

async function refuse(body: unknown, options: Parameters<typeof send>[1] = {}) {
  const answer = await send(body, options);
  const problem = ProblemSchema.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  return problem;
}

async function get(path: string) {
  return makeApp().request(`/api/v1${path}`);
}

const list = async () => DeskRegisterSchema.parse(await (await get('/register')).json());

describe('who may add', () => {
  const without = (name: keyof typeof WRITE) =>
    Object.fromEntries(Object.entries(WRITE).filter(([each]) => each !== name));
  it.each<readonly [string, object, string, number]>([
    ['another site', { ...WRITE, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, '127.0.0.1', 403],
    ['a request without the header', without('x-tocsin-write'), '127.0.0.1', 403],
    ['a request through a proxy', { ...WRITE, via: '1.1 example' }, '127.0.0.1', 401],
    ['another kind of content', { ...WRITE, 'content-type': 'text/plain' }, '127.0.0.1', 415],
    ['anybody while others can reach the server', WRITE, '0.0.0.0', 401],
  ])('is not %s', async (_, headers, host, status) => {
    expect((await refuse(ENTRY, { headers, host })).status).toBe(status);
    expect(await list()).toEqual({ rows: [], faults: [] });
  }); // biome-ignore format: a table
});

describe('what does not fit', () => {
  it.each<readonly [string, unknown, RegExp]>([
    ['no name', { ...ENTRY, name: '' }, /name/],
    ['a name of spaces', { ...ENTRY, name: '   ' }, /has no name/],
    ['a tab in a name', { ...ENTRY, name: 'Front\tgroup\tIQ' }, /control character/],
    ['a line more', { ...ENTRY, aliases: ['One\nTwo Front\tgroup'] }, /control character/],
    ['signs that nobody sees', { ...ENTRY, name: 'Front\u202e of Example' }, /nobody sees/],
    ['a formula', { ...ENTRY, name: '=HYPERLINK("http://x.example")' }, /formula/],
    ['a command of a spreadsheet', { ...ENTRY, aliases: ["+cmd|' /C calc'!A0"] }, /formula/],
    ['two aliases in one', { ...ENTRY, aliases: ['One;Two'] }, /divides aliases/],
    ['a name like a comment', { ...ENTRY, name: '#front' }, /is a comment/],
    ['a name as long as a page', { ...ENTRY, name: 'x'.repeat(400) }, /longer than 120/],
    ['a state', { ...ENTRY, type: 'state' }, /must be one of person, organization, group, facility/],
    ['a country that is none', { ...ENTRY, country: 'XX' }, /ISO 3166-1/],
    ['a sector that is none', { ...ENTRY, sector: 'ARMY' }, /must be one of GOV/],
    ['an id that is none', { ...ENTRY, wikidata: 'Q1\tx' }, /wikidata/],
    ['a field that nobody asked for', { ...ENTRY, id: 'register:x' }, /id/],
    ['nobody who adds it', { ...ENTRY, by: '\u202e\u0000 ' }, /nobody is named/],
    ['too many aliases', { ...ENTRY, aliases: Array.from({ length: 61 }, (_, at) => `Front n${at}`) }, /61 aliases/],
    ['a person without an office', { ...ENTRY, name: 'Ann Example', type: 'person' }, /public office or role/],
    ['a person of no office', { ...ENTRY, name: 'Ann Example', type: 'person', role: 'baker' }, /public office/],
    ['a person by an office of another', { ...ENTRY, name: 'Ann Example', type: 'person', role: 'brother of the minister' }, /public office/],
  ])('%s is refused and named', async (_, body, detail) => {
    const problem = await refuse(body);
    expect(problem.status).toBe(400);
    expect(problem.detail).toMatch(detail);
    expect(await list()).toEqual({ rows: [], faults: [] });
  }); // biome-ignore format: a table

  it('a name that another has, and the same actor twice', async () => {
    await add(ENTRY);
    const before = readFileSync(file, 'utf8');
    expect((await refuse(ENTRY)).detail).toMatch(/"Example Front" is the actor of line 3 too/);
    const other = await refuse({ ...ENTRY, name: 'Other Front' });
    expect(other.detail).toMatch(/"Jabhat al-Mithal" is a name of "Example Front" in line 3 too/);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('anything, while the file has faults; each is listed with its line', async () => {
    await add(ENTRY);
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}Third Front\tgang\tIraq\n`);
    const problem = await refuse({ ...ENTRY, name: 'Fourth Front', aliases: [] });
    expect([problem.status, problem.detail]).toEqual([409, expect.stringMatching(/line 4: type "gang"/)]);
    expect(await list()).toMatchObject({
      rows: [{ id: 'register:example-front' }],
      faults: [
        { line: 4, problem: expect.stringMatching(/^type "gang"/) },
        { line: 4, problem: expect.stringMatching(/^country "Iraq"/) },
      ],
    });
    expect(JSON.stringify(problem)).not.toContain(world.config.data);
  });
});

describe('what is added', () => {
  it('stands in the file with who added it and when, and takes up the names that documents have', async () => {
    expect(await add(ENTRY)).toMatchObject({ id: 'register:example-front', isOwn: true });
    expect(readFileSync(file, 'utf8')).toBe(
      'name\ttype\tcountry\tsector\twikidata\taliases\n' +
        `# added ${NOW} by Ann Example\nExample Front\tgroup\tIQ\tREB\t\tJabhat al-Mithal\n`,
    );
    const actor = ActorDetailSchema.parse(await (await get('/actors/register:example-front')).json());
    expect(actor).toMatchObject({
      isRegistered: true,
      documents: 1,
      names: [{ name: 'Jabhat al-Mithal militia' }],
    });
    const { rows } = await desk.listIncidents({ actor: 'register:example-front' });
    expect(rows.map(({ id }) => id)).toEqual(actor.incidents);
    expect(rows).toHaveLength(1);
    expect(await desk.listIncidents({ actor: 'register:nobody' })).toMatchObject({ total: 0 });
  });

  it('is shown before any document names it, and can be named', async () => {
    const minister = { name: 'Ann Example', type: 'person', role: 'interior\nminister', aliases: [], by: 'Bo Example' };
    const { id } = await add(minister);
    expect(readFileSync(file, 'utf8')).toContain(`# added ${NOW} by Bo Example: interior minister\n`);
    const actor = ActorDetailSchema.parse(await (await get(`/actors/${id}`)).json());
    expect(actor).toMatchObject({ name: 'Ann Example', documents: 0, names: [], mentions: [] });
    expect(actor).not.toHaveProperty('first');
    await desk.decide({ verdict: 'alias', of: { type: 'actor', actor: id }, value: 'Annie Example', by: 'Bo', note: 'x' });
    expect((await desk.getActor(id))?.decisions).toMatchObject([{ name: 'Annie Example' }]);
  }); // biome-ignore format: sentences

  it("adds to the program's record of that name", async () => {
    const added = await add({ ...ENTRY, name: 'Kataib Hezbollah', aliases: ['Brigade of Example'] });
    expect(added).toMatchObject({ id: 'register:kataib-hizballah', isOwn: true });
    expect(added.aliases).toContain('Brigade of Example');
    expect((await list()).rows).toMatchObject([{ id: added.id, name: 'Kataib Hezbollah' }]);
  });

  it('is one entry where two are sent at once', async () => {
    const answers = await Promise.all([send(ENTRY), send(ENTRY), send({ ...ENTRY, name: 'B', aliases: [] })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 400]);
    expect((await list()).rows).toHaveLength(2);
  });
});
