import { describe, expect, test } from 'vitest';
import type { DisputedThing, DisputeSlot, Incident } from '../../model/incident.ts';
import type { Location } from '../../model/report.ts';
import type { StatementRow } from '../origin/fixtures.suite.ts';
import { HARBOUR, make, report, tell } from './telling.suite.ts';

const find = ({ disputes }: Incident, of: DisputedThing): DisputeSlot | undefined =>
  disputes.find((slot) => slot.of === of);

const on = (from: string, to = from): StatementRow =>
  tell({ mention: { when: { from, to, precision: 'day' } } });
const PIER: Location = { name: 'East Pier', country: 'XV', lat: 41.71, lon: 21.81, precision: 'site' };
const DELTA: Location = { name: 'Delta', country: 'XV', lat: 44, lon: 25, precision: 'city' };
const at = (where: Location, words: string, more = {}): StatementRow =>
  tell({ words, mention: { where, ...more } });

describe('days', () => {
  test('one that a single outlet has stands against the others', () => {
    const slot = find(
      make(
        report('A', '2031-05-20', on('2031-05-20')),
        report('B', '2031-05-21', on('2031-05-20')),
        report('C', '2031-05-21', on('2031-05-19')),
      ),
      'date',
    );
    expect(slot).toMatchObject({
      relation: 'contradiction',
      best: { value: '2031-05-20', reason: 'majority of origins' },
    });
    expect(slot?.values.map(({ value, says }) => [value, ...says.map(({ name }) => name)])).toEqual([
      ['2031-05-20', 'A', 'B'],
      ['2031-05-19', 'C'],
    ]);
  });

  test('a rough range shuts out no day beside it', () => {
    const rough = report('B', '2031-05-21', on('2031-05-12', '2031-05-18'));
    const slot = find(make(report('A', '2031-05-20', on('2031-05-20')), rough), 'date');
    expect(slot).toMatchObject({
      relation: 'compatible',
      best: { value: '2031-05-20', reason: 'finest agreed' },
    });
    const far = report('C', '2031-05-21', on('2031-03-01', '2031-03-07'));
    expect(find(make(report('A', '2031-05-20', on('2031-05-20')), far), 'date')?.relation).toBe(
      'contradiction',
    );
  });

  test('what goes on for days has many', () => {
    const riot = (day: string) =>
      tell({
        mention: {
          plover: { type: 'PROTEST', mode: 'riot', contexts: [] },
          when: { from: day, to: day, precision: 'day' },
        },
      });
    const slot = find(
      make(report('A', '2031-05-20', riot('2031-05-20')), report('B', '2031-05-22', riot('2031-05-22'))),
      'date',
    );
    expect(slot?.relation).toBe('compatible');
  });
});

describe('places', () => {
  const veles = report('A', '2031-05-20', at(HARBOUR, 'rockets hit Veles'));

  test('one within another agrees, and the finest is the best', () => {
    const slot = find(make(veles, report('B', '2031-05-20', at(PIER, 'rockets hit the East Pier'))), 'place');
    expect(slot).toMatchObject({
      relation: 'compatible',
      best: { value: 'East Pier', reason: 'finest agreed' },
    });
  });

  test('two towns stand against each other, unless one claim names both', () => {
    const delta = report('B', '2031-05-20', at(DELTA, 'rockets hit Delta'));
    expect(find(make(veles, delta), 'place')?.relation).toBe('contradiction');
    const both = report('C', '2031-05-21', at(HARBOUR, 'rockets hit Veles and Delta'));
    expect(find(make(veles, delta, both), 'place')?.relation).toBe('compatible');
  });

  test('what is only told in passing as history sets nothing in doubt', () => {
    const passing = report('B', '2031-06-20', at(DELTA, 'rockets hit Delta in May', { background: true }));
    expect(find(make(veles, passing), 'place')).toMatchObject({
      relation: 'compatible',
      values: [{ value: 'Veles' }, { value: 'Delta' }],
    });
  });

  test('a place that only the rest of a report names is not what a claim says', () => {
    expect(
      find(make(report('A', '2031-05-20', at(HARBOUR, 'rockets hit the base'))), 'place'),
    ).toBeUndefined();
  });
});
