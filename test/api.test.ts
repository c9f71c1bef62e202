import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ActorListSchema,
  AlertListSchema,
  DocumentDetailSchema,
  DocumentListSchema,
  FacetsSchema,
  IncidentListSchema,
  ProblemSchema,
  ReadAnswerSchema,
  SightingListSchema,
  SourceListSchema,
  StatusSchema,
  StoryListSchema,
  VersionListSchema,
} from '../src/disseminate/api/answers.ts';
import { createApp } from '../src/disseminate/api/api.ts';
import { makeOpenApiDocument } from '../src/disseminate/api/openapi.ts';
import { listOperations } from '../src/disseminate/api/operations.ts';
import { renderApiReference } from '../src/disseminate/api/reference.ts';
import { RIGHTS } from '../src/disseminate/api/rights.ts';
import { ActorDetailSchema } from '../src/disseminate/api/schemas/actor.ts';
import { BoardSchema } from '../src/disseminate/api/schemas/board.ts';
import { BriefSchema } from '../src/disseminate/api/schemas/brief.ts';
import { IncidentSchema, StorySchema } from '../src/disseminate/api/schemas/picture.ts';
import { ReadingSchema } from '../src/disseminate/api/schemas/reading.ts';
import { ForecastRecordSchema } from '../src/disseminate/api/schemas/record.ts';
import { SearchAnswerSchema } from '../src/disseminate/api/schemas/search.ts';
import { AssessmentSchema } from '../src/disseminate/api/schemas/warning.ts';
import { serveApp } from '../src/disseminate/api/serve.ts';
import { StoreError } from '../src/model/errors.ts';
import { makeThingKey } from '../src/model/thing.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { HOSTILE_STORY, karvoniaDesk, PROBLEM, RAID, STORY } from './setup/karvonia-desk.ts';
import { searchPlainly } from './setup/karvonia-search.ts';
import { openKarvoniaStore, plainEngine, type TestStore } from './setup/karvonia-store.ts';

const NOW = '2031-05-22T10:00:00.000Z';
/** Free Coast Front. */
const ACTOR = 'actor:f7aa10988fd7';
const P = { p: 0.41, low: 0.23, high: 0.6, word: 'unlikely' } as const;
const logged: string[] = [];
let app: ReturnType<typeof createApp>;
let kept: TestStore;

beforeAll(async () => {
  kept = await openKarvoniaStore();
  app = createApp({
    store: kept.store,
    engine: plainEngine,
    desk: { ...karvoniaDesk, ...searchPlainly(kept.store, () => NOW) },
    name: 'tocsin 0.0.0-test',
    now: () => NOW,
    log: (line) => logged.push(line),
  });
});

afterAll(() => kept.dispose());

const id = karvonia.warning.reading.document.id;

async function getJson(path: string, init?: RequestInit): Promise<unknown> {
  const response = await app.request(path, init);
  expect(response.status, path).toBe(200);
  return response.json();
}

async function getProblem(path: string, init?: RequestInit) {
  const response = await app.request(path, init);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const problem = ProblemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  return problem;
}

describe('documents', () => {
  it('are listed newest first, a page of rows at a time', async () => {
    const first = DocumentListSchema.parse(await getJson('/api/v1/documents?limit=20'));
    expect(first.rows).toHaveLength(20);
    expect(first.rows.map((row) => row.published).slice(0, 3)).toEqual([
      '2031-05-17',
      '2031-05-17',
      '2031-05-16',
    ]);
    const rest = DocumentListSchema.parse(await getJson(`/api/v1/documents?limit=20&cursor=${first.cursor}`));
    const ids = [...first.rows, ...rest.rows].map((row) => row.id);
    expect(new Set(ids).size).toBe(34);
    expect(rest.cursor).toBeUndefined();
  });

  it('are listed by filters, all of which must hold', async () => {
    const query =
      'outlet=Northern%20Gazette&eventType=ASSAULT&realis=possible&stance=fears&country=XV&from=2031-05';
    const { rows } = DocumentListSchema.parse(await getJson(`/api/v1/documents?${query}`));
    expect(rows.map((row) => row.id)).toEqual([id]);
    const none = DocumentListSchema.parse(await getJson(`/api/v1/documents?${query}&language=de`));
    expect(none.rows).toEqual([]);
  });

  it('are not seen as of an instant before they were', async () => {
    const asOf = encodeURIComponent('2031-05-20T10:00:00+02:00');
    const { rows } = DocumentListSchema.parse(await getJson(`/api/v1/documents?limit=200&asOf=${asOf}`));
    expect(rows).toHaveLength(33);
    const later = karvonia.relayChanged.reading.document.id;
    expect(rows.map((row) => row.id)).not.toContain(later);
    expect((await getProblem(`/api/v1/documents/${later}?asOf=${asOf}`)).status).toBe(404);
  });

  it('show what is known, without the text, and their versions', async () => {
    const detail = DocumentDetailSchema.parse(await getJson(`/api/v1/documents/${encodeURIComponent(id)}`));
    expect(detail.document).not.toHaveProperty('text');
    expect(detail.document.publishedEvidence).toBe('visible date line');
    expect(detail.counts).toMatchObject({
      claims: 13,
      events: 11,
      times: 4,
      places: 5,
      entities: 8,
      notes: 2,
    });
    const changed = karvonia.relayChanged.reading.document.id;
    const { rows } = VersionListSchema.parse(await getJson(`/api/v1/documents/${changed}/versions`));
    expect(rows.map((row) => row.version)).toEqual([1, 2]);
  });

  it('give their reading as it was kept, whatever way the id is written', async () => {
    const reading = ReadingSchema.parse(await getJson(`/api/v1/documents/${id}/reading`));
    expect(reading).toEqual(karvonia.warning.reading);
    const digits = id.slice('sha256:'.length);
    for (const short of [digits.slice(0, 8), `sha256:${digits.slice(0, 8)}`, encodeURIComponent(id)]) {
      expect(await getJson(`/api/v1/documents/${short}/reading`)).toEqual(reading);
    }
  });

  it('are not guessed at: unknown, ambiguous and impossible ids are three problems', async () => {
    expect((await getProblem('/api/v1/documents/0123456789abcdef/reading')).status).toBe(404);
    expect((await getProblem('/api/v1/documents/nothing')).errors?.[0]?.field).toBe('id');
    const two = createApp({
      store: makeStoreOf(async () => [id, karvonia.relay.reading.document.id]),
      engine: plainEngine,
      desk: karvoniaDesk,
      name: 'tocsin 0.0.0-test',
      now: () => NOW,
    });
    const response = await two.request('/api/v1/documents/abcd');
    expect(response.status).toBe(409);
  });

  it('tell when and where they were seen', async () => {
    const { rows } = SightingListSchema.parse(await getJson(`/api/v1/documents/${id}/sightings`));
    expect(rows).toEqual([
      {
        bytes: karvonia.warning.reading.document.bytes,
        document: id,
        url: 'https://gazette.example/2031/05/16/mission',
        seen: '2031-05-20T08:00:00.000Z',
      },
    ]);
  });
});

describe('the page as it was seen', () => {
  it('comes byte for byte, sealed, and never as HTML', async () => {
    const hostile = karvonia.hostile;
    for (const [query, type] of [
      ['', 'application/octet-stream'],
      ['?as=text', 'text/plain'],
    ] as const) {
      const response = await app.request(`/api/v1/documents/${hostile.reading.document.id}/page${query}`);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(hostile.content);
      expect(response.headers.get('content-type')).toBe(type);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
      expect(response.headers.get('content-disposition')).toMatch(query === '' ? /^attachment/ : /^inline/);
    }
  });

  it('is not given for bytes that were never this document', async () => {
    const other = karvonia.relay.reading.document.bytes;
    expect((await getProblem(`/api/v1/documents/${id}/page?bytes=${other}`)).status).toBe(404);
  });
});

describe('search', () => {
  it('gives the words around a match and the claims it stands in', async () => {
    const { rows } = SearchAnswerSchema.parse(await getJson('/api/v1/search?q=launchers'));
    const hit = rows.find((row) => row.id === id);
    const mark = hit?.snippet.marks[0];
    expect(hit?.snippet.text.slice(mark?.start, mark?.end)).toBe('launchers');
    expect(hit).toMatchObject({ matchedClaims: ['c2'] });
  });

  it('gives whatever fits the filters without words, and refuses what does not fit', async () => {
    const { rows } = SearchAnswerSchema.parse(
      await getJson('/api/v1/search?outlet=Northern%20Gazette&weigh=true'),
    );
    expect(rows.every(({ outlet, weight }) => outlet === 'Northern Gazette' && weight?.grade === 'F')).toBe(
      true,
    );
    expect((await getProblem('/api/v1/search?of=rumours')).errors?.[0]?.field).toBe('of');
    expect((await getProblem('/api/v1/search?origins=none')).errors?.[0]?.field).toBe('origins');
  });

  it('offers the values to filter by', async () => {
    const facets = FacetsSchema.parse(await getJson('/api/v1/facets'));
    expect(facets.stances).toContainEqual({ value: 'fears', count: 1 });
    expect(facets.outlets[0]).toEqual({ value: 'Coast Observer', count: 20 });
  });
});

describe('the board and the warning problems', () => {
  it('are shown as the desk sees them', async () => {
    const board = BoardSchema.parse(await getJson('/api/v1/board'));
    expect(board).toEqual(await karvoniaDesk.getBoard());
    const assessment = AssessmentSchema.parse(await getJson(`/api/v1/problems/${PROBLEM}`));
    expect(assessment).toEqual(await karvoniaDesk.getAssessment(PROBLEM));
    const record = ForecastRecordSchema.parse(await getJson(`/api/v1/problems/${PROBLEM}/record`));
    expect(record.entries.map(({ content }) => content.kind)).toEqual(['settlement', 'forecast']);
  });

  it('obey asOf, in whatever zone it is written', async () => {
    const asOf = `?asOf=${encodeURIComponent('2031-05-20T09:59:00+02:00')}`;
    const board = BoardSchema.parse(await getJson(`/api/v1/board${asOf}`));
    expect(board.asOf).toBe('2031-05-20T07:59:00.000Z');
    expect(board.rows[0]).toMatchObject({ level: 'normal', newest: [] });
    const record = ForecastRecordSchema.parse(await getJson(`/api/v1/problems/${PROBLEM}/record${asOf}`));
    expect(record.entries).toEqual([]);
    const assessment = AssessmentSchema.parse(await getJson(`/api/v1/problems/${PROBLEM}${asOf}`));
    expect(assessment.contributions).toEqual([]);
  });

  it.each(['', '/record', '/brief'])('that are not watched are a clear problem: %s', async (end) => {
    const unknown = await getProblem(`/api/v1/problems/nothing${end}`);
    expect(unknown).toMatchObject({ status: 404, detail: expect.stringContaining('/api/v1/board') });
    const impossible = await getProblem(`/api/v1/problems/${encodeURIComponent('../../etc')}${end}`);
    expect(impossible.errors?.map((error) => error.field)).toEqual(['id']);
  });

  it('are told in a brief: JSON, Markdown, or a sealed page', async () => {
    const path = `/api/v1/problems/${PROBLEM}/brief`;
    const brief = BriefSchema.parse(await getJson(path));
    expect(brief).toEqual(await karvoniaDesk.getBrief(PROBLEM));
    const markdown = await app.request(`${path}?format=markdown`);
    expect(markdown.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await markdown.text()).toMatch(/^\*\*TLP:CLEAR\*\*\n\n# Allied mission in Karvonia\n/);
    const html = await app.request(`${path}?format=html`);
    expect(html.headers.get('content-type')).toMatch(/^text\/html/);
    expect(html.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(html.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(await html.text()).toContain(`/documents/${id.slice('sha256:'.length)}?claim=c`);
    expect((await getProblem(`${path}?format=pdf`)).errors?.[0]?.field).toBe('format');
  });

  it('come with the sources and how they answer', async () => {
    const { rows } = SourceListSchema.parse(await getJson('/api/v1/sources'));
    expect(rows.map(({ source, state }) => [source, state])).toEqual([
      ['harbour-wire', 'alive'],
      ['coast-observer', 'failing'],
    ]);
  });
});

describe('alerts', () => {
  const [probability, baseRate] = [P, { ...P, p: 0.1, word: 'very unlikely' }];
  const makeRow = (update: number, day: string) => ({
    alert: {
      content: {
        kind: 'alert',
        version: 1,
        id: `a${update}`,
        update,
        problem: PROBLEM,
        title: 'Allied mission in Karvonia',
        question: 'Will it be attacked?',
        level: 'elevated',
        previousLevel: 'normal',
        horizon: 30,
        probability,
        baseRate,
        asOf: `${day}T08:00:00.000Z`,
        issued: '2031-05-22T09:00:00.000Z',
        reasons: [{ direction: 'for', text: 'Preparation is reported', claims: [`${id}#c1`] }],
        forecast: id,
        tlp: 'CLEAR',
        engine: 'tocsin 0.0.0-test',
      },
      signature: { algorithm: 'Ed25519', key: 'k', value: 'v' },
    },
    isReplayed: false,
    deliveries: [{ alert: `a${update}`, channel: 'webhook', update, state: 'sent', attempts: 1, at: NOW }],
  });

  it('are listed signed, those of a later day not as of an earlier one', async () => {
    const asked: unknown[] = [];
    const store = new Proxy(kept.store, {
      get: (target, name) =>
        name === 'listAlerts'
          ? async (request: unknown) => {
              asked.push(request);
              return [makeRow(2, '2031-05-21'), makeRow(1, '2031-05-20')];
            }
          : Reflect.get(target, name),
    });
    const own = createApp({ store, engine: plainEngine, desk: karvoniaDesk, name: 'x 1', now: () => NOW });
    const list = async (query: string) => {
      const response = await own.request(`/api/v1/alerts${query}`);
      return AlertListSchema.parse(await response.json()).rows.map(({ alert }) => alert.content.id);
    };
    expect(await list('')).toEqual(['a2', 'a1']);
    expect(await list(`?problem=${PROBLEM}&limit=1`)).toEqual(['a2']);
    expect(asked.at(-1)).toMatchObject({ problem: PROBLEM });
    expect(await list('?asOf=2031-05-20T12:00:00Z')).toEqual(['a1']);
  });
});

describe('actors', () => {
  it('are listed with their spellings, and chosen by name, type and country', async () => {
    const all = ActorListSchema.parse(await getJson('/api/v1/actors'));
    expect(all.total).toBeGreaterThan(1);
    expect(all.rows.map(({ id }) => id)).toContain(ACTOR);
    for (const { names } of all.rows) expect(names.length).toBeGreaterThan(0);
    const chosen = ActorListSchema.parse(await getJson('/api/v1/actors?name=KARVONIA&type=state'));
    expect(chosen.rows.every(({ type }) => type === 'state')).toBe(true);
    expect(ActorListSchema.parse(await getJson('/api/v1/actors?country=DE')).total).toBe(0);
    const early = await getJson('/api/v1/actors?asOf=2031-05-19T00:00:00Z');
    expect(early).toEqual({ rows: [], total: 0 });
  });

  it('come with where each spelling stands', async () => {
    const actor = ActorDetailSchema.parse(await getJson(`/api/v1/actors/${ACTOR}`));
    for (const { document, named } of actor.mentions) {
      const { text } = [karvonia.warning, karvonia.relay].find(
        ({ reading }) => reading.document.id === document,
      )!.reading.document;
      for (const { start, end, text: words } of named) expect(text.slice(start, end)).toBe(words);
    }
  });

  it('that are not known, or cannot be, are a clear problem', async () => {
    expect((await getProblem('/api/v1/actors/register:nobody')).detail).toContain('/api/v1/actors');
    expect((await getProblem('/api/v1/actors/%3Cscript%3E')).errors?.[0]?.field).toBe('id');
    expect((await getProblem('/api/v1/actors?type=ghost')).errors?.[0]?.field).toBe('type');
  });
});

describe('stories and incidents', () => {
  it('are listed with their number, a page of rows at a time', async () => {
    const all = StoryListSchema.parse(await getJson('/api/v1/stories'));
    expect(all).toMatchObject({ total: 2, rows: [{ id: STORY }, { id: HOSTILE_STORY }] });
    const second = StoryListSchema.parse(await getJson('/api/v1/stories?limit=1&offset=1'));
    expect(second).toMatchObject({ total: 2, rows: [{ id: HOSTILE_STORY }] });
    expect(StoryListSchema.parse(await getJson('/api/v1/stories?country=XV')).total).toBe(1);
    expect(IncidentListSchema.parse(await getJson('/api/v1/incidents?country=DE')).total).toBe(0);
    const none = StoryListSchema.parse(await getJson('/api/v1/stories?asOf=2031-05-19T00:00:00Z'));
    expect(none).toEqual({ rows: [], total: 0 });
  });

  it('come with their tree, mentions and differing figures', async () => {
    const story = StorySchema.parse(await getJson(`/api/v1/stories/${STORY}`));
    expect(story).toEqual(await karvoniaDesk.getStory(STORY));
    const incident = IncidentSchema.parse(await getJson(`/api/v1/incidents/${RAID}`));
    expect(incident).toEqual(await karvoniaDesk.getIncident(RAID));
  });

  it.each(['stories', 'incidents'])('that are not known are a clear problem: %s', async (kind) => {
    const unknown = await getProblem(`/api/v1/${kind}/x404`);
    expect(unknown).toMatchObject({ status: 404, detail: expect.stringContaining(`/api/v1/${kind}`) });
    expect((await getProblem(`/api/v1/${kind}/%3Cscript%3E`)).errors?.[0]?.field).toBe('id');
    expect((await getProblem(`/api/v1/${kind}?offset=-1`)).errors?.[0]?.field).toBe('offset');
    const early = `/api/v1/${kind}/${kind === 'stories' ? STORY : RAID}?asOf=2031-05-19T00:00:00Z`;
    expect((await getProblem(early)).status).toBe(404);
  });
});

describe('reading a page now', () => {
  const post = (body: string | Uint8Array, type: string, query = '') =>
    app.request(`/api/v1/readings${query}`, { method: 'POST', body, headers: { 'content-type': type } });

  it('takes raw text, raw HTML and JSON, and keeps nothing', async () => {
    const before = await getJson('/api/v1/status');
    const query = '?outlet=Own%20Desk&published=2031-05';
    const text = ReadAnswerSchema.parse(await (await post('A ferry left.', 'text/plain', query)).json());
    expect(text.readings[0]?.document).toMatchObject({ outlet: 'Own Desk', published: '2031-05' });
    const html = ReadAnswerSchema.parse(await (await post('<p>A ferry left.</p>', 'text/html')).json());
    expect(html.readings[0]?.document.text).toBe('A ferry left.');
    const json = JSON.stringify({ content: 'A ferry left.', url: 'https://desk.example/ferry' });
    const fromJson = ReadAnswerSchema.parse(await (await post(json, 'application/json')).json());
    expect(fromJson.readings[0]?.document.url).toBe('https://desk.example/ferry');
    expect(await getJson('/api/v1/status')).toEqual(before);
  });

  it('refuses what is too large, of another kind, empty or no page, and says which', async () => {
    expect((await post(new Uint8Array(20_000_001), 'text/plain')).status).toBe(413);
    expect((await post('x', 'image/png')).status).toBe(415);
    expect((await post('', 'text/plain')).status).toBe(400);
    expect((await post('{"content":', 'application/json')).status).toBe(400);
    expect((await post('{"url":"javascript:alert(1)","content":"x"}', 'application/json')).status).toBe(400);
    const refused = await post('<p></p>', 'text/html');
    expect(refused.status).toBe(422);
    expect(ProblemSchema.parse(await refused.json()).detail).toContain('no words in it');
  });
});

describe('parameters that do not fit', () => {
  it.each([
    ['limit', '0'],
    ['limit', 'many'],
    ['from', '2031-13'],
    ['asOf', 'yesterday'],
    ['realis', 'perhaps'],
    ['country', 'karvonia'],
    ['order', 'size'],
  ])('%s=%s is named', async (field, value) => {
    const problem = await getProblem(`/api/v1/documents?${field}=${value}`);
    expect(problem.status).toBe(400);
    expect(problem.errors?.map((error) => error.field)).toEqual([field]);
  });
});

describe('who may ask', () => {
  it('is told by the name that was asked for: a rebound name gets nothing', async () => {
    expect((await getProblem('http://evil.example/api/v1/status')).status).toBe(421);
    const disguised = { headers: { host: 'evil.example:7077' } };
    expect((await getProblem('http://localhost/api/v1/status', disguised)).status).toBe(421);
    for (const host of ['127.0.0.1:7077', 'localhost', '[::1]:7077']) {
      expect((await app.request(`http://${host}/api/v1/status`)).status).toBe(200);
    }
  });

  it('is not another site, but a link from one may be followed', async () => {
    const foreign = {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
      'content-type': 'text/plain',
    };
    const post = { method: 'POST', body: 'words', headers: foreign };
    expect((await getProblem('/api/v1/readings', post)).status).toBe(403);
    const origin = {
      method: 'POST',
      body: 'words',
      headers: { origin: 'null', 'content-type': 'text/plain' },
    };
    expect((await getProblem('/api/v1/readings', origin)).status).toBe(403);
    const link = { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } };
    expect((await app.request('/api/v1/docs', link)).status).toBe(200);
  });

  it('never gets CORS headers, and always the strict ones', async () => {
    for (const path of ['/api/v1/status', '/api/v1/docs', '/nowhere', '/api/v1/documents?limit=0']) {
      const { headers } = await app.request(path, { headers: { origin: 'http://localhost' } });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
    }
  });
});

describe('failures', () => {
  it('show an unknown route as a problem', async () => {
    const problem = await getProblem('/api/v1/nothing');
    expect(problem).toMatchObject({ status: 404, instance: '/api/v1/nothing' });
  });

  it('tell what a store said, and log what nobody foresaw without showing it', async () => {
    const make = (error: Error) =>
      createApp({
        store: makeStoreOf(() => Promise.reject(error)),
        engine: plainEngine,
        desk: karvoniaDesk,
        name: 'tocsin 0.0.0-test',
        now: () => NOW,
        log: (line) => logged.push(line),
      });
    const locked = make(new StoreError('/data/tocsin.db', 'the disk is full', 'Free some space.'));
    const problem = ProblemSchema.parse(await (await locked.request('/api/v1/documents')).json());
    expect(problem).toMatchObject({ status: 503, detail: expect.stringContaining('Free some space.') });
    // In one line: what is foreseen needs no trace.
    expect(logged.at(-1)).toBe('GET /api/v1/documents: /data/tocsin.db: the disk is full. Free some space.');
    const broken = make(new TypeError('secret internals'));
    const shown = await (await broken.request('/api/v1/documents')).text();
    expect(shown).not.toContain('secret');
    expect(logged.join('\n')).toContain('secret internals');
  });
});

/** A store whose every method does the same. */
function makeStoreOf(method: () => Promise<unknown>) {
  return new Proxy({}, { get: () => method }) as TestStore['store'];
}

/** An id that is known, for each kind of address that takes one. */
const GRADED = 'source/harbour%20wire';
const IDS = {
  documents: id,
  problems: PROBLEM,
  stories: STORY,
  incidents: RAID,
  actors: ACTOR,
  'watch-areas': 'w1',
  'saved-searches': 'q1',
  sources: 'harbour-wire',
};
const HEARD = 'harbour%20wire';

describe('the description', () => {
  it('is OpenAPI 3.1 and names every route, which all answer', async () => {
    const openApi = (await getJson('/api/v1/openapi.json')) as ReturnType<typeof makeOpenApiDocument>;
    expect(openApi.openapi).toBe('3.1.0');
    expect(openApi).toEqual(JSON.parse(JSON.stringify(makeOpenApiDocument('0.0.0-test'))));
    for (const { name, summary } of listOperations(openApi)) {
      const [method, path = ''] = name.split(' ');
      const own = Object.entries(IDS).find(([start]) => path.startsWith(`/api/v1/${start}/`))?.[1] ?? '1';
      const span = path.endsWith('/replay')
        ? '&from=2031-05-19&to=2031-05-20'
        : path.endsWith('/comments')
          ? `&of=${encodeURIComponent(makeThingKey('problem', PROBLEM))}`
          : '';
      const address = `${path.replace('{id}', own).replace('{format}', 'geojson').replace('{key}', HEARD).replace('{type}/{of}', GRADED)}?q=convoy${span}`;
      const response = await app.request(address, { method: method ?? 'GET' });
      expect(summary, name).not.toBe('');
      // Nobody may write to a server of which it is not known where it listens.
      const { least, writes } = RIGHTS[name.replace('/api/v1', '')]!;
      const isFor = least === 'viewer' && writes !== true;
      expect(isFor ? [200, 400] : [403], name).toContain(response.status);
      if (method === 'GET' && isFor) expect(response.status, name).toBe(200);
    }
  });

  it('is also a page without scripts and a reference in Markdown', async () => {
    const response = await app.request('/api/v1/docs');
    const html = await response.text();
    expect(html).toContain('/api/v1/documents/{id}/reading');
    expect(html).not.toMatch(/<script|https?:\/\/(?!www\.apache)/);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const markdown = renderApiReference(makeOpenApiDocument('1.2.3'));
    for (const { name } of listOperations(makeOpenApiDocument('1.2.3')))
      expect(markdown).toContain(`### ${name}`);
    expect(markdown).not.toMatch(/undefined|\[object/);
  });

  it('gives version and counts', async () => {
    const status = StatusSchema.parse(await getJson('/api/v1/status'));
    expect(status).toMatchObject({ name: 'tocsin 0.0.0-test', now: NOW });
    expect(status.counts.documents).toBe(34);
    expect(status).not.toHaveProperty('exampleAsOf');
  });

  it('tells from when the example is best looked at', async () => {
    const settings: Readonly<Record<string, string>> = {
      example: 'x',
      'example.asOf': '2031-05-20T08:00:00.000Z',
    };
    const store = new Proxy(kept.store, {
      get: (target, name) =>
        name === 'getSetting'
          ? async (setting: string) => settings[setting]
          : Reflect.get(target, name).bind(target),
    });
    const own = createApp({ store, engine: plainEngine, desk: karvoniaDesk, name: 'x 1', now: () => NOW });
    const status = StatusSchema.parse(await (await own.request('/api/v1/status')).json());
    expect(status).toMatchObject({ example: 'x', exampleAsOf: '2031-05-20T08:00:00.000Z' });
  });
});

describe('caching', () => {
  it('answers 304 to whoever has the reading already', async () => {
    const first = await app.request(`/api/v1/documents/${id}/reading`);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await app.request(`/api/v1/documents/${id}/reading`, { headers: { 'if-none-match': tag } });
    expect(again.status).toBe(304);
  });
});

describe('compression', () => {
  const path = `/api/v1/documents/${id}/reading`;
  const headers = { 'accept-encoding': 'gzip' };
  const remote = createApp({
    store: new Proxy({} as typeof kept.store, {
      get: (_, name) => Reflect.get(kept.store, name).bind(kept.store),
    }),
    ...{ engine: plainEngine, desk: karvoniaDesk, name: 'x 1', now: () => NOW },
    allowedHosts: ['desk.example'],
  });

  it('is of what goes to another machine, and says the same', async () => {
    const answer = await remote.request(`http://desk.example${path}`, { headers });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    const text = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();
    expect(text).toBe(await (await app.request(path)).text());
  });

  it('does not forget what the asker has already', async () => {
    const first = await remote.request(`http://desk.example${path}`, { headers });
    const again = await remote.request(`http://desk.example${path}`, {
      headers: { ...headers, 'if-none-match': first.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('is not of what stays on this machine, nor asked of who cannot read it', async () => {
    const here = await remote.request(`http://127.0.0.1${path}`, { headers });
    const plain = await remote.request(`http://desk.example${path}`);
    expect([here, plain].map((answer) => answer.headers.get('content-encoding'))).toEqual([null, null]);
  });
});

describe('the workbench as files', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Tocsin</title>');
    await writeFile(join(folder, 'assets', 'a-1f.js'), 'export {};');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const make = (webFolder: string) =>
    createApp({
      store: kept.store,
      engine: plainEngine,
      desk: karvoniaDesk,
      name: 'tocsin 0.0.0-test',
      now: () => NOW,
      webFolder,
    });

  it('gives its one page for every address that a person may open', async () => {
    for (const path of ['/', '/documents', '/documents/4be1a09c?claim=c3', '/index.html']) {
      const response = await make(folder).request(path);
      expect(await response.text(), path).toContain('<title>Tocsin</title>');
      expect(response.headers.get('cache-control'), path).toBe('no-cache');
    }
  });

  it('lets browsers keep hashed files for good, also those of a build made since', async () => {
    const web = make(folder);
    await writeFile(join(folder, 'assets', 'b-2e.js'), 'export {};');
    for (const path of ['/assets/a-1f.js', '/assets/b-2e.js']) {
      const response = await web.request(path);
      expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(response.headers.get('cache-control')).toContain('immutable');
    }
    expect((await web.request('/assets/c-3d.js')).status).toBe(404);
  });

  it('gives nothing outside its folder', async () => {
    await writeFile(join(folder, '..', 'outside-web.txt'), 'secret');
    for (const path of [
      '/..%2foutside-web.txt',
      '/assets/..%2f..%2foutside-web.txt',
      '/assets/%2e%2e/%2e%2e/outside-web.txt',
    ]) {
      const response = await make(folder).request(path);
      expect(await response.text(), path).not.toContain('secret');
    }
    await rm(join(folder, '..', 'outside-web.txt'));
  });

  it('is not needed for the API, which never answers with its page', async () => {
    expect((await make(folder).request('/api/v1/nothing')).status).toBe(404);
    expect((await make(join(folder, 'nowhere')).request('/')).status).toBe(404);
    expect((await make(join(folder, 'nowhere')).request('/api/v1/status')).status).toBe(200);
  });
});

describe('the server', () => {
  it('listens on the own machine alone and closes', async () => {
    const server = await serveApp(app, { port: 0 });
    expect(server.address.host).toBe('127.0.0.1');
    const response = await fetch(`${server.address.url}/api/v1/status`);
    expect(StatusSchema.parse(await response.json()).counts.documents).toBe(34);
    await server.close();
    await expect(fetch(`${server.address.url}/api/v1/status`)).rejects.toThrow();
  });

  it('rejects when its port is taken', async () => {
    const server = await serveApp(app, { port: 0 });
    await expect(serveApp(app, { port: server.address.port })).rejects.toThrow(/EADDRINUSE/);
    await server.close();
  });
});
