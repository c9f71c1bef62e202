import type { ClaimRef, Report, Statement } from '../../model/report.ts';
import type { Relay } from '../../model/story.ts';
import { makeClaimRef } from '../report/claim-ref.ts';
import { isClaim } from '../report/lede.ts';
import { findSibling, type Sibling } from './families.ts';
import type { Traced } from './traced.ts';
import { isRepeat, type Wording } from './wording.ts';

/** One report with its statements on the matter. */
export interface Group {
  readonly report: Report;
  /** Key of its outlet. */
  readonly outlet: string;
  /** Instant of publication, for putting in order. */
  readonly order: number;
  /** All its statements, and those on the matter, in order of the text. */
  readonly context: readonly Traced[];
  readonly traced: readonly Traced[];
  /** All of the report is there to be weighed, and not only what it says of one incident. */
  readonly isWhole: boolean;
}

/** Whose reports a report repeats: outlets that it credits, once each, and earlier documents whose words it uses. */
export function findRelays(
  group: Group,
  byDocument: ReadonlyMap<string, Group>,
  {
    wording,
    findKept,
  }: { readonly wording: Wording; readonly findKept: (outlet: string) => Group | undefined },
): readonly Relay[] {
  const credited = new Map<string, Relay>();
  for (const { report, statement, credits } of group.traced) {
    for (const { key, name } of credits) {
      if (credited.has(key)) continue;
      const kept = findKept(key);
      credited.set(key, {
        by: 'credit',
        name,
        ...(kept === undefined ? {} : { document: kept.report.document }),
        ...refer(report, statement),
      });
    }
  }
  const isSourced = group.traced.some(({ access, credits }) => access.kind === 'named' || credits.length > 0);
  const sibling = findSibling(group.report, byDocument);
  const repeated = group.report.reuses.flatMap(({ document, share }): Relay[] => {
    const earlier = byDocument.get(document);
    if (earlier === undefined || earlier.report.series === group.report.series) return [];
    const same = group.traced.find(
      ({ statement }) => wording.findRepeated(statement, earlier.traced) !== undefined,
    );
    const shown = same ?? (isRepeat(group.report, document) ? group.traced[0] : undefined);
    if (shown === undefined) return [];
    const name = earlier.report.outlet ?? earlier.report.title ?? document;
    const family = document === sibling?.group.report.document ? { family: sibling.family } : {};
    return [{ by: 'wording', name, document, share, ...family, ...refer(shown.report, shown.statement) }];
  });
  const isShown = repeated.some(({ document }) => document === sibling?.group.report.document);
  return [
    ...credited.values(),
    ...repeated,
    ...(sibling === undefined || isShown || isSourced ? [] : [makeFamilyRelay(group, sibling)]),
  ];
}

/** An outlet of the same owner that has the same, be it in other words. */
function makeFamilyRelay({ traced }: Group, { group: { report }, family, share }: Sibling): Relay {
  const shown = traced[0];
  return {
    by: 'family',
    name: report.outlet ?? report.document,
    document: report.document,
    share,
    family,
    ...(shown === undefined ? {} : refer(shown.report, shown.statement)),
  };
}

/** The claim that shows it; none where the report has its opening alone. */
function refer(report: Report, statement: Statement): { readonly evidence?: ClaimRef } {
  return isClaim(statement) ? { evidence: makeClaimRef(report, statement) } : {};
}
