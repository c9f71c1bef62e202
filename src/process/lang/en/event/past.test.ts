import { describe, expect, it } from 'vitest';
import { eventOf, readText } from './reading.fixtures.ts';

const PUBLISHED = { published: '2019-12-18' };

describe('a day without a year that lies ahead', () => {
  it('is of the year before for what was done', () => {
    const reading = readText(
      'The strike on 3 January near the airport killed Ali Hassan. Gunmen attacked the port on 3 January.',
      PUBLISHED,
    );
    expect(eventOf(reading, 'strike')).toMatchObject({ when: { from: '2019-01-03' }, background: true });
    expect(eventOf(reading, 'attacked').when).toMatchObject({ from: '2019-01-03', to: '2019-01-03' });
    expect(reading.times.map(({ value }) => value)).toEqual(['2019-01-03', '2019-01-03']);
  });

  it('stays ahead for what is to come', () => {
    const reading = readText(
      'The troops will withdraw on 15 January. The general plans to visit the base on 3 January.',
      PUBLISHED,
    );
    expect(reading.times.map(({ value }) => value)).toEqual(['2020-01-15', '2020-01-03']);
    for (const { when } of reading.events) expect(when?.from?.slice(0, 4) ?? '2020').toBe('2020');
  });

  it('is left alone where the text gives the year, or the day lies behind', () => {
    const reading = readText(
      'Gunmen attacked the port on 3 January 2020. Gunmen attacked the camp on 3 December.',
      PUBLISHED,
    );
    expect(reading.events.map(({ when }) => when?.from)).toEqual(['2020-01-03', '2019-12-03']);
  });
});
