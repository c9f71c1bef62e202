import { expect, test } from 'vitest';
import { REALIS } from '../../../model/event.ts';
import type { MapRow } from '../../../model/map.ts';
import { findLineStyle } from '../components/RealisLine.tsx';
import { isStack, makeClusters } from './clusters.ts';
import { countTellings, findTelling, isAtPlace, makeMarks } from './marks.ts';
import { fitView, formatView, limitView, parseView, Window } from './view.ts';

const SIZE = { width: 1000, height: 600 };

function make(id: string, lat: number, lon: number, more: Partial<MapRow> = {}): MapRow {
  return {
    id,
    type: 'ASSAULT',
    title: id,
    realis: 'occurred',
    where: { name: id, lat, lon, precision: 'city' },
    actors: [],
    recipients: [],
    confirmed: 1,
    possible: 0,
    ...more,
  };
}

test('a place is where it was projected to, also beyond the date line', () => {
  const window = new Window({ lat: 10, lon: 175, zoom: 4 }, SIZE);
  const [x, y] = window.project({ lat: 5, lon: -178 });
  expect(x).toBeGreaterThan(500);
  const back = window.unproject([x, y]);
  expect(back.lat).toBeCloseTo(5, 6);
  expect(back.lon).toBeCloseTo(-178, 6);
});

test('what is under the pointer stays there while zooming', () => {
  const window = new Window({ lat: 33, lon: 44, zoom: 4 }, SIZE);
  const before = window.unproject([800, 150]);
  const after = new Window(window.zoomAt([800, 150], 1.5), SIZE).unproject([800, 150]);
  expect(after.lat).toBeCloseTo(before.lat, 5);
  expect(after.lon).toBeCloseTo(before.lon, 5);
});

test('a view stays on the world', () => {
  expect(limitView({ lat: 89, lon: 200, zoom: 20 }, SIZE)).toMatchObject({ lon: -160, zoom: 12 });
  const low = new Window(limitView({ lat: 85, lon: 0, zoom: 3 }, SIZE), SIZE);
  expect(low.top).toBeGreaterThanOrEqual(-1e-9);
});

test('all points fit into a view, the shorter way round', () => {
  const points = [
    { lat: -18, lon: 178 },
    { lat: -14, lon: -171 },
    { lat: -20, lon: -175 },
  ];
  const view = fitView(points, SIZE);
  expect(Math.abs(view.lon)).toBeGreaterThan(170);
  const window = new Window(view, SIZE);
  for (const point of points) {
    const [x, y] = window.project(point);
    expect(x > 0 && x < 1000 && y > 0 && y < 600).toBe(true);
  }
  expect(fitView([{ lat: 33, lon: 44 }], SIZE).zoom).toBe(7);
  expect(fitView([], SIZE).zoom).toBeLessThan(1.5);
});

test('a view goes into an address and back; what is none is passed over', () => {
  const view = { lat: 33.312, lon: -44.361, zoom: 5.25 };
  expect(parseView(formatView(view))).toEqual(view);
  for (const text of [undefined, '', '1,2', '91,0,3', '1,2,x', '1,2,40', '1,2,3,4'])
    expect(parseView(text)).toBeUndefined();
});

test('a country is no point, and what has no place is not on the map', () => {
  const { points, wide, unplaced } = makeMarks([
    make('baghdad', 33.34, 44.4),
    make('iraq', 33, 44, { where: { name: 'Iraq', country: 'IQ', lat: 33, lon: 44, precision: 'country' } }),
    make('again', 33, 44, {
      realis: 'threatened',
      where: { name: 'Iraq', country: 'IQ', lat: 33, lon: 44, precision: 'country' },
    }),
    make('somewhere', 0, 0, { where: { name: 'Somewhere', precision: 'city' } }),
  ]);
  expect(points.map(({ row }) => row.id)).toEqual(['baghdad']);
  expect(wide).toMatchObject([{ key: '33,44', name: 'Iraq', precision: 'country' }]);
  expect(countTellings(wide[0]!.rows)).toEqual([1, 0, 1, 0]);
  expect(unplaced.map(({ id }) => id)).toEqual(['somewhere']);
  expect(isAtPlace(wide[0]!.rows[0]!.row, '33,44')).toBe(true);
});

test('close points are one cluster until a zoom tells them apart; each is in one', () => {
  const rows = [make('a', 33.34, 44.4), make('b', 33.5, 44.3), make('c', 36.2, 44), make('d', 33.34, 44.4)];
  const { points } = makeMarks(rows);
  const listIds = (zoom: number) =>
    makeClusters(points, zoom).map((cluster) =>
      cluster.rows
        .map(({ row }) => row.id)
        .sort()
        .join(''),
    );
  expect(listIds(1)).toEqual(['abcd']);
  expect(listIds(6)).toEqual(['abd', 'c']);
  expect(listIds(11)).toEqual(['ad', 'b', 'c']);
  expect(isStack(makeClusters(points, 11)[0]!)).toBe(true);
  expect(isStack(makeClusters(points, 6)[0]!)).toBe(false);
});

test('points on both sides of the date line are one cluster, that lies between them', () => {
  const { points } = makeMarks([make('east', 0, 179.9), make('west', 0, -179.9)]);
  const [cluster, ...others] = makeClusters(points, 3);
  expect(others).toEqual([]);
  expect(Math.min(cluster!.x, 1 - cluster!.x)).toBeCloseTo(0, 6);
});

test('thousands of points are all kept', () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const rows = Array.from({ length: 5000 }, (_, at) =>
    make(`${at}`, random() * 140 - 60, random() * 360 - 180),
  );
  const { points } = makeMarks(rows);
  for (const zoom of [0, 3, 7]) {
    const clusters = makeClusters(points, zoom);
    expect(new Set(clusters.flatMap((each) => each.rows.map(({ row }) => row.id))).size).toBe(5000);
  }
});

test('how it is told has the line that it has everywhere', () => {
  const lines = { happened: 'solid', prepared: 'dashed', threatened: 'dotted', denied: 'struck' } as const;
  for (const realis of REALIS)
    expect(findLineStyle({ realis, background: false })).toBe(lines[findTelling({ realis })]);
});
