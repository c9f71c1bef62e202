import { describe, expect, it } from 'vitest';
import { findNotes } from './notes.ts';

const read = (text: string) =>
  findNotes(text).map(({ type, ofItself, gaveUp }) => [type, ofItself, gaveUp.map((span) => span.text)]);

describe('findNotes', () => {
  it.each([
    [
      'Correction: An earlier version of this story said that four rockets hit the port. Two rockets hit the port.',
      [['correction', true, ['that four rockets hit the port']]],
    ],
    [
      'Editor’s note: This story has been corrected to say that two rockets were fired at the base, not four.',
      [['correction', true, ['four']]],
    ],
    [
      'An earlier version of this article incorrectly reported that Ilka Example had been killed by U.S. fire. She was not hurt.',
      [['correction', true, ['that Ilka Example had been killed by U.S. fire']]],
    ],
    ['This story has been retracted because its source could not be confirmed.', [['retraction', true, []]]],
    ['Editor’s note: This article has since been removed after a review.', [['retraction', true, []]]],
    ['(Corrects paragraph two to say two soldiers were killed, not five)', [['correction', true, ['five']]]],
    [
      'CORRECTION, 4 December: The story of Thursday misstated the number of rockets. There were two rather than four.',
      [['correction', false, ['the number of rockets', 'four']]],
    ],
    [
      'Clarification: The minister spoke of the port, not the airport.',
      [['clarification', false, ['the airport']]],
    ],
    ['Retraction: Harbour Wire has retracted its story on the fire at Veles.', [['retraction', false, []]]],
    [
      'Correction: In a story on the raid, Harbour Wire reported erroneously that six people died. Four did.',
      [['correction', false, ['that six people died']]],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'Corrections officers said that two inmates were hurt in the riot at the state prison.',
    'The ministry corrected its figure on Thursday, saying that two people were killed, not four.',
    'Channel Courier retracted a report that the embassy would be closed.',
    'An earlier version of the plan said that all troops would leave by May.',
    'This story has been updated with comment from the ministry and from the port.',
    'Editor’s note: The names of the two witnesses are known to us and are withheld for their safety.',
    'The minister said that the story was wrong and that nobody had been hurt.',
    'This report was removed by the censor, the paper wrote, from the kiosks of the front line.',
  ])('takes for none: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('points into the text, behind what comes before it', () => {
    const text =
      'Two rockets hit the port.\n\nNobody was hurt. An earlier version of this story said that four rockets hit it.';
    const [note] = findNotes(text);
    expect(text.slice(note!.start, note!.end)).toBe(note!.text);
    expect(note!.text).toMatch(/^An earlier/);
    for (const { start, end, text: words } of note!.gaveUp) expect(text.slice(start, end)).toBe(words);
  });

  // Anything worse than linear would run into the runner's limit.
  it('ends on hostile text', () => {
    const text = [
      'this story has been '.repeat(40_000),
      `${'earlier version of this story '.repeat(200)}\n`.repeat(400),
      ', not'.repeat(100_000),
    ].join('\n');
    expect(findNotes(text).length).toBeLessThanOrEqual(12);
  });
});
