import { describe, expect, it } from 'vitest';
import { eventOf, readText } from './reading.fixtures.ts';

/*
 * Days that stand elsewhere: farther away in the sentence, in the sentence before, or with another mention of the same
 * incident. Published on Thursday, 20 June 2019. A row: text, word (with `#n` its n-th mention), day or `-`.
 */
type Row = readonly [text: string, word: string, expected: string];

const table = (rows: readonly Row[]) =>
  it.each(rows)('%s [%s] → %s', (text, word, expected) => {
    const [trigger, skip] = word.split('#') as [string, string?];
    const { when } = eventOf(readText(text), trigger, skip === undefined ? 0 : Number(skip) - 1);
    expect(when?.from === undefined ? '-' : when.from.slice(0, 10)).toBe(expected);
  });

describe('farther away in the sentence', () => {
  table([
    ['Two officers shot Tom Example after he drew a knife at them on Saturday night.', 'shot', '2019-06-15'],
    ['He praised the scheme set up after the March 3, 2011, attacks.', 'attacks', '2011-03-03'],
    [
      'A judge asked to release a film of a guard shooting 17-year-old Tom Example nine times in May 2018.',
      'shooting',
      '2018-05-01',
    ],
    ['On Tuesday the town was calm until police arrested the editor.', 'arrested', '2019-06-18'],
    [
      'Ann Example met survivors and relatives of the nine people killed on Tuesday and said that it must end.',
      'killed',
      '-',
    ],
  ]);
});

describe('the sentence before', () => {
  table([
    ['On Tuesday Ann Example came to Cairo. She met the president of Egypt.', 'met', '2019-06-18'],
    ['On Tuesday Ann Example said that she was well. She met the president of Egypt.', 'met', '-'],
    ['On Tuesday Ann Example came to Cairo. She has met the president of Egypt often.', 'met', '-'],
    ['On Tuesday Ann Example came to Cairo. She had met the president of Egypt.', 'met', '-'],
    ['On Tuesday Ann Example came to Cairo. Her party is small. She met the president of Egypt.', 'met', '-'],
  ]);
});

describe('another mention of the incident', () => {
  const SHOT = 'Soldiers shot Tom Example dead in Basra on Monday. ';
  table([
    [`${SHOT}A judge inquired into the shooting of Tom Example.`, 'shooting', '2019-06-17'],
    [`${SHOT}The town is quiet. Prosecutors may charge the soldiers with murder.`, 'murder', '2019-06-17'],
    [`${SHOT}People also remember the Sampleman shooting.`, 'shooting', '-'],
    [`${SHOT}People also remember another shooting.`, 'shooting', '-'],
    [`${SHOT}Rebels shot Ann Sampleman in June 2011. Nobody wants to hear of the shooting.`, 'shooting', '-'],
    [
      'Rebels attacked the consulate in Basra in 2012. The attack on the consulate of 5 May 2012 was the worst.',
      'attacked',
      '2012-05-05',
    ],
  ]);
});
