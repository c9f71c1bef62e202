import { describe, expect, it } from 'vitest';
import type { Origin, OriginTree, ReportNode } from '../../../model/story.ts';
import { type Branch, growTree } from './tree.ts';

const evidence = { document: 'sha256:a', claim: 'c1', start: 0, end: 1, words: 'w' } as const;

const report = (name: string, origins: readonly string[], repeats: readonly string[] = []): ReportNode => ({
  document: `sha256:${name}`,
  outlet: name,
  seen: '2031-05-16',
  role: 'echo',
  origins,
  claims: [],
  relays: repeats.map((of) => ({ by: 'wording', name: of, document: `sha256:${of}`, evidence })),
});

const origin = (id: string): Origin => ({
  id,
  status: 'possible',
  reason: 'unnamed source',
  name: id,
  type: 'person',
  claims: [],
});

const plant = (origins: readonly string[], reports: readonly ReportNode[]) => {
  const tree: OriginTree = { origins: origins.map(origin), reports, confirmed: 0, possible: 0, relays: 0 };
  const draw = ({ report: { outlet }, isAgain, branches }: Branch): unknown => [
    `${outlet}${isAgain ? ' again' : ''}`,
    ...branches.map(draw),
  ];
  return growTree(tree).map((root) => [root.origin?.id, ...root.branches.map(draw)]);
};

describe('growTree', () => {
  it('puts a report below the one that it repeats', () => {
    const reports = [
      report('a', ['o1']),
      report('b', ['o1'], ['a']),
      report('c', ['o1'], ['b']),
      report('d', ['o1']),
    ];
    expect(plant(['o1'], reports)).toEqual([['o1', ['a', ['b', ['c']]], ['d']]]);
  });

  it('shows a report in full below its first origin only', () => {
    expect(plant(['o1', 'o2'], [report('a', ['o1', 'o2']), report('b', ['o2'])])).toEqual([
      ['o1', ['a']],
      ['o2', ['a again'], ['b']],
    ]);
  });

  it('keeps reports that lead to no origin', () => {
    expect(plant(['o1'], [report('a', ['o1']), report('b', [])])).toEqual([
      ['o1', ['a']],
      [undefined, ['b']],
    ]);
  });

  it('makes no ring out of two that repeat each other, or one that repeats itself', () => {
    const reports = [report('a', ['o1'], ['b', 'a']), report('b', ['o1'], ['a'])];
    expect(plant(['o1'], reports)).toEqual([['o1', ['a', ['b']]]]);
  });
});
