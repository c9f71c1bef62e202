import { describe, expect, it } from 'vitest';
import type { Reading } from '../model/reading.ts';
import { createFuser, type Fuser } from './fuse.ts';
import { makeClaim, makeEvent, makeHash, makeReading } from './report/fixtures.suite.ts';

const LONG =
  'The United States is withdrawing part of the staff of its embassy in Baghdad until after the third of January, The Washington Post reported. The date is the anniversary of the drone strike near the airport that killed Qassem Soleimani of the Quds Force and a leader of the Popular Mobilization Forces. How many people will leave was not known.';

const wire = makeReading(
  {
    name: 'wire',
    title: 'U.S. withdraws embassy staff',
    text: LONG,
    outlet: 'Harbour Wire',
    published: '2020-12-02T21:05:00Z',
    seen: '2020-12-02T21:20:00Z',
  },
  {
    claims: [makeClaim(LONG, 'c1', [0, 108])],
    entities: [
      {
        kind: 'entity',
        id: 'e1',
        type: 'state',
        name: 'United States',
        country: 'US',
        mentions: [],
        by: 'test@1',
      },
    ],
    events: [
      makeEvent(LONG, 'v1', {
        word: 'withdrawing',
        plover: { type: 'SANCTION', mode: 'withdraw', contexts: ['diplomatic'] },
        actors: ['e1'],
        when: { from: '2020-12-02', to: '2020-12-02', precision: 'day' },
      }),
    ],
  },
);
const copy = makeReading({
  name: 'copy',
  title: 'Embassy staff to leave Baghdad',
  text: `${LONG} Our desk adds a line.`,
  outlet: 'Corran Observer',
  published: '2020-12-03',
  seen: '2020-12-03T10:30:00Z',
});
const other = makeReading({
  name: 'other',
  title: 'Harvest festival opens',
  text: 'The harvest festival opened in Lower Marsh with a parade of tractors and a prize for the largest pumpkin, which weighed as much as a calf, the organisers said on Thursday.',
  seen: '2020-12-03T11:00:00Z',
});

const add = (fuser: Fuser, reading: Reading, series = reading.document.id) =>
  fuser.add(reading, { series, knownSince: reading.document.seen });

describe('createFuser', () => {
  it('makes a report of a reading', () => {
    const { report } = add(createFuser(), wire);
    expect(report).toMatchObject({
      kind: 'report',
      document: makeHash('wire'),
      series: makeHash('wire'),
      version: 1,
      outlet: 'Harbour Wire',
      published: '2020-12-02T21:05:00Z',
      knownSince: '2020-12-02T21:20:00Z',
      story: `s${makeHash('wire').slice(7, 19)}`,
      reuses: [],
    });
    expect(report.statements[0]?.mentions[0]?.actors[0]?.name).toBe('United States');
  });

  it('puts a copy into the story of what it copies, and what is else into its own', () => {
    const fuser = createFuser();
    const [first, second, third] = [wire, copy, other].map((reading) => add(fuser, reading).report);
    expect(second?.story).toBe(first?.story);
    expect(second?.reuses).toMatchObject([{ document: makeHash('wire') }]);
    expect(second?.reuses[0]?.share).toBeGreaterThan(0.85);
    expect(third?.story).not.toBe(first?.story);
    expect(third?.reuses).toEqual([]);
  });

  it('makes the same of the same, also after a restart', () => {
    const fuser = createFuser();
    const kept = [wire, other].map((reading) => JSON.stringify(add(fuser, reading)));
    const restarted = createFuser();
    for (const stored of kept) restarted.restore(JSON.parse(stored));
    expect(add(restarted, copy)).toEqual(add(fuser, copy));
    const again = createFuser();
    expect([wire, other].map((reading) => JSON.stringify(add(again, reading)))).toEqual(kept);
  });

  it('goes on where what was kept beside a report is of no use', () => {
    const { report } = add(createFuser(), wire);
    for (const trace of [undefined, null, 7, {}, { version: 9 }, { version: 1, wording: '', story: null }]) {
      const fuser = createFuser();
      fuser.restore({ report, trace });
      expect(add(fuser, copy).report.reuses).toEqual([]);
    }
  });

  it('keeps the versions of a page in one story', () => {
    const fuser = createFuser();
    const { story } = add(fuser, wire).report;
    expect(add(fuser, other, makeHash('wire')).report.story).toBe(story);
  });

  it('takes a page that says nothing', () => {
    const { report } = add(createFuser(), makeReading({ name: 'empty', text: '' }));
    expect(report.statements).toEqual([]);
  });
});
