import { describe, expect, it } from 'vitest';
import type { IncidentSummary } from '../model/incident.ts';
import type { StorySummary } from '../model/story.ts';
import { chooseIncidents, chooseStories } from './choosing.ts';

const incident = (id: string, given: Partial<IncidentSummary>): IncidentSummary => ({
  ...{ kind: 'incident', id, type: 'ASSAULT', title: 'Rockets fired', realis: 'occurred' },
  ...{ actors: [], recipients: [], mentions: 1, documents: 1, confirmed: 0, possible: 1, differing: 0 },
  ...{ first: '2031-05-20T08:00:00Z', last: '2031-05-22T08:00:00Z' },
  ...given,
});

const all = [
  incident('i1', { when: { from: '2031-05-09', to: '2031-05-09', precision: 'day' }, differing: 1 }),
  incident('i2', { type: 'PROTEST', realis: 'expected', title: 'Protest, Château Río' }),
  incident('i3', {
    when: { from: '2031-05', to: '2031-05', precision: 'month' },
    where: { name: 'Port Sarrat', country: 'XV', precision: 'city' },
  }),
];
const choose = (request: Parameters<typeof chooseIncidents>[1]) =>
  chooseIncidents(all, request).map(({ id }) => id);

describe('chooseIncidents', () => {
  it.each<readonly [Parameters<typeof chooseIncidents>[1], readonly string[]]>([
    [{}, ['i1', 'i2', 'i3']],
    [{ eventType: 'PROTEST' }, ['i2']],
    [{ realis: 'occurred' }, ['i1', 'i3']],
    [{ differs: true }, ['i1']],
    [{ q: 'chateau' }, ['i2']],
    [{ q: 'sarr rock' }, ['i3']],
    [{ q: 'arrat' }, []],
    [{ q: ' … ' }, ['i1', 'i2', 'i3']],
    // What is known to the month may be of any of its days; what has no day goes by when it was told.
    [{ from: '2031-05-21' }, ['i2', 'i3']],
    [{ to: '2031-05-10' }, ['i1', 'i3']],
    [{ from: '2031-06' }, []],
    [{ country: 'XV' }, ['i3']],
  ])('finds what fits %j', (request, ids) => {
    expect(choose(request)).toEqual(ids);
  });
});

it('chooses stories by their days and titles', () => {
  const story = (id: string, first: string, last: string): StorySummary => ({
    ...{ kind: 'story', id, title: `Rockets at ${id}`, first, last, documents: 1, outlets: 1 },
    ...{ confirmed: 0, possible: 0, relays: 0, countries: [] },
  });
  const stories = [
    story('harbour', '2031-05-01T00:00:00Z', '2031-05-20T00:00:00Z'),
    story('camp', '2031-05-21T00:00:00Z', '2031-05-22T00:00:00Z'),
  ];
  const ids = (request: Parameters<typeof chooseStories>[1]) =>
    chooseStories(stories, request).map(({ id }) => id);
  expect(ids({ from: '2031-05-10', to: '2031-05-12' })).toEqual(['harbour']);
  expect(ids({ from: '2031-05-20' })).toEqual(['harbour', 'camp']);
  expect(ids({ q: 'CAMP' })).toEqual(['camp']);
});
