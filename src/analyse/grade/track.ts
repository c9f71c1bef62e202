import type { SetAside } from '../../model/correction.ts';
import type { Report } from '../../model/report.ts';
import { findTakenBack, type TakenBack } from './corrected.ts';
import type { Findings } from './findings.ts';
import { type Entry, RecordBook, type Worked } from './records.ts';
import { makeOutlet, type Voice } from './voices.ts';

export interface TrackGiven {
  readonly reports: readonly Report[];
  readonly setAside: readonly SetAside[];
  /** Sources to be listed, be there a report of theirs or not. */
  readonly others: readonly Voice[];
}

/** The record of every source over all incidents, with what it took back. */
export function trackSources(
  all: Iterable<Findings>,
  { reports, setAside, others }: TrackGiven,
): readonly Worked[] {
  const book = new RecordBook();
  for (const { outlet, document } of reports)
    if (outlet !== undefined) book.addReport(makeOutlet(outlet), document, 'nothing');
  for (const voice of others) book.keep(voice);
  const takenBack = new Map<string, TakenBack[]>();
  for (const each of findTakenBack(setAside))
    takenBack.set(each.incident, [...(takenBack.get(each.incident) ?? []), each]);
  for (const { incident, title, entries, heard } of all) {
    for (const { voice, entry } of entries) book.add(voice, entry);
    for (const { voice, document, brings } of heard) book.addReport(voice, document, brings);
    for (const each of takenBack.get(incident) ?? []) addTakenBack(book, each, title);
    takenBack.delete(incident);
  }
  // Incidents of which nothing stands any more.
  for (const each of [...takenBack.values()].flat()) addTakenBack(book, each, each.claims[0]?.title ?? '');
  return book.list();
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
