import { expect, test } from 'vitest';
import { loadEnglish } from '../engine.ts';
import { addAbbreviations } from './name-brackets.ts';
import type { FoundName } from './name-spread.ts';

const english = loadEnglish();

/** Words of the names after those of a body at tokens `first` to `last` were looked at. */
function namesIn(
  text: string,
  first: number,
  last: number,
  others: readonly FoundName[] = [],
): readonly string[] {
  const sentence = english.parse(text)[0]!;
  const { tokens } = sentence;
  return addAbbreviations([{ first, last, type: 'organization' }, ...others], sentence).map(
    (name) => `${text.slice(tokens[name.first]!.start, tokens[name.last]!.end)}: ${name.type}`,
  );
}

test('what stands in brackets behind a body is its abbreviation', () => {
  const text = 'The Utopian Council of Trade (UCT) met in Oslo.';
  expect(namesIn(text, 1, 4)).toEqual(['Utopian Council of Trade: organization', 'UCT: organization']);
  expect(namesIn(text, 1, 4, [{ first: 6, last: 6, type: 'place' }])).toEqual([
    'Utopian Council of Trade: organization',
    'UCT: organization',
  ]);
});

test('another word in brackets is none', () => {
  expect(namesIn('The Utopian Council of Trade (Oslo) met.', 1, 4)).toEqual([
    'Utopian Council of Trade: organization',
  ]);
});
