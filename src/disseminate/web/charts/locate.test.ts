import { describe, expect, it } from 'vitest';
import { drawRings, findNamePlace, makeWindow, project } from './locate.ts';

const SIZE = { width: 320, height: 200 };
const baghdad = makeWindow({ lat: 33.3, lon: 44.4, precision: 'city' }, SIZE);

describe('makeWindow', () => {
  it('has the place in its middle, and more around it the vaguer it is', () => {
    expect(project([44.4, 33.3], baghdad).map(Math.round)).toEqual([160, 100]);
    expect(baghdad.north).toBeCloseTo(38.3);
    const iraq = makeWindow({ lat: 33.3, lon: 44.4, precision: 'country' }, SIZE);
    expect(iraq.north - iraq.south).toBeGreaterThan(baghdad.north - baghdad.south);
  });

  it('holds near a pole', () => {
    const pole = makeWindow({ lat: 90, lon: 0, precision: 'sea' }, SIZE);
    expect(Number.isFinite(pole.west)).toBe(true);
  });
});

describe('drawRings', () => {
  const square = (lon: number) => [
    [lon, 33],
    [lon + 1, 33],
    [lon + 1, 34],
    [lon, 34],
  ];

  it('draws what is in sight and nothing else', () => {
    expect(drawRings([square(44)], baghdad)).toMatch(/^M[^M]+Z$/);
    expect(drawRings([square(-100)], baghdad)).toBe('');
  });

  it('draws land beyond the line at which maps are cut open', () => {
    const fiji = makeWindow({ lat: 33.5, lon: 179.5, precision: 'city' }, SIZE);
    expect(drawRings([square(-179.5)], fiji)).not.toBe('');
  });
});

describe('findNamePlace', () => {
  const size = { width: 30, height: 12 };
  const square = [
    [43, 33],
    [46, 33],
    [46, 35],
    [43, 35],
  ];
  const plain = { window: baghdad, size };

  it('puts a name in the middle of its land', () => {
    const [x = 0, y = 0] = findNamePlace([square], plain)!;
    expect(Math.abs(x - 162)).toBeLessThan(8);
    expect(Math.abs(y - 86)).toBeLessThan(8);
  });

  it('keeps clear of what stands there already', () => {
    const [x = 0, y = 0] = findNamePlace([square], plain)!;
    const other = findNamePlace([square], { ...plain, taken: [{ x, y, width: 10, height: 4 }] })!;
    expect(Math.abs(other[1]! - y) * 2 >= size.height + 4 || Math.abs(other[0]! - x) * 2 >= 40).toBe(true);
    expect(findNamePlace([square], { ...plain, taken: [{ x: 160, y: 100, width: 320, height: 200 }] })).toBe(
      undefined,
    );
  });

  it('has no room on a strip of land, nor for a name that is wider than its land', () => {
    const strip = [
      [44, 33],
      [90, 33],
      [90, 34],
    ];
    expect(findNamePlace([strip], plain)).toBeUndefined();
    expect(findNamePlace([square], { ...plain, size: { width: 120, height: 12 } })).toBeUndefined();
  });
});
