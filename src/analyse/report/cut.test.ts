import { describe, expect, it } from 'vitest';
import type { Report } from '../../model/report.ts';
import { makeRandom } from '../../stats/random.ts';
import { compareLists, findCut } from './cut.ts';
import { indexReports } from './report-index.ts';

const makeReport = (number: number) =>
  ({
    document: `sha256:${number}`,
    series: `sha256:${number % 700}`,
    knownSince: new Date(Date.UTC(2031, 4, 1) + ((number * 7919) % 1000) * 3_600_000).toISOString(),
    seen: '2031-05-01T00:00:00Z',
    statements: [],
  }) as unknown as Report;

const all = Array.from({ length: 1000 }, (_, number) => makeReport(number));
const random = makeRandom(3);

describe('a list of reports cut out of a fuller one', () => {
  it('is what both have and what it has of its own, in its order', () => {
    for (let round = 0; round < 50; round += 1) {
      const share = random();
      const whole = all.filter(() => random() < 0.95);
      const reports = all.filter((report) => (whole.includes(report) ? random() < share : random() < 0.2));
      const cut = compareLists(reports, whole);
      if (cut === undefined) {
        expect(reports.filter((report) => !whole.includes(report)).length).toBeGreaterThan(
          reports.length / 10,
        );
        continue;
      }
      expect(cut.removed).toEqual(whole.filter((report) => !reports.includes(report)));
      expect(cut.added).toEqual(reports.filter((report) => !whole.includes(report)));
      const left = whole.filter((report) => !cut.isGone(report));
      expect([...cut.added, ...left].sort(cut.compare)).toEqual(reports);
    }
  });

  it('is none where the reports stand in another order', () => {
    expect(compareLists(all.toReversed(), all)).toBeUndefined();
  });

  it('is looked up as the same list alone', () => {
    // More than any other list that is about: others are cut out of the fullest one.
    const many = Array.from({ length: 10_000 }, (_, number) => makeReport(number));
    const [first, ...most] = many.slice(0, 9_900);
    const whole = [...most];
    expect(findCut(whole)).toBeUndefined();
    const reports = [first!, ...most.filter(() => random() < 0.8), ...many.slice(9_900, 9_950)];
    expect(findCut(reports)).toBeDefined();
    const index = indexReports(reports);
    for (const { document, series } of many.filter((_, at) => at % 20 === 0)) {
      expect(index.find(document)).toBe(reports.find((report) => report.document === document));
      expect(index.findPage(series)).toBe(reports.findLast((report) => report.series === series));
    }
    expect(reports.toReversed().sort((a, b) => index.compare(a, b))).toEqual(reports);
    const known = reports.map(({ knownSince }) => Date.parse(knownSince));
    expect(index.firstKnown).toBe(Math.min(...known));
  });
});
