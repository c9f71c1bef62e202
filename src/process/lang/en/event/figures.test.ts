import { describe, expect, it } from 'vitest';
import { allFigures, eventOf, figuresOf, readText } from './reading.fixtures.ts';

describe('who is counted', () => {
  it.each([
    [
      'Gunmen opened fire, killing three soldiers and two policemen.',
      ['killed exactly 3 soldiers', 'killed exactly 2 policemen'],
    ],
    ['The blast left at least 70 injured.', ['injured atLeast 70']],
    [
      'Between 20 and 30 people were killed in the raid.',
      ['killed atLeast 20 people', 'killed atMost 30 people'],
    ],
    ['Up to 15 fighters were killed in the air strike.', ['killed atMost 15 fighters']],
    ['Police shot dead two men on Monday.', ['killed exactly 2 men']],
    ['The strike killed the commander and four of his guards.', ['killed exactly 4 guards']],
    ['Five people, two of them children, were killed in the bombing.', ['killed exactly 5 people']],
    ['The attack killed 12 people, including 3 children.', ['killed exactly 12 people']],
    ['Three of the six rockets hit the base.', ['rockets exactly 3']],
    ['There were two police killings in the town.', ['killed exactly 2']],
    ['Two police officers were killed by gunmen.', ['killed exactly 2 police officers']],
    ['A man was injured on Monday in a police killing.', ['injured exactly 1 man']],
    [
      'Iran fired about 15 missiles at the base, wounding 110 troops.',
      ['missiles about 15', 'injured exactly 110 troops'],
    ],
  ] as const)('%s', (text, expected) => {
    expect(allFigures(readText(text))).toEqual(expected);
  });

  it('gives the crowd to what it does, not to what it answers', () => {
    const reading = readText(
      'In response to the airstrikes, hundreds of demonstrators, supporting the militias in Iraq attacked the embassy.',
    );
    expect(figuresOf(eventOf(reading, 'airstrikes'))).toEqual([]);
    expect(figuresOf(eventOf(reading, 'attacked'))).toEqual(['demonstrators atLeast 200']);
  });
});

describe('what counts nobody', () => {
  it.each([
    'The police killing of Ann Example led to anger.',
    'It was the third attack this year.',
    'The army paid $3 million after the attack.',
    'The 2-year war was lost.',
    'The attack killed 9999999999999999999999999999999999999999 people.',
    'Police killings rose by 20 per cent.',
    'Ann Example, 27, a captain who died in Iraq, was remembered.',
    'The death of a 16-year-old led to anger.',
    'The striker was injured, missing four games.',
    'A soldier aged 34 was on guard during the attack.',
  ])('%s', (text) => {
    const figures = allFigures(readText(text)).filter((figure) => !figure.endsWith('Ann Example'));
    expect(figures).toEqual([]);
  });
});
