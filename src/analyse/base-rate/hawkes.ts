import type { Series } from './series.ts';

/**
 * A self- and mutually-exciting point process (A. G. Hawkes, Biometrika 58, 1971) in days: what happens makes more happen, for a while.
 * The intensity of a day is a base of the pair's own and, for each kernel, a share of what its events still carry,
 *
 *     λ(t) = μ + Σ_j α_j Σ_{s < t} n_j(s) κ_j (1 - κ_j)^(t-1-s),
 *
 * and at least one incident falls on the day with 1 - exp(-λ(t)). α_j is how many incidents each event calls forth in all.
 */
export interface Kernel {
  /** Whose events: the pair's own, the way back, what the source does to others, the target gets from others, talk between the two. */
  readonly of: 'own' | 'back' | 'source' | 'target' | 'words';
  /** Days after which half of what an event calls forth has come. */
  readonly halfLife: number;
}

/** Half-lives are fixed on a grid, which makes the likelihood concave and the fit the same at each run. */
export const KERNELS: readonly Kernel[] = [
  { of: 'own', halfLife: 3 },
  { of: 'own', halfLife: 20 },
  { of: 'own', halfLife: 120 },
  { of: 'back', halfLife: 7 },
  { of: 'back', halfLife: 60 },
  { of: 'source', halfLife: 14 },
  { of: 'target', halfLife: 14 },
  { of: 'words', halfLife: 14 },
];

/** One pair as the process sees it: on which days it had incidents, and what came from each kind of event. */
export interface Process {
  /** Pairs of one group have bases drawn to a common mean. */
  readonly group: string;
  readonly series: Readonly<Record<Kernel['of'], Series>>;
}

export interface HawkesModel {
  /** Offspring of each event, by kernel. */
  readonly alphas: Float64Array;
  /** Base intensity of each process, incidents a day, in the order in which they were given. */
  readonly bases: Float64Array;
  /** Mean base of each group. */
  readonly groups: ReadonlyMap<string, number>;
}

export interface DaySpan {
  /** First day, and the day after the last. */
  readonly from: number;
  readonly to: number;
}

/** What is still carried by earlier events at the beginning of each day: one list for each kernel. */
export function excite(
  series: Process['series'],
  { from, to, kernels = KERNELS }: DaySpan & { readonly kernels?: readonly Kernel[] },
): readonly Float64Array[] {
  return kernels.map(({ of, halfLife }) => {
    const keep = 2 ** (-1 / halfLife);
    const { days, counts } = series[of];
    const carried = new Float64Array(Math.max(0, to - from));
    let sum = 0;
    let next = 0;
    // What lies before the first day counts as of that day.
    for (; next < days.length && days[next]! < from; next++) {
      sum += (1 - keep) * mark(of, counts[next]!) * keep ** (from - 1 - days[next]!);
    }
    for (let day = from; day < to; day++) {
      carried[day - from] = sum;
      sum *= keep;
      if (next < days.length && days[next] === day) sum += (1 - keep) * mark(of, counts[next++]!);
    }
    return carried;
  });
}

/** Of the pair itself a day counts once, as it does in the question; of many others the number of events tells more. */
function mark(of: Kernel['of'], count: number): number {
  return of === 'own' || of === 'back' ? 1 : Math.log1p(count);
}

/** Logarithm of the probability of just the days on which a process had incidents. */
export function findLogLikelihood(
  process: Process,
  { alphas, base, from, to }: DaySpan & { readonly alphas: ArrayLike<number>; readonly base: number },
): number {
  const carried = excite(process.series, { from, to });
  const hits = new Set(process.series.own.days);
  let sum = 0;
  for (let day = from; day < to; day++) {
    let intensity = base;
    for (let j = 0; j < carried.length; j++) intensity += alphas[j]! * carried[j]![day - from]!;
    sum += hits.has(day) ? Math.log(-Math.expm1(-intensity)) : -intensity;
  }
  return sum;
}

const ROUNDS = 40;
/** How many days of looking the mean of a group weighs as much as. */
const GROUP_DAYS = 60;

/**
 * Fits offspring common to all processes and a base for each, by expectation and maximisation (Veen and Schoenberg, Journal of the American
 * Statistical Association 103, 2008): every incident is shared out between the base and the kernels that may have called it forth. As
 * a day only tells that there was at least one, its expected number λ / (1 - exp(-λ)) is shared out. Bases have a gamma prior whose
 * mean is that of their group (empirical Bayes), so that a pair with a short or quiet past is drawn to pairs like it. No step goes
 * downhill, nothing is random.
 */
export function fitHawkes(processes: readonly Process[], { from, to }: DaySpan): HawkesModel {
  const days = to - from;
  const alphas = new Float64Array(KERNELS.length).fill(0.05);
  const bases = new Float64Array(processes.length).fill(0.01);
  const seen = processes.map(({ series }) => see(series, { from, to }));
  const groups = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    shrinkGroups(groups, processes, bases);
    const offspring = new Float64Array(KERNELS.length);
    const exposed = new Float64Array(KERNELS.length);
    for (const [i, { excited, hits, totals }] of seen.entries()) {
      let own = 0;
      for (let hit = 0; hit < hits; hit++) {
        const at = hit * KERNELS.length;
        let intensity = bases[i]!;
        for (let j = 0; j < KERNELS.length; j++) intensity += alphas[j]! * excited[at + j]!;
        // The expected number of incidents of such a day, over the intensity.
        const share = 1 / -Math.expm1(-Math.max(intensity, 1e-12));
        own += bases[i]! * share;
        for (let j = 0; j < KERNELS.length; j++) offspring[j]! += alphas[j]! * excited[at + j]! * share;
      }
      for (let j = 0; j < KERNELS.length; j++) exposed[j]! += totals[j]!;
      const mean = groups.get(processes[i]!.group)!;
      bases[i] = (own + mean * GROUP_DAYS) / (days + GROUP_DAYS);
    }
    for (let j = 0; j < alphas.length; j++) alphas[j] = exposed[j]! > 0 ? offspring[j]! / exposed[j]! : 0;
  }
  shrinkGroups(groups, processes, bases);
  return { alphas, bases, groups };
}

/** What the fit needs of a process: what was carried on each day with an incident, and in all. */
function see(series: Process['series'], { from, to }: DaySpan) {
  const carried = excite(series, { from, to });
  const hits = series.own.days.filter((day) => day >= from && day < to);
  const excited = new Float64Array(hits.length * KERNELS.length);
  for (const [i, day] of hits.entries()) {
    for (const [j, each] of carried.entries()) excited[i * KERNELS.length + j] = each[day - from]!;
  }
  const totals = carried.map((each) => each.reduce((sum, value) => sum + value, 0));
  return { excited, hits: hits.length, totals };
}

function shrinkGroups(groups: Map<string, number>, processes: readonly Process[], bases: Float64Array): void {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const [i, { group }] of processes.entries()) {
    const found = sums.get(group) ?? { sum: 0, count: 0 };
    sums.set(group, { sum: found.sum + bases[i]!, count: found.count + 1 });
  }
  for (const [group, { sum, count }] of sums) groups.set(group, sum / count);
}

/**
 * The chance of at least one incident in so many days, in closed form: as long as none has come, nothing new excites the process, and
 * what its past still carries fades by itself; none comes with exp(-Σ λ). What others do meanwhile is taken at its mean.
 *
 * @param carried For each kernel what its events still carry at the beginning of the first day.
 */
export function findWindowChance({
  alphas,
  base,
  carried,
  means,
  horizon,
}: {
  readonly alphas: ArrayLike<number>;
  readonly base: number;
  readonly carried: ArrayLike<number>;
  /** What each kernel carries on average: to this it returns, but for the pair's own. */
  readonly means?: ArrayLike<number>;
  readonly horizon: number;
}): number {
  let sum = base * horizon;
  for (const [j, { of, halfLife }] of KERNELS.entries()) {
    const keep = 2 ** (-1 / halfLife);
    const mean = of === 'own' ? 0 : (means?.[j] ?? 0);
    const faded = (1 - keep ** horizon) / (1 - keep);
    sum += alphas[j]! * (mean * horizon + (carried[j]! - mean) * faded);
  }
  return -Math.expm1(-sum);
}
