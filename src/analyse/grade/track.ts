import type { SetAside } from '../../model/correction.ts';
import type { Incident } from '../../model/incident.ts';
import type { Report } from '../../model/report.ts';
import type { ReportRole } from '../../model/story.ts';
import { findTakenBack, type TakenBack } from './corrected.ts';
import type { Matter } from './matter.ts';
import { type Entry, RecordBook, type Worked } from './records.ts';
import { settle } from './settle.ts';
import { findStakes } from './stakes.ts';
import { areKin, makeOutlet, type Voice } from './voices.ts';

/** One incident with who says what of it. */
export interface Weighed {
  readonly incident: Incident;
  readonly matter: Matter;
}

const REPEATING: ReadonlySet<ReportRole> = new Set(['echo', 'notConfirmed']);

export interface TrackGiven {
  readonly reports: readonly Report[];
  readonly setAside: readonly SetAside[];
  /** Sources to be listed, be there a report of theirs or not. */
  readonly others: readonly Voice[];
  /** Milliseconds since 1970: nothing later is known. */
  readonly asOf: number;
}

/**
 * The record of every source over all incidents: what it reported first or on its own, and what became of that. What it repeats is
 * no merit of its own; what it makes of its sources beyond their words, and what it takes back, counts against it.
 */
export function trackSources(
  all: Iterable<Weighed>,
  { reports, setAside, others, asOf }: TrackGiven,
): readonly Worked[] {
  const book = new RecordBook();
  for (const { outlet, document } of reports)
    if (outlet !== undefined) book.addReport(makeOutlet(outlet), document, 'nothing');
  for (const voice of others) book.keep(voice);
  const takenBack = new Map<string, TakenBack[]>();
  for (const each of findTakenBack(setAside))
    takenBack.set(each.incident, [...(takenBack.get(each.incident) ?? []), each]);
  for (const { incident, matter } of all) {
    addStakes(book, { incident, matter }, asOf);
    addDistortions(book, incident);
    addReports(book, matter);
    for (const each of takenBack.get(incident.id) ?? []) addTakenBack(book, each, incident.title);
    takenBack.delete(incident.id);
  }
  // Incidents of which nothing stands any more.
  for (const each of [...takenBack.values()].flat()) addTakenBack(book, each, each.claims[0]?.title ?? '');
  return book.list();
}

function addStakes(book: RecordBook, { incident, matter }: Weighed, asOf: number): void {
  const { figures, tree, id, title } = incident;
  for (const stake of findStakes(matter, tree)) {
    const [first] = stake.claims;
    if (first === undefined) continue;
    const outcome = settle(stake, matter, { figures, areKin, asOf });
    book.add(stake.voice, { ...outcome, incident: id, title, claim: first.ref, order: stake.order });
  }
}

/** What a relay makes of its source beyond its words is the relay's own. */
function addDistortions(book: RecordBook, { distortions, id, title }: Incident): void {
  for (const { relay, source } of distortions) {
    const { claim } = relay.says;
    if (claim.outlet === undefined) continue;
    const entry: Entry = {
      incident: id,
      title,
      outcome: 'distorted',
      reason: 'says more than its source',
      why: `Says ${relay.value}; ${source.says.name} says ${source.value}.`,
      claim,
      others: [source.says.claim],
      order: Date.parse(claim.published ?? '') || 0,
    };
    book.add(makeOutlet(claim.outlet), entry);
  }
}

function addReports(book: RecordBook, { claims, origins }: Matter): void {
  for (const { outlet, ref, node } of claims) {
    if (ref.outlet === undefined || node === undefined || outlet.key === '') continue;
    book.addReport(outlet, ref.document, REPEATING.has(node.role) ? 'repeated' : 'own');
  }
  for (const { office, claims: own } of origins) {
    if (office === undefined) continue;
    for (const { ref } of own) book.addReport(office, ref.document, 'own');
  }
}

function addTakenBack(
  book: RecordBook,
  { voice, incident, outcome, claims }: TakenBack,
  title: string,
): void {
  const [claim] = claims;
  if (claim === undefined) return;
  addEntry(book, voice, {
    incident,
    title,
    outcome,
    reason: 'own note',
    why: outcome === 'retracted' ? 'Took all of it back in a note.' : 'Corrected it in a note.',
    claim,
    others: claims.slice(1),
    order: Date.parse(claim.published ?? '') || 0,
  });
}

function addEntry(book: RecordBook, voice: Voice, entry: Entry): void {
  book.addReport(voice, entry.claim.document, 'own');
  book.add(voice, entry);
}
