import { describe, expect, it } from 'vitest';
import { eventOf, readText } from './reading.fixtures.ts';

/** Words of the events that are told as history. */
const historyOf = (text: string, title?: string) =>
  readText(text, title === undefined ? {} : { title }).events.flatMap(({ trigger, background }) =>
    background ? [trigger.text] : [],
  );

describe('history', () => {
  it.each([
    ['Gunmen attacked the port on Sunday. In 2017, gunmen kidnapped a judge there.', ['kidnapped']],
    ['Gunmen attacked the port on Sunday. Militants have previously attacked convoys.', ['attacked']],
    ["Gunmen attacked the port on Sunday. Last year's bombing of the market killed nine.", ['bombing']],
    [
      'Gunmen attacked the port on Sunday. A bomb killed 12 people in Mosul in March 2017. The bombing wounded 40.',
      ['killed', 'bombing'],
    ],
    [
      'The army shelled the village on Tuesday.\n\nIn 2003 the army invaded the valley. It bombed two bridges.',
      ['invaded', 'bombed'],
    ],
    ['The rally marked the anniversary of the strike of 3 January 2018.', ['strike']],
  ] as const)('%s', (text, expected) => {
    expect(historyOf(text)).toEqual(expected);
  });
});

describe('news', () => {
  it.each([
    'Gunmen attacked the port on Sunday.',
    'Gunmen have attacked the port.',
    'A man was charged on Tuesday with the killing of two women in 1967.',
    'A jury on Tuesday convicted a man of murdering a deputy in June 2005.',
    'The army will withdraw on 15 July. Rebels attacked a bridge.',
  ])('%s', (text) => {
    expect(historyOf(text)).toEqual([]);
  });

  it('does not become history by what stands before or behind it', () => {
    const text =
      'The group kidnapped a judge in 2017. It has attacked two villages. Police arrested five men. Gunmen attacked the port on Sunday.';
    const reading = readText(text);
    expect(eventOf(reading, 'kidnapped').background).toBe(true);
    expect(eventOf(reading, 'attacked').background).toBe(false);
    expect(eventOf(reading, 'attacked', 1).background).toBe(false);
    expect(historyOf('Rebels attacked a bridge. In 2003 they invaded the valley.')).toEqual(['invaded']);
  });
});
