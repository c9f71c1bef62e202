import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { raid } from '../../../test/setup/karvonia-desk.ts';
import { anyText, HOSTILE_TEXTS } from '../../../test/support/any-alert.ts';
import { readCsv } from '../../collect/history/records.ts';
import { PLACE_PRECISIONS } from '../../model/place.ts';
import { type Column, makeCell, writeHead, writeRow } from './csv.ts';
import { makeFeature, writeCollection } from './geojson.ts';
import { INCIDENT_COLUMNS, type IncidentRow, pickSource } from './rows.ts';
import { safeLine, safeText, safeUrl } from './safe.ts';

const anyPlace = fc.record(
  {
    name: anyText,
    country: fc.constant('IQ'),
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
    precision: fc.constantFrom(...PLACE_PRECISIONS),
  },
  { requiredKeys: ['name', 'precision'] },
);
const anyRow: fc.Arbitrary<IncidentRow> = fc
  .tuple(anyText, fc.option(anyPlace, { nil: undefined }))
  .map(([title, where]) => {
    const { where: _where, ...others } = raid;
    return { ...others, title, ...(where === undefined ? {} : { where }), tlp: 'GREEN' };
  });

/** What of a cell comes back: no control characters, one kind of line end, and no apostrophe before what looked like a formula. */
function simplify(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/gu, '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/^'+/, '')
    .trim();
}

describe('a table', () => {
  const columns: readonly Column<readonly string[]>[] = [
    ['first', ([first]) => first],
    ['second', ([, second]) => second],
  ];

  test('is read again as it was written, whatever stands in it', () => {
    const short = anyText.filter((text) => text.length < 5_000);
    fc.assert(
      fc.property(fc.array(fc.tuple(short, short), { minLength: 1, maxLength: 5 }), (rows) => {
        const csv = writeHead(columns) + rows.map((row) => writeRow(columns, row)).join('');
        const read = [...readCsv(csv)].map(({ cells }) => cells);
        expect(read[0]).toEqual(['first', 'second']);
        expect(read).toHaveLength(rows.length + 1);
        for (const [index, row] of rows.entries()) {
          expect(read[index + 1]!.map(simplify)).toEqual(row.map(simplify));
        }
      }),
    );
  });

  test('no cell begins as a formula does, and none is longer than a spreadsheet takes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = makeCell(text);
        expect(cell.replace(/^"/, '').trimStart()).not.toMatch(/^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u);
        expect(cell).not.toMatch(/[\u0000-\u0008\u001b]/);
        expect(makeCell('x'.repeat(100_000)).length).toBeLessThan(32_768);
      }),
    );
    expect([makeCell(-1), makeCell(true), makeCell(undefined), makeCell('-1')]).toEqual([
      '-1',
      'true',
      '',
      `"'-1"`,
    ]);
  });

  test('of incidents has one marking in each row', () => {
    const line = writeRow(INCIDENT_COLUMNS, { ...raid, tlp: 'AMBER' });
    expect(line).toMatch(/"AMBER"\r\n$/);
  });
});

describe('GeoJSON', () => {
  test('has a point where a place finer than a country is known, and else none', () => {
    const at = (precision: (typeof PLACE_PRECISIONS)[number]) =>
      makeFeature({
        ...raid,
        where: { name: 'X', country: 'IQ', lat: 33.3, lon: 44.4, precision },
        tlp: 'CLEAR',
      });
    expect(at('city')).toMatchObject({
      type: 'Feature',
      id: raid.id,
      geometry: { type: 'Point', coordinates: [44.4, 33.3] },
      properties: { place: 'X', country: 'IQ', precision: 'city', radiusKm: 25, tlp: 'CLEAR' },
    });
    expect(at('country').geometry).toBeNull();
    expect(at('country').properties).not.toHaveProperty('radiusKm');
    expect(at('unknown').geometry).toBeNull();
    const { where: _where, ...nowhere } = raid;
    expect(makeFeature({ ...nowhere, tlp: 'CLEAR' }).geometry).toBeNull();
  });

  test('is a collection whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRow, { maxLength: 3 }), async (rows) => {
        async function* list() {
          yield* rows;
        }
        let text = '';
        for await (const part of writeCollection(list(), { tlp: 'TLP:GREEN', asOf: 'x', generator: 'y' }))
          text += part;
        const read = JSON.parse(text) as {
          readonly type: string;
          readonly features: readonly { geometry: unknown }[];
        };
        expect([read.type, read.features.length]).toEqual(['FeatureCollection', rows.length]);
        for (const { geometry } of read.features)
          if (geometry !== null) {
            const [lon, lat] = (geometry as { readonly coordinates: readonly [number, number] }).coordinates;
            expect(Math.abs(lon) <= 180 && Math.abs(lat) <= 90).toBe(true);
          }
      }),
      { numRuns: 50 },
    );
  });
});

describe('what pages bring', () => {
  test('is bounded, in one line or several, and has no characters that others choke on', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 5, max: 300 }), (text, longest) => {
        const line = safeLine(text, longest);
        expect(line.length).toBeLessThanOrEqual(longest);
        expect(line).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u);
        const lines = safeText(text, longest);
        expect(lines.length).toBeLessThanOrEqual(longest);
        expect(lines).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\ufffe\uffff]|\p{Surrogate}/u);
      }),
    );
  });

  test.each([
    ['https://news.example/a?b=1#c', 'https://news.example/a?b=1#c'],
    ['HTTP://News.Example/a b', 'http://news.example/a%20b'],
    ['https://ann:secret@news.example/', 'https://news.example/'],
    ['https://[2001:db8::1]/[x]', 'https://[2001:db8::1]/%5Bx%5D'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,<b>', undefined],
    ['ftp://x.example/', undefined],
    ['https://', undefined],
    [`https://x.example/${'a'.repeat(3_000)}`, undefined],
    [undefined, undefined],
  ])('the address %j is passed on as %j', (given, passed) => expect(safeUrl(given)).toBe(passed));

  test('an address that is none of the web is no part of a row', () => {
    const row = { document: raid.told[0]!.claim.document, seen: '2031-05-20T08:00:00.000Z' };
    for (const url of HOSTILE_TEXTS) expect(pickSource({ ...row, url })).toEqual(row);
  });
});
