import type { Origin, OriginTree, Relay, ReportNode } from '../../../model/story.ts';
import { STORY } from '../words/text/story.ts';

/** Share of wording in common from which it is worth a word beside the credit. */
const NOTABLE = 0.1;

/** What shows that a report repeats another. */
export function describeRelay({ by, name, share, family }: Relay): string | undefined {
  if (by === 'credit') return STORY.credits(name);
  if (by === 'family') return STORY.family(name, family ?? name);
  if (share === undefined || share < NOTABLE) return undefined;
  return STORY.wording(Math.round(share * 100), name);
}

/** What spoke for an origin's being first-hand, in words. */
export function describeSigns({ signs = [] }: Pick<Origin, 'signs'>): readonly string[] {
  return [...new Set(signs.map(STORY.sign))];
}

/** The origins that a report was the first to have. */
export function findOwn({ document }: ReportNode, { origins }: OriginTree): readonly Origin[] {
  return origins.filter(({ first }) => first === document);
}

/** Why a report is taken for what it is: what it repeats and what shows it, and what spoke for what it had first. */
export function listReasons(
  report: ReportNode,
  tree: OriginTree,
): readonly { readonly title: string; readonly words: readonly string[] }[] {
  const repeats = [...new Set(report.relays.flatMap((relay) => describeRelay(relay) ?? []))];
  const own = findOwn(report, tree).map((origin) => ({
    title: `${STORY.why}: ${origin.name}`,
    words: describeSigns(origin),
  }));
  return [
    ...own.filter(({ words }) => words.length > 0),
    ...(repeats.length === 0 ? [] : [{ title: STORY.whyRepeat, words: repeats }]),
  ];
}
