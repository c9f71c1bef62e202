import { expect, test } from 'vitest';
import type { Location, Mention, Party, Report } from '../../model/report.ts';
import { makeReport, type StatementRow } from '../origin/fixtures.suite.ts';
import { createIncidentAssigner } from './assign.ts';

/* Mentions that the reader left without a day: what their sentence names decides. */

const PIER: Location = { name: 'East Pier Base', country: 'XV', lat: 41.7, lon: 21.8, precision: 'site' };
const CAMP: Location = { name: 'Camp Orrin', country: 'XV', lat: 43.2, lon: 23.9, precision: 'site' };
const ROCKET: Party = { name: 'rocket', type: 'weapon' };
const SITE: Party = { name: 'East Pier Base', type: 'facility' };

const attack = (
  day: string | undefined,
  where: Location | undefined,
  more: Partial<Mention> & { readonly text?: string } = {},
) => ({
  text: 'fired',
  plover: { type: 'ASSAULT', mode: 'heavy-weapons', contexts: [] } as Mention['plover'],
  instruments: [ROCKET],
  ...(day === undefined ? {} : { when: { from: day, to: day, precision: 'day' } as const }),
  ...(where === undefined ? {} : { where }),
  ...more,
});
const say = (words: string, ...mentions: readonly ReturnType<typeof attack>[]): StatementRow => ({
  words,
  mentions,
});

function assign(...reports: readonly Report[]): (string | undefined)[] {
  const assigner = createIncidentAssigner();
  return reports
    .map((report) => assigner.assign(report))
    .flatMap(({ statements }) =>
      statements.flatMap(({ mentions }) => mentions.map(({ incident }) => incident)),
    );
}

const PIER_NEWS = makeReport({ outlet: 'A', published: '2019-12-28', story: 's1' }, [
  say('Rockets were fired at the East Pier Base', attack('2019-12-27', PIER, { recipients: [SITE] })),
]);

test('an old attack that a sentence dates and places is not the new one beside it', () => {
  const later = makeReport({ outlet: 'B', published: '2020-03-11', story: 's2' }, [
    say('Rockets were fired at Camp Orrin', attack('2020-03-11', CAMP)),
    say(
      'The last death by rocket fire was that of a guard at East Pier on 27 December',
      attack(undefined, undefined, { text: 'fire' }),
    ),
  ]);
  const [pier, camp, fire] = assign(PIER_NEWS, later);
  expect(camp).not.toBe(pier);
  expect(fire).toBe(pier);
});

test('without a day and a place of its own it goes on with what stands before it', () => {
  const later = makeReport({ outlet: 'B', published: '2020-03-11', story: 's2' }, [
    say('Rockets were fired at Camp Orrin', attack('2020-03-11', CAMP)),
    say('The rocket fire killed a guard', attack(undefined, undefined, { text: 'fire' })),
  ]);
  const [, camp, fire] = assign(PIER_NEWS, later);
  expect(fire).toBe(camp);
});

test('blame for the rockets of a month at a site is blame for those fired there', () => {
  const later = makeReport({ outlet: 'B', published: '2020-12-11', story: 's3' }, [
    say('Aircraft struck the hills', attack('2020-12-10', CAMP, { instruments: [] })),
    say(
      'the group for the rockets of December 2019 on the East Pier Base, which killed a guard',
      attack(undefined, PIER, {
        text: 'blames',
        plover: { type: 'ACCUSE', contexts: [] },
        recipients: [SITE],
        instruments: [],
      }),
      attack(undefined, undefined, { text: 'killed', instruments: [] }),
    ),
  ]);
  const [pier, strike, , killed] = assign(PIER_NEWS, later);
  expect(killed).toBe(pier);
  expect(killed).not.toBe(strike);
});
