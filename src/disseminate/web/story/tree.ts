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

/** The report of a group that another one repeats: one before it in time, so that no ring can arise. */
function findRepeated(report: ReportNode, group: readonly ReportNode[]): ReportNode | undefined {
  const before = group.slice(0, group.indexOf(report));
  for (const { document } of report.relays) {
    const repeated = before.find((each) => each.document === document);
    if (repeated !== undefined) return repeated;
  }
  return undefined;
}

function grow(group: readonly ReportNode[], again: ReadonlySet<ReportNode>): readonly Branch[] {
  const below = new Map<ReportNode | undefined, ReportNode[]>();
  for (const report of group) {
    const repeated = findRepeated(report, group);
    below.set(repeated, [...(below.get(repeated) ?? []), report]);
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
  const plant = (origin: Origin | undefined, group: readonly ReportNode[]): Root => {
    const root = { origin, branches: grow(group, new Set(placed)), size: group.length };
    for (const report of group) placed.add(report);
    return root;
  };
  const roots = origins.map((origin) =>
    plant(
      origin,
      reports.filter((report) => report.origins.includes(origin.id)),
    ),
  );
  const rest = reports.filter((report) => !placed.has(report));
  return rest.length === 0 ? roots : [...roots, plant(undefined, rest)];
}
