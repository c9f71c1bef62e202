import { describe, expect, it } from 'vitest';
import { eventOf, readText } from './reading.fixtures.ts';

const isBackground = (text: string, word: string) => eventOf(readText(text), word).background;

describe('what grammar tells as history', () => {
  it('is the pluperfect in the voice of the outlet', () => {
    expect(isBackground('The army had shelled the town before the talks. Nobody was there.', 'shelled')).toBe(
      true,
    );
  });

  it('is no pluperfect that only follows a verb of saying', () => {
    expect(isBackground('The army said on Wednesday that it had shelled the town.', 'shelled')).toBe(false);
  });

  it('is what somebody is known for by a relative clause', () => {
    expect(isBackground('The commissioner who accused the mayor resigned on Tuesday.', 'accused')).toBe(true);
    expect(isBackground('The envoy met a senator who has condemned the raid.', 'condemned')).toBe(true);
  });

  it('is the known act that another one followed on', () => {
    const text = 'Protests continued over the killing of a student. Shops stayed closed.';
    expect(isBackground(text, 'killing')).toBe(true);
    expect(isBackground(text, 'Protests')).toBe(false);
  });

  it('is not the news of the sentence', () => {
    expect(isBackground('Rebels attacked the town on Wednesday.', 'attacked')).toBe(false);
    expect(isBackground('Police used tear gas after an attack on the station.', 'attack')).toBe(false);
  });

  it('is measured from the newest day told where the page has no date', () => {
    const text = 'Rebels shelled the port on 4 May 2019. In 2011 the army shelled the town.';
    const reading = readText(text, { published: undefined as never });
    expect(eventOf(reading, 'shelled').background).toBe(false);
    expect(eventOf(reading, 'shelled', 1).background).toBe(true);
  });
});

/** News of three sentences, behind which a text goes into what was before. */
const NEWS = 'Rebels attacked a bridge on Wednesday. Nobody was hurt. The bridge is closed. ';

describe('what a text recalls behind its news', () => {
  it.each([
    ['The mayor beat Ann Example, a councillor who accused him of fraud.', 'accused'],
    ['The senator sought a plan endorsed by the union.', 'endorsed'],
    ['The governor has repeatedly condemned the rebels.', 'condemned'],
    ['The group killed 300 people over three decades.', 'killed'],
    ['Two officers involved in the shooting were promoted.', 'shooting'],
    ['Earlier in the week, the governor condemned the rebels.', 'condemned'],
    ['The minister famously clashed with the governor.', 'clashed'],
    ['The town was rebuilt after the Sept. 11, 2001, attacks.', 'attacks'],
  ])('%s (%s)', (text, word) => {
    const reading = readText(NEWS + text);
    expect(eventOf(reading, word).background).toBe(true);
    expect(eventOf(reading, 'attacked').background).toBe(false);
  });

  it.each([
    ['The governor condemned the rebels on Thursday.', 'condemned'],
    ['By nightfall 40 people had been arrested.', 'arrested'],
    ['The protests that are shaking the town began in May.', 'protests'],
    ['Police arrested a man who attacked a shop on Wednesday.', 'arrested'],
  ])('is not all of it: %s (%s)', (text, word) => {
    expect(eventOf(readText(NEWS + text), word).background).toBe(false);
  });
});
