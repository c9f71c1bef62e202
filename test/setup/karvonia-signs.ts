import type { Assessment } from '../../src/model/forecast.ts';
import type { SignCell, SignHistory, SignHistoryRequest } from '../../src/model/sign-history.ts';

const DAY = 86_400_000;
const UNSEEN: SignCell = { state: 'cannot be seen', weight: 0, logOdds: 0, confirmed: 0, possible: 0 };

/** The signs of the made-up case day by day, each as its assessment has them. */
export function listKarvoniaSigns(
  { asOf, until, days = 30 }: SignHistoryRequest & { readonly asOf: string },
  { assess, first }: { readonly assess: (asOf: string) => Assessment; readonly first: string },
): SignHistory {
  const now = assess(asOf);
  const today = asOf.slice(0, 10);
  const last = until === undefined || until > today ? today : until;
  const instants = Array.from({ length: days }, (_, index) => {
    const day = new Date(Date.parse(last) - (days - 1 - index) * DAY).toISOString().slice(0, 10);
    return { day, asOf: day === today ? asOf : `${day}T23:59:59.999Z` };
  });
  const assessed = instants.map((each) => ({ ...each, ...assess(each.asOf), asOf: each.asOf }));
  return {
    kind: 'sign history',
    problem: now.problem,
    problemVersion: now.problemVersion,
    asOf,
    days: assessed.map(({ day, asOf: instant, reports }) => ({ day, asOf: instant, reports })),
    ...(now.reports === 0 ? {} : { first }),
    rows: now.contributions.map(({ id, title, direction, strength, window, costToFake, reversible }) => ({
      id,
      title,
      direction,
      strength,
      kind: window === undefined ? 'indicator' : 'window',
      ...(window === undefined ? { halfLife: 14 } : {}),
      ...(costToFake === undefined ? {} : { costToFake }),
      ...(reversible === undefined ? {} : { reversible }),
      cells: assessed.map(({ contributions }) => {
        const found = contributions.find((each) => each.id === id);
        if (found === undefined) return UNSEEN;
        const { state, weight, logOdds, tree, coverage } = found;
        return {
          ...{ state, weight, logOdds, confirmed: tree.confirmed, possible: tree.possible },
          ...(tree.origins.length === 0 ? {} : { origins: tree.origins.slice(0, 3).map(({ name }) => name) }),
          ...(coverage === undefined
            ? {}
            : {
                coverage: {
                  expected: coverage.expected.length,
                  delivered: coverage.delivered.length,
                  dead: coverage.dead?.length ?? 0,
                },
              }),
        };
      }),
    })),
  };
}
