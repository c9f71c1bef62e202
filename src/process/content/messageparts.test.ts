import { describe, expect, it } from 'vitest';
import { splitMessage } from './messageparts.ts';

describe('splitMessage', () => {
  it('takes out what is quoted and the signature', () => {
    const { body, removed } = splitMessage(
      'The crane is shut.\n\nAm 11. Mai 2031 schrieb Nils Vorbild:\n\n> Was ist mit dem Kran?\n\n-- \nAnn Example\nCoast desk',
    );
    expect(body.trim()).toBe('The crane is shut.');
    expect(removed.map(({ why }) => why)).toEqual([
      'quoted message',
      'quoted message',
      'signature',
      'signature',
      'signature',
    ]);
  });

  it('keeps a message that is nothing but a quotation', () => {
    expect(splitMessage('> The crane is shut.\n> > It leans.').body).toBe('The crane is shut.\nIt leans.');
  });

  it('takes no sentence for the head of a quotation', () => {
    const text = 'On Monday the mayor wrote:\n"The crane is shut."';
    expect(splitMessage(text)).toEqual({ body: text, removed: [] });
  });
});
