import { expect, test } from 'vitest';
import type { Mention, Report } from '../../model/report.ts';
import { makeRandom } from '../../stats/random.ts';
import { compareLists } from '../report/cut.ts';
import { collectAnew } from './collect-told.ts';
import { CutTold, findTouched } from './cut-told.ts';

const random = makeRandom(7);
const roll = (count: number) => Math.floor(random() * count);

/** A report of one of ten days, several at the same instant, that tells of a few of thirty incidents. */
function makeReport(number: number): Report {
  const seen = `2031-05-${10 + roll(10)}T06:00:00Z`;
  const mentions = Array.from({ length: roll(4) }, () => ({
    ...(random() < 0.9 && { incident: `i${roll(30)}` }),
  })) as unknown as Mention[];
  return {
    document: `sha256:${number}`,
    seen,
    ...(random() < 0.5 && { published: seen.slice(0, 10) }),
    statements: mentions.map((mention) => ({ mentions: [mention, ...(random() < 0.3 ? [mention] : [])] })),
  } as unknown as Report;
}

const all = Array.from({ length: 80 }, (_, number) => makeReport(number));
const choose = (share: number) => all.filter(() => random() < share);

test('what is cut out of another picture is what is collected anew, in the same order', () => {
  let cuts = 0;
  for (let round = 0; round < 300; round += 1) {
    const share = random();
    const before = choose(0.95);
    const now = all.filter((report) => random() < (before.includes(report) ? share : 0.4));
    const cut = compareLists(now, before);
    if (cut === undefined) continue;
    cuts += 1;
    const [told, anew] = [new CutTold(cut, collectAnew(before)), collectAnew(now)];
    for (let incident = 0; incident < 30; incident += 1)
      expect(told.get(`i${incident}`)).toEqual(anew.get(`i${incident}`));
    expect([...told]).toEqual([...anew]);
    expect(told.size).toBe(anew.size);
  }
  expect(cuts).toBeGreaterThan(100);
});

test('lists of incidents of which nothing else is told are the same values', () => {
  const before = all.slice(0, 79);
  const told = collectAnew(before);
  const cut = compareLists(all, before)!;
  const touched = findTouched(cut);
  expect(touched).toEqual(new Set(collectAnew(all.slice(79)).keys()));
  for (const [incident, list] of new CutTold(cut, told))
    expect(list === told.get(incident)).toBe(!touched.has(incident));
});
