import { createFuser } from '../../src/analyse/fuse.ts';
import { traceOrigins } from '../../src/analyse/origin/origins.ts';
import { findMatter } from '../../src/analyse/story/matter.ts';
import { placeReports } from '../../src/analyse/story/placing.ts';
import { makeStory } from '../../src/analyse/story/stories.ts';
import type { Report } from '../../src/model/report.ts';
import type { OriginStatus, OriginTree, ReportRole } from '../../src/model/story.ts';
import { createReader } from '../../src/process/read.ts';
import { makeEchoPage } from './page.ts';
import type { GoldReport, GoldTree } from './set.ts';

/** What was found of one report: `at` and `outlet` say which. */
export interface FoundReport {
  readonly outlet: string;
  readonly at: string;
  readonly role: ReportRole;
  readonly origins: readonly string[];
}

export interface FoundTree {
  readonly id: string;
  readonly origins: readonly {
    readonly id: string;
    readonly status: OriginStatus;
    readonly name: string;
    readonly through?: string;
  }[];
  readonly reports: readonly FoundReport[];
  /** The stories into which its reports were put, each with the reports of all trees in it. */
  readonly stories: readonly { readonly id: string; readonly documents: number; readonly own: number }[];
}

/** One report of one tree as fusion sees it. */
export interface Arrival {
  readonly tree: string;
  readonly gold: GoldReport;
  readonly report: Report;
}

/** All trees' pages read and fused in one stream, in order of publication; then the tree of each. */
export function* predictTrees(trees: readonly GoldTree[]): Generator<FoundTree> {
  yield* traceTrees(trees, fuseAll(trees));
}

/** The tree of each from its reports. */
export function* traceTrees(trees: readonly GoldTree[], arrivals: readonly Arrival[]): Generator<FoundTree> {
  const everything = arrivals.map(({ report }) => report);
  for (const { id } of trees) {
    const own = arrivals.filter(({ tree }) => tree === id);
    const stories = [...new Set(own.map(({ report }) => report.story))].map((story) => ({
      id: story,
      documents: arrivals.filter(({ report }) => report.story === story).length,
      own: own.filter(({ report }) => report.story === story).length,
    }));
    const story = stories.length === 1 && stories[0]!.documents === own.length ? stories[0] : undefined;
    const tree =
      (story === undefined ? undefined : makeStory(story.id, everything)?.tree) ??
      traceOrigins(findMatter(own.map(({ report }) => report)));
    yield { id, ...describe(tree, own), stories };
  }
}

export function fuseAll(trees: readonly GoldTree[]): readonly Arrival[] {
  const reader = createReader({ engine: 'eval' });
  const fuser = createFuser();
  const arrivals = trees
    .flatMap(({ id, reports }) => reports.map((gold) => ({ tree: id, gold })))
    .sort((a, b) => (a.gold.at < b.gold.at ? -1 : a.gold.at > b.gold.at ? 1 : 0))
    .map(({ tree, gold }) => {
      const reading = reader.read(makeEchoPage(gold));
      const { id, seen } = reading.document;
      return { tree, gold, report: fuser.add(reading, { series: id, knownSince: seen }).report };
    });
  // By what is known once all have come.
  const { reports } = placeReports(
    arrivals.map(({ report }) => report),
    () => true,
  );
  return arrivals.map((arrival, index) => ({ ...arrival, report: reports[index]! }));
}

export function describe(tree: OriginTree, own: readonly Arrival[]): Pick<FoundTree, 'origins' | 'reports'> {
  return {
    origins: tree.origins.map(({ id, status, name, through }) => ({
      id,
      status,
      name,
      ...(through === undefined ? {} : { through }),
    })),
    reports: tree.reports.flatMap(({ document, role, origins }) => {
      const gold = own.find(({ report }) => report.document === document)?.gold;
      return gold === undefined ? [] : [{ outlet: gold.outlet, at: gold.at, role, origins }];
    }),
  };
}
