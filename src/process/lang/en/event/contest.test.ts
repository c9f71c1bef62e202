import { describe, expect, it } from 'vitest';
import { readText } from './reading.fixtures.ts';

const CAMPAIGN =
  ' The candidates meet again on Monday. Voters in the primary have heard enough of the campaign. The nominee will be named in May.';
const told = (text: string) =>
  readText(text).events.map(({ trigger, plover }) => `${trigger.text} ${plover.type}`);

describe('words of force in a contest for office', () => {
  it.each([
    [`Ann Example launched an attack on Bob Sample, calling him weak.${CAMPAIGN}`, 'attack ACCUSE'],
    ['Ann Example clashed with Bob Sample in a televised debate.', 'clashed ACCUSE'],
    [`Her rivals see the attacks as a mistake.${CAMPAIGN}`, 'attacks ACCUSE'],
  ])('are criticism: %s', (text, expected) => expect(told(text)).toContain(expected));

  it.each([`The battle for the party has begun.${CAMPAIGN}`, `She greeted fans at her rally.${CAMPAIGN}`])(
    'are no event: %s',
    (text) => expect(told(text)).toEqual([]),
  );

  it.each([
    [
      `A suicide bomber attacked a candidate's office. The attack shocked the town.${CAMPAIGN}`,
      'attack ASSAULT',
    ],
    [`Soldiers clashed with rebels near the border.${CAMPAIGN}`, 'clashed ASSAULT'],
    [`She spoke of the Paris attacks.${CAMPAIGN}`, 'attacks ASSAULT'],
    [`The nominee tweeted about the mass shooting.${CAMPAIGN}`, 'shooting ASSAULT'],
    ['Rebels attacked the town on Monday.', 'attacked ASSAULT'],
  ])('are force where force is told of: %s', (text, expected) => expect(told(text)).toContain(expected));
});
