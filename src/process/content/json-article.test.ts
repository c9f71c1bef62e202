import { describe, expect, it } from 'vitest';
import { readJsonArticle } from './json-article.ts';

const CONTEXT = { seen: '2026-01-02T03:04:05.000Z' };
const read = (fields: unknown) =>
  readJsonArticle(typeof fields === 'string' ? fields : JSON.stringify(fields), CONTEXT);
const TEXT =
  'The harbour master closed the pier on Monday after a storm.\n\nOfficials said that it would stay shut for a week.';

describe('an article as a JSON object', () => {
  it('gives its text and what stands beside it, with the field that it comes from', () => {
    expect(
      read({
        title: ' Pier\nclosed ',
        text: TEXT,
        source: { name: 'Harbour Wire' },
        authors: ['A. Writer', 'B. Writer'],
        date_publish: '2020-12-11 10:00:00',
        language: 'en',
      }),
    ).toMatchObject({
      title: { value: 'Pier closed', evidence: 'field "title"' },
      outlet: { value: 'Harbour Wire', evidence: 'field "source"' },
      byline: { value: 'A. Writer, B. Writer', evidence: 'field "authors"' },
      published: { value: '2020-12-11T10:00:00', evidence: 'field "date_publish"' },
      declaredLanguage: 'en',
      paragraphs: TEXT.split('\n\n'),
    });
  });

  it('reads pieces of HTML and whole pages', () => {
    const markup = TEXT.split('\n\n')
      .map((each) => `<p>${each} <b>x &amp; y</b></p>`)
      .join('');
    const wanted = TEXT.split('\n\n').map((each) => `${each} x & y`);
    expect(read({ title: 'Pier closed', content: markup }).paragraphs).toEqual(wanted);
    const page = `<html><head><title>Pier closed</title></head><body><nav>Home</nav><article><h1>Pier closed</h1>${markup}</article></body></html>`;
    expect(read({ html: page }).paragraphs).toEqual(wanted);
  });

  it('joins the pieces of a message, and knows its instant and its channel', () => {
    expect(
      read({
        type: 'message',
        from: 'Harbour Wire',
        from_id: 'channel7',
        date: '2020-12-11T13:00:00',
        date_unixtime: '1607680800',
        text: ['Pier closed, ', { type: 'link', text: 'officials' }, ' said.'],
      }),
    ).toMatchObject({
      outlet: { value: 'Harbour Wire', evidence: 'field "from"' },
      published: { value: '2020-12-11T10:00:00.000Z', evidence: 'field "date_unixtime"' },
      paragraphs: ['Pier closed, officials said.'],
    });
  });

  it.each([['not JSON'], ['[]'], ['null'], ['{"text": 7}'], ['{"text": {"a": 1}, "title": 3}']])(
    'is without text where it holds none: %s',
    (source) => {
      expect(read(source).paragraphs).toEqual([]);
    },
  );
});
