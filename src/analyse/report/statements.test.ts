import { describe, expect, it } from 'vitest';
import { makeClaim, makeEvent, makeReading } from './fixtures.suite.ts';
import { makeStatements } from './statements.ts';

const TEXT = 'Rockets hit Camp Taji. The Pentagon said two were killed in the attack.';

const found = {
  claims: [makeClaim(TEXT, 'c1', [0, 21]), makeClaim(TEXT, 'c2', [23, 70])],
  entities: [
    {
      kind: 'entity' as const,
      id: 'e1',
      type: 'facility' as const,
      name: 'Camp Taji',
      wikidata: 'Q1',
      country: 'IQ',
      sector: 'MIL' as const,
      role: 'a base',
      mentions: [],
      by: 'test@1',
    },
  ],
  places: [
    {
      kind: 'place' as const,
      id: 'p1',
      start: 12,
      end: 21,
      text: 'Camp Taji',
      name: 'Taji',
      country: 'IQ',
      lat: 33.5,
      lon: 44.2,
      precision: 'site' as const,
      use: 'place' as const,
      by: 'test@1',
    },
  ],
};

describe('makeStatements', () => {
  it('names parties and places by what other documents know as well', () => {
    const event = makeEvent(TEXT, 'v1', {
      word: 'hit',
      recipients: ['e1', 'e9'],
      where: 'p1',
      when: { from: '2020-03-11', to: '2020-03-11', precision: 'day' },
      figures: [{ of: 'killed', value: 2, bound: 'exactly', start: 40, end: 43 }],
      sameAs: 'v2',
    });
    const [first, second] = makeStatements(
      makeReading({ name: 'a', text: TEXT }, { ...found, events: [event] }),
    );
    expect(first).toMatchObject({ claim: 'c1', start: 0, end: 21, words: 'Rockets hit Camp Taji' });
    expect(first?.mentions).toHaveLength(1);
    expect(first?.mentions[0]).toMatchObject({
      event: 'v1',
      // e9 is nobody.
      recipients: [{ name: 'Camp Taji', type: 'facility', country: 'IQ', sector: 'MIL', wikidata: 'Q1' }],
      where: { name: 'Taji', country: 'IQ', lat: 33.5, lon: 44.2, precision: 'site' },
      when: { from: '2020-03-11' },
      figures: [{ of: 'killed', value: 2 }],
      sameAs: 'v2',
    });
    expect(first?.mentions[0]).not.toHaveProperty('incident');
    expect(second?.mentions).toEqual([]);
  });

  it('gives an event without its claim to the claim that holds it, and to none where none does', () => {
    const held = makeEvent(TEXT, 'v1', { word: 'killed', claim: 'c7' });
    const outside = makeEvent(TEXT, 'v2', { word: 'Rockets', claim: 'c7' });
    const claims = [makeClaim(TEXT, 'c2', [23, 70]), makeClaim(TEXT, 'c3', [41, 70])];
    const statements = makeStatements(
      makeReading({ name: 'a', text: TEXT }, { claims, events: [held, outside] }),
    );
    expect(statements.map(({ claim, mentions }) => [claim, mentions.map(({ event }) => event)])).toEqual([
      ['c2', []],
      ['c3', ['v1']],
    ]);
  });

  it('cuts long words between words', () => {
    const text = 'word '.repeat(300);
    const [statement] = makeStatements(
      makeReading({ name: 'a', text }, { claims: [makeClaim(text, 'c1', [0, 1499])] }),
    );
    expect(statement?.words.length).toBeLessThanOrEqual(500);
    expect(statement?.words.endsWith('word')).toBe(true);
  });
});
