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
