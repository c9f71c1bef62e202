import type { Mention, Report, Statement } from '../../model/report.ts';
import { collectMentions } from '../incident/told.ts';
import { indexReports } from '../report/report-index.ts';
import { DAY, findEventDay, findPublished, toDayNumber } from './instants.ts';

/** One place where an incident is told of. */
export interface IncidentTelling {
  readonly report: Report;
  readonly statement: Statement;
  readonly mention: Mention;
}

/**
 * Everything that reports tell of some incidents, by their ids, in the order of the reports. Each incident is looked up: what is told of
 * all of them is put together once for a list of reports.
 */
export function findTellings(
  reports: readonly Report[],
  ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly IncidentTelling[]> {
  const found: (readonly [string, readonly IncidentTelling[]])[] = [];
  if (ids.size === 0) return new Map();
  const [told, index] = [collectMentions(reports), indexReports(reports)];
  const inOrder = (a: IncidentTelling, b: IncidentTelling) => index.compare(a.report, b.report);
  for (const id of ids) {
    const own = told.get(id);
    if (own !== undefined) found.push([id, own.toSorted(inOrder)]);
  }
  return new Map(found.sort(([, a], [, b]) => inOrder(a[0]!, b[0]!)));
}

/** Whether a telling says that it happened. */
export function isTelling({ statement, mention }: IncidentTelling): boolean {
  return (
    (mention.realis === 'occurred' || mention.realis === 'ongoing') &&
    statement.polarity === 'affirmed' &&
    statement.stance !== 'denies' &&
    statement.evidence !== 'withheld'
  );
}

/**
 * The day of an incident: the one that most documents give, of several such the one that was given first. A day after
 * publication is a misreading (of "3 January" in December, say) and is passed over.
 */
export function findIncidentDay(tellings: readonly IncidentTelling[]): string | undefined {
  const documents = new Map<string, Set<string>>();
  for (const { report, mention } of tellings) {
    const day = findEventDay(mention.when);
    // Where it is already tomorrow, today's news is dated tomorrow.
    if (day === undefined || toDayNumber(day) > Math.floor((findPublished(report) + DAY) / DAY)) continue;
    const set = documents.get(day) ?? new Set<string>();
    set.add(report.document);
    documents.set(day, set);
  }
  let best: string | undefined;
  for (const [day, { size }] of documents) {
    if (best === undefined || size > documents.get(best)!.size) best = day;
  }
  return best;
}

/** What an indicator needs to know of an incident that is told of. */
export interface IncidentFacts {
  readonly day?: string;
  /** When it was first told of, in milliseconds. */
  readonly first: number;
  /** Tellings that it did not, does not or will not happen. */
  readonly denials: readonly IncidentTelling[];
}

/** Facts of the incidents that some mentions tell of, and perhaps of others, as far as any report gives them. */
export function findFacts(
  reports: readonly Report[],
  mentions: Iterable<Mention | undefined>,
): ReadonlyMap<string, IncidentFacts> {
  const ids = new Set<string>();
  for (const mention of mentions) if (mention?.incident !== undefined) ids.add(mention.incident);
  if (ids.size === 0) return new Map();
  const before = facts.get(reports);
  const known = before?.of === reports.length ? before.facts : new Map<string, IncidentFacts>();
  facts.set(reports, { of: reports.length, facts: known });
  const missing = new Set([...ids].filter((id) => !known.has(id)));
  for (const [id, tellings] of findTellings(reports, missing)) {
    const day = findIncidentDay(tellings);
    const first = tellings.reduce((least, { report }) => Math.min(least, findPublished(report)), Infinity);
    known.set(id, { ...(day === undefined ? {} : { day }), first, denials: tellings.filter(isDenial) });
  }
  return known;
}

/** Found before among the very same reports: several problems ask about one incident, at every look. */
const facts = new WeakMap<
  readonly Report[],
  { readonly of: number; readonly facts: Map<string, IncidentFacts> }
>();

function isDenial({ statement, mention }: IncidentTelling): boolean {
  return statement.evidence !== 'withheld' && (statement.stance === 'denies' || mention.realis === 'denied');
}
