import { describe, expect, test } from 'vitest';
import { parseRobots } from './robots.ts';

const SITE = 'https://news.example';

function isAllowed(text: string, path: string): boolean {
  return parseRobots(text, `${SITE}/robots.txt`).isAllowed(`${SITE}${path}`);
}

describe('robots.txt', () => {
  test.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow: /drafts/', '/drafts/a', false],
    ['User-agent: *\nDisallow: /drafts/', '/news/a', true],
    ['User-agent: *\nDisallow: /\nAllow: /news/', '/news/a', true],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x=1', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: Tocsin/1.0\nDisallow: /drafts/', '/news/a', true],
    ['User-agent: *\nAllow: /\n\nUser-agent: tocsin\nDisallow: /', '/news/a', false],
    ['User-agent: other\nDisallow: /', '/news/a', true],
    ['User-agent: other\nUser-agent: tocsin\nDisallow: /', '/news/a', false],
    ['User-agent: tocsin\nDisallow: /a\nUser-agent: other\nDisallow: /b', '/b', true],
    ['user-agent: TOCSIN # us\r\ndisallow: /a # not this', '/a', false],
    ['\ufeffUser-agent: *\rDisallow: /a', '/a', false],
    ['<html><body>Not found: sorry</body></html>', '/a', true],
  ])('%j: %s', (text, path, expected) => {
    expect(isAllowed(text, path)).toBe(expected);
  });

  test('is of its own site alone', () => {
    const rules = parseRobots('User-agent: *\nAllow: /', `${SITE}/robots.txt`);
    expect(rules.isAllowed('https://other.example/a')).toBe(false);
    expect(rules.isAllowed('http://news.example/a')).toBe(false);
  });

  test('says how long to wait, a minute at most', () => {
    const delay = (text: string) => parseRobots(text, `${SITE}/robots.txt`).delay;
    expect(delay('User-agent: *\nCrawl-delay: 7.5')).toBe(7.5);
    expect(delay('User-agent: *\nCrawl-delay: 86400')).toBe(60);
    expect(delay('User-agent: *\nCrawl-delay: -1')).toBeUndefined();
    expect(delay('User-agent: *\nCrawl-delay: soon')).toBeUndefined();
    expect(delay('User-agent: other\nCrawl-delay: 9')).toBeUndefined();
  });

  test('says whether it means us', () => {
    expect(parseRobots('User-agent: *\nDisallow: /', SITE).namesUs).toBe(false);
    expect(parseRobots('User-agent: tocsin\nDisallow: /', SITE).namesUs).toBe(true);
  });

  test.each([
    [
      'many robots, many rules',
      'User-agent: tocsin\n'.repeat(15_000) + 'Disallow: /a\n'.repeat(15_000),
      true,
    ],
    ['many groups', 'User-agent: *\nDisallow: /a\n'.repeat(18_000), true],
    ['wildcards', `User-agent: *\n${'Disallow: /*a*a*a*a*a*a*a*a*b\n'.repeat(16_000)}`, true],
    ['a line of wildcards', `User-agent: *\nDisallow: /${'*a'.repeat(250_000)}\nDisallow: /news`, false],
  ])('is read and judged: %s', (_, text, expected) => {
    // Without the bounds, rules times robots or wildcards tried in turn would run into the runner's limit.
    expect(isAllowed(text, `/news/${'a'.repeat(2000)}`)).toBe(expected);
  });
});
