import type { Report } from '../../model/report.ts';
import type { StorySummary } from '../../model/story.ts';
import type { IncidentDays } from './matter.ts';

interface Kept {
  readonly told: readonly Report[];
  /** Days of the incidents that the reports tell of, in their order: what else the summary rests on. */
  readonly days: readonly (readonly number[] | undefined)[];
  readonly summary: StorySummary;
}

/** By the first report of each story, which names the story too: as of so many instants. */
const kept = new WeakMap<Report, readonly Kept[]>();
const MOST = 4;

/** What was made of the very same reports before, with incidents of the very same days, else what is made of them now. */
export function keepStory(
  told: readonly Report[],
  days: IncidentDays,
  make: () => StorySummary,
): StorySummary {
  const [first] = told;
  if (first === undefined) return make();
  const known = kept.get(first) ?? [];
  const own = told.flatMap(listIncidents).map((incident) => days.get(incident));
  const same = known.find((each) => isSame(each.told, told) && isSame(each.days, own));
  if (same !== undefined) return same.summary;
  const summary = make();
  kept.set(first, [{ told, days: own, summary }, ...known].slice(0, MOST));
  return summary;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((value, at) => value === b[at]));
}

const listed = new WeakMap<Report, readonly string[]>();

/** Incidents that a report tells as news. */
function listIncidents(report: Report): readonly string[] {
  const known = listed.get(report);
  if (known !== undefined) return known;
  const incidents = new Set<string>();
  for (const { mentions } of report.statements) {
    for (const { incident, background } of mentions)
      if (incident !== undefined && !background) incidents.add(incident);
  }
  const list = [...incidents];
  listed.set(report, list);
  return list;
}
