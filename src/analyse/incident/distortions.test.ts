import { describe, expect, test } from 'vitest';
import type { Report } from '../../model/report.ts';
import type { LinkRow } from '../origin/fixtures.suite.ts';
import { ARMY, type Count, count, group, MINISTER, make, report, tell, WIRE } from './telling.suite.ts';

const HURT: Count = ['casualties', 1, 'atLeast', 'civilian'];
const DEAD: Count = ['killed', 1, 'exactly', 'civilian'];
const relays = (...reports: readonly Report[]) =>
  make(...reports).distortions.map(
    ({ kind, by, relay, source }) => `${kind} by ${by}: ${source.value} -> ${relay.value}`,
  );

describe('dead where the source speaks of a casualty', () => {
  const direct = report('A', '2031-05-20', count([HURT], MINISTER));

  test('in a relay of the same speaker', () => {
    const incident = make(direct, report('B', '2031-05-21', count([DEAD], WIRE, MINISTER)));
    expect(incident.distortions).toMatchObject([
      {
        kind: 'harm',
        by: 'speaker',
        relay: {
          value: 'killed (civilian): 1',
          says: { name: 'Ann Example (Harbour Wire)', claim: { outlet: 'B', claim: 'c1' } },
        },
        source: {
          value: 'casualties (civilian): at least 1',
          says: { name: 'Ann Example', claim: { outlet: 'A' } },
        },
      },
    ]);
    expect(incident.figures.find(({ of }) => of === 'killed')).toMatchObject({
      values: [{ state: 'distorted' }],
    });
    expect(incident.figures.find(({ of }) => of === 'killed')).not.toHaveProperty('best');
  });

  test('not in another speaker’s words, nor where he has said both', () => {
    expect(relays(direct, report('B', '2031-05-21', count([DEAD], WIRE, ARMY)))).toEqual([]);
    const both = report('A', '2031-05-20', count([HURT], MINISTER), count([DEAD], MINISTER));
    expect(relays(both, report('B', '2031-05-21', count([DEAD], WIRE, MINISTER)))).toEqual([]);
    expect(relays(direct, report('B', '2031-05-21', count([['killed', 0]], WIRE, MINISTER)))).toEqual([]);
  });

  test('not of others than the source speaks of', () => {
    const soldier = count([['killed', 1, 'exactly', 'soldier']], WIRE, MINISTER);
    expect(relays(direct, report('B', '2031-05-21', soldier))).toEqual([]);
  });

  test('not weeks later, when the hurt may have died', () => {
    expect(relays(direct, report('B', '2031-06-09', count([DEAD], WIRE, MINISTER)))).toEqual([]);
  });
});

describe('a higher number', () => {
  const wire = report('Harbour Wire', '2031-05-20', count([['rockets', 4]], ARMY));

  test('than the report that is credited', () => {
    expect(relays(wire, report('B', '2031-05-21', count([['rockets', 9]], WIRE)))).toEqual([
      'number by credit: rockets: 4 -> rockets: 9',
    ]);
    const least = report('Harbour Wire', '2031-05-20', count([['rockets', 4, 'atLeast']], ARMY));
    expect(relays(least, report('B', '2031-05-21', count([['rockets', 9]], WIRE)))).toEqual([]);
  });

  test('than the text that is copied: in the sentence that was rewritten, not in news added to it', () => {
    const source: Report = report(
      'A',
      '2031-05-20',
      tell({ words: 'four rockets hit the pier of Veles at dawn', figures: [['rockets', 4]] }),
    );
    const copy = (words: string): Report => ({
      ...report('B', '2031-05-20', tell({ words, figures: [['rockets', 9]] })),
      reuses: [{ document: source.document, start: 0, end: 9, text: 'x', share: 0.6 }],
    });
    expect(relays(source, copy('nine rockets hit the pier of Veles at dawn'))).toEqual([
      'number by wording: rockets: 4 -> rockets: 9',
    ]);
    expect(relays(source, copy('later the count rose, and nine were found'))).toEqual([]);
  });
});

test('a name where the source has none', () => {
  const vague = report(
    'Harbour Wire',
    '2031-05-20',
    tell({ chain: [ARMY], mention: { actors: [group('outlaw group')] } }),
  );
  const named = (name: string): Report =>
    report('B', '2031-05-21', tell({ chain: [WIRE], mention: { actors: [group(name)] } }));
  expect(relays(vague, named('Lantern Brigade'))).toEqual([
    'perpetrator by credit: outlaw group -> Lantern Brigade',
  ]);
  expect(relays(vague, named('Youths'))).toEqual([]);
});

test('firmer than the source: "will" for "may"', () => {
  const row = (realis: 'possible' | 'expected', ...chain: readonly LinkRow[]) =>
    tell({ chain, mention: { realis } });
  const may = report('Harbour Wire', '2031-05-20', row('possible', ARMY));
  expect(relays(may, report('B', '2031-05-21', row('expected', WIRE)))).toEqual([
    'certainty by credit: possible -> expected',
  ]);
  expect(relays(may, report('B', '2031-05-21', row('possible', WIRE)))).toEqual([]);
});
