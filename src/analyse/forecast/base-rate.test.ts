import { expect, it } from 'vitest';
import type { PastEvent } from '../../model/history.ts';
import { makeBaseRate } from './base-rate.ts';
import { makeProblem } from './reports.fixtures.ts';

const problem = makeProblem();
const outcome = (day: string) => ({ incident: `i${day}`, day, knownSince: `${day}T10:00:00Z`, claims: [] });
const row = (date: string, fields: Partial<PastEvent> = {}): PastEvent => ({
  kind: 'past event',
  date,
  cameo: '194',
  place: 'Basra port',
  source: 'list.csv',
  line: 2,
  ...fields,
});
const asOf = '2020-12-11T23:59:59.999Z';

it('says that it is understated without history, and what was assumed', () => {
  const rate = makeBaseRate(problem, {
    incidents: [outcome('2020-11-01')],
    history: [],
    asOf,
    observedSince: '2020-06-01',
  });
  expect(rate.notes).toEqual([
    'No history was imported: the rate rests on 1 incident in kept reports, and is too low where reports are missing.',
    'Assumed before anything was known: 1 incident in 60 days.',
  ]);
  expect(rate.days).toBe(194);
  expect(rate.incidents.map(({ id }) => id)).toEqual(['i2020-11-01']);
});

it('gives a longer time no lower chance, with its word', () => {
  const { horizons } = makeBaseRate(problem, {
    incidents: [outcome('2020-12-10')],
    history: [],
    asOf,
    observedSince: '2020-12-01',
  });
  expect(horizons.map(({ days }) => days)).toEqual([7, 30]);
  const [week, month] = horizons.map(({ probability }) => probability);
  expect(month!.p).toBeGreaterThanOrEqual(week!.p);
  expect(week!.low).toBeLessThanOrEqual(week!.p);
  expect(week!.high).toBeGreaterThanOrEqual(week!.p);
});

it('counts the history that fits, once for a day and place, and not what reports have already', () => {
  const history = [
    row('2020-01-05'),
    row('2020-01-05', { line: 3, cameo: '195' }),
    row('2020-02-05', { line: 4, place: 'Mosul' }),
    row('2020-03-05', { line: 5, cameo: '112' }),
    row('2020-12-01', { line: 6 }),
    row('2020-12-30', { line: 7 }),
  ];
  const rate = makeBaseRate(problem, {
    incidents: [outcome('2020-12-01')],
    history,
    asOf,
    observedSince: '2020-11-01',
  });
  expect(rate.history).toBe(1);
  expect(rate.notes[0]).toBe(
    '1 imported row of days on which kept reports have an incident was not counted twice.',
  );
  // From the first row on: what is not there did not happen.
  expect(rate.days).toBe(342);
});

it('leaves out the time in which nobody was looking, and uses nothing of a later day', () => {
  const rate = makeBaseRate(problem, {
    incidents: [outcome('2020-12-20')],
    history: [
      row('2018-01-01'),
      row('2018-12-31', { place: 'Mosul' }),
      row('2018-06-01', { source: 'b.csv' }),
    ],
    asOf,
    observedSince: '2020-12-01',
  });
  expect(rate.incidents).toEqual([]);
  expect(rate.days).toBe(365 + 11);
  expect(rate.notes[0]).toBe('From 2019-01-01 to 2020-11-30 nothing was observed; these days are left out.');
});

it('says where no row fits', () => {
  const rate = makeBaseRate(problem, {
    incidents: [],
    history: [row('2020-01-01', { place: 'Oslo' })],
    asOf,
  });
  expect(rate.notes[0]).toBe('None of 1 imported row fits the question.');
});

/** Two years of events of one pair, every tenth day violent, and what else passes between them. */
const EVENTS = Array.from({ length: 700 }, (_, i) => {
  const day = new Date(Date.UTC(2019, 0, 12) + i * 86_400_000).toISOString().slice(0, 10);
  return { day, source: 'IR', target: 'IQ', root: i % 10 === 0 ? '19' : '04', count: 1 };
});
const PAIR = { source: ['IR'], target: ['IQ'], roots: ['18', '19', '20'] };
const named = { ...problem, baseRate: { ...problem.baseRate, pair: PAIR } };

it('takes the base rate from imported events where the problem names a pair, and says so', () => {
  const rate = makeBaseRate(named, { incidents: [], history: [], events: EVENTS, asOf });
  expect(rate.method).toBe('pairs');
  expect(rate).toMatchObject({ history: 70, days: 699 });
  expect(rate.notes[0]).toBe(
    'Made from imported events, because the problem names a pair of actors and events of it were imported: on 70 of 699 days up to 2020-12-10 there was one.',
  );
  const [week, month] = rate.horizons.map(({ probability }) => probability);
  expect(week!.p).toBeGreaterThan(0.5);
  expect(month!.p).toBeGreaterThan(0.9);
  expect(week!.low).toBeLessThan(week!.p);
  // The same from what is known by the day alone.
  const before = EVENTS.filter(({ day }) => day < '2020-12-11');
  expect(makeBaseRate(named, { incidents: [], history: [], events: before, asOf })).toEqual(rate);
});

it('keeps to incidents where no pair is named, and where nothing of it was imported or it ended long before', () => {
  const given = { incidents: [outcome('2020-11-01')], history: [], asOf, observedSince: '2020-06-01' };
  expect(makeBaseRate(problem, { ...given, events: EVENTS }).method).toBe('incidents');
  const old = EVENTS.filter(({ day }) => day < '2020-10-01');
  for (const events of [undefined, [], old]) {
    const rate = makeBaseRate(named, { ...given, ...(events && { events }) });
    expect(rate.method).toBe('incidents');
    expect(rate.notes[0]).toBe(
      'The problem names a pair of actors, but no events of it up to about this day were imported: the rate is made from incidents.',
    );
  }
});
