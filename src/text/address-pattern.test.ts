import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isAddressPattern, makeAddressTest } from './address-pattern.ts';

describe('a pattern of addresses', () => {
  test.each([
    ['/news/*', true],
    ['/news/pier', true],
    ['https://news.example/2026/*/*.html', true],
    ['news/*', false],
    ['//other.example/*', false],
    ['https://*/news', false],
    ['https://news.example', false],
    ['javascript:*', false],
    ['/a b', false],
    [`/${'*'.repeat(11)}`, false],
    [`/${'a'.repeat(600)}`, false],
    ['', false],
  ])('%s: %s', (pattern, isOne) => {
    expect(isAddressPattern(pattern)).toBe(isOne);
  });

  const page = 'https://news.example/front?page=2';
  test.each([
    ['/news/*', 'https://news.example/news/pier', true],
    ['/news/*', 'https://news.example/newsletter', false],
    ['/news/*', 'https://other.example/news/pier', false],
    ['/news/*', 'https://news.example.evil.example/news/pier', false],
    ['/*/2026/*-*.html', 'https://news.example/world/2026/pier-closed.html', true],
    ['/*/2026/*-*.html', 'https://news.example/world/2025/pier-closed.html', false],
    ['/news/pier', 'https://news.example/news/pier', true],
    ['/news/pier', 'https://news.example/news/pier2', false],
    ['https://other.example/*?id=*', 'https://other.example/show?id=7', true],
    ['/a*a', 'https://news.example/a', false],
    ['/a*a', 'https://news.example/aa', true],
  ])('%s, %s: %s', (pattern, address, fits) => {
    expect(makeAddressTest(pattern, page)(address)).toBe(fits);
  });

  it('fits what stars stand for, whatever that is', () => {
    const piece = fc
      .string({ minLength: 0, maxLength: 8 })
      .map((text) => encodeURIComponent(text).replaceAll('*', '_'));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), fc.array(piece, { minLength: 8, maxLength: 8 }), (pieces, fills) => {
        const address = `https://news.example/${pieces.map((each, at) => (at === 0 ? each : `${fills[at]}${each}`)).join('')}`;
        expect(makeAddressTest(`/${pieces.join('*')}`, page)(address)).toBe(true);
      }),
    ); // biome-ignore format: a property
  });
});
