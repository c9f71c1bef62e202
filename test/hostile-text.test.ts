import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageError, read } from '../src/index.ts';
import type { Reading } from '../src/model/reading.ts';

/** What news is made of, and what breaks readers of it. */
const PIECES = [
  'The minister told Reuters on Monday that ',
  'Ann Example, the governor of Anbar, denied ',
  'according to two officials who spoke on condition of anonymity',
  'rebels killed 12 soldiers',
  'the group has not claimed the attack',
  'in retaliation for the strike on the embassy',
  'near Baghdad',
  'last December',
  'two days later',
  'he said',
  'said that',
  'a report that',
  'did not confirm',
  'if ',
  'U.S. ',
  'RALLY IN ADEN ENDS IN FIRE',
  '"',
  '“',
  '”',
  "'",
  '’s ',
  '(',
  ')',
  '[',
  '—',
  '...',
  '. ',
  ', ',
  ': ',
  '; ',
  '? ',
  ' ',
  '\n',
  '\n\n',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200f',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud800',
  '\u0301',
  '\u2028',
  '😀',
  '👩‍🚒',
  'قال الوزير ',
  '部长说',
  'Ｗａｒ',
  '12,000',
  '$4.5m',
  '3 March 2021',
  '10 p.m.',
  '1/2/3',
  '-',
  '&amp;',
  '<b>',
  '</p><p>',
  '<blockquote>',
  '<!--',
  'https://gazette.example/a?b=c',
  '@desk',
];

const hostile = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    ),
    { maxLength: 60 },
  )
  // A NUL in plain text is refused before anything is read.
  .map((pieces) => pieces.join('').replaceAll('\0', ''));

/** Enough English for the rest to be read as such. */
const OPENING =
  'The government said on Monday that it had closed the road to the port after the attack, and that the army was there. ';
const RUNS = 200;

/** Everything in a reading that points into the text, with the way to it. */
function* findSpans(
  value: unknown,
  path: string,
): Generator<[string, { start: number; end: number; text?: unknown }]> {
  if (typeof value !== 'object' || value === null) return;
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    yield [path, value as { start: number; end: number; text?: unknown }];
  for (const [key, inner] of Object.entries(value)) yield* findSpans(inner, `${path}.${key}`);
}

function checkReading(reading: Reading): void {
  const { text } = reading.document;
  for (const [path, span] of findSpans(reading, '')) {
    expect(Number.isInteger(span.start) && Number.isInteger(span.end), path).toBe(true);
    expect(span.start, path).toBeGreaterThanOrEqual(0);
    expect(span.end, path).toBeGreaterThanOrEqual(span.start);
    expect(span.end, path).toBeLessThanOrEqual(text.length);
    if (typeof span.text === 'string') expect(span.text, path).toBe(text.slice(span.start, span.end));
  }
  for (const kind of ['claims', 'events', 'entities', 'times', 'places'] as const) {
    const ids = reading[kind]
      .map((one) => ('id' in one ? one.id : undefined))
      .filter((id) => id !== undefined);
    expect(new Set(ids).size, kind).toBe(ids.length);
  }
}

describe('reading hostile text', () => {
  it('points into the text exactly, whatever stands there', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const reading = await read(OPENING + text, { mediaType: 'text/plain', published: '2031-05-04' });
        checkReading(reading);
      }),
      { numRuns: RUNS },
    );
  });

  it('does so on pages as well', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 5 }), async (parts) => {
        const page = `<html><body><article><p>${OPENING}</p>${parts.map((part) => `<p>${part}</p>`).join('')}</article></body></html>`;
        checkReading(await read(page, { mediaType: 'text/html' }));
      }),
      { numRuns: RUNS },
    );
  });

  it('reads any bytes or says why it does not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (bytes) => {
        try {
          checkReading(await read(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(PageError);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
