import { expect, test } from 'vitest';
import { decode, LABELS, labelOf, mayFollow, NAME_TYPES, namesOf } from './name-tagger.ts';

const PERSON = NAME_TYPES.indexOf('person');
const PLACE = NAME_TYPES.indexOf('place');

test('a name that begins must go on and end, in its own type', () => {
  const [begin, inside, last, unit] = [0, 1, 2, 3].map((position) => labelOf(PERSON, position));
  expect(mayFollow(begin!, last!)).toBe(true);
  expect(mayFollow(begin!, 0)).toBe(false);
  expect(mayFollow(0, inside!)).toBe(false);
  expect(mayFollow(begin!, labelOf(PLACE, 2))).toBe(false);
  expect(mayFollow(unit!, begin!)).toBe(true);
});

test('decoding never gives an illegal sequence, however odd the scores', () => {
  const emissions = new Float32Array(3 * LABELS);
  emissions[labelOf(PERSON, 1)] = 50;
  emissions[LABELS + labelOf(PLACE, 0)] = 5;
  emissions[2 * LABELS + labelOf(PERSON, 0)] = 40;
  const labels = decode(emissions, new Float32Array(LABELS * LABELS));
  let before = -1;
  for (const label of labels) {
    expect(mayFollow(before, label)).toBe(true);
    before = label;
  }
  expect(mayFollow(before, 0)).toBe(true);
});

test('labels become names', () => {
  const labels = Uint8Array.of(
    0,
    labelOf(PERSON, 0),
    labelOf(PERSON, 1),
    labelOf(PERSON, 2),
    labelOf(PLACE, 3),
  );
  expect(namesOf(labels)).toEqual([
    { first: 1, last: 3, type: 'person' },
    { first: 4, last: 4, type: 'place' },
  ]);
  expect(namesOf(decode(new Float32Array(0), new Float32Array(LABELS * LABELS)))).toEqual([]);
});
