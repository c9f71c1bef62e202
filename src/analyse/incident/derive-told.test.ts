import { expect, test } from 'vitest';
import type { Mention, Report } from '../../model/report.ts';
import { makeRandom } from '../../stats/random.ts';
import { collectAnew } from './collect-told.ts';
import { deriveTold } from './derive-told.ts';

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

test('what is derived from another picture is what is collected anew, in the same order', () => {
  for (let round = 0; round < 200; round += 1) {
    const [before, now] = [choose(random()), choose(random())];
    const derived = deriveTold(now, { reports: before, told: collectAnew(before) });
    expect([...derived]).toEqual([...collectAnew(now)]);
  }
});

test('lists of incidents of which nothing else is told are the same values', () => {
  const before = all.slice(0, 79);
  const told = collectAnew(before);
  const derived = deriveTold(all, { reports: before, told });
  const changed = new Set(collectAnew(all.slice(79)).keys());
  for (const [incident, list] of derived) expect(list === told.get(incident)).toBe(!changed.has(incident));
});

test('reports in another order are gone through anew', () => {
  const turned = all.toReversed();
  const derived = deriveTold(turned, { reports: all, told: collectAnew(all) });
  expect([...derived]).toEqual([...collectAnew(turned)]);
});
