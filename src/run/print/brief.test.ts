import { describe, expect, it } from 'vitest';
import { makeKarvoniaBrief } from '../../../test/setup/karvonia-desk.ts';
import { formatBrief } from './brief.ts';
import { makeStyle } from './terminal.ts';
import { measure } from './width.ts';

const form = { width: 72, style: makeStyle(false) };

describe('formatBrief', () => {
  it('is marked, shows number beside word, and numbers each sentence’s claims', () => {
    const text = formatBrief(makeKarvoniaBrief(), form);
    expect(text).toMatch(/^TLP:CLEAR\n\nAllied mission in Karvonia\n/);
    expect(text).toMatch(/\n\nTLP:CLEAR\n$/);
    expect(text).toContain(
      '- Within 30 days, until 21 June 2031: 41%, unlikely (interval 23–60%);\n  the base rate is 12%, very unlikely. [1a–1d, 2]\n',
    );
    expect(text).toContain(
      '- Confidence is low: the preparation rests on one unnamed origin.\n  [1a–1d, 2]\n',
    );
    expect(text).toMatch(/\n {2}1 Northern Gazette, “Officials fear an attack/);
    expect(text).toMatch(/\n {4}1c {2}“her troops had received no order to leave” [0-9a-f]{12} c4\n/);
    for (const line of text.split('\n')) expect(measure(line)).toBeLessThanOrEqual(72);
  });

  it('does nothing that hostile words ask for', () => {
    const brief = makeKarvoniaBrief();
    const sentences = [{ ...brief.sections[0]!.sentences[0]!, text: 'a\u001b[2J\u202eb' }];
    const text = formatBrief({ ...brief, sections: [{ ...brief.sections[0]!, sentences }] }, form);
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});
