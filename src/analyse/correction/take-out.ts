import type { RootCause, TakenOut } from '../../model/correction.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Hash } from '../../model/page.ts';
import type { Report } from '../../model/report.ts';
import type { StoryChange } from '../../model/story.ts';
import { inheritTrace } from '../origin/access.ts';
import { findSuccessor } from '../story/placing.ts';
import { makeRejection } from './rejection.ts';

/** Reports in the stories in which people of the desk let them stand, and those that were moved for it. */
export interface Grouping {
  /** In the same order; those that were moved are other values, the same ones each time. */
  readonly reports: readonly Report[];
  readonly takenOut: readonly { readonly report: Report; readonly change: TakenOut }[];
}

/** What was decided on groupings. */
interface Rejected {
  /** Stories that are rejected whole. */
  readonly stories: ReadonlyMap<string, RootCause>;
  /** Pages that belong to nothing that they are put into. */
  readonly pages: ReadonlyMap<Hash, RootCause>;
}

/**
 * Undoes groupings that were rejected. A page that leaves its story is one of its own, in all its versions. A story that is
 * rejected whole is left with the page that it began with, also of what comes in later, and also where it was merged into another
 * one since.
 *
 * @param judgements Those that hold (`chooseStanding`).
 * @param came The same reports as they arrived, and what became of stories since (`placeReports`).
 */
export function takeOut(
  reports: readonly Report[],
  judgements: readonly Judgement[],
  came: { readonly arrived: readonly Report[]; readonly changes: readonly StoryChange[] } = {
    arrived: reports,
    changes: [],
  },
): Grouping {
  const rejections = judgements.filter(({ of, verdict }) => of.type === 'story' && verdict === 'reject');
  if (rejections.length === 0) return { reports, takenOut: [] };
  const rejected = findRejected(reports, rejections);
  const takenOut: { report: Report; change: TakenOut }[] = [];
  const successors = new Map([...rejected.stories.keys()].map((id) => [id, findSuccessor(id, came.changes)]));
  const moved = reports.map((report, index) => {
    const first = came.arrived[index]?.story;
    const whole = first !== undefined && successors.get(first) === report.story ? first : report.story;
    const cause = findCause(report, whole, rejected);
    if (cause === undefined) return report;
    const to = makeOwnStory(report.series);
    const { document, outlet, title, story: from } = report;
    const names = { ...(outlet === undefined ? {} : { outlet }), ...(title === undefined ? {} : { title }) };
    const own = move(report, to);
    takenOut.push({ report: own, change: { document, ...names, from, to, cause } });
    return own;
  });
  return { reports: moved, takenOut };
}

function findRejected(reports: readonly Report[], rejections: readonly Judgement[]): Rejected {
  const stories = new Map<string, RootCause>();
  const documents = new Map<Hash, RootCause>();
  for (const judgement of rejections) {
    const { of } = judgement;
    if (of.type !== 'story') continue;
    const cause = makeRejection(judgement);
    if (of.documents === undefined && !stories.has(of.story)) stories.set(of.story, cause);
    for (const document of of.documents ?? []) if (!documents.has(document)) documents.set(document, cause);
  }
  const pages = new Map<Hash, RootCause>();
  for (const { document, series } of documents.size === 0 ? [] : reports) {
    const cause = documents.get(document);
    if (cause !== undefined && !pages.has(series)) pages.set(series, cause);
  }
  return { stories, pages };
}

function findCause({ series }: Report, story: string, { stories, pages }: Rejected): RootCause | undefined {
  const whole = stories.get(story);
  // The story is named after the page that it began with, which keeps it.
  return pages.get(series) ?? (story === `s${readDigits(series, 0)}` ? undefined : whole);
}

/** Other digits than those that a story is named after, so that the page it began with can leave it too. */
function makeOwnStory(series: Hash): string {
  return `s${readDigits(series, LENGTH)}`;
}

/** Digits of an id that a story is named by. */
const LENGTH = 12;

function readDigits(hash: Hash, from: number): string {
  return hash.slice('sha256:'.length + from, 'sha256:'.length + from + LENGTH);
}

/** Reports moved before: views keep much with a report, and ask for the same again and again. */
const made = new WeakMap<Report, Report>();

function move(report: Report, story: string): Report {
  const before = made.get(report);
  if (before !== undefined) return before;
  const moved: Report = { ...report, story };
  inheritTrace(moved, report);
  made.set(report, moved);
  return moved;
}
