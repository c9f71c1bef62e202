import { describe, expect, it } from 'vitest';
import { eventOf, namesOf, readText, wordsOf } from './reading.fixtures.ts';

describe('an act and the answer to it', () => {
  it.each([
    'The army called the strikes an answer to the attack on the base.',
    'The strikes were in answer to the attack on the base.',
    'The strikes were a response to the attack on the base.',
  ])('are two: %s', (text) => {
    const reading = readText(`Gunmen attacked the base on Monday. ${text}`);
    const strikes = eventOf(reading, 'strikes');
    const attack = eventOf(reading, 'attack');
    expect(strikes.sameAs).toBeUndefined();
    expect(strikes.responseTo).toBe(attack.sameAs ?? attack.id);
    expect(attack.sameAs).toBe(eventOf(reading, 'attacked').id);
  });

  it('are two where the answer is only called retaliatory', () => {
    const reading = readText(
      'Rebels carried out an attack on the port. The retaliatory attack hit two villages.',
    );
    expect(eventOf(reading, 'attack', 1).sameAs).toBeUndefined();
  });

  it('leaves the answer told again the same answer', () => {
    const reading = readText(
      'The army carried out strikes on the militia on Monday. The strikes were in response to the attack on the base.',
    );
    expect(eventOf(reading, 'strikes', 1).sameAs).toBe(eventOf(reading, 'strikes').id);
  });
});

describe('"that attack", "the same strike", "the killing"', () => {
  it('is of the time that was spoken of last', () => {
    const reading = readText(
      'A group that calls itself Wolves of the North claimed the attack of 17 June on Mosul. On 8 January 2018 the town was a target too. That attack was claimed by Hamas.',
    );
    expect(reading.events.map(({ sameAs }) => sameAs)).toEqual([undefined, undefined]);
    const near = readText('Rockets hit Mosul on 17 June. That attack killed two guards.');
    expect(eventOf(near, 'attack').sameAs).toBe('v1');
  });

  it('may befall somebody else in the same strike', () => {
    const reading = readText(
      'A drone strike killed Ali Hassan on Friday. Omar Khalil, a guard, was killed in the same strike. Omar Khalil was buried.',
    );
    expect(eventOf(reading, 'strike', 1).sameAs).toBe(eventOf(reading, 'strike').id);
    const other = readText(
      'A drone strike killed Ali Hassan on Friday. Omar Khalil was killed in a strike on Sunday.',
    );
    expect(eventOf(other, 'strike', 1).sameAs).toBeUndefined();
  });

  it('takes up whoever was killed, not what was told last', () => {
    const reading = readText(
      'Ali Hassan was killed near Tehran on Friday. In January Iran had fired missiles at two bases. The ship came back two days before the killing.',
    );
    expect(eventOf(reading, 'killing').sameAs).toBe(eventOf(reading, 'killed').id);
  });

  it('that names whom it befell takes up nothing that befell others', () => {
    const reading = readText(
      'Nine people were injured in Erbil. Missiles were fired there in answer to the killing of Ali Hassan.',
    );
    expect(eventOf(reading, 'killing').sameAs).toBeUndefined();
  });
});

describe('days', () => {
  it('keep attacks apart, also by way of a third mention', () => {
    const reading = readText(
      'Rockets hit the base on 10 June. The attack on the base hurt two guards. Since the attack of 14 June on the base it has been quiet.',
    );
    expect(eventOf(reading, 'attack').sameAs).toBe('v1');
    expect(eventOf(reading, 'attack', 1).when).toMatchObject({ from: '2019-06-14' });
    expect(eventOf(reading, 'attack', 1).sameAs).toBeUndefined();
  });

  it('lets a state and its forces do the same thing', () => {
    const reading = readText(
      "Iran fired missiles at the base on Wednesday. Iran's Islamic Revolutionary Guard Corps claimed the attack.",
    );
    expect(eventOf(reading, 'attack').sameAs).toBe(eventOf(reading, 'fired').id);
    const other = readText('Iran fired missiles at the base on Wednesday. Hamas claimed the attack.');
    expect(eventOf(other, 'attack').sameAs).toBeUndefined();
  });
});

it('has the doer of an attack from who claims it under a name', () => {
  const reading = readText(
    'A group that calls itself Wolves of the North has claimed the attack on Mosul. The group said it fired six rockets.',
  );
  expect(namesOf(reading, eventOf(reading, 'attack').actors)).toEqual(['Wolves of the North']);
  expect(namesOf(reading, eventOf(reading, 'fired').actors)).toEqual(['Wolves of the North']);
  expect(wordsOf(reading)).toEqual(['attack', 'fired']);
});
