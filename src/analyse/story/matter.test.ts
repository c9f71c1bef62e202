import { describe, expect, it } from 'vitest';
import { makeMention, makeReport, makeStatement } from '../report/fixtures.suite.ts';
import { findMainIncidents, findMatter } from './matter.ts';

const show = (told: ReturnType<typeof findMatter>) =>
  told
    .filter(({ isAside }) => isAside !== true)
    .map(({ report, statement }) => `${report.outlet}: ${statement.words}`);

const LEDE = 'Militias in Iraq have moved to a heightened level of preparation';
const BEHIND = 'Last week embassy staff were withdrawn from Baghdad';

describe('findMatter', () => {
  it('takes what most reports lead with, and no background paragraph', () => {
    const told = ['A', 'B', 'C'].map((name) =>
      makeReport(name, {
        statements: [
          makeStatement(LEDE, 0, { incidents: ['i1'] }),
          makeStatement(BEHIND, 300, { incidents: ['i2'] }),
        ],
      }),
    );
    expect([...findMainIncidents(told)]).toEqual(['i1']);
    expect(show(findMatter(told))).toEqual(['A', 'B', 'C'].map((name) => `${name}: ${LEDE}`));
  });

  it('lets a report without the incident speak by its nearest words, else by its lede', () => {
    const told = [
      makeReport('A', { statements: [makeStatement(LEDE, 0, { incidents: ['i1'] })] }),
      makeReport('B', {
        statements: [
          makeStatement('A senior officer sees signs of planning', 0),
          makeStatement('that militias in Iraq are at a heightened level of preparation', 200),
        ],
      }),
      makeReport('C', {
        statements: [
          makeStatement('The step', 0),
          makeStatement('Washington weighs sending another carrier', 20),
          makeStatement('Prices rose again', 90),
        ],
      }),
    ];
    expect(show(findMatter(told))).toEqual([
      `A: ${LEDE}`,
      'B: that militias in Iraq are at a heightened level of preparation',
      'C: Washington weighs sending another carrier',
    ]);
  });

  it('does not take what happened long before for the matter, whoever dates it', () => {
    const old = makeMention('i9', { when: { from: '2020-01-03', to: '2020-01-03', precision: 'day' } });
    const told = [
      makeReport('A', {
        published: '2020-12-16',
        statements: [makeStatement('Revenge for the killing is certain', 0, { mentions: [old] })],
      }),
      makeReport('B', {
        published: '2020-12-16',
        statements: [makeStatement('Revenge for the killing is certain', 0, { incidents: ['i9', 'i1'] })],
      }),
    ];
    expect([...findMainIncidents(told)]).toEqual(['i1']);
  });

  it('takes a second development that several reports lead with', () => {
    const lead = (name: string, incident: string) =>
      makeReport(name, {
        statements: [makeStatement(`What happened in ${incident} today`, 0, { incidents: [incident] })],
      });
    const told = [lead('A', 'i1'), lead('B', 'i1'), lead('C', 'i2'), lead('D', 'i2'), lead('E', 'i3')];
    expect([...findMainIncidents(told)]).toEqual(['i1', 'i2']);
  });

  it('leaves out what is told as history, and reports that say nothing', () => {
    const past = makeMention('i1', { background: true });
    const told = [
      makeReport('A', {
        statements: [
          makeStatement('Something else began on Monday', 0),
          makeStatement(LEDE, 90, { mentions: [past] }),
        ],
      }),
      makeReport('B'),
    ];
    expect(findMainIncidents(told).size).toBe(0);
    expect(show(findMatter(told))).toEqual(['A: Something else began on Monday']);
    expect(findMatter([])).toEqual([]);
  });
});
