import { describe, expect, it } from 'vitest';
import { findDay, makeTimeScale } from './scale.ts';

const range = (from: string, to = from) => ({ start: findDay(from) ?? 0, end: (findDay(to) ?? 0) + 1 });

describe('findDay', () => {
  it('reads dates, partial dates and instants, and nothing else', () => {
    expect(findDay('1970-01-02')).toBe(1);
    expect(findDay('1970-02')).toBe(31);
    expect(findDay('1970-01-02T23:59:59Z')).toBe(1);
    expect(findDay('PAST_REF')).toBeUndefined();
  });
});

describe('makeTimeScale', () => {
  it('runs evenly while something happens', () => {
    const scale = makeTimeScale([range('2031-05-02'), range('2031-05-04'), range('2031-05-08')], 640);
    expect(scale.pieces).toHaveLength(1);
    const [a, b, c] = ['2031-05-02', '2031-05-04', '2031-05-06'].map((day) => scale.place(findDay(day) ?? 0));
    expect((b ?? 0) - (a ?? 0)).toBeCloseTo((c ?? 0) - (b ?? 0));
  });

  it('skips a long stretch in which nothing does', () => {
    const scale = makeTimeScale(
      [range('2030-04-01', '2030-04-30'), range('2031-05-09'), range('2031-06-03')],
      640,
    );
    expect(scale.pieces).toHaveLength(3);
    const shares = scale.pieces.map(({ from, to }) => to - from);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.12);
    expect(scale.pieces.at(-1)?.to).toBeCloseTo(1);
    expect(scale.place(findDay('2030-04-15') ?? 0)).toBeLessThan(scale.pieces[0]?.to ?? 0);
  });

  it('keeps the order of days and stays within the axis, whatever is asked', () => {
    const scale = makeTimeScale([range('1979-11-04'), range('2020-12-01', '2021-02-01')], 640);
    const days = [
      0,
      ...['1979-11-04', '1990-01-01', '2020-12-24', '2040-01-01'].map((day) => findDay(day) ?? 0),
    ];
    const places = days.map((day) => scale.place(day));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const place of places) {
      expect(place).toBeGreaterThanOrEqual(0);
      expect(place).toBeLessThanOrEqual(1.0001);
    }
  });

  it('labels the first day of each stretch with its year', () => {
    const scale = makeTimeScale([range('2031-05-09'), range('2031-05-11')], 640);
    expect(scale.ticks.map((tick) => tick.label)).toEqual(['9 May 2031', '10 May', '11 May']);
  });

  it('labels by month where days would not fit', () => {
    const scale = makeTimeScale([range('2031-01-05', '2031-06-20')], 640);
    expect(scale.ticks.map((tick) => tick.label)).toEqual([
      'Feb 2031',
      'Mar 2031',
      'Apr 2031',
      'May 2031',
      'Jun 2031',
    ]);
  });

  it('draws a tick without words where two labels would run into each other', () => {
    const days = ['2030-01-10', '2030-04-01', '2030-08-09', '2031-01-02', '2031-05-09'];
    const scale = makeTimeScale(
      days.map((day) => range(day)),
      320,
    );
    const labelled = scale.ticks.filter((tick) => tick.label !== '').map((tick) => tick.at * 320);
    for (const [index, at] of labelled.slice(1).entries())
      expect(at - (labelled[index] ?? 0)).toBeGreaterThan(48);
    expect(scale.ticks.length).toBeGreaterThan(labelled.length);
  });

  it('has nothing to place for nothing', () => {
    expect(makeTimeScale([], 640)).toMatchObject({ pieces: [], ticks: [] });
  });
});
