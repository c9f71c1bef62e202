import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../model/problem.ts';
import type { Report } from '../../model/report.ts';
import { makeRandom } from '../../stats/random.ts';
import { chooseKnown } from '../known.ts';
import { assess } from './assess.ts';
import { makeMention, makeOfficial, makeProblem, makeReport, makeStatement } from './reports.fixtures.ts';

const DAY = 86_400_000;
const START = Date.parse('2020-09-01T06:00:00Z');

const indicator = (id: string, fields: Partial<Indicator> = {}): Indicator => ({
  id,
  title: `Sign ${id}`,
  why: '',
  direction: 'for',
  strength: 'strong',
  halfLife: 14,
  match: [{ words: [id] }],
  ...fields,
});
const problem = makeProblem({
  indicators: [
    indicator('boats'),
    indicator('trucks', { strength: 'moderate' }),
    indicator('talks', { direction: 'against' }),
  ],
});

const tell = (
  outlet: string,
  day: number,
  words: string,
  mentions: Parameters<typeof makeStatement>[1] = [],
) => {
  const at = new Date(START + day * DAY).toISOString();
  return makeReport([makeStatement(words, mentions, makeOfficial(`Ministry ${day % 4}`, outlet))], {
    outlet,
    published: at,
    seen: at,
    knownSince: at,
  });
};

/** A desk's news of 100 days: mostly nothing, now and then a sign, and a raid. */
function makeNews(seed: number): readonly Report[] {
  const random = makeRandom(seed);
  const reports: Report[] = [];
  for (let day = 0; day < 100; day++) {
    for (const outlet of ['Harbour Wire', 'Quay Gazette', 'Pier Post']) {
      const roll = random();
      if (roll < 0.04) reports.push(tell(outlet, day, 'Many boats gather'));
      else if (roll < 0.08) reports.push(tell(outlet, day, 'Trucks on the road'));
      else if (roll < 0.1) reports.push(tell(outlet, day, 'New talks'));
      else if (roll < 0.11) {
        const when = { from: '2020-10-01', to: '2020-10-01', precision: 'day' } as const;
        const where = { name: 'Basra', country: 'IQ', precision: 'city' } as const;
        reports.push(tell(outlet, day, 'A raid', [makeMention({ incident: `i${day}`, where, when })]));
      } else reports.push(tell(outlet, day, 'Nothing of note'));
    }
  }
  return reports;
}

const look = (reports: readonly Report[], day: number) => {
  const asOf = new Date(START + day * DAY).toISOString();
  return assess(problem, { reports: chooseKnown(reports, asOf), history: [], asOf, engine: 'tocsin test' });
};
/** What moves a level, to the last bit. */
const number = ({ horizons, level, contributions }: ReturnType<typeof look>) => ({
  horizons,
  level,
  sums: contributions.map(({ id, logOdds }) => [id, logOdds]),
});

describe.each([1, 2, 3, 4, 5])('with news of seed %i', (seed) => {
  const news = makeNews(seed);
  const dates = [20, 45, 70, 99];

  it('a new feed that says nothing of it leaves the number as it is', () => {
    const feed = Array.from({ length: 60 }, (_, i) => tell('Market Daily', 40 + i, 'Prices of fish'));
    // What a new feed brings of old days.
    const old = ['2004-05-06', '2019-01-02'].map((published) => ({
      ...tell('Market Daily', 40, 'An old recipe'),
      published,
    }));
    for (const day of dates) {
      expect(number(look([...news, ...feed, ...old], day))).toEqual(number(look(news, day)));
    }
  });

  it('a feed that dies leaves the number as it is; what it last said fades as before', () => {
    const talking = Array.from({ length: 100 }, (_, i) => tell('Market Daily', i, 'Prices of fish'));
    const dead = talking.slice(0, 60);
    for (const day of dates) {
      expect(number(look([...news, ...dead], day))).toEqual(number(look([...news, ...talking], day)));
    }
    const coverage = look([...news, ...dead], 99).coverage;
    expect(coverage?.dead?.map(({ name }) => name)).toEqual(['Market Daily']);
    expect(coverage?.share).toBe(3 / 4);
  });

  it('what is told tomorrow does not move today’s number by a bit', () => {
    for (const day of [20, 45, 70]) {
      const planted = [
        tell('Harbour Wire', day + 0.01, 'Many boats gather'),
        tell('Quay Gazette', day + 1, 'New talks'),
        tell('Pier Post', day + 2, 'A raid', [
          makeMention({
            incident: 'i999',
            where: { name: 'Basra', country: 'IQ', precision: 'city' },
            when: { from: '2020-09-10', to: '2020-09-10', precision: 'day' },
          }),
        ]),
      ];
      const whole = look([...news, ...planted], day);
      expect(whole).toEqual(look(news.slice(0, 3 * (day + 1)), day));
      expect(number(look([...news, ...planted], day + 3))).not.toEqual(number(look(news, day + 3)));
    }
  });
});

it('says that nobody could have seen it where the only feed is dead, and lowers the confidence', () => {
  const news = Array.from({ length: 60 }, (_, i) =>
    tell('Harbour Wire', i, i > 50 ? 'Many boats gather' : 'Quiet'),
  );
  const alive = look(news, 59);
  const dead = look(news, 70);
  expect(alive.contributions.find(({ id }) => id === 'trucks')?.state).toBe('looked and not seen');
  expect(dead.contributions.find(({ id }) => id === 'trucks')?.state).toBe('cannot be seen');
  expect(dead.confidence).toBe('low');
  expect(dead.confidenceWhy).toContain('0 of 1 source delivered in the last day, 1 dead');
  expect(dead.gaps[0]).toContain('Silent for much longer than usual: Harbour Wire.');
});
