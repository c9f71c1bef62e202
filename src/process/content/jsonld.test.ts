import { describe, expect, it } from 'vitest';
import { readJsonLd } from './jsonld.ts';

describe('readJsonLd', () => {
  it('prefers an article to the page around it', () => {
    const page = '{"@type":"WebPage","name":"Front","datePublished":"2020-01-01"}';
    const article = '{"@type":"ReportageNewsArticle","headline":"Port shut","datePublished":"2031-05-02"}';
    expect(readJsonLd([page, article])).toMatchObject({ headline: 'Port shut', published: '2031-05-02' });
  });

  it('follows references within a graph', () => {
    const graph = `{"@graph":[{"@type":"Article","author":{"@id":"#p"},"publisher":{"@id":"#o"}},{"@id":"#p","@type":"Person","name":"Ilse Okafor"},{"@id":"#o","name":"The Harbour Post"}]}`;
    expect(readJsonLd([graph])).toMatchObject({ authors: ['Ilse Okafor'], publisher: 'The Harbour Post' });
  });

  it('reads scripts with raw line breaks, comments and a stray semicolon', () => {
    expect(readJsonLd(['<!--\n{"@type":"Article","headline":"Port\nshut"};\n-->']).headline).toBeUndefined();
    expect(readJsonLd(['{"@type":"Article","headline":"Port\nshut"};']).headline).toBe('Port shut');
    expect(readJsonLd(['//<![CDATA[\n{"@type":"Article","headline":"Port shut"}\n//]]>']).headline).toBe(
      'Port shut',
    );
  });

  it('says nothing of a page without an article', () => {
    expect(
      readJsonLd(['{"@type":"Organization","name":"The Harbour Post"}', 'null', '7', '"x"', '[]']),
    ).toEqual({ authors: [], authorBodies: [] });
  });
});
