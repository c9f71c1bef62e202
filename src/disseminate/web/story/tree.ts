import type { Origin, OriginTree, ReportNode } from '../../../model/story.ts';

/** A report with those that repeat it. */
export interface Branch {
  readonly report: ReportNode;
  /** Whether it stands in full under an earlier origin. */
  readonly isAgain: boolean;
  readonly branches: readonly Branch[];
}

/** An origin with the reports that lead to it; reports that lead to none stand under a root without one. */
export interface Root {
  readonly origin: Origin | undefined;
  readonly branches: readonly Branch[];
  /** Reports below it, at any depth. */
  readonly size: number;
}

function grow(group: readonly ReportNode[], again: ReadonlySet<ReportNode>): readonly Branch[] {
  const below = new Map<ReportNode | undefined, ReportNode[]>();
  // A report can repeat only one that was there before it, so that no ring can arise.
  const before = new Map<string, ReportNode>();
  for (const report of group) {
    const of = report.relays.find(({ document }) => document !== undefined && before.has(document));
    const repeated = of === undefined ? undefined : before.get(of.document!);
    const branches = below.get(repeated);
    if (branches === undefined) below.set(repeated, [report]);
    else branches.push(report);
    before.set(report.document, report);
  }
  const branch = (report: ReportNode): Branch => ({
    report,
    isAgain: again.has(report),
    branches: (below.get(report) ?? []).map(branch),
  });
  return (below.get(undefined) ?? []).map(branch);
}

/** The reports of a tree below the origins that they lead to, each below the report that it repeats. */
export function growTree({ origins, reports }: OriginTree): readonly Root[] {
  const placed = new Set<ReportNode>();
  const groups = new Map<string, ReportNode[]>(origins.map(({ id }) => [id, []]));
  for (const report of reports) for (const id of new Set(report.origins)) groups.get(id)?.push(report);
  const plant = (origin: Origin | undefined, group: readonly ReportNode[]): Root => {
    const root = {
      origin,
      branches: grow(group, new Set(group.filter((each) => placed.has(each)))),
      size: group.length,
    };
    for (const report of group) placed.add(report);
    return root;
  };
  const roots = origins.map((origin) => plant(origin, groups.get(origin.id) ?? []));
  const rest = reports.filter((report) => !placed.has(report));
  return rest.length === 0 ? roots : [...roots, plant(undefined, rest)];
}
