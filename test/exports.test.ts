import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseHistory } from '../src/collect/history/csv.ts';
import { chooseAlert } from '../src/disseminate/alert/alert.ts';
import { createApp } from '../src/disseminate/api/api.ts';
import { SealedSchema } from '../src/disseminate/api/schemas/exporting.ts';
import { loadOrMakeKey } from '../src/disseminate/proof/keys.ts';
import { sign } from '../src/disseminate/proof/sign.ts';
import type { Alert } from '../src/model/alert.ts';
import type { Desk } from '../src/model/desk.ts';
import { openEmbeddedStore } from '../src/store/embedded/embedded.ts';
import type { Store } from '../src/store/store.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { makeEntry, plainEngine } from './setup/karvonia-store.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { parseLines, runHere } from './support/cli.ts';
import { makeHash } from './support/ledger.ts';
import { findSchema, hasXmllint, lintXml } from './support/schemas.ts';
import { makeStixLint } from './support/stix.ts';

/* Exports from end to end: a store with the made-up case, two warning problems with markings, and an alert of one of them. */

const NOW = '2031-05-22T10:00:00.000Z';
const OWN = { host: '127.0.0.1:7077' };

const problem = (id: string, tlp: string) => `
id: ${id}
title: Allied mission in Karvonia
question: Will it be attacked?
horizons: [30]
outcome: { match: [{ event: [ASSAULT], words: ["never said"], place: [IQ, Baghdad, Port Sarrat] }] }
baseRate: { halfLife: 180, prior: { incidents: 1, days: 60 }, history: { place: [Port Sarrat] } }
indicators:
  - { id: officials, title: Officials fear an attack, why: They say so., direction: for, strength: strong, halfLife: 14, match: [{ stance: [fears, warns] }] }
levels: { horizon: 30, consequence: 0.9, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8 }
tell: [{ at: guarded, who: harbour desk }]
tlp: ${tlp}
`;

let folder: string;
let store: Store;
let desk: Desk;
let alert: Alert;

const put = (name: string) => join(folder, name);
/** The case lies in years to come: it is looked at from then. */
const tocsin = (command: string, ...args: readonly string[]) => {
  const asOf = command === 'export' && !args.includes('--as-of') ? ['--as-of', NOW] : [];
  return runHere([command, ...args, ...asOf, '--data', folder]);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tocsin-exports-'));
  await mkdir(put('problems'));
  await writeFile(put('problems/karvonia.yaml'), problem('karvonia', 'AMBER'));
  await writeFile(put('problems/open.yaml'), problem('open', 'CLEAR'));
  store = await openEmbeddedStore({ folder, now: () => '2031-05-20T08:00:00.000Z' });
  const { shipping, hostile, relay, warning } = karvonia;
  await store.put([...shipping, hostile, relay, warning].map(makeEntry));
  desk = await openRealDesk(store, () => NOW, folder);
  expect((await desk.getBoard()).failures).toEqual([]);
  for (const id of ['open', 'karvonia']) {
    const assessment = (await desk.getAssessment(id, '2031-05-21T10:00:00.000Z'))!;
    const made = chooseAlert(
      { ...assessment, level: 'elevated' },
      {
        forecast: makeHash('f'),
        issued: assessment.asOf,
        engine: 'tocsin 0.0.0',
        tlp: id === 'open' ? 'CLEAR' : 'AMBER',
        places: ['IQ', 'Baghdad', 'Port Sarrat'],
      },
    )!;
    if (id === 'karvonia') alert = made;
    await store.putAlert(sign(made, loadOrMakeKey(folder)), false);
  }
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('tocsin export', () => {
  it('writes the latest alert as CAP, signed, and verify notices the least change', async () => {
    const file = put('alert.cap.xml');
    const written = await tocsin('export', 'cap', '--problem', 'karvonia', '-o', file);
    expect(written).toMatchObject({ code: 0, err: `Written, TLP:AMBER: ${file}, ${file}.sig\n` });
    const xml = await readFile(file, 'utf8');
    expect(xml).toContain(`<identifier>${alert.id}.1</identifier>`);
    expect(xml).toContain('<scope>Restricted</scope>');
    expect(xml).toMatch(
      /<areaDesc>Iraq<\/areaDesc>\s*<geocode>\s*<valueName>ISO3166-1<\/valueName>\s*<value>IQ</,
    );
    expect(xml).toMatch(/<areaDesc>Baghdad<\/areaDesc>\s*<circle>33\.\d+,44\.\d+ 25<\/circle>/);
    const schema = findSchema('CAP-v1.2.xsd');
    if (schema !== undefined && hasXmllint()) expect(lintXml([file], schema)).toBe('');
    for (const given of [file, `${file}.sig`]) {
      const verified = await tocsin('verify', given);
      expect(verified.code).toBe(0);
      expect(verified.out).toContain('is trusted');
      expect(verified.out).toContain('kind export · format cap · of alerts · problem karvonia · tlp AMBER');
    }
    await writeFile(file, xml.replace('Restricted', 'Public'));
    for (const given of [file, `${file}.sig`]) {
      const verified = await tocsin('verify', given);
      expect(verified).toMatchObject({ code: 1, out: expect.stringContaining('does not fit') });
    }
    await rm(file);
    expect((await tocsin('verify', `${file}.sig`)).code).not.toBe(0);
  });

  it('writes an alert and a brief as STIX, with the words and addresses of their claims', async () => {
    const lint = await makeStixLint();
    for (const of of ['alerts', 'brief']) {
      const { code, out } = await tocsin('export', 'stix', '--of', of, '--problem', 'karvonia');
      expect(code).toBe(0);
      const bundle = JSON.parse(out) as { readonly objects: readonly Record<string, unknown>[] };
      expect(JSON.stringify(bundle)).toContain('"tlp_2_0":"amber"');
      const cited = bundle.objects.flatMap((each) =>
        each['type'] === 'note'
          ? ((each['external_references'] ?? []) as readonly { external_id: string }[])
          : [],
      );
      expect(cited.map(({ external_id }) => external_id)).toContain(
        `${karvonia.warning.reading.document.id}#c1`,
      );
      if (typeof lint !== 'string') expect(lint(bundle)).toEqual([]);
    }
  });

  it('writes the same bundle of an alert whenever it is asked for', async () => {
    const made = async (asOf: string) =>
      (await tocsin('export', 'stix', '--problem', 'karvonia', '--as-of', asOf)).out;
    expect(await made('2031-06-30')).toBe(await made(NOW));
  });

  it('writes incidents as GeoJSON, with a point only where one is known', async () => {
    const { out } = await tocsin('export', 'geojson');
    const collection = JSON.parse(out) as {
      readonly type: string;
      readonly tlp: string;
      readonly features: readonly {
        readonly type: string;
        readonly geometry: { readonly type: string; readonly coordinates: readonly number[] } | null;
        readonly properties: Readonly<Record<string, unknown>>;
      }[];
    };
    expect([collection.type, collection.tlp]).toEqual(['FeatureCollection', 'TLP:AMBER']);
    const { rows } = await desk.listIncidents({ limit: 500 });
    expect(collection.features).toHaveLength(rows.length);
    for (const [index, { geometry, properties, type }] of collection.features.entries()) {
      expect(type).toBe('Feature');
      const { where } = rows[index]!;
      expect(properties['tlp']).toBe('AMBER');
      if (geometry === null) expect(where?.lat === undefined || where.precision === 'country').toBe(true);
      else
        expect([geometry.coordinates, properties['radiusKm']]).toEqual(
          [[where!.lon, where!.lat].map(Number), expect.any(Number)].flat(0),
        );
    }
  });

  it('writes what a problem rests on alone, or everything', async () => {
    const all = parseLines((await tocsin('export', 'ndjson', '--of', 'claims')).out);
    const some = parseLines((await tocsin('export', 'ndjson', '--of', 'claims', '--problem', 'open')).out);
    const ids = (rows: typeof all) => rows.map(({ document, claim }) => `${document}#${claim}`);
    expect(all.length).toBeGreaterThan(some.length);
    expect(ids(all)).toEqual(expect.arrayContaining([...ids(some)]));
    const { contributions } = (await desk.getAssessment('open'))!;
    const cited = contributions.flatMap(({ tree }) => tree.origins.flatMap(({ claims }) => claims));
    expect(cited.length).toBeGreaterThan(0);
    for (const { document, claim } of cited) expect(ids(some)).toContain(`${document}#${claim}`);
    // Of one problem its own marking, of all the strictest.
    expect(new Set(some.map(({ tlp }) => tlp))).toEqual(new Set(['CLEAR']));
    expect(new Set(all.map(({ tlp }) => tlp))).toEqual(new Set(['AMBER']));
    expect(parseLines((await tocsin('export', 'ndjson', '--as-of', '2031-05-01')).out)).toEqual([]);
  });

  it('writes alerts one a line as they were signed', async () => {
    const file = put('alerts.ndjson');
    expect((await tocsin('export', 'ndjson', '--of', 'alerts', '-o', file)).code).toBe(0);
    const [first] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(put('one.json'), first!);
    expect((await tocsin('verify', put('one.json'))).code).toBe(0);
    expect((await tocsin('verify', file)).code).toBe(0);
    const table = (await tocsin('export', 'csv', '--of', 'alerts', '--problem', 'karvonia')).out;
    expect(table.split('\r\n')).toHaveLength(3);
  });

  it('refuses what its marking does not let out, and to widen it', async () => {
    const refused = await tocsin(
      'export',
      'cap',
      '--problem',
      'karvonia',
      '--for',
      'public',
      '-o',
      put('no.xml'),
    );
    expect(refused).toMatchObject({
      code: 2,
      err: expect.stringContaining('TLP:AMBER may not reach the public'),
    });
    expect(existsSync(put('no.xml'))).toBe(false);
    expect((await tocsin('export', 'cap', '--problem', 'open', '--for', 'public')).code).toBe(0);
    // All problems together are as strict as the strictest of them.
    expect((await tocsin('export', 'csv', '--of', 'claims', '--for', 'public')).code).toBe(2);
    const widened = await tocsin('export', 'cap', '--problem', 'karvonia', '--tlp', 'clear');
    expect(widened).toMatchObject({ code: 2, err: expect.stringContaining('would widen') });
    const stricter = await tocsin('export', 'cap', '--problem', 'open', '--tlp', 'TLP:RED');
    expect(stricter.out).toContain('<scope>Private</scope>');
    expect(
      (await tocsin('export', 'cap', '--problem', 'open', '--tlp', 'RED', '--for', 'recipients')).code,
    ).toBe(2);
    expect((await tocsin('export', 'cap', '--tlp', 'WHITE')).err).toContain('is no marking');
  });

  it('says what there is not', async () => {
    expect((await tocsin('export', 'cap', '--problem', 'nowhere')).err).toContain('there is no alert of it');
    expect((await tocsin('export', 'csv', '--problem', 'nowhere')).err).toContain('no warning problem');
    expect((await tocsin('export', 'cap', '--of', 'claims')).err).toContain('it holds no claims');
    expect((await tocsin('export', 'cap', '--as-of', '2031-05-01')).code).not.toBe(0);
    expect((await tocsin('export', 'pdf')).code).toBe(2);
  });
});

describe('what is written can be read again', () => {
  it('a table of events is history that tocsin import reads', async () => {
    const { out } = await tocsin('export', 'csv', '--of', 'events');
    const rows = parseLines((await tocsin('export', 'ndjson', '--of', 'events')).out) as readonly {
      readonly cameo: string;
      readonly when?: { readonly from: string; readonly precision: string };
      readonly where?: { readonly name: string };
    }[];
    const { events, failures } = parseHistory(new TextEncoder().encode(out), 'events.csv');
    const dated = rows.filter(({ when }) => when?.precision === 'day');
    expect(dated.length).toBeGreaterThan(0);
    expect(events.map(({ date, cameo, place }) => [date, cameo, place])).toEqual(
      dated.map(({ when, cameo, where }) => [when!.from.slice(0, 10), cameo, where?.name]),
    );
    // Those whose day is not known are told, one by one, and nothing else fails.
    expect(failures).toHaveLength(rows.length - dated.length);
    expect(failures.every((failure) => failure.endsWith('has no date'))).toBe(true);
  });

  it('documents are articles that another desk keeps under the same ids', async () => {
    const other = await mkdtemp(join(tmpdir(), 'tocsin-other-'));
    const read = async (file: string) =>
      parseLines((await runHere(['read', file, '--format', 'json'])).out).map(
        ({ document }) => document as Record<string, unknown>,
      );
    // The case lies in years to come, so that its days are kept as days that cannot be.
    const pick = ({ outlet, title, text, url, published, publishedRefused }: Record<string, unknown>) => ({
      ...{ outlet, title, text, url, published: published ?? publishedRefused },
    });
    try {
      const file = join(other, 'documents.ndjson');
      const asked = ['export', 'ndjson', '--of', 'documents', '--problem', 'karvonia', '--as-of', NOW];
      expect((await runHere([...asked, '-o', file, '--data', folder])).code).toBe(0);
      const written = parseLines(await readFile(file, 'utf8'));
      expect(written.length).toBeGreaterThan(0);
      expect((await read(file)).map(pick)).toEqual(written.map(pick));

      const all = ['export', 'ndjson', '--of', 'documents', '--as-of', NOW, '--data', join(other, 'data')];
      expect((await runHere(['add', file, '--data', join(other, 'data')])).code).toBe(0);
      const again = await runHere(all);
      await writeFile(join(other, 'again.ndjson'), again.out);
      const ids = (rows: readonly Record<string, unknown>[]) => rows.map(({ id }) => id).toSorted();
      expect(ids(parseLines(again.out))).toEqual(ids(await read(file)));
      expect(ids(await read(join(other, 'again.ndjson')))).toEqual(ids(await read(file)));
    } finally {
      await rm(other, { recursive: true });
    }
  });
});

describe('exports of the API', () => {
  const app = () =>
    createApp({
      store,
      engine: plainEngine,
      desk,
      name: plainEngine.name,
      now: () => NOW,
      log: () => undefined,
    });
  const get = async (path: string) =>
    app().request(`http://${OWN.host}/api/v1/exports/${path}`, { headers: OWN });

  it('are the files of the command, and their signature is over their bytes', async () => {
    const query = `?problem=karvonia&asOf=${NOW}`;
    const answer = await get(`cap${query}`);
    expect([
      answer.status,
      answer.headers.get('content-type'),
      answer.headers.get('content-disposition'),
    ]).toEqual([200, 'application/cap+xml; charset=utf-8', 'attachment; filename="karvonia-alerts.cap.xml"']);
    const file = put('from-api.xml');
    await writeFile(file, await answer.text());
    const seal = await (await get(`cap/signature${query}`)).json();
    expect(SealedSchema.parse(seal).content).toMatchObject({
      format: 'cap',
      tlp: 'AMBER',
      problem: 'karvonia',
    });
    await writeFile(`${file}.sig`, JSON.stringify(seal));
    expect((await tocsin('verify', file)).code).toBe(0);
  });

  it('are refused where the marking forbids it, and where there is none', async () => {
    const refused = await get('stix?problem=karvonia&for=public');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({
      type: 'urn:tocsin:problem:marked',
      detail: expect.stringContaining('TLP:AMBER may not reach the public'),
    });
    expect((await get('stix?problem=nowhere')).status).toBe(404);
    expect((await get('geojson?of=alerts')).status).toBe(400);
    expect((await get('pdf')).status).toBe(400);
  });

  it('of a search carry the marking too', async () => {
    const answer = await app().request(`http://${OWN.host}/api/v1/search/export?of=claims`, { headers: OWN });
    const [head, first] = (await answer.text()).split('\r\n');
    expect(head).toMatch(/,tlp$/);
    expect(first).toMatch(/,"AMBER"$/);
  });
});
