import { describe, expect, test } from 'vitest';
import { makeAddress } from './address.ts';

describe('makeAddress', () => {
  test.each([
    ['HTTPS://News.Example/World/A#comments', 'https://news.example/World/A'],
    ['https://news.example:443/a?utm_source=feed&utm_medium=rss', 'https://news.example/a'],
    ['https://news.example/a?id=7&fbclid=abc&page=2', 'https://news.example/a?id=7&page=2'],
    ['https://news.example/a?q=a%20b+c&gclid=1', 'https://news.example/a?q=a%20b+c'],
    ['https://news.example/a?utm=1', 'https://news.example/a?utm=1'],
    ['not an address', 'not an address'],
  ])('%s', (url, address) => expect(makeAddress({ url })).toBe(address));

  test('takes the file where there is no url, and the url before the file', () => {
    expect(makeAddress({ file: 'week.zip/report-3.html' })).toBe('file:week.zip/report-3.html');
    expect(makeAddress({ url: 'https://news.example/', file: 'x.html' })).toBe('https://news.example/');
  });

  test('knows that standard input is no address', () => {
    expect(makeAddress({ file: '-' })).toBeUndefined();
    expect(makeAddress({})).toBeUndefined();
  });
});
