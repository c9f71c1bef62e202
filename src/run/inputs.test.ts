import { expect, test } from 'vitest';
import { checkGiven, isIsoDate } from './inputs.ts';

test.each([
  '2020',
  '2020-12',
  '2020-12-11',
  '2020-02-29',
  '2020-12-11T18:05',
  '2020-12-11T18:05:00Z',
  '2020-12-11T18:05:00+03:00',
])('%s is a date', (text) => {
  expect(isIsoDate(text)).toBe(true);
});

test.each([
  '',
  '20',
  '2020-13',
  '2020-02-30',
  '2021-02-29',
  '11.12.2020',
  '2020-12-11T25:00Z',
  'yesterday',
  '2020-12-11 18:05',
])('%s is none', (text) => {
  expect(isIsoDate(text)).toBe(false);
});

test('an address is for one input', () => {
  expect(checkGiven({ url: 'https://news.example/a' }, ['a.html'])).toEqual({
    url: 'https://news.example/a',
  });
  expect(() => checkGiven({ url: 'https://news.example/a' }, ['a.html', 'b.html'])).toThrow(
    /--url is given for several inputs/,
  );
  expect(() => checkGiven({ url: 'news.example' }, ['a.html'])).toThrow(/is no address/);
  expect(() => checkGiven({ published: '2020-13' }, ['a.html'])).toThrow(/--published 2020-13 is no date/);
});
