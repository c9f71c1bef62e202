import { describe, expect, test } from 'vitest';
import { readText } from '../lang/en/event/reading.fixtures.ts';
import { DOUBTFUL, isReadable, isRelevant, isWorthSecond, weighDoubt } from './pick.ts';

const FILLER =
  'The harbour has been there for four hundred years, and nobody remembers it without its cranes. '.repeat(3);
const sure = readText(`The harbour master said on Monday that rebels shelled the port. ${FILLER}`);
const dull = readText(`The library opens on Monday. It has more books than before. ${FILLER}`);

describe('documents are picked', () => {
  test('where they are relevant and doubtful', () => {
    const doubtful = {
      ...sure,
      events: sure.events.map((event) => ({ ...event, actors: [], recipients: [] })),
      claims: sure.claims.map((claim) => ({
        ...claim,
        chain: [claim.chain[0]!, { name: 'unknown', type: 'unknown' as const }],
      })),
    };
    expect(weighDoubt(doubtful)).toBe(1);
    expect(isWorthSecond(doubtful)).toBe(true);
    expect(isWorthSecond({ ...doubtful, document: { ...doubtful.document, language: 'fr' } })).toBe(false);
  });

  test('not where the first reader is sure', () => {
    expect(weighDoubt(sure)).toBeLessThan(DOUBTFUL);
    expect(isWorthSecond(sure)).toBe(false);
  });

  test('not where nothing in them matters, however doubtful', () => {
    expect(isRelevant(dull)).toBe(false);
    expect(isWorthSecond({ ...dull, claims: [], events: [] })).toBe(false);
  });
});

describe('relevant is', () => {
  const watched = { countries: [], events: [], words: [] };
  test.each([
    ['a word', { words: ['cranes'] }, true],
    ['a phrase', { words: ['harbour has been'] }, true],
    ['a beginning', { words: ['remem*'] }, true],
    ['no part of a word', { words: ['crane'] }, false],
    ['another country', { countries: ['IQ'] }, false],
    ['the event types where no more is said', { events: ['CONSULT' as const] }, false],
  ])('%s', (_what, more, expected) => {
    expect(isRelevant(dull, { ...watched, ...more })).toBe(expected);
  });
});

test('a short text is not worth a question', () => {
  expect(isReadable(readText('Rebels shelled the port.'))).toBe(false);
});

test('doubt is weighed in linear time', () => {
  const many = {
    ...sure,
    document: { ...sure.document, text: '“It is so long a quotation that counts.” '.repeat(20_000) },
  };
  expect(weighDoubt(many)).toBeGreaterThan(0.9);
});
