import { describe, expect, test } from 'vitest';
import type { Report } from '../../model/report.ts';
import { findFamily } from './families.ts';
import { makeReport } from './fixtures.suite.ts';
import { traceOrigins } from './origins.ts';

describe('findFamily', () => {
  test('goes by the domain, below any subdomain, and by a name that is one owner’s alone', () => {
    expect(findFamily({ url: 'https://www.liverpoolecho.co.uk/news/a' })).toBe('Reach');
    expect(findFamily({ outlet: 'Manchester Evening News' })).toBe('Reach');
    expect(findFamily({ url: 'https://example.org/a', outlet: 'Harbour Wire' })).toBeUndefined();
    expect(findFamily({ url: 'not an address' })).toBeUndefined();
  });

  test('no domain is taken for another that ends alike', () => {
    expect(findFamily({ url: 'https://notthesun.co.uk/a' })).toBeUndefined();
    expect(findFamily({ url: 'https://co.uk/' })).toBeUndefined();
  });
});

describe('outlets of one owner', () => {
  const own = (url: string, words: string, more: Partial<Report> = {}): Report =>
    makeReport({ outlet: url, url: `https://${url}/a`, published: '2026-03-02T07:00:00Z', ...more }, [
      { words },
    ]);
  const told = 'the pier was sold to a group of swimmers';
  const retold = 'swimmers have bought the pier for a pound';
  const first = own('liverpoolecho.co.uk', told, { published: '2026-03-02T06:00:00Z' });
  const reuses = [{ document: first.document, share: 0.2, start: 0, end: 8, text: 'the pier' }];
  const trace = (...reports: readonly Report[]) =>
    traceOrigins(reports.flatMap((one) => one.statements.map((statement) => ({ report: one, statement }))));

  test('that carry the same without a source are one origin, and the owner is shown', () => {
    const tree = trace(first, own('mirror.co.uk', retold, { reuses }));
    expect(tree).toMatchObject({ confirmed: 0, possible: 1, relays: 1 });
    expect(tree.reports[1]?.relays).toMatchObject([{ by: 'family', family: 'Reach', share: 0.2 }]);
  });

  test('are shown to be that where the words are the same, too', () => {
    const tree = trace(first, own('mirror.co.uk', told, { reuses }));
    expect(tree.reports[1]?.relays).toMatchObject([{ by: 'wording', family: 'Reach' }]);
  });

  test('of two owners: the later one has no visible access of its own', () => {
    const again = 'a group of swimmers was sold the pier';
    const tree = trace(first, own('metro.co.uk', again, { reuses }));
    expect(tree).toMatchObject({ confirmed: 0, possible: 1 });
    expect(tree.reports[1]).toMatchObject({ role: 'echo', origins: [] });
  });
});
