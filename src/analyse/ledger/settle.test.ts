import { describe, expect, test } from 'vitest';
import { makeHash, makeTestForecast, makeTestSettlement } from '../../../test/support/ledger.ts';
import type { Forecast } from '../../model/forecast.ts';
import { makeEntries } from './entries.ts';
import { abandon, type SettleContext, type SettlingOutcome, settle } from './settle.ts';

const AT = '2026-03-01T12:00:00.000Z';

function makeOutcome(day: string, knownSince: string, incident = `i-${day}`): SettlingOutcome {
  return { incident, day, knownSince, claims: [{ document: makeHash('c'), claim: 'c2' }] };
}

/** A forecast as of noon on 1 March for seven days (to 8 March), three days of grace. */
function settleAt(now: string, outcomes: readonly SettlingOutcome[], more: Partial<SettleContext> = {}) {
  return settle({
    entries: makeEntries(undefined, [makeTestForecast()], AT),
    outcomes,
    grace: 3,
    now,
    ...more,
  });
}

describe('yes', () => {
  test.each([
    ['a day within', '2026-03-05', '2026-03-06T00:00:00.000Z', 'yes'],
    ['the last day', '2026-03-08', '2026-03-09T10:00:00.000Z', 'yes'],
    ['the day after it', '2026-03-09', '2026-03-09T10:00:00.000Z', undefined],
    ['the day of the forecast, known later', '2026-03-01', '2026-03-01T12:00:00.001Z', 'yes'],
    ['the day of the forecast, known when it was made', '2026-03-01', '2026-03-01T12:00:00.000Z', undefined],
    ['the day before, known later', '2026-02-28', '2026-03-02T00:00:00.000Z', undefined],
    ['a later day that was known when it was made', '2026-03-02', '2026-03-01T08:00:00.000Z', undefined],
    ['known only after now', '2026-03-05', '2026-03-11T00:00:00.000Z', undefined],
  ])('%s', (_, day, knownSince, expected) => {
    const [settlement] = settleAt('2026-03-10T00:00:00.000Z', [makeOutcome(day, knownSince)]);
    expect(settlement?.outcome).toBe(expected);
  });

  test('names the forecast, the first incident and its claims', () => {
    const entries = makeEntries(undefined, [makeTestForecast()], AT);
    const outcomes = [
      makeOutcome('2026-03-06', '2026-03-06T09:00:00.000Z', 'second'),
      makeOutcome('2026-03-04', '2026-03-07T09:00:00.000Z', 'first'),
    ];
    expect(settle({ entries, outcomes, grace: 3, now: '2026-03-07T10:00:00.000Z' })).toEqual([
      {
        kind: 'settlement',
        problem: 'pier',
        forecast: entries[0]!.hash,
        outcome: 'yes',
        incident: 'first',
        day: '2026-03-04',
        claims: [`${makeHash('c')}#c2`],
      },
    ]);
  });
});

describe('no', () => {
  test.each([
    ['2026-03-11T23:59:59.999Z', []],
    ['2026-03-12T00:00:00.000Z', [{ outcome: 'no', late: undefined }]],
    ['2026-03-13T00:00:00.000Z', [{ outcome: 'no', late: true }]],
  ])('at %s: %j', (now, expected) => {
    expect(settleAt(now, []).map(({ outcome, late }) => ({ outcome, late }))).toEqual(expected);
  });

  test('a report after the days of grace still makes it yes where nobody had settled it, and late', () => {
    const outcome = makeOutcome('2026-03-05', '2026-03-20T00:00:00.000Z');
    expect(settleAt('2026-03-21T00:00:00.000Z', [outcome])).toMatchObject([{ outcome: 'yes', late: true }]);
  });
});

describe('void', () => {
  const heardOn =
    (...days: readonly string[]) =>
    (from: string, to: string) =>
      days.some((day) => day >= from && day <= to);
  const silent = heardOn('2026-02-20', '2026-03-01', '2026-03-12');

  test('where no report came in during all of its time', () => {
    expect(settleAt('2026-03-12T08:00:00.000Z', [], { hasReports: silent })).toMatchObject([
      {
        outcome: 'void',
        why: 'no report of any kind came in from 2026-03-02 to 2026-03-11, so nobody could tell',
      },
    ]);
  });

  test('not where one did, nor before the days of grace are over', () => {
    const heard = heardOn('2026-02-20', '2026-03-11');
    expect(settleAt('2026-03-12T08:00:00.000Z', [], { hasReports: heard })).toMatchObject([
      { outcome: 'no' },
    ]);
    expect(settleAt('2026-03-11T08:00:00.000Z', [], { hasReports: silent })).toEqual([]);
  });

  test('not where the outcome is known all the same', () => {
    const outcome = makeOutcome('2026-03-05', '2026-03-12T00:00:00.000Z');
    const settled = settleAt('2026-03-12T08:00:00.000Z', [outcome], { hasReports: silent });
    expect(settled).toMatchObject([{ outcome: 'yes' }]);
  });
});

test('each forecast is settled once and for itself', () => {
  const forecasts: Forecast[] = [
    makeTestForecast(),
    makeTestForecast({ horizon: 30 }),
    makeTestForecast({ asOf: '2026-03-03T00:00:00.000Z' }),
  ];
  const made = makeEntries(undefined, forecasts, AT);
  const entries = [...made, ...makeEntries(made.at(-1), [makeTestSettlement(made[0]!.hash, 'no')], AT)];
  const outcome = makeOutcome('2026-03-02', '2026-03-02T10:00:00.000Z');
  const settled = settle({ entries, outcomes: [outcome], grace: 3, now: '2026-03-04T00:00:00.000Z' });
  // The first is settled already, and the third was made when the outcome was known.
  expect(settled.map(({ forecast, outcome }) => [forecast, outcome])).toEqual([[made[1]!.hash, 'yes']]);
});

describe('corrections', () => {
  const rule = makeHash('e');
  const outcome = makeOutcome('2026-03-05', '2026-03-05T10:00:00.000Z');
  /** What is filed at each of these times, given what counted then. */
  function file(times: readonly (readonly [now: string, outcomes: readonly SettlingOutcome[]])[], of = rule) {
    let entries = makeEntries(undefined, [makeTestForecast()], AT);
    for (const [now, outcomes] of times) {
      const made = settle({ entries, outcomes, grace: 3, now, rule: of });
      entries = [...entries, ...makeEntries(entries.at(-1), made, now)];
    }
    return entries.slice(1);
  }
  const told = (entries: ReturnType<typeof file>) =>
    entries.map(({ content }) => (content.kind === 'settlement' ? content.outcome : content.kind));

  test('an incident that was rejected before the time had passed opens the forecast again', () => {
    const entries = file([
      ['2026-03-06T00:00:00.000Z', [outcome]],
      ['2026-03-07T00:00:00.000Z', []],
      ['2026-03-07T01:00:00.000Z', []],
      ['2026-03-12T00:00:00.000Z', []],
    ]);
    expect(told(entries)).toEqual(['yes', 'open', 'no']);
    expect(entries[1]!.content).toMatchObject({
      corrects: entries[0]!.hash,
      why: 'incident i-2026-03-05 no longer counts: what told of it was rejected or taken back',
    });
    expect(entries[2]!.content).toMatchObject({ corrects: entries[1]!.hash });
  });

  test('one that is rejected later makes it no, and one that counts again makes it yes again', () => {
    const entries = file([
      ['2026-03-06T00:00:00.000Z', [outcome]],
      ['2026-03-20T00:00:00.000Z', []],
      ['2026-03-21T00:00:00.000Z', [outcome]],
    ]);
    expect(told(entries)).toEqual(['yes', 'no', 'yes']);
    expect(entries[2]!.content).toMatchObject({
      corrects: entries[1]!.hash,
      late: true,
      incident: 'i-2026-03-05',
    });
  });

  test('another incident may take its place', () => {
    const other = makeOutcome('2026-03-07', '2026-03-07T10:00:00.000Z');
    const entries = file([
      ['2026-03-06T00:00:00.000Z', [outcome]],
      ['2026-03-08T00:00:00.000Z', [other]],
    ]);
    expect(entries.map(({ content }) => content)).toMatchObject([
      { outcome: 'yes', incident: 'i-2026-03-05' },
      { outcome: 'yes', incident: 'i-2026-03-07', corrects: entries[0]!.hash },
    ]);
  });

  test('not for what is reported after the days of grace, nor under another rule', () => {
    const late = makeOutcome('2026-03-05', '2026-03-20T00:00:00.000Z');
    expect(
      told(
        file([
          ['2026-03-12T00:00:00.000Z', []],
          ['2026-03-21T00:00:00.000Z', [late]],
        ]),
      ),
    ).toEqual(['no']);
    const entries = makeEntries(undefined, [makeTestForecast()], AT);
    const settled = settle({ entries, outcomes: [outcome], grace: 3, now: '2026-03-06T00:00:00.000Z', rule });
    const all = [...entries, ...makeEntries(entries.at(-1), settled, '2026-03-06T00:00:00.000Z')];
    const now = '2026-03-20T00:00:00.000Z';
    expect(settle({ entries: all, outcomes: [], grace: 3, now, rule: makeHash('f') })).toEqual([]);
    expect(settle({ entries: all, outcomes: [], grace: 3, now })).toEqual([]);
  });
});

describe('what cannot be settled any more', () => {
  test('a forecast of a question that is no longer asked is void when its time has passed', () => {
    const question = 'Will the pier be closed?';
    const outcome = makeOutcome('2026-03-05', '2026-03-05T10:00:00.000Z');
    expect(settleAt('2026-03-06T00:00:00.000Z', [outcome], { question })).toEqual([]);
    expect(settleAt('2026-03-12T00:00:00.000Z', [outcome], { question })).toMatchObject([
      { outcome: 'void', why: expect.stringContaining('another question is asked by now') },
    ]);
  });

  test('one of a problem that is no longer watched is void a month after its end', () => {
    const entries = makeEntries(undefined, [makeTestForecast()], AT);
    expect(abandon(entries, '2026-04-07T23:00:00.000Z')).toEqual([]);
    const [given, ...others] = abandon(entries, '2026-04-08T00:00:00.000Z');
    expect(others).toEqual([]);
    expect(given).toMatchObject({ outcome: 'void', late: true, forecast: entries[0]!.hash });
    const all = [...entries, ...makeEntries(entries.at(-1), [given!], '2026-04-08T00:00:00.000Z')];
    expect(abandon(all, '2026-05-08T00:00:00.000Z')).toEqual([]);
  });
});
