import { describe, expect, it } from 'vitest';
import type { ClaimRef } from '../../../model/report.ts';
import type { OriginTree } from '../../../model/story.ts';
import { groupByOrigin } from './groups.ts';

const claim = (document: string, id: string): ClaimRef => ({
  document: `sha256:${document}`,
  claim: id,
  words: `${document} ${id}`,
  start: 0,
  end: 4,
});

const tree: OriginTree = {
  origins: [
    { id: 'o1', status: 'possible', reason: 'unnamed source', name: 'officials', type: 'person', claims: [claim('a', 'c1'), claim('b', 'c1')] },
  ],
  reports: [
    { document: 'sha256:a', seen: '2031-05-16', role: 'origin', relays: [], origins: ['o1'], claims: [claim('a', 'c1')] },
    { document: 'sha256:b', seen: '2031-05-17', role: 'echo', relays: [], origins: ['o1'], claims: [claim('b', 'c1'), claim('b', 'c2')] },
  ],
  confirmed: 0,
  possible: 1,
  relays: 1,
}; // biome-ignore format: a table

describe('groupByOrigin', () => {
  it('finds each claim with its report, and keeps what has no origin', () => {
    const groups = groupByOrigin(tree);
    expect(groups.map(({ origin }) => origin?.id)).toEqual(['o1', undefined]);
    expect(groups[0]!.said.map(({ report }) => report?.role)).toEqual(['origin', 'echo']);
    expect(groups[1]!.said.map(({ claim: { words } }) => words)).toEqual(['b c2']);
  });

  it('has no group for what is not there', () => {
    expect(groupByOrigin({ ...tree, origins: [], reports: [] })).toEqual([]);
  });
});
