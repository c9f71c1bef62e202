import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeKarvoniaBrief, raid } from '../../../test/setup/karvonia-desk.ts';
import { anySigned, anyText, HOSTILE_TEXTS, makeSignedAlert } from '../../../test/support/any-alert.ts';
import { makeStixLint } from '../../../test/support/stix.ts';
import type { Incident } from '../../model/incident.ts';
import { MARKINGS } from '../../model/marking.ts';
import type { Party } from '../../model/report.ts';
import { nameClaim } from '../brief/references.ts';
import { type CitedClaim, warnOfAlert, warnOfBrief } from '../exchange/warning.ts';
import { makeStixBundle, type StixBundle, type StixOptions } from './bundle.ts';
import { makeObservableId, makeUuid } from './ids.ts';
import { CONFIDENCE, CREDIBILITY, LIKELIHOOD, OPINION, TLP_IDS } from './tables.ts';

const lint = await makeStixLint();
const KEY = 'nFz6abc_-x';
const SEEN = '2031-05-20T07:00:00.000Z';

type Made = Readonly<Record<string, unknown>> & { readonly type: string; readonly id: string };
const list = (bundle: StixBundle): readonly Made[] => bundle.objects as readonly Made[];
const pick = (bundle: StixBundle, type: string) => list(bundle).filter((each) => each.type === type);

/** What the incident's claims are, with the pages of their documents. */
function citeAll(incident: Incident, url = 'https://news.example/raid'): ReadonlyMap<string, CitedClaim> {
  return new Map(incident.told.map(({ claim }) => [nameClaim(claim), { ...claim, url, seen: SEEN }]));
}

function make(
  given: Parameters<typeof makeSignedAlert>[0] = {},
  options: Partial<StixOptions> = {},
): StixBundle {
  return makeStixBundle(warnOfAlert(makeSignedAlert(given)), { key: KEY, ...options });
}

const withParties = (actors: readonly Party[]): Incident => ({ ...raid, actors, recipients: [] });

const UUID = /^[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** What must hold of any bundle, by STIX 2.1 and by ourselves. */
function findFaults(bundle: StixBundle): readonly string[] {
  const ids = new Set(list(bundle).map(({ id }) => id));
  const faults: string[] = ids.size === bundle.objects.length ? [] : ['two objects have one id'];
  for (const each of list(bundle)) {
    const isMarking = each.type === 'marking-definition';
    if (!isMarking && !UUID.test(each.id)) faults.push(`${each.id} is no id`);
    const refs = Object.entries(each).flatMap(([name, value]) =>
      /_refs?$/.test(name) ? [value].flat() : [],
    ) as readonly string[];
    for (const ref of refs) if (!ids.has(ref)) faults.push(`${each.id} refers to ${ref}, which is not there`);
    if (!isMarking && each['object_marking_refs'] === undefined) faults.push(`${each.id} has no marking`);
    for (const [name, value] of Object.entries(each)) {
      if (value === undefined || (Array.isArray(value) && value.length === 0))
        faults.push(`${each.id}: ${name} is empty`);
      if (
        /^(created|modified|published|first_observed|last_observed)$/.test(name) &&
        !INSTANT.test(String(value))
      )
        faults.push(`${each.id}: ${name} is no instant`);
    }
    if (each['modified'] !== undefined && String(each['created']) > String(each['modified']))
      faults.push(`${each.id} was changed before it was made`);
    for (const { url } of (each['external_references'] ?? []) as readonly { readonly url?: string }[])
      if (url !== undefined && !/^https?:\/\//.test(url)) faults.push(`${each.id} refers to ${url}`);
  }
  return faults;
}

describe('a warning as a STIX bundle', () => {
  test('is a report of what is thought, with a note for each reason', () => {
    const claims = citeAll(raid);
    const [claim] = [...claims.keys()];
    const reasons = [{ direction: 'for' as const, text: 'A raid was reported', claims: [claim!] }];
    const bundle = make({ confidence: 'moderate', reasons }, { claims, incidents: [raid] });
    expect(findFaults(bundle)).toEqual([]);
    const [report] = pick(bundle, 'report');
    expect(report).toMatchObject({
      name: 'TLP:CLEAR HIGH: Blockade of the pier',
      confidence: 50,
      published: '2026-03-01T12:00:05.000Z',
      labels: ['level:high', 'problem:pier'],
      external_references: [{ source_name: 'tocsin ledger', external_id: `sha256:${'f'.repeat(64)}` }],
    });
    expect(report).not.toHaveProperty('revoked');
    const [likelihood, reason] = pick(bundle, 'note');
    expect(likelihood).toMatchObject({ confidence: 70, object_refs: [report!.id] });
    expect(likelihood!['content']).toMatch(/^Within 30 days: likely, 68%/);
    expect(reason).toMatchObject({
      abstract: 'for',
      content: 'A raid was reported',
      external_references: [
        {
          external_id: claim,
          url: 'https://news.example/raid',
          description: expect.stringContaining(claims.get(claim!)!.words),
        },
      ],
    });
  });

  test('has each incident with its grade, place, pages and grouping', () => {
    const grade = {
      ...raid,
      grade: '2',
      information: { ...raid.information!, grade: '2', reason: 'one origin' },
    };
    const bundle = make({}, { incidents: [grade as Incident], claims: citeAll(raid) });
    expect(findFaults(bundle)).toEqual([]);
    const [incident] = pick(bundle, 'incident');
    expect(incident).toMatchObject({ name: raid.title, confidence: 70 });
    expect(pick(bundle, 'opinion')).toMatchObject([
      { opinion: 'agree', object_refs: [incident!.id], explanation: 'probably true: one origin' },
    ]);
    expect(pick(bundle, 'observed-data')).toHaveLength(1);
    expect(pick(bundle, 'url')).toMatchObject([{ value: 'https://news.example/raid' }]);
    const [grouping] = pick(bundle, 'grouping');
    expect(grouping!['object_refs']).toContain(incident!.id);
    const cannotBeJudged = { ...grade, grade: '6', information: { ...grade.information, grade: '6' } };
    const without = make({}, { incidents: [cannotBeJudged as Incident] });
    expect(pick(without, 'opinion')).toEqual([]);
    expect(pick(without, 'incident')[0]).not.toHaveProperty('confidence');
  });

  test('names armed groups and public bodies that have a record, and nobody else', () => {
    const party = (type: Party['type'], given: Partial<Party> = {}): Party => ({
      ...{ name: `${type} ${given.sector ?? ''}`, type, record: `register:${type}-${given.sector ?? ''}` },
      ...given,
    });
    const { record: _record, ...unknown } = party('group', { sector: 'REB', name: 'gunmen' });
    const bundle = make(
      {},
      {
        incidents: [
          withParties([
            party('group', { sector: 'UAF' }),
            party('group', { sector: 'CVL' }),
            party('organization', { sector: 'GOV' }),
            party('organization', { sector: 'BUS' }),
            party('state'),
            party('person', { sector: 'REB', name: 'A private person' }),
            party('weapon'),
            unknown,
          ]),
        ],
      },
    );
    expect(findFaults(bundle)).toEqual([]);
    expect(pick(bundle, 'threat-actor').map(({ name }) => name)).toEqual(['group UAF']);
    const identities = pick(bundle, 'identity').map(({ name }) => name);
    expect(identities).toEqual(
      [`Tocsin desk ${KEY}`, 'organization GOV', 'state '].map((name) => name.trim()),
    );
    expect(JSON.stringify(bundle)).not.toContain('private person');
  });

  test('keeps its ids from one update to the next, and is revoked when it is over', () => {
    const first = make();
    const earlier = [{ update: 1, issued: '2026-03-01T12:00:05.000Z' }];
    const later = make({ update: 2, earlier, issued: '2026-03-09T12:00:00.000Z', level: 'normal' });
    const [before] = pick(first, 'report');
    const [after] = pick(later, 'report');
    expect(after!.id).toBe(before!.id);
    expect(after).toMatchObject({
      revoked: true,
      created: before!['created'],
      modified: '2026-03-09T12:00:00.000Z',
    });
    expect(pick(later, 'note').map(({ id }) => id)).toEqual(pick(first, 'note').map(({ id }) => id));
    expect(pick(later, 'identity')).toEqual(pick(first, 'identity'));
    expect(later.id).not.toBe(first.id);
    expect(make()).toEqual(first);
  });

  test.each(MARKINGS)('carries the published marking of TLP:%s', (tlp) => {
    const bundle = make({ tlp });
    const [marking] = pick(bundle, 'marking-definition');
    expect(marking).toMatchObject({
      id: TLP_IDS[tlp],
      name: `TLP:${tlp}`,
      created: '2022-10-01T00:00:00.000Z',
    });
    expect(Object.values(marking!['extensions'] as object)).toEqual([
      { extension_type: 'property-extension', tlp_2_0: tlp.toLowerCase() },
    ]);
    for (const each of list(bundle))
      if (each !== marking) expect(each['object_marking_refs']).toEqual([TLP_IDS[tlp]]);
  });

  test('a brief is one too, with a note for each of its sentences', () => {
    const brief = makeKarvoniaBrief();
    const bundle = makeStixBundle(warnOfBrief(brief), { key: KEY, incidents: brief.incidents });
    expect(findFaults(bundle)).toEqual([]);
    const contents = pick(bundle, 'note').map(({ content }) => content);
    const sentences = brief.sections.flatMap(({ sentences }) => sentences.map(({ text }) => text));
    expect(contents.length).toBeGreaterThan(5);
    expect(contents.slice(1).every((content) => sentences.includes(String(content)))).toBe(true);
    if (typeof lint !== 'string') expect(lint(bundle)).toEqual([]);
  });

  test('an address that is none of the web is left out', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'http://', '/x', 'file:///etc/passwd']) {
      const bundle = make({}, { incidents: [raid], claims: citeAll(raid, url) });
      expect(pick(bundle, 'url')).toEqual([]);
      expect(JSON.stringify(bundle)).not.toContain(JSON.stringify(url));
    }
    const hidden = make(
      {},
      { incidents: [raid], claims: citeAll(raid, 'https://ann:secret@news.example/a b|c') },
    );
    expect(pick(hidden, 'url')).toMatchObject([{ value: 'https://news.example/a%20b%7Cc' }]);
  });

  test('whatever stands in it, it is sound, bounded, and the same each time', () => {
    const anyParty = fc.record(
      {
        name: anyText,
        type: fc.constantFrom('person', 'organization', 'state', 'group') as fc.Arbitrary<Party['type']>,
        sector: fc.constantFrom('REB', 'GOV') as fc.Arbitrary<'REB' | 'GOV'>,
        record: anyText,
        wikidata: anyText,
      },
      { requiredKeys: ['name', 'type'] },
    );
    fc.assert(
      fc.property(anySigned, anyText, fc.array(anyParty, { maxLength: 3 }), (alert, text, parties) => {
        const place = { name: text, country: 'IQ', lat: 33, lon: 44, precision: 'city' } as const;
        const incident = { ...withParties(parties), title: text, where: place };
        const claims = new Map(
          [...citeAll(raid, text)].map(([name, claim]) => [
            name,
            { ...claim, words: text, outlet: text, title: text },
          ]),
        );
        const names = [...claims.keys()];
        const warning = warnOfAlert(alert);
        const cited = { ...warning, reasons: warning.reasons.map((each) => ({ ...each, claims: names })) };
        const options = { key: KEY, incidents: [incident], claims, areas: [{ name: text, country: 'IQ' }] };
        const bundle = makeStixBundle(cited, options);
        expect(findFaults(bundle)).toEqual([]);
        const json = JSON.stringify(bundle);
        expect(json.length).toBeLessThan(2_000_000);
        expect(json).not.toMatch(/\\u(?:0000|001b|d[89a-f])|[\u202e\u2066\ufffe]/i);
        expect(makeStixBundle(cited, options)).toEqual(bundle);
        if (typeof lint !== 'string') expect(lint(bundle)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

test('ids of observables are those that everybody has', () => {
  // The example of RFC 9562 for version 5.
  expect(makeUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  );
  expect(makeObservableId('url', { value: 'https://a.example/' })).toMatch(/^url--/);
});

const why = typeof lint === 'string' ? ` (skipped: ${lint})` : '';

test.skipIf(why !== '')(`the schemas of STIX 2.1 are kept by any warning${why}`, () => {
  if (typeof lint === 'string') throw new Error(lint);
  const areas = [{ name: 'Taji', country: 'IQ', circle: { lat: 33.5, lon: 44.25, km: 25 } }, { name: 'x' }];
  for (const title of HOSTILE_TEXTS)
    for (const tlp of MARKINGS)
      expect(lint(make({ title, tlp }, { incidents: [raid], claims: citeAll(raid), areas }))).toEqual([]);
  // The check itself fails where it should.
  const [first, ...others] = list(make());
  expect(lint({ objects: [{ ...first, type: 'report' }, ...others] })).not.toEqual([]);
});

test('the reference repeats the scales', () => {
  const page = readFileSync(new URL('../../../docs/reference/formats.md', import.meta.url), 'utf8');
  const rows = [
    ...Object.entries(CONFIDENCE).map(([confidence, value]) => `| ${confidence} | ${value} |`),
    ...Object.entries(LIKELIHOOD).map(([word, value]) => `| ${word} | ${value} |`),
    ...Object.entries(CREDIBILITY).map(
      ([grade, value]) =>
        `| ${grade} | ${value ?? 'none'} | ${OPINION[grade as keyof typeof OPINION] ?? 'none'} |`,
    ),
  ];
  for (const row of rows) expect(page).toContain(row);
});
