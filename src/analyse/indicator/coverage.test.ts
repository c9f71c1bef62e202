import { expect, it } from 'vitest';
import type { Watchers } from '../../model/problem.ts';
import { makeReport, makeStatement } from '../forecast/reports.fixtures.ts';
import { getHeard, Heard } from './coverage.ts';
import { findPatience } from './sources.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2020-12-11T18:00:00Z');

/** A source that is heard on days counted back from now. */
const hear = (outlet: string, daysAgo: readonly number[], fields: Parameters<typeof makeReport>[1] = {}) =>
  daysAgo.map((ago) => {
    const at = new Date(NOW - ago * DAY).toISOString();
    return makeReport([makeStatement('Nothing of note')], {
      outlet,
      published: at,
      seen: at,
      knownSince: at,
      ...fields,
    });
  });
const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

it('waits twice as long as is usual with a source, and a day', () => {
  expect(findPatience(days(1, 40))).toBe(3);
  const weekdays = days(1, 70).filter((day) => day % 7 < 5);
  expect(findPatience(weekdays)).toBe(7);
  expect(findPatience([0, 7, 14, 21, 28])).toBe(15);
  // Of a source of which little is known: as of a weekly one.
  expect(findPatience([5])).toBe(15);
  // A single holiday does not make it slow.
  expect(findPatience([...days(1, 20), ...days(40, 60)])).toBe(3);
});

it('tells who is expected, who delivered in the last day, and who is dead since when', () => {
  const reports = [
    ...hear('Daily', days(0, 30)),
    ...hear('Late', days(2, 30)),
    ...hear('Gone', days(10, 40)),
    ...hear('Weekly', [3, 10, 17, 24]),
    ...hear('Once', [100]),
  ];
  const { expected, delivered, share, dead } = new Heard(reports, NOW).getCoverage();
  expect(expected).toEqual(['Daily', 'Gone', 'Late', 'Weekly']);
  expect(delivered).toEqual(['Daily']);
  expect(share).toBe(1 / 4);
  expect(dead).toEqual([{ name: 'Gone', lastHeard: '2020-12-01T18:00:00.000Z' }]);
  expect(new Heard([], NOW).getCoverage()).toEqual({ expected: [], delivered: [] });
});

it('misses a dead source for a year', () => {
  expect(new Heard(hear('Gone', days(300, 340)), NOW).getCoverage().dead).toHaveLength(1);
  expect(new Heard(hear('Gone', days(366, 400)), NOW).getCoverage().expected).toEqual([]);
});

it('knows sources by name, host, country and language', () => {
  const reports = [
    ...hear('Kyodo', [0], { language: 'en', url: 'https://www.kyodo.example/a' }),
    ...hear('TASS', [0], { language: 'ru', url: 'https://news.tass.example/b' }),
    ...hear('Harbour Wire', [0], { language: 'ar' }),
  ];
  const heard = new Heard(reports, NOW);
  const by = (watchers: Watchers) => heard.getCoverage(watchers).expected;
  expect(by({ outlet: ['Kyodo news agency'] })).toEqual(['Kyodo']);
  expect(by({ outlet: ['tass.example'] })).toEqual(['TASS']);
  expect(by({ outlet: ['ss.example'] })).toEqual([]);
  expect(by({ country: ['RU', 'JP'] })).toEqual(['Kyodo', 'TASS']);
  expect(by({ country: ['RU', 'JP'], language: ['ru'] })).toEqual(['TASS']);
  expect(by({ language: ['ar'] })).toEqual(['Harbour Wire']);
  const placed = [{ name: 'The Harbour Wire', country: 'IQ' }];
  expect(new Heard(reports, NOW, placed).getCoverage({ country: ['IQ'] }).expected).toEqual(['Harbour Wire']);
  expect(heard.getCoverage({ language: ['ar'] }, { country: ['JP'] }).expected).toEqual([
    'Harbour Wire',
    'Kyodo',
  ]);
});

it('tells a silence of those who looked from that of those who did not', () => {
  const judge = (reports: ReturnType<typeof hear>, fields = {}) =>
    new Heard(reports, NOW).judgeSilence({ halfLife: 14, ...fields });
  expect(judge(hear('Daily', days(0, 30)))).toBe('looked and not seen');
  expect(judge(hear('New', days(0, 5)))).toBe('not observed');
  expect(judge(hear('Gone', days(10, 40)))).toBe('cannot be seen');
  expect(judge([])).toBe('cannot be seen');
  expect(judge(hear('Daily', days(0, 30)), { seenBy: { language: ['ar'] } })).toBe('cannot be seen');
  // Most of those who would report it are dead.
  const dead = ['A', 'B'].flatMap((name) => hear(name, days(10, 40)));
  expect(judge([...hear('Daily', days(0, 30)), ...dead])).toBe('not observed');
});

it('takes a page as delivered on the day of its date, not when an archive of it is read', () => {
  const old = makeReport([makeStatement('Old')], {
    published: '2020-11-01',
    seen: new Date(NOW).toISOString(),
  });
  expect(new Heard([old], NOW).getCoverage().expected).toEqual([]);
  const changed = { ...old, version: 2 };
  expect(new Heard([changed], NOW).getCoverage().delivered).toEqual(['Harbour Wire']);
  const undated = { ...old } as { published?: string };
  delete undated.published;
  expect(new Heard([undated as typeof old], NOW).getCoverage().delivered).toEqual(['Harbour Wire']);
});

it('uses nothing later, and is shared only by looks at the same instant', () => {
  const reports = hear('Daily', days(0, 30));
  const before = new Heard(reports.slice(10), NOW - 10 * DAY).getCoverage();
  expect(getHeard(reports, NOW - 10 * DAY).getCoverage()).toEqual(before);
  expect(getHeard(reports, NOW).getCoverage().delivered).toEqual(['Daily']);
  expect(new Heard(hear('Daily', days(0, 3)), NOW - 10 * DAY).getCoverage().expected).toEqual([]);
});
