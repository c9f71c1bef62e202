import { expect, test } from 'vitest';
import { PageError, StoreError } from '../model/errors.ts';
import { makeStyle } from './print/terminal.ts';
import { describeError, splitPageError } from './report.ts';
import { UsageError } from './usage.ts';

const PLAIN = { style: makeStyle(false), isDebug: false };

test.each([
  [new PageError('a.html', 'is empty', 'Leave it out.'), 'tocsin: a.html: is empty. Leave it out.\n', 1],
  [
    new UsageError('--port: "x" does not fit', 'Give a number.'),
    'tocsin: --port: "x" does not fit. Give a number.\n',
    2,
  ],
  [
    new StoreError('/data', 'is read-only', 'Choose another.'),
    'tocsin: /data: is read-only. Choose another.\n',
    3,
  ],
])('%s', (error, text, code) => {
  expect(describeError(error, PLAIN)).toEqual({ text, code });
});

test('the unexpected is short, and has its trace when asked for', () => {
  const short = describeError(new TypeError('x is undefined'), PLAIN);
  expect(short.code).toBe(70);
  expect(short.text).toMatch(
    /^tocsin: this should not have happened: TypeError: x is undefined\n.*TOCSIN_DEBUG=1/,
  );
  expect(short.text).not.toContain('    at ');
  expect(describeError(new TypeError('x'), { ...PLAIN, isDebug: true }).text).toContain('    at ');
});

test('a name cannot smuggle in what a terminal obeys', () => {
  const { text } = describeError(
    new PageError('a\u001b[2Jb\u009b31m.html', 'is empty', 'Leave it out.'),
    PLAIN,
  );
  expect(text).not.toMatch(/[\u001b\u009b]/);
});

test('an error comes apart again', () => {
  expect(splitPageError(new PageError('a: b.html', 'is empty. Really', 'Leave it out.'))).toEqual({
    source: 'a: b.html',
    problem: 'is empty. Really',
    remedy: 'Leave it out.',
  });
});
