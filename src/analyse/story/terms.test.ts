import { describe, expect, it } from 'vitest';
import { makeReading } from '../report/fixtures.suite.ts';
import { findTerms } from './terms.ts';

const TEXT =
  'Crews fought a fire in Surrey. The fire in Surrey took 50 firefighters. Nobody was hurt in Surrey.';
const sentences = [
  { start: 0, end: 30 },
  { start: 31, end: 71 },
  { start: 72, end: 98 },
];
const weights = (...given: Parameters<typeof makeReading>) => new Map(findTerms(makeReading(...given)));

describe('findTerms', () => {
  it('weighs names, numbers and dates above the words of the subject, and what stands in the head once more', () => {
    const terms = weights({ name: 'a', text: `${TEXT} Cats slept.` }, { sentences });
    expect(terms.get('surrey')).toBeGreaterThan(terms.get('fire') ?? 9);
    expect(terms.get('#50')).toBeGreaterThan(terms.get('firefighter') ?? 9);
    expect(terms.has('^fire')).toBe(true);
    expect(terms.has('^hurt')).toBe(true);
    expect(terms.has('slept')).toBe(true);
    expect(terms.has('^slept')).toBe(false);
    for (const word of ['the', 'a', 'was', 'in']) expect(terms.has(word)).toBe(false);
  });

  it('takes a capital that must stand there for no name', () => {
    const terms = weights({ name: 'a', text: 'Crews left. Crews came.' }, { sentences: [] });
    expect(terms.get('crew')).toBe(weights({ name: 'a', text: 'the crews left crews' }).get('crew'));
  });

  it('joins the parts of a name', () => {
    expect(weights({ name: 'a', text: 'He saw Qassem Soleimani, Iran.' }).has('qassem soleimani')).toBe(true);
    expect(weights({ name: 'a', text: 'He saw Qassem, Iran.' }).has('qassem iran')).toBe(false);
  });

  it('counts days with their months, and leaves durations out', () => {
    const time = { kind: 'time' as const, start: 0, end: 3, text: 'Sun', by: 'test@1' };
    const terms = weights(
      { name: 'a', text: TEXT },
      {
        times: [
          { ...time, id: 't1', type: 'DATE', value: '2020-12-20', from: '2020-12-20', precision: 'day' },
          { ...time, id: 't2', type: 'DURATION', value: 'P1D', from: '2019-01-01', precision: 'day' },
        ],
      },
    );
    expect([...terms.keys()].filter((term) => term.startsWith('~'))).toEqual(['~2020-12-20', '~2020-12']);
  });

  it('reads other languages and scripts, and stays within bounds', () => {
    const german = weights({ name: 'a', text: 'Die Botschaft wird geräumt', language: 'de' });
    expect(german.has('die')).toBe(false);
    expect(german.has('botschaft')).toBe(true);
    expect(weights({ name: 'a', text: '伊拉克', language: 'zh' }).has('伊拉')).toBe(true);
    const long = Array.from({ length: 5000 }, (_, i) => `w${i}x`).join(' ');
    expect(findTerms(makeReading({ name: 'a', text: long })).length).toBeLessThanOrEqual(250);
  });
});
