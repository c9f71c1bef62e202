import { describe, expect, it } from 'vitest';
import { eventOf, figuresOf, namesOf, readText, wordsOf } from './reading.fixtures.ts';

describe('outcomes told together', () => {
  it.each([
    [
      'A nurse was killed and six patients were wounded.',
      ['killed exactly 1 nurse', 'injured exactly 6 patients'],
    ],
    ['Three guards were wounded and one was killed.', ['injured exactly 3 guards', 'killed exactly 1']],
    [
      'Gunmen killed two guards and wounded a driver in Mosul on Monday.',
      ['killed exactly 2 guards', 'injured exactly 1 driver'],
    ],
  ])('has one event, and not none, for "%s"', (text, figures) => {
    const reading = readText(text);
    expect(reading.events).toHaveLength(1);
    expect(figuresOf(reading.events[0]!)).toEqual(figures);
  });

  it('keeps apart what happened in two places or on two days', () => {
    const reading = readText(
      'On 10 June a driver was killed in Erbil, and on 12 June two guards were hurt at Balad air base.',
    );
    expect(wordsOf(reading)).toEqual(['killed', 'hurt']);
    expect(reading.events.map(({ when }) => when?.from)).toEqual(['2019-06-10', '2019-06-12']);
    expect(figuresOf(reading.events[1]!)).toEqual(['injured exactly 2 guards']);
  });
});

describe('a strike and whom it killed', () => {
  it('is one event with its day and place between', () => {
    const reading = readText('A drone strike near the airport of Aleppo on Monday killed Ali Hassan.');
    expect(wordsOf(reading)).toEqual(['strike']);
    expect(reading.events[0]).toMatchObject({ when: { from: '2019-06-17' } });
    expect(namesOf(reading, reading.events[0]!.recipients)).toContain('Ali Hassan');
  });

  it('is two where others kill after it', () => {
    const reading = readText('After the strike on Monday soldiers killed three rebels.');
    expect(wordsOf(reading)).toEqual(['strike', 'killed']);
    expect(namesOf(reading, eventOf(reading, 'killed').actors)).toEqual(['soldiers']);
  });
});

describe('who is hurt', () => {
  it('is an event in the shortest of sentences', () => {
    const reading = readText('One sailor was hurt.');
    expect(figuresOf(eventOf(reading, 'hurt'))).toEqual(['injured exactly 1 sailor']);
  });

  it('is none where only feelings are', () => {
    expect(readText('The pride of the club was hurt.').events).toEqual([]);
  });
});

it('reads a rare past tense as done', () => {
  const reading = readText(
    'Rockets struck the compound of the French embassy in Cairo on 12 June and caused damage.',
  );
  expect(eventOf(reading, 'struck')).toMatchObject({
    realis: 'occurred',
    cameo: '194',
    targetKind: 'diplomatic mission',
    when: { from: '2019-06-12' },
  });
  expect(readText('The actor struck a pose.').events).toEqual([]);
});
