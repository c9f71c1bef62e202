import type { Report } from '../../model/report.ts';
import { findTouched } from '../incident/cut-told.ts';
import { collectMentions } from '../incident/told.ts';
import { type Cut, findCut } from '../report/cut.ts';

/** Reports of each story by the time at which they were seen. */
export interface Stories extends Iterable<readonly [id: string, reports: readonly Report[]]> {
  get(id: string): readonly Report[] | undefined;
}

/** Groups of a list of reports, with how many were gone through: a list that has grown since is gone through again. */
const grouped = new WeakMap<readonly Report[], { readonly of: number; readonly stories: Stories }>();

/** The stories of a list of reports; those that are as in a fuller picture are that picture's very groups. */
export function groupByStory(reports: readonly Report[]): Stories {
  const before = grouped.get(reports);
  if (before?.of === reports.length) return before.stories;
  const cut = findCut(reports);
  const stories = cut === undefined ? group(reports) : new CutStories(cut, groupByStory(cut.whole));
  grouped.set(reports, { of: reports.length, stories });
  return stories;
}

function group(reports: readonly Report[]): Map<string, readonly Report[]> {
  const stories = new Map<string, Report[]>();
  for (const report of reports) {
    const told = stories.get(report.story);
    if (told === undefined) stories.set(report.story, [report]);
    else told.push(report);
  }
  // Sorting is stable where two are equal.
  for (const told of stories.values()) told.sort(compareSeen);
  return stories;
}

/** Instants of one form compare as text. */
function compareSeen(a: Report, b: Report): number {
  return a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0;
}

class CutStories implements Stories {
  readonly #cut: Cut;
  readonly #whole: Stories;
  /** Groups that are not those of the fuller picture. */
  readonly #made = new Map<string, readonly Report[]>();
  readonly #added: ReadonlyMap<string, readonly Report[]>;

  constructor(cut: Cut, whole: Stories) {
    this.#cut = cut;
    this.#whole = whole;
    this.#added = group(cut.added);
  }

  get(id: string): readonly Report[] | undefined {
    const told = this.#made.get(id) ?? this.#make(id);
    return told.length === 0 ? undefined : told;
  }

  *[Symbol.iterator](): Iterator<readonly [string, readonly Report[]]> {
    for (const [id] of this.#whole) {
      const told = this.get(id);
      if (told !== undefined) yield [id, told];
    }
    for (const id of this.#added.keys()) if (this.#whole.get(id) === undefined) yield [id, this.get(id)!];
  }

  #make(id: string): readonly Report[] {
    const { removed, isGone, compare } = this.#cut;
    const [whole, added] = [this.#whole.get(id), this.#added.get(id)];
    const isWhole = removed.length === 0 || whole?.some(isGone) !== true;
    if (isWhole && added === undefined && whole !== undefined) return whole;
    const left = isWhole ? (whole ?? []) : whole!.filter((report) => !isGone(report));
    const told =
      added === undefined ? left : [...left, ...added].sort((a, b) => compareSeen(a, b) || compare(a, b));
    this.#made.set(id, told);
    return told;
  }
}

/** Stories that the differing reports are of, or that tell of an incident of theirs: all others are as in the fuller picture. */
export function findTouchedStories(reports: readonly Report[], cut: Cut): ReadonlySet<string> {
  const stories = new Set<string>();
  for (const { story } of cut.removed) stories.add(story);
  for (const { story } of cut.added) stories.add(story);
  const told = collectMentions(reports);
  for (const incident of findTouched(cut))
    for (const { report } of told.get(incident) ?? []) stories.add(report.story);
  return stories;
}
