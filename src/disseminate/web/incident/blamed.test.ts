import { expect, test } from 'vitest';
import type { Incident, Sayer } from '../../../model/incident.ts';
import { findBlamed } from './blamed.ts';

const says = (name: string, stance: 'asserts' | 'blames'): Sayer => ({
  name,
  chain: ['Harbour Wire', name],
  claim: { document: 'sha256:0', claim: 'c1', start: 0, end: 9, words: 'they did it', stance },
});

const look = (values: Incident['disputes'][number]['values']) =>
  findBlamed({ disputes: [{ of: 'perpetrator', values, relation: 'compatible' }] });

test('who is only blamed is told from who is said or claims to have done it', () => {
  const found = look([
    { value: 'North', says: [says('South', 'blames'), says('East', 'blames')] },
    { value: 'West', says: [says('South', 'blames'), says('Police', 'asserts')] },
    { value: 'Tide', says: [says('South', 'blames')], claimed: [says('Tide', 'asserts')] },
  ]);
  expect([...found]).toEqual([['North', ['South', 'East']]]);
});
