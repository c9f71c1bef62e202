import { describe, expect, it } from 'vitest';
import { loadEnglish } from '../../engine.ts';
import { findQuotations } from '../quotes.ts';
import { findLearned, loadLearned } from './learned.ts';

const english = loadEnglish();
const resources = loadLearned();

/** Source, cue and content of every attribution found, as words of the text. */
function found(text: string): string[] {
  const sentences = english.parse(text);
  return findLearned(sentences, findQuotations(text), resources).flatMap((all, s) =>
    all.map(({ source, cue, pieces }) => {
      const { tokens } = sentences[s]!;
      const words = text.slice(tokens[cue[0]!]!.start, tokens[cue.at(-1)!]!.end);
      const said = pieces.map(({ start, end }) => text.slice(start, end)).join(' … ');
      return `${source === undefined ? '-' : text.slice(source.span.start, source.span.end)} | ${words} | ${said}`;
    }),
  );
}

describe('findLearned', () => {
  it('finds source, cue and content of indirect speech', () => {
    expect(found('The mayor of Basra said that the road had been closed.')).toEqual([
      'The mayor of Basra | said | that the road had been closed',
    ]);
  });

  it('finds content on both sides of the cue', () => {
    expect(found('“The road is closed,” the mayor said, “and it will stay so.”')).toEqual([
      'the mayor | said | “The road is closed,” … “and it will stay so.”',
    ]);
  });

  it('follows a quotation over sentences', () => {
    expect(found('“The road is closed. It will stay so,” the mayor said.')).toEqual([
      'the mayor | said | “The road is closed. It will stay so,”',
    ]);
  });

  it('finds nothing where nobody says anything', () => {
    expect(found('The road was closed on Monday. Snow fell all night.')).toEqual([]);
  });

  it('gives pieces that are slices of the text, whatever stands in it', () => {
    const text = `He said 😀 “no”. \u200bShe\u00ad said: ''yes''. ''It is'', they added — 他说不.`;
    const sentences = english.parse(text);
    for (const all of findLearned(sentences, findQuotations(text), resources)) {
      for (const { pieces } of all)
        for (const { start, end } of pieces) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
    }
  });
});
