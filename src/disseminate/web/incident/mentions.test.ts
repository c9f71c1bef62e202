import { describe, expect, it } from 'vitest';
import type { Mention } from '../../../model/report.ts';
import type { Origin } from '../../../model/story.ts';
import { groupMentions, type Told } from './mentions.ts';

const claim = (id: string) => ({ document: 'sha256:a', claim: id, words: id, start: 0, end: 1 }) as const;
const told = (id: string, event: string): Told => ({
  claim: claim(id),
  mention: { event } as Mention,
  background: false,
});
const army: Origin = {
  id: 'o1',
  status: 'confirmed',
  reason: 'office',
  name: 'army',
  type: 'office',
  claims: [claim('c1')],
};

describe('groupMentions', () => {
  it('puts a claim under its origin once, and what has none apart', () => {
    const tree = { origins: [army], reports: [], confirmed: 1, possible: 0, relays: 0 };
    const groups = groupMentions({ tree, told: [told('c2', 'v1'), told('c1', 'v2'), told('c1', 'v3')] });
    expect(
      groups.map(({ origin, told: each }) => [origin?.id, each.map(({ mention }) => mention.event)]),
    ).toEqual([
      ['o1', ['v2']],
      [undefined, ['v1']],
    ]);
  });
});
