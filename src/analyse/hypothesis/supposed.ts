import type { Contribution } from '../../model/forecast.ts';
import { type Indicator, type Problem, STRENGTHS } from '../../model/problem.ts';
import { BY_STATUS } from '../forecast/reliability.ts';
import type { Sign } from './cells.ts';

/** What a sign that is not seen would say if it were. */
export type Suppose = (contribution: Contribution) => Sign;

/**
 * Supposes that a sign is seen today by one confirmed origin that is certain of it, and nothing else with it. A date counts in full. Of a special case of
 * another indicator, or of one that has special cases, only what goes beyond those that count already is new.
 */
export function makeSupposed(problem: Problem, contributions: readonly Contribution[]): Suppose {
  const indicators = new Map(problem.indicators.map((indicator) => [indicator.id, indicator]));
  const counted = new Map(contributions.map(({ id, logOdds }) => [id, Math.abs(logOdds)]));
  const wholes = new Map(problem.indicators.map(({ id }) => [id, listWholes(id, indicators)]));
  return ({ id, strength, direction, window, learned }) => {
    const full = learned?.value ?? Math.log(STRENGTHS[strength]);
    const tells = indicators.get(id)?.tells;
    const weight = window === undefined ? BY_STATUS.confirmed : 1;
    const kin = [...wholes].filter(([other, above]) => above.has(id) || wholes.get(id)?.has(other));
    const before = Math.max(0, ...kin.map(([other]) => counted.get(other) ?? 0));
    const left = Math.max(0, weight - before / full);
    return {
      logOdds: (direction === 'for' ? 1 : -1) * full * left,
      weight: left,
      ...(tells === undefined ? {} : { tells }),
    };
  };
}

/** The indicators of which one is a special case, itself left out. */
function listWholes(id: string, indicators: ReadonlyMap<string, Indicator>): ReadonlySet<string> {
  const wholes = new Set<string>();
  for (let next = indicators.get(id)?.partOf; next !== undefined; next = indicators.get(next)?.partOf) {
    if (next === id || wholes.has(next)) break;
    wholes.add(next);
  }
  return wholes;
}
