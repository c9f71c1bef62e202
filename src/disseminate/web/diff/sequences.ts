/** A stretch of two sequences put side by side. Places count from 0: in the later one for `+`, else in the earlier one. */
export interface DiffRun {
  readonly sign: ' ' | '-' | '+';
  readonly start: number;
  readonly end: number;
}

/** What a comparison may cost. Several comparisons may share one; what is left of it goes down as they spend it. */
export interface DiffBudget {
  cells: number;
}

/** Cells of the table for one stretch: 2,000 by 2,000. */
const MOST_CELLS = 4_000_000;
/** Cells of all tables together: a fraction of a second. */
export const DIFF_CELLS = 24_000_000;
/** How often a stretch is cut up at what stands in it but once. */
const MOST_DEPTH = 8;

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly nowFrom: number;
  readonly nowTo: number;
}

/**
 * What changed from one sequence to the next, at a bounded cost however long they are. Stretches of ordinary length keep the
 * longest sequence that both have. Longer ones are cut where both have something that stands in each but once; what has
 * nothing of the kind is told as replaced whole.
 *
 * @example
 * diffSequences(['a', 'b'], ['a', 'c']);
 * // [{ sign: ' ', start: 0, end: 1 }, { sign: '-', start: 1, end: 2 }, { sign: '+', start: 1, end: 2 }]
 */
export function diffSequences(
  old: readonly string[],
  now: readonly string[],
  budget: DiffBudget = { cells: DIFF_CELLS },
): readonly DiffRun[] {
  const runs: DiffRun[] = [];
  const push = (sign: DiffRun['sign'], start: number, end: number) => {
    if (start >= end) return;
    const last = runs.at(-1);
    if (last?.sign === sign && last.end === start) runs[runs.length - 1] = { ...last, end };
    else runs.push({ sign, start, end });
  };

  const compare = (whole: Stretch, depth: number): void => {
    let { from, to, nowFrom, nowTo } = whole;
    while (from < to && nowFrom < nowTo && old[from] === now[nowFrom]) {
      from++;
      nowFrom++;
    }
    push(' ', whole.from, from);
    while (from < to && nowFrom < nowTo && old[to - 1] === now[nowTo - 1]) {
      to--;
      nowTo--;
    }
    const cells = (to - from + 1) * (nowTo - nowFrom + 1);
    if (cells <= MOST_CELLS && cells <= budget.cells) {
      budget.cells -= cells;
      tabulate({ from, to, nowFrom, nowTo });
    } else divide({ from, to, nowFrom, nowTo }, depth);
    push(' ', to, whole.to);
  };

  const divide = ({ from, to, nowFrom, nowTo }: Stretch, depth: number): void => {
    let [i, j] = [from, nowFrom];
    const anchors = depth < MOST_DEPTH ? findAnchors({ from, to, nowFrom, nowTo }) : [];
    for (const [at, nowAt] of anchors) {
      compare({ from: i, to: at, nowFrom: j, nowTo: nowAt }, depth + 1);
      push(' ', at, at + 1);
      [i, j] = [at + 1, nowAt + 1];
    }
    if (anchors.length > 0) compare({ from: i, to, nowFrom: j, nowTo }, depth + 1);
    else {
      push('-', from, to);
      push('+', nowFrom, nowTo);
    }
  };

  /** The longest common sequence, by dynamic programming. */
  const tabulate = ({ from, to, nowFrom, nowTo }: Stretch): void => {
    // common[i * width + j]: its length in what follows `from + i` and `nowFrom + j`.
    const width = nowTo - nowFrom + 1;
    const common = new Uint16Array((to - from + 1) * width);
    for (let i = to - from - 1; i >= 0; i--) {
      for (let j = nowTo - nowFrom - 1; j >= 0; j--) {
        common[i * width + j] =
          old[from + i] === now[nowFrom + j]
            ? common[(i + 1) * width + j + 1]! + 1
            : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
      }
    }
    let [i, j] = [from, nowFrom];
    const left = (a: number, b: number) => common[(a - from) * width + b - nowFrom]!;
    while (i < to || j < nowTo) {
      if (i < to && j < nowTo && old[i] === now[j]) {
        push(' ', i, ++i);
        j++;
      } else if (j >= nowTo || (i < to && left(i + 1, j) >= left(i, j + 1))) push('-', i, ++i);
      else push('+', j, ++j);
    }
  };

  /** Places of what stands in both stretches but once, as many as can be had in the order of both. */
  const findAnchors = ({ from, to, nowFrom, nowTo }: Stretch): readonly (readonly [number, number])[] => {
    const places = findSingles(now, nowFrom, nowTo);
    const pairs: (readonly [number, number])[] = [];
    for (const [item, at] of findSingles(old, from, to)) {
      const nowAt = places.get(item);
      if (nowAt !== undefined) pairs.push([at, nowAt]);
    }
    return findLongestRising(pairs);
  };

  compare({ from: 0, to: old.length, nowFrom: 0, nowTo: now.length }, 0);
  return runs;
}

/** What stands in a stretch but once, with its place, in order. */
function findSingles(items: readonly string[], from: number, to: number): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at < to; at++) places.set(items[at]!, places.has(items[at]!) ? -1 : at);
  for (const [item, at] of places) if (at < 0) places.delete(item);
  return places;
}

/** Of pairs in the order of their first part the most whose second part rises as well. */
function findLongestRising(
  pairs: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  // tails[n]: the pair with the lowest second part that ends a rising row of n + 1.
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [index, [, second]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < second) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : tails[low - 1]!;
    tails[low] = index;
  }
  const row: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) row.push(pairs[at]!);
  return row.reverse();
}
