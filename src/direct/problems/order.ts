import type { Problem } from '../../model/problem.ts';
import { suggest } from './finding.ts';
import type { ReadProblem } from './problem.ts';

/** A fault of one problem that shows only beside the others. */
export interface CrossFault {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface CrossCheck {
  /** Those that can be used, in the order given. */
  readonly problems: readonly Problem[];
  readonly faults: readonly CrossFault[];
}

/**
 * What problems read of each other. Those that read each other in a circle are left out, since none of them could be assessed before the
 * others. One that reads a problem that is not there stays: that sign cannot be seen, and its fault says so.
 */
export function checkAcross(read: readonly ReadProblem[]): CrossCheck {
  const byId = new Map(read.map(({ problem }) => [problem.id, problem]));
  const faults: CrossFault[] = [];
  const left = new Set<string>();
  for (const { problem, findLine } of read) {
    const circle = findCircle(problem.id, byId);
    if (circle !== undefined) left.add(problem.id);
    const told = new Set<string>();
    for (const [i, { level }] of problem.indicators.entries()) {
      if (level === undefined || told.has(level.problem)) continue;
      const message = tellFault(level.problem, { circle, byId });
      if (message === undefined) continue;
      told.add(level.problem);
      const line = findLine(['indicators', i, 'level', 'problem']);
      faults.push({ file: problem.file, line, message: `indicators[${i}].level.problem: ${message}` });
    }
  }
  const problems = read.map(({ problem }) => problem).filter(({ id }) => !left.has(id));
  return { problems, faults };
}

function tellFault(
  id: string,
  { circle, byId }: { readonly circle: readonly string[] | undefined; readonly byId: ProblemsById },
): string | undefined {
  if (circle?.[1] === id) return `goes round in a circle: ${circle.join(' reads ')}`;
  if (byId.has(id)) return undefined;
  return `there is no problem "${id}"${suggest(id, [...byId.keys()])} (until there is, this sign cannot be seen)`;
}

type ProblemsById = ReadonlyMap<string, Problem>;

/** The shortest way from a problem by those that it reads back to itself; undefined where there is none. */
function findCircle(id: string, byId: ProblemsById): readonly string[] | undefined {
  const from = new Map<string, string>();
  const next = [id];
  for (const at of next) {
    for (const read of listRead(byId.get(at))) {
      if (read === id) return traceBack(at, from, [id]);
      if (from.has(read)) continue;
      from.set(read, at);
      next.push(read);
    }
  }
  return undefined;
}

function traceBack(
  last: string,
  from: ReadonlyMap<string, string>,
  end: readonly string[],
): readonly string[] {
  const way = [...end];
  for (let at: string | undefined = last; at !== undefined; at = from.get(at)) way.unshift(at);
  return way;
}

/** Ids of the problems whose level a problem reads. */
function listRead(problem: Problem | undefined): readonly string[] {
  return (problem?.indicators ?? []).flatMap(({ level }) => (level === undefined ? [] : [level.problem]));
}

/**
 * Problems in an order in which each can be assessed after those whose level it reads; by their ids where there is a choice. One
 * that goes round in a circle comes where it is met first, so that an order there always is.
 *
 * @example
 * orderProblems([maritime, strike]).map(({ id }) => id); // strike first, where maritime reads its level
 */
export function orderProblems(problems: readonly Problem[]): readonly Problem[] {
  const byId = new Map(problems.map((problem) => [problem.id, problem]));
  const ordered = new Set<Problem>();
  const met = new Set<string>();
  // A stack of its own: a chain of a thousand files is no reason to run out of the program's.
  const stack = problems
    .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    .map((problem) => ({ problem, isReady: false }));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { problem, isReady } = next;
    if (isReady) ordered.add(problem);
    else if (!met.has(problem.id)) {
      met.add(problem.id);
      stack.push({ problem, isReady: true });
      const read = listRead(problem).flatMap((id) => byId.get(id) ?? []);
      for (const each of read.toSorted((a, b) => (a.id < b.id ? 1 : -1)))
        stack.push({ problem: each, isReady: false });
    }
  }
  return [...ordered];
}
