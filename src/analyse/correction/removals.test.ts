import { describe, expect, it } from 'vitest';
import type { Report } from '../../model/report.ts';
import { makeIncident } from '../incident/incidents.ts';
import { choosePicture } from '../known.ts';
import { makeHash, makeMention, makeReport, makeStatement } from '../report/fixtures.suite.ts';
import { comparePictures } from './changes.ts';
import { findNotes } from './notes.ts';

const SERIES = makeHash('page');
const KILLED = 'three soldiers were killed when rockets hit the barracks';
const CLOSED = 'police closed the road to the harbour';

/** One version of a page, each a day after the one before. */
function version(number: number, lines: readonly string[], given: Partial<Report> = {}): Report {
  return makeReport(`Harbour Wire ${number}`, {
    series: SERIES,
    version: number,
    outlet: 'Harbour Wire',
    seen: `2020-12-1${number}T10:00:00Z`,
    statements: lines.map((words, at) =>
      makeStatement(words, 100 * at, { mentions: words === CLOSED ? [] : [makeMention('i1')] }),
    ),
    ...given,
  });
}

const NOW = '2020-12-31';
const removed = (reports: readonly Report[], asOf = NOW) =>
  choosePicture(reports, asOf).removed.map(({ claim, version: number, known }) => [
    claim.words,
    number,
    known.slice(0, 10),
  ]);

describe('what a page no longer says', () => {
  it('is told with the old words and since when, and takes nothing back', () => {
    const relay = makeReport('Delta Times', {
      statements: [
        makeStatement(KILLED, 0, {
          chain: [
            { name: 'Delta Times', type: 'outlet' },
            { name: 'Harbour Wire', type: 'outlet' },
          ],
          mentions: [makeMention('i1')],
        }),
      ],
    });
    const reports = [version(1, [KILLED, CLOSED]), relay, version(2, [CLOSED])];
    expect(removed(reports)).toEqual([[KILLED, 2, '2020-12-12']]);
    expect(removed(reports, '2020-12-11')).toEqual([]);
    const before = choosePicture(reports, '2020-12-11');
    const after = choosePicture(reports, NOW);
    expect(after.setAside).toEqual([]);
    // The page itself stands for it no longer; whoever has it from there still does.
    expect(makeIncident('i1', before.reports)?.documents).toBe(2);
    expect(makeIncident('i1', after.reports)?.told.map(({ claim }) => claim.outlet)).toEqual(['Delta Times']);
    const { removed: listed } = comparePictures({ before, after, judgements: [], asOf: NOW });
    expect(listed).toMatchObject([{ incidents: ['i1'], claim: { words: KILLED }, version: 2 }]);
  });

  it('is none where it is said in other words, or again', () => {
    expect(removed([version(1, [KILLED]), version(2, [`the army said that ${KILLED}`])])).toEqual([]);
    expect(removed([version(1, [KILLED]), version(2, [CLOSED]), version(3, [KILLED])])).toEqual([]);
    expect(removed([version(1, [KILLED]), version(2, [CLOSED]), version(3, [CLOSED])])).toEqual([
      [KILLED, 2, '2020-12-12'],
    ]);
  });

  it('is none where a note speaks of it, and where it told of no incident', () => {
    const notes = findNotes(
      'Correction: An earlier version of this story said that three soldiers were killed when rockets hit the barracks.',
    );
    expect(notes).toHaveLength(1);
    expect(removed([version(1, [KILLED]), version(2, [CLOSED], { notes })])).toEqual([]);
    expect(removed([version(1, [KILLED, CLOSED]), version(2, [KILLED])])).toEqual([]);
    const other = findNotes('Correction: This story was updated to correct the name of the harbour master.');
    expect(other).toHaveLength(1);
    expect(removed([version(1, [KILLED]), version(2, [CLOSED], { notes: other })])).toHaveLength(1);
  });

  it('is told once where a sentence and the claim in it went together', () => {
    const whole = makeStatement(`the army said that ${KILLED}`, 0, { incidents: ['i1'] });
    const within = { ...makeStatement(KILLED, 19, { incidents: ['i1'] }), claim: 'c1' };
    const first = version(1, [], { statements: [within, whole] });
    expect(removed([first, version(2, [CLOSED])])).toEqual([[whole.words, 2, '2020-12-12']]);
  });
});
