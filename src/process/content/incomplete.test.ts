import { describe, expect, it } from 'vitest';
import { findFurniture, PAYWALL_NOTICE } from './furniture.ts';
import { findIncomplete } from './incomplete.ts';
import { readJsonLd } from './jsonld.ts';

const FACTS = { meta: new Map<string, string>(), jsonLd: [], feeds: [] };
const none = { lines: [], facts: FACTS, length: 900, last: 'It ended there.' };
const notice = { text: 'Subscribe to continue reading', why: PAYWALL_NOTICE };

describe('findIncomplete', () => {
  it('believes a notice below a short text or one that breaks off', () => {
    expect(findIncomplete({ ...none, lines: [notice] })?.why).toBe('paywall');
    expect(findIncomplete({ ...none, lines: [notice], length: 2_500, last: 'It ended…' })?.why).toBe(
      'paywall',
    );
    expect(findIncomplete({ ...none, lines: [notice], length: 2_500 })).toBeUndefined();
    expect(findIncomplete({ ...none, lines: [notice], length: 9_000, last: 'It ended…' })).toBeUndefined();
  });

  it('believes JSON-LD for a short text only', () => {
    const jsonLd = readJsonLd(['{"@type":"NewsArticle","isAccessibleForFree":"False"}']);
    expect(findIncomplete({ ...none, jsonLd })).toEqual({
      why: 'paywall',
      evidence: 'JSON-LD isAccessibleForFree',
    });
    expect(findIncomplete({ ...none, jsonLd, length: 5_000 })).toBeUndefined();
  });

  it('knows further pages by what the page says and by its head', () => {
    const lines = [{ text: 'Seite 1 von 4', why: 'page control' }];
    expect(findIncomplete({ ...none, lines })?.why).toBe('further pages');
    const at = (url: string, next: string) =>
      findIncomplete({ ...none, url, facts: { ...FACTS, next } })?.why;
    expect(at('https://a.example/port', '?page=2')).toBe('further pages');
    expect(at('https://a.example/port', '/port/2')).toBe('further pages');
    expect(at('https://a.example/port-1.html', 'port-2.html')).toBe('further pages');
    expect(at('https://a.example/port', '/port/')).toBeUndefined();
    expect(at('https://a.example/2031/port', '/2031/storm')).toBeUndefined();
    expect(at('https://a.example/port', 'https://b.example/port/2')).toBeUndefined();
    expect(at('https://a.example/port', 'http://[')).toBeUndefined();
  });

  it('says nothing of a whole article', () => {
    expect(findIncomplete(none)).toBeUndefined();
    expect(
      findIncomplete({ ...none, lines: [{ text: 'Page 1 of 1', why: 'page control' }] }),
    ).toBeUndefined();
  });
});

describe('a paywall notice', () => {
  it.each([
    'Subscribe to continue reading',
    'Already a subscriber? Log in',
    'This article is for subscribers only.',
    'To continue reading, log in or create an account.',
    "You've reached your limit of free articles.",
    'Diesen Artikel weiterlesen mit Veles Plus',
    'Cet article est réservé aux abonnés',
    'Il vous reste 70 % de cet article à lire.',
    'Suscríbete para seguir leyendo',
  ])('%s', (line) => expect(findFurniture(line)).toBe(PAYWALL_NOTICE));

  it.each([
    'Subscribers to the state television protested on Monday.',
    'The article is for the court to read, the lawyer said.',
    'Join the army to see the world, the poster said.',
    'To continue the talks, both sides sent new envoys.',
    'Members of the council voted to keep the paper.',
  ])('not: %s', (line) => expect(findFurniture(line)).not.toBe(PAYWALL_NOTICE));
});
