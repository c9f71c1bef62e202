import { describe, expect, it } from 'vitest';
import type { Window } from '../../model/problem.ts';
import type { Mention } from '../../model/report.ts';
import { makeMention, makeReport, makeStatement, makeUnnamed } from './reports.fixtures.ts';
import { findWindowIncidents } from './window-incidents.ts';
import { findNamedSince, findWindow } from './windows.ts';

const yearly: Window = {
  id: 'w',
  title: 'W',
  why: 'W',
  day: '--01-03',
  since: '2020-01-03',
  lead: 30,
  strength: 'moderate',
  match: [],
};

it('opens so many days before and closes after the day', () => {
  expect(findWindow(yearly, '2020-12-03')).toEqual({ from: '2020-12-04', to: '2021-01-03', isOpen: false });
  expect(findWindow(yearly, '2020-12-04')?.isOpen).toBe(true);
  expect(findWindow(yearly, '2021-01-03')?.isOpen).toBe(true);
  expect(findWindow(yearly, '2021-01-04')).toMatchObject({ to: '2022-01-03', isOpen: false });
});

it('begins a year after what it remembers', () => {
  expect(findWindow(yearly, '2019-12-20')?.to).toBe('2021-01-03');
  expect(findWindow({ ...yearly, since: '2019-01-03' }, '2019-12-20')?.to).toBe('2020-01-03');
});

it('knows single days and leap days', () => {
  const once = { ...yearly, day: '2021-01-15', since: '2020-12-01' };
  expect(findWindow(once, '2021-01-15')?.isOpen).toBe(true);
  expect(findWindow(once, '2021-01-16')).toBeUndefined();
  expect(findWindow({ ...yearly, day: '--02-29' }, '2021-01-01')?.to).toBe('2024-02-29');
});

describe('a window that follows from incidents', () => {
  const mourning: Window = {
    id: 'mourning',
    title: 'Forty days after a killing',
    why: 'W',
    after: { match: [{ event: ['ASSAULT'], place: ['Basra'] }], days: [40], total: 2 },
    lead: 10,
    strength: 'slight',
    match: [{ words: ['mourning'] }],
  };
  const tell = (incident: string, day: string, outlet: string, fields: Partial<Mention> = {}) => {
    const mention = makeMention({
      incident,
      when: { from: day, precision: 'day' },
      where: { name: 'Basra', country: 'IQ', precision: 'city' },
      ...fields,
    });
    return makeReport([makeStatement('A commander was killed', [mention], makeUnnamed(outlet))], {
      published: `${day}T20:00:00Z`,
      outlet,
      story: `s ${incident} ${outlet}`,
    });
  };
  const killing = [tell('i1', '2020-11-01', 'Harbour Wire'), tell('i1', '2020-11-01', 'Old Quay Dispatch')];

  it('opens before the day that is counted from the incident, and names the incident with its claims', () => {
    expect(findWindow(mourning, '2020-11-29', killing)?.isOpen).toBe(false);
    const open = findWindow(mourning, '2020-12-01', killing);
    expect(open).toMatchObject({ from: '2020-12-01', to: '2020-12-11', isOpen: true });
    expect(open?.follows).toMatchObject({ incident: 'i1', day: '2020-11-01' });
    expect(open?.follows?.claims.map(({ document }) => document)).toEqual(
      killing.map(({ document }) => document),
    );
    expect(findWindow(mourning, '2020-12-12', killing)).toBeUndefined();
  });

  it('needs the incident, its day, and as many origins as it asks for', () => {
    expect(findWindow(mourning, '2020-12-01', [])).toBeUndefined();
    expect(findWindow(mourning, '2020-12-01', killing.slice(0, 1))).toBeUndefined();
    const vague = [
      tell('i1', '2020-11-01', 'Harbour Wire', { when: { from: '2020-11', precision: 'month' } }),
      tell('i1', '2020-11-01', 'Old Quay Dispatch', { when: { from: '2020-11', precision: 'month' } }),
    ];
    expect(findWindow(mourning, '2020-12-01', vague)).toBeUndefined();
    const feared = killing.map(({ statements: [statement], ...report }) =>
      makeReport([{ ...statement!, mentions: [{ ...statement!.mentions[0]!, realis: 'possible' }] }], report),
    );
    expect(findWindow(mourning, '2020-12-01', feared)).toBeUndefined();
  });

  it('does not open before what it follows from, and of several follows the latest', () => {
    const wide = { ...mourning, lead: 100 };
    expect(findWindow(wide, '2020-11-02', killing)).toMatchObject({ from: '2020-11-01', isOpen: true });
    const second = ['Harbour Wire', 'Old Quay Dispatch'].map((outlet) => tell('i2', '2020-11-20', outlet));
    const both = [...second, ...killing];
    expect(findWindow(wide, '2020-11-25', both)?.follows?.incident).toBe('i2');
    expect(findWindow(wide, '2020-11-10', both)?.follows?.incident).toBe('i1');
    expect(findWindow(wide, '2020-11-25', both.toReversed())).toEqual(findWindow(wide, '2020-11-25', both));
  });

  it('comes round every year where it says so, first a year after', () => {
    const yearly: Window = { ...mourning, after: { ...mourning.after!, days: [], everyYear: true } };
    expect(findWindow(yearly, '2020-11-05', killing)).toMatchObject({ to: '2021-11-01', isOpen: false });
    expect(findWindow(yearly, '2021-10-25', killing)).toMatchObject({ to: '2021-11-01', isOpen: true });
    expect(findWindow({ ...yearly, since: '2022-01-01' }, '2021-10-25', killing)?.to).toBe('2022-11-01');
  });

  it('is named only by reports that come after what it follows from', () => {
    const open = findWindow({ ...mourning, lead: 40 }, '2020-11-10', killing)!;
    expect(findNamedSince(open)).toBe(Date.parse('2020-11-01T00:00:00Z'));
  });

  it('follows the latest fifty incidents of any number', () => {
    const many = Array.from({ length: 120 }, (_, i) => {
      const day = new Date(Date.parse('2020-01-01') + i * 86_400_000).toISOString().slice(0, 10);
      return ['Harbour Wire', 'Old Quay Dispatch'].map((outlet) => tell(`i${i}`, day, outlet));
    }).flat();
    const found = findWindowIncidents(mourning.after!, many);
    expect(found).toHaveLength(50);
    expect(found[0]?.day).toBe('2020-04-29');
  });
});
