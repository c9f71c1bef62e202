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

it('has no room for the name of land of which next to nothing is in sight', () => {
  expect(
    findNamePlace(
      [
        [
          [44, 33],
          [45, 33],
          [45, 34],
          [44, 34],
        ],
      ],
      baghdad,
    ),
  ).toBeDefined();
  expect(
    findNamePlace(
      [
        [
          [44, 33],
          [90, 33],
          [90, 34],
        ],
      ],
      baghdad,
    ),
  ).toBeUndefined();
});
