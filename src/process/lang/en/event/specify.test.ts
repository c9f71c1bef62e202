import { describe, expect, it } from 'vitest';
import { eventOf, readText } from './reading.fixtures.ts';

describe('what is asked, refused, offered or threatened', () => {
  it.each([
    ['The rebels refused to release the hostages.', 'refused', 'yield', '124'],
    ['Kenya demanded the withdrawal of Somali troops.', 'demanded', 'yield', '105'],
    ['Peru agreed to meet the envoy.', 'agreed', undefined, '036'],
    ['Peru threatened to expel the ambassador.', 'threatened', 'expel', '131'],
    ['The army threatened to shell the town.', 'threatened', 'violence', '138'],
  ])('%s', (text, word, mode, cameo) => {
    const event = eventOf(readText(text), word);
    expect([event.plover.mode, event.cameo]).toEqual([mode, cameo]);
  });

  it('stays open where no act stands below', () => {
    expect(eventOf(readText('The minister refused the offer.'), 'refused').cameo).toBe('120');
    expect(eventOf(readText('Peru, which attacked Chile in May, refused the offer.'), 'refused').cameo).toBe(
      '120',
    );
  });
});
