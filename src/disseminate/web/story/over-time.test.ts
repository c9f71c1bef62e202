import { describe, expect, it } from 'vitest';
import type { Origin, OriginTree, ReportNode } from '../../../model/story.ts';
import { layInBands } from './bands.ts';
import { layOverTime, placeReport } from './over-time.ts';
import { listReasons } from './why.ts';

const evidence = { document: 'sha256:a', claim: 'c1', start: 0, end: 1, words: 'w' } as const;

const report = (
  name: string,
  published: string,
  { origins, of = [] }: { readonly origins: readonly string[]; readonly of?: readonly string[] },
): ReportNode => ({
  document: `sha256:${name}`,
  outlet: name,
  published,
  seen: published,
  role: of.length === 0 ? 'origin' : 'echo',
  origins,
  claims: [],
  relays: of.map((each) => ({
    by: 'wording',
    name: each,
    share: 0.62,
    document: `sha256:${each}`,
    evidence,
  })),
});
const origin = (id: string, first: string): Origin => ({
  ...{ id, status: 'possible', reason: 'unnamed source', name: id, type: 'person', claims: [] },
  signs: ['first voice', 'a sign of tomorrow'],
  first: `sha256:${first}`,
});
const makeTree = (origins: readonly Origin[], reports: readonly ReportNode[]): OriginTree => ({
  ...{ origins, reports, confirmed: 0, possible: origins.length, relays: 0 },
});

describe('placeReport', () => {
  it('puts a report of which only the day is known after what it repeats, and within its day', () => {
    const day = { published: '2031-05-20', seen: '2031-05-22T10:00:00Z' };
    const at = (after?: string) =>
      new Date(placeReport(day, after === undefined ? undefined : Date.parse(after)).at).toISOString();
    expect(at()).toBe('2031-05-20T12:00:00.000Z');
    expect(at('2031-05-20T18:05:00Z')).toBe('2031-05-20T18:05:00.000Z');
    expect(at('2031-05-21T02:00:00Z')).toBe('2031-05-20T23:59:59.999Z');
  });

  it('takes when it was seen where no date can be read', () => {
    expect(placeReport({ published: 'soon', seen: '2031-05-22T10:00:00Z' })).toEqual({
      at: Date.parse('2031-05-22T10:00:00Z'),
      isDay: false,
    });
  });
});

const tree = makeTree(
  [origin('o1', 'a'), origin('o2', 'a')],
  [
    report('a', '2031-05-20T10:00:00Z', { origins: ['o1', 'o2'] }),
    report('b', '2031-05-20T12:00:00Z', { origins: ['o1'], of: ['a'] }),
    report('c', '2031-05-20T13:00:00Z', { origins: ['o2'], of: ['a'] }),
    report('d', '2031-05-20T14:00:00Z', { origins: [] }),
  ],
);

describe('layOverTime', () => {
  const { rows, from, to } = layOverTime(tree);

  it('has each origin and each report once, with a line to what it has it from', () => {
    expect(rows.map(({ origin: root, report: node, from: row }) => [root?.id ?? node?.outlet, row])).toEqual([
      ['o1', undefined],
      ['a', 0],
      ['b', 1],
      ['o2', undefined],
      ['c', 3],
      ['d', undefined],
    ]);
  });

  it('reaches from the first to the last', () => {
    expect(new Date(from).toISOString()).toBe('2031-05-20T10:00:00.000Z');
    expect(new Date(to).toISOString()).toBe('2031-05-20T14:00:00.000Z');
  });
});

describe('layInBands', () => {
  const many = Array.from({ length: 30 }, (_, at) =>
    report(`m${at}`, '2031-05-20T11:00:00Z', { origins: ['o3'], of: at === 0 ? [] : ['m0'] }),
  );
  const { spots, bands, lanes } = layInBands(
    makeTree([...tree.origins, origin('o3', 'm0')], [...tree.reports, ...many]),
  );

  it('gives every report a place of its own', () => {
    expect(spots).toHaveLength(34);
    expect(new Set(spots.map(({ x, lane }) => `${Math.round(x * 160)} ${lane}`)).size).toBe(34);
    expect(Math.max(...spots.map(({ lane }) => lane))).toBeLessThan(lanes);
  });

  it('has a band for an origin with many, on top, and one for all others', () => {
    expect(bands.map(({ name, origins }) => [name, origins])).toEqual([
      ['o3', 1],
      [undefined, 3],
    ]);
  });

  it('draws a line to what is repeated', () => {
    const relay = spots.find(({ report: node }) => node.outlet === 'm7');
    expect(spots[relay!.from!]!.report.outlet).toBe('m0');
  });
});

describe('listReasons', () => {
  it('tells why somebody was first-hand and why a report repeats; a sign without words stands as it is', () => {
    expect(listReasons(tree.reports[0]!, tree)[0]?.words).toEqual([
      'the first to be named in the report',
      'a sign of tomorrow',
    ]);
    expect(listReasons(tree.reports[1]!, tree).map(({ words }) => words)).toEqual([
      ['62% of its wording is of a'],
    ]);
  });
});
