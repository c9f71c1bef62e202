import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import { choosePicture } from '../known.ts';
import { makeHash, makeReport, makeStatement } from '../report/fixtures.suite.ts';
import { comparePictures } from './changes.ts';

const SAID = '2020-12-11T12:00:00Z';
const NOW = '2020-12-13T12:00:00Z';
const begun = makeReport('Harbour Wire', { statements: [makeStatement('rockets hit the port', 0)] });
const STORY = `s${begun.document.slice(7, 19)}`;
const inStory = (report: Report): Report => ({ ...report, story: STORY });
const first = inStory(begun);
const second = inStory(makeReport('Delta Times', { statements: [makeStatement('a ship burned', 0)] }));
const third = inStory(makeReport('Port Post'));
const others = makeReport('Hill Herald', { story: 's222222222222' });
const reports = [first, second, third, others];

const judge = (id: string, given: Partial<Judgement>): Judgement => ({
  kind: 'judgement',
  id,
  made: '2020-12-12T12:00:00Z',
  by: 'Ann Example',
  of: { type: 'story', story: STORY },
  verdict: 'reject',
  note: 'two matters',
  ...given,
});

const groups = (all: readonly Report[]) =>
  Object.fromEntries(all.map(({ outlet, story }) => [outlet, story === STORY ? 'same' : story]));

describe('a story that is rejected', () => {
  it('keeps the page that it began with; each other is a story of its own, and other stories are not touched', () => {
    const { reports: now, takenOut } = choosePicture(reports, NOW, [judge('j1', {})]);
    const own = groups(now);
    expect(own).toMatchObject({ 'Harbour Wire': 'same', 'Hill Herald': 's222222222222' });
    expect(new Set(Object.values(own)).size).toBe(4);
    expect(takenOut).toMatchObject([
      { outlet: 'Delta Times', from: STORY, to: own['Delta Times'], cause: { judgement: 'j1' } },
      { outlet: 'Port Post', from: STORY, to: own['Port Post'] },
    ]);
  });

  it('loses only the documents that are named, in all versions of their pages, also the one that it began with', () => {
    const of = { type: 'story', story: STORY, documents: [second.document] } as const;
    const later = inStory(
      makeReport('Delta Times v2', {
        series: second.series,
        version: 2,
        outlet: 'Delta Times',
        knownSince: '2020-12-12T18:00:00Z',
      }),
    );
    const all = [...reports, later];
    const { reports: now } = choosePicture(all, NOW, [judge('j1', { of })]);
    expect(now.find(({ outlet }) => outlet === 'Delta Times')).toMatchObject({ version: 2 });
    expect(groups(now)).toMatchObject({ 'Harbour Wire': 'same', 'Port Post': 'same' });
    expect(groups(now)['Delta Times']).not.toBe('same');
    const begin = { ...of, documents: [first.document] };
    const moved = groups(choosePicture(reports, NOW, [judge('j1', { of: begin })]).reports);
    expect(moved).toMatchObject({ 'Delta Times': 'same', 'Port Post': 'same' });
    expect(moved['Harbour Wire']).not.toBe('same');
  });

  it('is as it was before the judgement and after its withdrawal, and each step is listed with its cause', () => {
    const judgements = [
      judge('j1', {}),
      judge('j2', { made: '2020-12-13T06:00:00Z', verdict: 'withdraw', value: 'j1', note: 'one after all' }),
    ];
    const at = (asOf: string) => choosePicture(reports, asOf, judgements);
    const [before, between, after] = [SAID, '2020-12-12T18:00:00Z', NOW].map(at);
    expect(groups(before!.reports)).toEqual(groups(after!.reports));
    const rejected = comparePictures({ before: before!, after: between!, judgements, asOf: NOW });
    expect(rejected.takenOut).toHaveLength(2);
    expect(rejected.stories).toHaveLength(3);
    expect(rejected.stories.find(({ id }) => id === STORY)).toMatchObject({
      before: { documents: 3 },
      after: { documents: 1 },
      causes: [{ type: 'judgement', judgement: 'j1', note: 'two matters' }],
    });
    const restored = comparePictures({ before: between!, after: after!, judgements, asOf: NOW });
    expect(restored.putBack).toHaveLength(2);
    expect(restored.stories.flatMap(({ causes }) => causes.map(({ type }) => type))).toEqual(
      Array(3).fill('withdrawal'),
    );
    // Between two instants with the same judgement nothing has changed.
    const still = comparePictures({
      before: between!,
      after: at('2020-12-12T19:00:00Z'),
      judgements,
      asOf: NOW,
    });
    expect([still.stories, still.takenOut, still.putBack]).toEqual([[], [], []]);
  });

  it('is not looked for in what names no known document', () => {
    const of = { type: 'story', story: STORY, documents: [makeHash('nobody')] } as const;
    expect(choosePicture(reports, NOW, [judge('j1', { of })]).takenOut).toEqual([]);
  });
});
