import { expect, test } from 'vitest';
import { findDegrees, noteOffGlobe } from './degrees.ts';

test('reads degrees with letters of the compass, with and without minutes', () => {
  expect(findDegrees('hit at 33.3N 44.4E today')).toEqual([
    { start: 7, end: 18, precision: 'district', point: { lat: 33.3, lon: 44.4 } },
  ]);
  const [south] = findDegrees('at 35°30′S, 51°15′30″W.');
  expect(south).toMatchObject({ precision: 'site' });
  expect(south!.point!.lat).toBeCloseTo(-35.5, 4);
  expect(south!.point!.lon).toBeCloseTo(-51.2583, 3);
});

test('what lies outside the globe has no point and a note', () => {
  expect(findDegrees('at 95.0N 20.1E and 10N 181E')).toMatchObject([{ start: 3 }, { start: 19 }]);
  expect(findDegrees('at 95.0N 20.1E')[0]!.point).toBeUndefined();
  expect(findDegrees("at 10°75'N 20°10'E")[0]!.point).toBeUndefined();
  expect(noteOffGlobe('at 95.0N 20.1E and 10N 11E')).toMatchObject([{ type: 'skipped', start: 3, end: 14 }]);
});

test('roads, figures and temperatures are no coordinates', () => {
  expect(findDegrees('It was 33 on 5 North Street; 44 east of 12 W 3rd; I-95 N exit 12 E')).toEqual([]);
  expect(findDegrees('')).toEqual([]);
});

// Anything worse than linear would run into the runner's limit.
test('ends on many figures', () => {
  expect(findDegrees('123.45678901 '.repeat(100_000))).toEqual([]);
  expect(findDegrees('9'.repeat(1_000_000))).toEqual([]);
});
