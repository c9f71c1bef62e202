import { describe, expect, it } from 'vitest';
import { readPlain } from './plain.ts';

const CONTEXT = { seen: '2032-01-01T00:00:00Z' };
const RUNNING =
  'The coast guard of Tarsa moved four patrol boats to the north of the island on Friday, the ministry said.';

function why(source: string, start: string): string | undefined {
  return readPlain(source, CONTEXT).removed.find((piece) => piece.text.startsWith(start))?.why;
}

describe('readPlain', () => {
  it('takes a text without a title as it is', () => {
    const content = readPlain(`${RUNNING}\n\n${RUNNING}`, CONTEXT);
    expect(content.paragraphs).toEqual([RUNNING, RUNNING]);
    expect(content.title).toBeUndefined();
    expect(content.removed).toEqual([]);
  });

  it('takes short lines alone as text where no running text follows', () => {
    const content = readPlain('Port shut.\nFerry halted.\n', CONTEXT);
    expect(content.paragraphs.length + (content.title === undefined ? 0 : 1)).toBe(2);
  });

  it('takes one short sentence for text, not for a title', () => {
    const content = readPlain('The mayor told the Gazette that the bridge is closed.', CONTEXT);
    expect(content.paragraphs).toEqual(['The mayor told the Gazette that the bridge is closed.']);
    expect(content.title).toBeUndefined();
    expect(readPlain('Port shut after blast in the night', CONTEXT).title?.value).toBe(
      'Port shut after blast in the night',
    );
  });

  it('has no outlet: the name in a call to join is not enough', () => {
    expect(
      readPlain(
        `Join our HPN Telegram channel today!\n\nPort shut after blast in the night\n\n${RUNNING}`,
        CONTEXT,
      ).outlet,
    ).toBeUndefined();
  });

  it('says why each line above the text is left out', () => {
    const source = `Home\nSign up for our newsletter\nA1F\nhttps://post.example/a\n\nPort shut after blast in the night\nBy Ilse Okafor\n3 May 2031\n\n${RUNNING}`;
    expect(why(source, 'Home')).toBe('navigation');
    expect(why(source, 'Sign up')).toBe('promotion');
    expect(why(source, 'A1F')).toBe('code');
    expect(why(source, 'https://')).toBe('address');
    expect(why(source, 'Port shut')).toBe('title');
    expect(why(source, 'By Ilse')).toBe('byline');
    expect(why(source, '3 May')).toBe('date line');
    expect(readPlain(source, CONTEXT)).toMatchObject({
      paragraphs: [RUNNING],
      byline: { value: 'Ilse Okafor', evidence: 'visible byline' },
      published: { value: '2031-05-03' },
    });
  });

  it('loses no sentence to what stands above it', () => {
    const short = 'The pilots will vote on Tuesday.';
    for (const pointer of ['Read more: The other strike', 'Related stories', 'Subscribe', 'Comments (3)']) {
      const { paragraphs } = readPlain(`${RUNNING}\n${RUNNING}\n${pointer}\n${short}\n${RUNNING}\n`, CONTEXT);
      expect(paragraphs, pointer).toEqual([RUNNING, RUNNING, short, RUNNING]);
    }
  });

  it('leaves out a list of other titles in the middle, and no heading of its own', () => {
    const list = `${RUNNING}\n\nRELATED ARTICLES\n- The crane\n- The new quay\n\n${RUNNING}\n${RUNNING}`;
    expect(readPlain(list, CONTEXT).paragraphs).toEqual([RUNNING, RUNNING, RUNNING]);
    const heading = `${RUNNING}\n\nShare this article\n\nWhat comes next\n\n${RUNNING}\n${RUNNING}`;
    expect(readPlain(heading, CONTEXT).paragraphs).toEqual([RUNNING, 'What comes next', RUNNING, RUNNING]);
  });

  it('takes a bare name for the author only beside a date or role', () => {
    const head = 'Port shut after blast in the night';
    const read = (lines: string) => readPlain(`${head}\n${lines}\n\n${RUNNING}`, CONTEXT);
    expect(read('Ilse de Graaf\nSenior correspondent').byline?.value).toBe('Ilse de Graaf');
    expect(read('Ilse de Graaf\n3 May 2031').byline?.value).toBe('Ilse de Graaf');
    expect(read('3 May 2031 | Ilse de Graaf').byline?.value).toBe('Ilse de Graaf');
    expect(read('Tarsa Coast Guard').byline).toBeUndefined();
  });

  it('tells a long title from the text', () => {
    const asking = 'Will the port of Veles ever open again after the third explosion at its fuel depot?';
    const quoting =
      'Minister of Tarsa vows a “crushing answer” to the raid and calls the island “ours, today and for ever”';
    const telling =
      'Two people were killed when a boat of the coast guard struck a rock off the island of Saro.';
    expect(readPlain(`${asking}\n\n${RUNNING}`, CONTEXT).title?.value).toBe(asking);
    expect(readPlain(`${quoting}\n\n${RUNNING}`, CONTEXT).title?.value).toBe(quoting);
    expect(readPlain(`${telling}\n3 May 2031\n\n${RUNNING}`, CONTEXT).title?.value).toBe(telling);
    expect(readPlain(`${telling}\n\n${RUNNING}`, CONTEXT).title).toBeUndefined();
  });

  it('leaves out the path of sections above a title', () => {
    const content = readPlain(
      `Home » News » Sea\nWorld\n\nPort shut after blast in the night\n\n${RUNNING}`,
      CONTEXT,
    );
    expect(content.title?.value).toBe('Port shut after blast in the night');
    expect(content.paragraphs).toEqual([RUNNING]);
  });

  it('keeps a date that stands within the text', () => {
    const content = readPlain(`Port shut after blast\n\n${RUNNING}\n\n3 May 2031\n\n${RUNNING}`, CONTEXT);
    expect(content.paragraphs).toEqual([RUNNING, '3 May 2031', RUNNING]);
    expect(content.published).toBeUndefined();
  });

  it('notes the agency of a dateline and leaves the dateline in the text', () => {
    const content = readPlain(`DOLNA (Reuters) - ${RUNNING}`, CONTEXT);
    expect(content.byline).toEqual({ value: 'Reuters', evidence: 'agency in the dateline' });
    expect(content.paragraphs[0]).toBe(`DOLNA (Reuters) - ${RUNNING}`);
  });

  it('takes a single line with a colon for no mail header', () => {
    expect(
      readPlain(`From: the coast, a report\n\n${RUNNING}`, CONTEXT).removed.some(
        (piece) => piece.why === 'message header',
      ),
    ).toBe(false);
  });

  it('leaves out what follows a heading that ends the article', () => {
    const content = readPlain(
      `Port shut after blast\n\n${RUNNING}\n\nRelated stories\nFish prices rise\nBridge reopens`,
      CONTEXT,
    );
    expect(content.paragraphs).toEqual([RUNNING]);
  });
});
