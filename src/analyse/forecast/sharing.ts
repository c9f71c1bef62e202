import type { Contribution, IndicatorReading } from '../../model/forecast.ts';
import type { Indicator, Problem } from '../../model/problem.ts';
import type { Ratios } from './ratios.ts';
import { joinWeights, type Weighed } from './weights.ts';

/** An indicator with what is seen of it. */
export type WeighedIndicator = Weighed & { readonly indicator: Indicator };

/** An indicator with how much each origin, and all together, make it count. */
export type SharedIndicator = WeighedIndicator & {
  readonly shared: readonly IndicatorReading[];
  readonly weight: number;
};

/**
 * What one origin says in one breath is not evidence several times over: it counts in full for the sign to which it gives most,
 * by half for the next of the same direction, by a third for the one after. Through the level of another problem it counts only where
 * it speaks for none of this problem's own signs: that level is made from the same words.
 */
export function shareOrigins(
  weighed: readonly WeighedIndicator[],
  ratios: Ratios,
): readonly SharedIndicator[] {
  const strengths = new Map(
    weighed.map((each) => {
      const { indicator, readings } = each;
      const seen = readings.size === 0 ? 0 : joinWeights([...readings.values()].map(({ weight }) => weight));
      return [each, ratios.get(indicator.id)!.value * seen];
    }),
  );
  const byStrength = (a: WeighedIndicator, b: WeighedIndicator) => strengths.get(b)! - strengths.get(a)!;
  const own = weighed.filter(({ indicator }) => indicator.level === undefined).toSorted(byStrength);
  const others = weighed.filter(({ indicator }) => indicator.level !== undefined).toSorted(byStrength);
  const uses = new Map<string, number>();
  return [...own, ...others].map((each) => {
    if (each.readings.size === 0) return { ...each, shared: NOTHING, weight: 0 };
    const { level, direction } = each.indicator;
    const shared = [...each.readings.values()].map((reading) => {
      const name = `${direction} ${reading.origin}`;
      const used = uses.get(name) ?? 0;
      uses.set(name, used + 1);
      const share = level !== undefined && used > 0 ? 0 : 1 / (1 + used);
      return { ...reading, weight: reading.weight * share };
    });
    return {
      ...each,
      shared: shared.sort((a, b) => b.weight - a.weight),
      weight: joinWeights(shared.map(({ weight }) => weight)),
    };
  });
}

const NOTHING: readonly IndicatorReading[] = [];

/**
 * How much the next sign of the same direction counts beside the one before. Likelihood ratios multiply only where signs are
 * independent of each other; those of one crisis hang together, since one side's preparations, the other's withdrawal and its show of
 * force answer the same intelligence. Counted in full they make forecasts too sure.
 */
const NEXT_SIGN = 0.8;

/** Of several signs of one direction the weightiest counts in full, the next four fifths, and so on. */
export function discount(contributions: readonly Contribution[]): readonly Contribution[] {
  const ranks = { for: 0, against: 0 };
  return contributions
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .map((each) => {
      if (each.logOdds === 0) return each;
      const share = NEXT_SIGN ** ranks[each.direction]++;
      return { ...each, logOdds: each.logOdds * share, weight: each.weight * share };
    });
}

/** Of an indicator and its special cases only the stronger counts: they are one sign, seen twice. */
export function keepStronger(
  problem: Problem,
  contributions: readonly Contribution[],
): readonly Contribution[] {
  const parts = new Map<string, string[]>();
  for (const { id, partOf } of problem.indicators) {
    if (partOf !== undefined) parts.set(partOf, [...(parts.get(partOf) ?? []), id]);
  }
  const own = new Map(contributions.map(({ id, logOdds }) => [id, Math.abs(logOdds)]));
  const idle = new Set<string>();
  const silence = (id: string): void => {
    idle.add(id);
    for (const part of parts.get(id) ?? []) silence(part);
  };
  const settle = (id: string): number => {
    const below = parts.get(id) ?? [];
    const strength = own.get(id) ?? 0;
    const together = Math.max(0, ...below.map(settle));
    if (together > strength) idle.add(id);
    else for (const part of below) silence(part);
    return Math.max(strength, together);
  };
  for (const { id, partOf } of problem.indicators) if (partOf === undefined) settle(id);
  return contributions.map((each) => (idle.has(each.id) ? { ...each, logOdds: 0, weight: 0 } : each));
}
