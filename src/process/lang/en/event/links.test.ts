import { describe, expect, it } from 'vitest';
import type { Event } from '../../../../model/event.ts';
import { readText } from './reading.fixtures.ts';

/** `strikes → attacked` for each event that has a link of one kind, by the words of both. */
function linksOf(text: string, kind: 'sameAs' | 'responseTo' | 'partOf'): readonly string[] {
  const { events } = readText(text);
  const word = (id: string) => events.find((event: Event) => event.id === id)!.trigger.text;
  return events.flatMap((event) =>
    event[kind] === undefined ? [] : [`${event.trigger.text} → ${word(event[kind])}`],
  );
}

describe('an answer is one where the text says so', () => {
  it.each([
    ['The EU imposed sanctions on Belarus over the arrest of Ann Example.', ['sanctions → arrest']],
    ['Protesters marched in Tunis over the killing of a student.', ['marched → killing']],
    ['Iran fired missiles at the base to avenge the killing of the general.', ['fired → killing']],
    ['In return for the release of prisoners, the rebels lifted the blockade.', ['lifted → release']],
    ['Hamas fired rockets at the town and Israel responded with air strikes.', ['strikes → fired']],
    ['Rockets hit the base on Monday. In response, the army shelled the village.', ['shelled → hit']],
    ['Rockets hit the base on Monday. The retaliatory strikes killed five.', ['strikes → hit']],
    ['After the shelling, the army arrested 12 men.', []],
    ['Turkey bombed camps after a bomb killed six people in Istanbul.', []],
    ['Rockets hit the base on Monday. The army shelled the village on Tuesday.', []],
    ['Hours after the raid, gunmen attacked the port.', []],
  ] as const)('%s', (text, expected) => {
    expect(linksOf(text, 'responseTo')).toEqual(expected);
  });
});

describe('a part is one where the text says so', () => {
  it.each([
    ['The army launched air strikes as part of an offensive against the militia.', ['strikes → offensive']],
    [
      'The offensive began on 3 June. On 5 June, as part of the offensive, jets bombed a bridge.',
      ['bombed → offensive'],
    ],
    ['The bombing was the latest in a series of attacks on churches.', ['bombing → attacks']],
    ['The bombing was the third in a wave of attacks on churches.', ['bombing → attacks']],
    ['The army bombed a bridge in part of the city after the attacks.', []],
    ['A series of attacks followed the bombing of the church.', []],
    ['The party is part of the government that ordered the strikes.', []],
  ] as const)('%s', (text, expected) => {
    expect(linksOf(text, 'partOf')).toEqual(expected);
  });
});

describe('the same incident again', () => {
  it.each([
    ['Rebels shelled Idlib on Sunday. Doctors said the bombardment killed two.', ['bombardment → shelled']],
    ['A bomb killed nine people in Kabul on Sunday. Oman condemned the bombing.', ['bombing → killed']],
    ['Thousands marched in Tunis on Sunday. The protest was peaceful.', ['protest → marched']],
    ['The government deployed troops on Monday. The deployment was criticised.', ['deployment → deployed']],
    ['Police arrested three men on Tuesday. The arrests came after a tip.', ['arrests → arrested']],
    [
      'Gunmen attacked a hotel in Kabul on Monday. In Herat, gunmen attacked a bank on Tuesday. The attack on the hotel killed two.',
      ['attack → attacked'],
    ],
    // Two incidents stay two.
    ['Gunmen attacked a hotel in Kabul on Monday. Gunmen attacked a bank in Herat on Tuesday.', []],
    ['Friday’s attack in Munich follows upon the attack in Paris.', []],
    ['Rebels shelled Idlib on Sunday. The air strikes on Homs killed two.', []],
    ['A bomb killed nine people in Kabul on Sunday. The shooting in Herat killed two.', []],
    ['Gunmen attacked a convoy last year. The attacks on our police must stop.', []],
    ['Thousands marched in Tunis on Sunday. A protest is planned for Monday.', []],
  ] as const)('%s', (text, expected) => {
    expect(linksOf(text, 'sameAs')).toEqual(expected);
  });

  it('takes the day of the one that is meant', () => {
    const { events } = readText(
      'Gunmen attacked a hotel in Kabul on Monday. In Herat, gunmen attacked a bank on Tuesday. The attack on the hotel killed two.',
    );
    expect(events.at(-1)!.when).toMatchObject({ from: '2019-06-17' });
  });
});
