import { describe, expect, it } from 'vitest';
import { makeDocument } from './content.ts';

const TEXT =
  '<p>The toll bridge over the Orla opened two weeks early on Saturday, and the first hundred cars crossed free of charge.</p><p>The builders had expected frost in April. The ministry said that the winter had been mild.</p>';
const OPINION = 'I have waited for this bridge for eleven years, and the ferry never ran on Sundays anyway.';

function paragraphs(body: string, url?: string): string[] {
  const { text } = makeDocument({
    kind: 'decodedPage',
    bytes: `sha256:${'0'.repeat(64)}`,
    seen: '2032-01-01T00:00:00Z',
    mediaType: 'text/html',
    source: `<html lang="en"><div>${body}</div>`,
    charset: 'utf-8',
    charsetEvidence: 'default',
    warnings: [],
    ...(url === undefined ? {} : { url }),
  });
  return text.split('\n\n');
}

describe('a discussion below the text', () => {
  it.each([
    ['Comments (2)', '<div>saltmarsh</div><div>2 days ago</div>', '<div>Reply</div>'],
    ['2 Kommentare', '<div>Salzwiese schreibt:</div>', '<div>Antworten</div>'],
    ['Readers’ comments', '<div>Old Pilot says:</div>', '<div>12 votes</div>'],
    ['Commentaires', '<div>il y a 3 heures</div>', '<div>Répondre</div>'],
    ['Join the conversation', '<div>an hour ago</div>', '<div>Like</div>'],
  ])('under "%s" is left out', (heading, before, after) => {
    expect(
      paragraphs(`${TEXT}<h3>${heading}</h3>${`${before}<p>${OPINION}</p>${after}`.repeat(3)}`),
    ).toHaveLength(2);
  });

  it.each([
    ['without any sign of one', `<h3>Comments</h3><p>${OPINION}</p><p>${OPINION}</p>`],
    [
      'under another heading',
      `<h3>Reply of the ministry</h3><p>${OPINION}</p><div>Reply</div><div>2 days ago</div>`,
    ],
  ])('is kept %s', (_, after) => expect(paragraphs(TEXT + after).join(' ')).toContain(OPINION));

  it('is the page in a forum', () => {
    const posts = `<h1>Who crossed the bridge?</h1>${`<div class="comment"><p>${OPINION}</p></div>`.repeat(8)}`;
    expect(paragraphs(posts, 'https://orla.example/forum/bridge')).toHaveLength(8);
    expect(paragraphs(TEXT + posts, 'https://orla.example/news/bridge')).toHaveLength(2);
  });

  it('is not begun by a heading above the text', () => {
    expect(
      paragraphs(`<h3>Comment</h3><div>2 days ago</div><div>2 hours ago</div>${TEXT}`).join(' '),
    ).toContain('The builders');
  });
});
