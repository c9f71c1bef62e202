import { expect, it } from 'vitest';
import { WHOLE, zoomAt } from './graph.ts';
import { findPlace, movePicture } from './pen.ts';
import { addVisit, isNewSince } from './visits.ts';

it('remembers the latest visit, also where an earlier state is looked at afterwards', () => {
  const [early, late] = ['2031-05-20T10:00:00Z', '2031-05-22T10:00:00Z'];
  expect(addVisit({}, 's1', early)).toEqual({ s1: early });
  expect(addVisit({ s1: early }, 's1', late)).toEqual({ s1: late });
  expect(addVisit({ s1: late }, 's1', early)).toEqual({ s1: late });
});

it('forgets those looked at longest ago', () => {
  let visited = addVisit({}, 'first', '2031-05-20T10:00:00Z');
  for (let at = 0; at < 500; at += 1) visited = addVisit(visited, `s${at}`, '2031-05-21T10:00:00Z');
  expect(Object.keys(visited)).toHaveLength(500);
  expect(visited.first).toBeUndefined();
});

it('calls nothing new on a first visit', () => {
  const report = { seen: '2031-05-21T10:00:00Z' };
  expect(isNewSince(report, undefined)).toBe(false);
  expect(isNewSince(report, '2031-05-20T10:00:00Z')).toBe(true);
  expect(isNewSince(report, '2031-05-21T10:00:00Z')).toBe(false);
});

it('goes closer to the spot under the pointer', () => {
  const closer = zoomAt(WHOLE, 4, { x: 0.25, y: 0.75 });
  // What lay a quarter from the left lies there still.
  expect((0.25 - closer.x) * closer.zoom + 0.5).toBeCloseTo(0.25);
  expect((0.75 - closer.y) * closer.zoom + 0.5).toBeCloseTo(0.75);
});

it('moves a picture to where each spot of it would be drawn', () => {
  const field = { width: 1_000, height: 500 };
  const taken = { x: 0.4, y: 0.6, zoom: 2 };
  const now = { x: 0.45, y: 0.5, zoom: 3 };
  const spot = { x: 0.3, lane: 7 };
  const before = findPlace(spot, { lanes: 10 }, { field, camera: taken });
  const after = findPlace(spot, { lanes: 10 }, { field, camera: now });
  const moved = movePicture(taken, now, field);
  expect(moved.x + before.x * moved.scale).toBeCloseTo(after.x);
  expect(moved.y + before.y * moved.scale).toBeCloseTo(after.y);
});
