import type { EventType } from '../../model/event.ts';
import type { Pattern, Problem } from '../../model/problem.ts';
import type { Watched } from '../../process/second/pick.ts';

const COUNTRY = /^[A-Z]{2}$/;

/** What warning problems look for, as far as one can tell from a page whether it bears on it; undefined where there are none. */
export function listWatched(problems: readonly Problem[]): Watched | undefined {
  if (problems.length === 0) return undefined;
  const patterns = problems.flatMap(({ outcome, indicators, windows }) => [
    ...outcome.match,
    ...indicators.flatMap(({ match }) => match),
    ...windows.flatMap(({ match }) => match),
  ]);
  const places = patterns.flatMap(({ place = [] }) => place);
  return {
    countries: unique(places.filter((place) => COUNTRY.test(place))),
    events: unique(patterns.flatMap(({ event = [] }): readonly EventType[] => event)),
    words: unique([
      ...places.filter((place) => !COUNTRY.test(place)),
      ...patterns.flatMap(({ about = [] }) => about),
      ...patterns.flatMap(listNames),
    ]),
  };
}

/** Names of parties: a country's alone says little, since half the news names it. */
function listNames({ actor, recipient, party }: Pattern): readonly string[] {
  return [actor, recipient, party].flatMap((each) => each?.name ?? []);
}

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
