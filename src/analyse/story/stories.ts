import type { Report } from '../../model/report.ts';
import type { OriginTree, Story, StoryChange, StorySummary } from '../../model/story.ts';
import { summarizeSome } from '../incident/incidents.ts';
import { traceOrigins } from '../origin/origins.ts';
import { type Cut, findCut } from '../report/cut.ts';
import { findTouchedStories, groupByStory } from './groups.ts';
import { keepStory } from './kept.ts';
import { dateIncidents, findMatter, type IncidentDays } from './matter.ts';
import { findSuccessor } from './placing.ts';

/** Stage and version that makes stories. */
const BY = 'story@2';

/**
 * All stories of the reports, the one with the latest report first.
 *
 * @example
 * summarizeStories(chooseKnown(reports, '2020-12-11T23:59:59Z'))[0]?.title;
 */
export function summarizeStories(reports: readonly Report[]): readonly StorySummary[] {
  const before = listed.get(reports);
  if (before?.of === reports.length) return before.summaries;
  const cut = findCut(reports);
  // Sorting goes once through two lists that are in order already.
  const all = cut === undefined ? [...listSummaries(reports)] : cutSummaries(reports, cut);
  const summaries = all.sort(compareSummaries);
  listed.set(reports, { of: reports.length, summaries });
  return summaries;
}

/** By the list of reports: those of a fuller picture serve the others. */
const listed = new WeakMap<
  readonly Report[],
  { readonly of: number; readonly summaries: readonly StorySummary[] }
>();

function compareSummaries(a: StorySummary, b: StorySummary): number {
  if (a.last !== b.last) return a.last < b.last ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** Only stories on which the differing reports bear are otherwise than in the fuller picture. */
function cutSummaries(reports: readonly Report[], cut: Cut): StorySummary[] {
  const touched = findTouchedStories(reports, cut);
  const staying = summarizeStories(cut.whole).filter(({ id }) => !touched.has(id));
  const [stories, days] = [groupByStory(reports), dateIncidents(reports)];
  const others = [...touched].flatMap((id) => {
    const told = stories.get(id);
    return told === undefined ? [] : summarizeOnce(id, told, days);
  });
  return [...staying, ...others.sort(compareSummaries)];
}

/**
 * The row of one story; undefined where no report belongs to it.
 *
 * @example
 * summarizeStory('s1f2e3d4c5b6a', reports)?.documents; // 4
 */
export function summarizeStory(id: string, reports: readonly Report[]): StorySummary | undefined {
  const told = groupByStory(reports).get(id);
  return told === undefined ? undefined : summarizeOnce(id, told, dateIncidents(reports));
}

function summarizeOnce(id: string, told: readonly Report[], days: IncidentDays): StorySummary {
  return keepStory(told, days, () => summarize(id, told, traceOrigins(findMatter(told, days))));
}

/** The same one after the other, in no order that means anything. */
export function* listSummaries(reports: readonly Report[]): Generator<StorySummary> {
  const days = dateIncidents(reports);
  for (const [id, told] of groupByStory(reports)) yield summarizeOnce(id, told, days);
}

/**
 * One story with its relay tree and what happened in it; one that was merged is answered by what it was merged into. Undefined
 * where no report belongs to it.
 *
 * @example
 * makeStory('s1f2e3d4c5b6a', reports)?.tree.possible; // 1
 */
export function makeStory(
  id: string,
  reports: readonly Report[],
  regrouped: readonly StoryChange[] = [],
): Story | undefined {
  const stories = groupByStory(reports);
  const now = stories.get(id) === undefined ? findSuccessor(id, regrouped) : id;
  const told = now === undefined ? undefined : stories.get(now);
  if (now === undefined || told === undefined) return undefined;
  const tree = traceOrigins(findMatter(told, dateIncidents(reports)));
  const changes = regrouped.filter(({ from, into }) => from === now || into === now);
  return {
    ...summarize(now, told, tree),
    tree,
    incidents: findIncidents(told, reports),
    ...(changes.length === 0 ? {} : { changes }),
    ...(now === id ? {} : { formerly: id }),
    by: BY,
  };
}

function summarize(id: string, told: readonly Report[], tree: OriginTree): StorySummary {
  const titled = told.find(({ title }) => title !== undefined) ?? told[0];
  return {
    kind: 'story',
    id,
    title: titled?.title ?? titled?.statements[0]?.words ?? 'Without a title',
    first: told[0]?.seen ?? '',
    last: told.at(-1)?.seen ?? '',
    documents: told.length,
    outlets: new Set(told.map((report) => report.outlet ?? findHost(report.url) ?? report.series)).size,
    confirmed: tree.confirmed,
    possible: tree.possible,
    relays: tree.relays,
    countries: countCountries(told),
  };
}

/** Who publishes, where the page does not say: the host of its address. */
function findHost(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  try {
    return new URL(url).hostname.replace(/^www\./, '');
  } catch {
    // Not an address: a file's name, say. Then the page stands for itself.
    return undefined;
  }
}

/** Countries where what is told as news takes place, by the number of reports that say so. */
function countCountries(told: readonly Report[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const report of told) {
    const named = new Set<string>();
    for (const { mentions } of report.statements) {
      for (const { where, background } of mentions)
        if (where?.country !== undefined && !background) named.add(where.country);
    }
    for (const country of named) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([country]) => country);
}

/** What the story's reports tell as news, as all reports tell of it, most reported in the story first. */
function findIncidents(told: readonly Report[], reports: readonly Report[]): Story['incidents'] {
  const counts = new Map<string, number>();
  for (const report of told) for (const id of collectNews(report)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return summarizeSome(counts.keys(), reports).toSorted(
    (a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0),
  );
}

function collectNews({ statements }: Report): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { mentions } of statements) {
    for (const { incident, background } of mentions)
      if (incident !== undefined && !background) ids.add(incident);
  }
  return ids;
}
