import type { Mention } from '../../model/report.ts';
import type { ToldMention } from './told.ts';

interface Kept {
  readonly told: readonly ToldMention[];
  readonly value: unknown;
}

/** By the first mention of each list, what was made of lists that begin with it: as of so many instants. */
const kept = new WeakMap<Mention, Kept[]>();
const MOST = 4;

/**
 * What was made of the very same mentions before, else what is made of them now. What comes in changes few incidents of many,
 * and most are the same as of two instants.
 *
 * @param make Makes it of the mentions and of nothing else.
 */
export function keepByTold<Value>(told: readonly ToldMention[], make: () => Value): Value {
  const first = told[0]?.mention;
  if (first === undefined) return make();
  const known = kept.get(first) ?? [];
  const same = known.find((each) => isSame(each.told, told));
  // There is one caller: values of one list are of one kind.
  if (same !== undefined) return same.value as Value;
  const value = make();
  kept.set(first, [{ told, value }, ...known.slice(0, MOST - 1)]);
  return value;
}

/** Whether two lists hold the very same values: reports and what is in them are never changed in place. */
function isSame(a: readonly ToldMention[], b: readonly ToldMention[]): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every(({ mention, report }, at) => mention === b[at]!.mention && report === b[at]!.report))
  );
}
