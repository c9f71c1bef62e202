import { describe, expect, it } from 'vitest';
import { type EvidenceTarget, findThing, formatEvidence, parseEvidence } from './address.ts';

const targets: readonly (readonly [string, EvidenceTarget])[] = [
  ['problem:us-sites', { kind: 'problem', problem: 'us-sites' }],
  ['problem:us-sites:preparation', { kind: 'problem', problem: 'us-sites', part: 'preparation' }],
  ['base:us-sites', { kind: 'base', problem: 'us-sites' }],
  ['confidence:us-sites', { kind: 'confidence', problem: 'us-sites' }],
  ['day:us-sites:2020-12-11:30', { kind: 'day', problem: 'us-sites', day: '2020-12-11', horizon: 30 }],
  ['entry:us-sites:12', { kind: 'entry', problem: 'us-sites', number: 12 }],
  ['brief:us-sites:for:0', { kind: 'brief', problem: 'us-sites', section: 'for', sentence: 0 }],
  ['story:s1', { kind: 'story', story: 's1' }],
  ['story:s1:o2', { kind: 'story', story: 's1', part: 'o2' }],
  ['incident:i1', { kind: 'incident', incident: 'i1' }],
  ['scored:us-sites:30:time', { kind: 'scored', problem: 'us-sites', horizon: 30, isReplay: false }],
  ['scored:*:7:replay:3', { kind: 'scored', horizon: 7, isReplay: true, bin: 3 }],
  ['incident:i1:0:2', { kind: 'incident', incident: 'i1', slot: 0, value: 2 }],
];

describe('an evidence address', () => {
  it.each(targets)('%s goes there and back', (address, target) => {
    expect(formatEvidence(target)).toBe(address);
    expect(parseEvidence(address)).toEqual(target);
  });

  it('keeps colons and signs of an id apart from its own', () => {
    const target: EvidenceTarget = { kind: 'problem', problem: 'a:b', part: '3 Jan: a year / 100%' };
    expect(parseEvidence(formatEvidence(target))).toEqual(target);
  });

  it.each([
    '',
    'problem',
    'problem:',
    'nothing:a',
    'entry:a:b',
    'entry:a',
    'day:a:2020-12-11',
    'story:%',
    'scored:a:30',
    'scored:a:b:time',
  ])('does not understand %j', (address) => {
    expect(parseEvidence(address)).toBeUndefined();
  });
});

describe('findThing', () => {
  it('names what people write to: the sign, the incident, the story, the source, and else the problem', () => {
    const things = targets.map(([, target]) => findThing(target));
    expect(things).toContain('indicator:us-sites/preparation');
    expect(things).toContain('incident:i1');
    expect(things).toContain('story:s1');
    expect(findThing({ kind: 'source', source: 'cnn' })).toBe('source:cnn');
    expect(findThing({ kind: 'scored', horizon: 7, isReplay: false })).toBeUndefined();
    expect(findThing({ kind: 'brief', problem: 'us-sites', section: 'for', sentence: 0 })).toBe(
      'problem:us-sites',
    );
  });
});
