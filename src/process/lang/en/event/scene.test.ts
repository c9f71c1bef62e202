import { expect, it } from 'vitest';
import { eventOf, readText } from './reading.fixtures.ts';

type Row = readonly [text: string, word: string, expected: string];

const STORY = 'Crowds filled the streets of Nairobi on Monday. The mayor of Nairobi said that all was well. ';

it.each<Row>([
  [`${STORY}Protesters attacked police with stones.`, 'attacked', 'Nairobi'],
  [`${STORY}Rebels attacked police with stones near Mombasa.`, 'attacked', 'Mombasa'],
  // History, what is yet to come, and a sentence that speaks of another place stay without.
  [`${STORY}In 2007 protesters had attacked police with stones.`, 'attacked', '-'],
  [`${STORY}Protesters may attack police with stones.`, 'attack', '-'],
  [`${STORY}A minister praised the police.`, 'praised', '-'],
  // A text that goes from place to place has no scene.
  [
    'Crowds filled the streets of Nairobi and of Mombasa. The mayors of Nairobi and Mombasa were calm. Protesters attacked police.',
    'attacked',
    '-',
  ],
  ['The Port Sudan Farms company was calm. The SWAT team arrested three protesters.', 'arrested', '-'],
])('%s [%s] → %s', (text, word, expected) => {
  const reading = readText(text);
  const { where } = eventOf(reading, word);
  expect(reading.places.find(({ id }) => id === where)?.text ?? '-').toBe(expected);
});
