import { foldName } from '../../src/analyse/origin/names.ts';
import { findInterval } from './interval.ts';
import type { FoundReport, FoundTree } from './predict.ts';
import type { GoldOrigin, GoldReport, GoldTree } from './set.ts';

/** What one tree came to. */
export interface TreeScore {
  readonly id: string;
  /** Same numbers of confirmed and possible origins, each with a name that the labels give it. */
  readonly isExact: boolean;
  readonly isCounted: boolean;
  readonly isOneStory: boolean;
  readonly rightRoles: number;
  /** Reports that by the labels bring no origin of their own, and those of them that were counted as one. */
  readonly repeats: number;
  readonly falselyNew: readonly string[];
  /** Pairs of reports that lead to the same origins alone, and those found to have none in common. */
  readonly pairs: number;
  readonly splitPairs: number;
  readonly faults: readonly string[];
}

/** Compares what was found of one tree with its labels. */
export function scoreTree(gold: GoldTree, found: FoundTree): TreeScore {
  const byReport = new Map(found.reports.map((report) => [nameReport(report), report]));
  const get = (report: GoldReport) => byReport.get(nameReport(report));
  const wrongRoles = gold.reports.filter((report) => get(report)?.role !== report.role);
  const repeating = findRepeating(
    gold.reports.map((report) => ({ name: nameReport(report), origins: report.leads })),
  );
  const foundRepeating = findRepeating(
    [...found.reports].sort(inTime).map((report) => ({ name: nameReport(report), origins: report.origins })),
  );
  const falselyNew = [...repeating].filter((name) => !foundRepeating.has(name));
  const pairs = listPairs(gold.reports);
  const split = pairs.filter(([a, b]) => isSplit(get(a), get(b)));
  const missing = gold.origins.filter(({ status }) => status === 'confirmed').length;
  const confirmed = found.origins.filter(({ status }) => status === 'confirmed').length;
  return {
    id: gold.id,
    isExact: isMatched(gold.origins, found.origins),
    isCounted: gold.origins.length === found.origins.length && missing === confirmed,
    isOneStory: found.stories.length === 1 && found.stories[0]!.documents === gold.reports.length,
    rightRoles: gold.reports.length - wrongRoles.length,
    repeats: repeating.size,
    falselyNew,
    pairs: pairs.length,
    splitPairs: split.length,
    faults: [
      ...wrongRoles.map(
        (report) => `${nameReport(report)}: ${report.role}, found ${get(report)?.role ?? 'nothing'}`,
      ),
      ...falselyNew.map((name) => `${name}: repeats, found to bring an origin`),
    ],
  };
}

/** The figures, one to a line: `false corroboration 0.0123 (0.0034 to 0.0440, 2 of 163)`. */
export function formatScores(scores: readonly TreeScore[], reports: number): string {
  const sum = (part: (score: TreeScore) => number) => scores.reduce((total, score) => total + part(score), 0);
  const lines = [
    share(
      'origins exact',
      sum(({ isExact }) => Number(isExact)),
      scores.length,
    ),
    share(
      'numbers exact',
      sum(({ isCounted }) => Number(isCounted)),
      scores.length,
    ),
    share(
      'one story',
      sum(({ isOneStory }) => Number(isOneStory)),
      scores.length,
    ),
    share(
      'roles',
      sum(({ rightRoles }) => rightRoles),
      reports,
    ),
    share(
      'false corroboration',
      sum(({ falselyNew }) => falselyNew.length),
      sum(({ repeats }) => repeats),
    ),
    share(
      'false pairs',
      sum(({ splitPairs }) => splitPairs),
      sum(({ pairs }) => pairs),
    ),
    share(
      'no false corroboration',
      sum(({ repeats, falselyNew }) => repeats - falselyNew.length),
      sum(({ repeats }) => repeats),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** The two figures that count most, of one file. */
export function formatFile(file: string, scores: readonly TreeScore[]): string {
  const exact = scores.filter(({ isExact }) => isExact).length;
  const repeats = scores.reduce((sum, each) => sum + each.repeats, 0);
  const falsely = scores.reduce((sum, { falselyNew }) => sum + falselyNew.length, 0);
  return `${file}: ${exact} of ${scores.length} exact, ${falsely} of ${repeats} falsely new`;
}

function share(name: string, hits: number, total: number): string {
  const { low, high } = findInterval(hits, total);
  const value = total === 0 ? 0 : hits / total;
  return `${name} ${value.toFixed(4)} (${low.toFixed(4)} to ${high.toFixed(4)}, ${hits} of ${total})`;
}

const nameReport = ({ outlet, at }: Pick<FoundReport, 'outlet' | 'at'>) => `${outlet} ${at}`;
const inTime = (a: FoundReport, b: FoundReport) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** Reports, in order of time, to whose origins all an earlier one led already. */
function findRepeating(
  reports: readonly { readonly name: string; readonly origins: readonly string[] }[],
): ReadonlySet<string> {
  const known = new Set<string>();
  const repeating = new Set<string>();
  for (const { name, origins } of reports) {
    if (origins.every((origin) => known.has(origin))) repeating.add(name);
    for (const origin of origins) known.add(origin);
  }
  return repeating;
}

function listPairs(reports: readonly GoldReport[]): readonly (readonly [GoldReport, GoldReport])[] {
  return reports.flatMap((a, at) =>
    reports
      .slice(at + 1)
      .filter((b) => a.leads.length === 1 && b.leads.length === 1 && a.leads[0] === b.leads[0])
      .map((b) => [a, b] as const),
  );
}

function isSplit(a: FoundReport | undefined, b: FoundReport | undefined): boolean {
  if (a === undefined || b === undefined || a.origins.length === 0 || b.origins.length === 0) return false;
  return !a.origins.some((origin) => b.origins.includes(origin));
}

/** Whether every origin found is one of the labels' and every label was found: tried in every way that names allow. */
function isMatched(gold: readonly GoldOrigin[], found: FoundTree['origins']): boolean {
  const [first, ...rest] = gold;
  if (first === undefined) return found.length === 0;
  return found.some(
    (each) =>
      isSame(first, each) &&
      isMatched(
        rest,
        found.filter((other) => other !== each),
      ),
  );
}

function isSame({ status, names }: GoldOrigin, found: FoundTree['origins'][number]): boolean {
  const name = ` ${foldName(found.name)} `;
  return status === found.status && names.some((each) => name.includes(` ${foldName(each)} `));
}
