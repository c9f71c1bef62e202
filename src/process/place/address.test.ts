import { expect, test } from 'vitest';
import { countryOfAddress } from './address.ts';

test('the ending of a host tells the country', () => {
  expect(countryOfAddress('https://www.example.co.uk/news/1')).toBe('GB');
  expect(countryOfAddress('http://paper.example.com.au:80/a?b')).toBe('AU');
  expect(countryOfAddress('https://paper.example.ng')).toBe('NG');
});

test('endings that are sold to anybody, and what is no address, tell none', () => {
  for (const url of [
    'https://example.com/uk',
    'https://example.tv/',
    'https://example.co',
    'example.fr',
    '',
    undefined,
  ]) {
    expect(countryOfAddress(url)).toBeUndefined();
  }
});
