import { describe, expect, it } from 'vitest';
import { namesOf, readText } from './reading.fixtures.ts';

const modeOf = (text: string) => {
  const [event] = readText(text).events;
  return `${event?.plover.mode ?? '-'} ${event?.cameo}`;
};

describe('what an attack is done with', () => {
  it.each([
    ['Balad air base was hit by rockets.', 'heavy-weapons 194'],
    ['Rockets hit the air base on Saturday.', 'heavy-weapons 194'],
    ['Rockets struck a missile depot.', 'heavy-weapons 194'],
    ['Gunmen attacked a helicopter near Mosul.', 'firearms 193'],
    ['An air attack hit the town.', 'aerial 195'],
    ['Aircraft bombed a tank column.', 'aerial 195'],
    ['Rebels fired rockets at an airfield.', 'heavy-weapons 194'],
    ['A drone attacked the airport.', 'drone 195'],
  ])('%s: %s', (text, expected) => expect(modeOf(text)).toBe(expected));

  it('is not what it is done to', () => {
    const reading = readText('Missiles struck an aircraft carrier.');
    expect(namesOf(reading, reading.events[0]!.instruments)).toEqual(['missile']);
  });
});
