import type { Regrouping, Report } from '../../model/report.ts';
import type { StoryChange } from '../../model/story.ts';

/** Reports in the stories that they belong to by all that is known, and how that came about. */
export interface Placed {
  readonly reports: readonly Report[];
  /** What became of earlier stories, in the order in which it was known. */
  readonly changes: readonly StoryChange[];
}

/**
 * Puts each report into the story that its bundle belongs to: the one in which the bundle was opened, unless a later report
 * showed otherwise. What a report showed counts only as long as the report does: without it, stories that it joined are two again.
 *
 * @param reports In the order in which they were made.
 * @param counts Whether a report may show anything.
 * @example
 * placeReports(known, () => true).changes; // [{ type: 'merged', from: 's2', into: 's1', … }]
 */
export function placeReports(reports: readonly Report[], counts: (report: Report) => boolean): Placed {
  if (reports.every(({ regrouped }) => regrouped === undefined)) return { reports, changes: [] };
  const stories = new StoryLedger();
  const changes: StoryChange[] = [];
  for (const report of reports) {
    stories.add(report);
    if (!counts(report)) continue;
    for (const regrouping of report.regrouped ?? []) {
      const change = stories.regroup(regrouping, report);
      if (change !== undefined) changes.push(change);
    }
  }
  return { reports: reports.map((report) => place(report, stories.find(report))), changes };
}

/** What bundles each story holds, as far as the reports have been gone through. */
class StoryLedger {
  readonly #storyOf = new Map<string, string>();
  readonly #bundles = new Map<string, Set<string>>();
  readonly #documents = new Map<string, number>();

  add(report: Report): void {
    const bundle = getBundle(report);
    this.#documents.set(bundle, (this.#documents.get(bundle) ?? 0) + 1);
    if (!this.#storyOf.has(bundle)) this.#put(bundle, report.story);
  }

  find(report: Report): string {
    return this.#storyOf.get(getBundle(report)) ?? report.story;
  }

  /** Moves bundles; undefined where none of them is where it is said to be. */
  regroup({ from, into, bundles }: Regrouping, report: Report): StoryChange | undefined {
    const moved = bundles.filter((bundle) => this.#storyOf.get(bundle) === from);
    if (moved.length === 0) return undefined;
    const wasThere = (this.#bundles.get(into)?.size ?? 0) > 0;
    for (const bundle of moved) {
      this.#bundles.get(from)?.delete(bundle);
      this.#put(bundle, into);
    }
    const isGone = this.#bundles.get(from)?.size === 0;
    const { document, outlet, knownSince } = report;
    return {
      type: isGone ? 'merged' : wasThere ? 'moved' : 'split',
      from,
      into,
      reports: moved.reduce((sum, bundle) => sum + (this.#documents.get(bundle) ?? 0), 0),
      document,
      ...(outlet === undefined ? {} : { outlet }),
      known: knownSince,
    };
  }

  #put(bundle: string, story: string): void {
    this.#storyOf.set(bundle, story);
    const together = this.#bundles.get(story);
    if (together === undefined) this.#bundles.set(story, new Set([bundle]));
    else together.add(bundle);
  }
}

function getBundle({ bundle, story }: Report): string {
  return bundle ?? story;
}

/** Reports put elsewhere before: views keep much with a report, and ask for the same again and again. */
const placed = new WeakMap<Report, Map<string, Report>>();

function place(report: Report, story: string): Report {
  if (report.story === story) return report;
  const known = placed.get(report) ?? new Map<string, Report>();
  placed.set(report, known);
  const before = known.get(story);
  if (before !== undefined) return before;
  // Its bundle keeps its name, or it would be taken for the new story's first.
  const made: Report = { ...report, story, bundle: getBundle(report) };
  known.set(story, made);
  return made;
}

/**
 * The story that one of an earlier id belongs to now: the one that it was merged into, and that in turn.
 *
 * @example
 * findSuccessor('s2', changes); // 's1'
 */
export function findSuccessor(id: string, changes: readonly StoryChange[]): string | undefined {
  let at = id;
  // Later changes only: what was merged and parted again may go in a circle.
  for (const { type, from, into } of changes) if (type === 'merged' && from === at) at = into;
  return at === id ? undefined : at;
}
