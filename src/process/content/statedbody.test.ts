import { describe, expect, it } from 'vitest';
import { readStatedBody } from './statedbody.ts';

describe('readStatedBody', () => {
  const PARAGRAPHS = ['The port was shut.', 'It opened & closed again.'];
  it.each([
    ['lines', 'The port was shut.\n\nIt opened &amp; closed again.'],
    ['HTML', '<p>The port was <b>shut</b>.</p><p>It opened &amp; closed again.</p>'],
    [
      'escaped HTML',
      '&lt;p&gt;The port was shut.&lt;/p&gt;&lt;p&gt;It opened &amp;amp; closed again.&lt;/p&gt;',
    ],
    [
      'Markdown',
      '**The port** was [shut](https://a.example/1).\n[#image: /photos/1]\nIt opened & closed again.',
    ],
  ])('%s', (_, body) => expect(readStatedBody(body)?.paragraphs).toEqual(PARAGRAPHS));

  it('leaves brackets and stars of a text', () => {
    expect(readStatedBody('He [the mayor] said 3 * 4.')?.paragraphs).toEqual(['He [the mayor] said 3 * 4.']);
    expect(readStatedBody(undefined)).toBeUndefined();
  });
});
