import type { ClaimRef } from '../../../model/report.ts';
import type { Origin, OriginTree, ReportNode } from '../../../model/story.ts';

/** A claim with the report that makes it. */
export interface SaidIn {
  readonly claim: ClaimRef;
  readonly report: ReportNode | undefined;
}

/** Claims that go back to one origin; those without an origin stand together in a group without one. */
export interface OriginGroup {
  readonly origin: Origin | undefined;
  readonly said: readonly SaidIn[];
}

const placeOf = ({ document, claim }: ClaimRef) => `${document}#${claim}`;

/** The claims of a tree grouped by the origin that they lead to, origins in the order of the tree. */
export function groupByOrigin(tree: OriginTree): readonly OriginGroup[] {
  const reports = new Map(tree.reports.map((report) => [report.document, report]));
  const find = (claim: ClaimRef): SaidIn => ({ claim, report: reports.get(claim.document) });
  const groups: OriginGroup[] = tree.origins.map((origin) => ({ origin, said: origin.claims.map(find) }));
  const grouped = new Set(tree.origins.flatMap(({ claims }) => claims.map(placeOf)));
  const rest = tree.reports.flatMap(({ claims }) => claims).filter((claim) => !grouped.has(placeOf(claim)));
  return rest.length === 0 ? groups : [...groups, { origin: undefined, said: rest.map(find) }];
}
