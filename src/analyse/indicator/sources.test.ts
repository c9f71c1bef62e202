import { expect, test } from 'vitest';
import type { Report } from '../../model/report.ts';
import { makeRandom } from '../../stats/random.ts';
import { makeReport } from '../forecast/reports.fixtures.ts';
import { makeOutletKey } from '../origin/names.ts';
import { findCut } from '../report/cut.ts';
import { findPatience, listSources, readDelivery } from './sources.ts';

const DAY = 86_400_000;
const START = Date.parse('2031-05-01T00:00:00Z');
const random = makeRandom(9);
const roll = (sides: number) => Math.floor(random() * sides);

/** More than any other list that is about: others are cut out of the fullest one. */
const MANY = 9_000;

const OUTLETS = ['Harbour Wire', 'Coast Echo', 'The Coast Echo', 'Port Post'];

function makeOne(): Report {
  const seen = new Date(START + random() * 60 * DAY).toISOString();
  const outlet = OUTLETS[roll(6)];
  const { outlet: _, ...rest } = makeReport([], {
    seen,
    published:
      random() < 0.5 ? seen.slice(0, 10) : new Date(Date.parse(seen) - roll(50) * 3_600_000).toISOString(),
    url: `https://news${roll(3)}.example/`,
    ...(random() < 0.8 ? { language: ['en', 'fr'][roll(2)]! } : {}),
  });
  return { ...rest, ...(outlet === undefined ? {} : { outlet }) };
}

/** Report after report, as one would say it. */
function listPlainly(reports: readonly Report[], now: number) {
  const heard = reports.flatMap((report) => {
    const delivery = readDelivery(report);
    return delivery === 'nobody' || delivery.at > now ? [] : [{ report, ...delivery }];
  });
  const keys = [...new Set(heard.map(({ key }) => key))];
  return keys.map((key) => {
    const own = heard.filter((each) => each.key === key);
    const days = [...new Set(own.map(({ at }) => Math.floor(at / DAY)))].sort((a, b) => a - b);
    return {
      key,
      name: own[0]!.name,
      hosts: new Set(own.flatMap(({ host }) => host ?? [])),
      languages: new Set(own.flatMap(({ report }) => report.language ?? [])),
      first: Math.min(...own.map(({ at }) => at)),
      last: Math.max(...own.map(({ at }) => at)),
      days: days.length,
      patience: findPatience(days),
    };
  });
}

test('sources are as heard up to any instant, of a list and of those that are cut out of it', () => {
  const all = Array.from({ length: MANY + 50 }, makeOne);
  const whole = all.slice(0, MANY);
  listSources(whole, START);
  for (let round = 0; round < 12; round += 1) {
    const share = 0.7 + 0.3 * random();
    const reports = all.filter((_, at) => random() < (at < MANY ? share : 0.5));
    expect(findCut(reports)?.whole).toBe(whole);
    for (const list of [whole, reports]) {
      const now = START + random() * 70 * DAY;
      const plain = listPlainly(list, now).sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(listSources(list, now)).toEqual(plain);
      expect(plain.some(({ key }) => key === makeOutletKey('Coast Echo'))).toBe(true);
    }
  }
});
