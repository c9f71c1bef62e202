import { describe, expect, it } from 'vitest';
import { makeMention, makeReport, makeStatement } from '../report/fixtures.suite.ts';
import { makeStory, summarizeStories } from './stories.ts';

const CNN = [
  { name: 'A', type: 'outlet' as const },
  { name: 'CNN', type: 'outlet' as const },
  { name: 'U.S. officials', type: 'person' as const, anonymous: true, number: 'several' as const },
];
const inIraq = makeMention('i1', { where: { name: 'Iraq', country: 'IQ', precision: 'country' } });
const preparation = makeStatement('Militias are at a heightened level of preparation', 0, {
  chain: CNN,
  mentions: [inIraq],
});

const reports = [
  makeReport('A', {
    story: 's1',
    title: 'Militias prepare',
    seen: '2020-12-11T08:00:00Z',
    published: '2020-12-11',
    statements: [preparation],
  }),
  makeReport('B', {
    story: 's1',
    title: 'Officials worried',
    seen: '2020-12-11T10:00:00Z',
    published: '2020-12-11',
    statements: [preparation],
  }),
  makeReport('C', { story: 's2', title: 'Harvest festival', seen: '2020-12-11T09:00:00Z' }),
];

describe('summarizeStories', () => {
  it('counts documents, outlets and origins, the latest story first', () => {
    const [first, second, ...rest] = summarizeStories(reports);
    expect(rest).toEqual([]);
    expect(first).toEqual({
      kind: 'story',
      id: 's1',
      title: 'Militias prepare',
      first: '2020-12-11T08:00:00Z',
      last: '2020-12-11T10:00:00Z',
      documents: 2,
      outlets: 2,
      confirmed: 0,
      possible: 1,
      relays: 2,
      countries: ['IQ'],
    });
    expect(second).toMatchObject({ id: 's2', documents: 1, confirmed: 0, possible: 0, countries: [] });
  });

  it('does not mind the order in which reports are given', () => {
    expect(summarizeStories([...reports].reverse())).toEqual(summarizeStories(reports));
  });
});

describe('makeStory', () => {
  it('gives the tree and the incidents', () => {
    const story = makeStory('s1', reports);
    expect(story?.tree.origins).toMatchObject([
      { status: 'possible', name: 'U.S. officials', through: 'CNN' },
    ]);
    expect(story?.tree.reports.map(({ role }) => role)).toEqual(['echo', 'echo']);
    expect(story?.incidents.map(({ id, documents }) => [id, documents])).toEqual([['i1', 2]]);
  });

  it('knows no story that no report belongs to', () => {
    expect(makeStory('s3', reports)).toBeUndefined();
  });
});
