import { expect, test } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { packWeights, parseWeights } from '../weights.ts';
import { FEATURES, writeNameFeatures } from './name-features.ts';
import { decode, LABELS, labelOf, makeNameTagger, mayFollow, NAME_TYPES, namesOf } from './name-tagger.ts';

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

test('what is summed beforehand for words alone is the sum of all their features', () => {
  const [sentence] = loadEnglish().parse('Ann Example of the Bank of Utopia met Bo Sample in Oslo.');
  const features = writeNameFeatures(sentence!);
  const hashes = Int32Array.from(new Set(features)).sort();
  const codes = Int8Array.from(hashes, (hash) => (hash >> 8) & 127);
  const labels = Uint8Array.from(hashes, (hash) => (hash >>> 16) % LABELS);
  const pairs = new Float32Array(LABELS * LABELS);
  const facts = { model: 'test', made: '2026-11-22', licence: 'none', data: {}, settings: {} };
  const counts = new Uint8Array(hashes.length).fill(1);
  const rows = { hashes, counts, labels, weights: codes, scale: Float32Array.of(127 * 127), pairs };
  const tagger = makeNameTagger(parseWeights(packWeights(facts, rows), 'test'));

  const sums = new Float32Array(sentence!.tokens.length * LABELS);
  for (const [f, feature] of features.entries()) {
    const row = hashes.indexOf(feature);
    sums[Math.floor(f / FEATURES) * LABELS + labels[row]!]! += codes[row]! ** 2;
  }
  for (let pass = 0; pass < 2; pass++) {
    const tagged = tagger.tag(sentence!);
    expect(tagged.length).toBeGreaterThan(0);
    for (const { first, last, type, scores } of tagged) {
      const t = NAME_TYPES.indexOf(type);
      let expected = 0;
      for (let i = first; i <= last; i++) {
        const position = first === last ? 3 : i === first ? 0 : i === last ? 2 : 1;
        expected += sums[i * LABELS + labelOf(t, position)]!;
      }
      expect(scores?.[t]).toBe(expected);
    }
  }
});
