import {
  CLAIM_OUTCOMES,
  type ClaimOutcome,
  type SourceRecord,
  type TrackedClaim,
} from '../../model/grade.ts';
import {
  chooseReliability,
  countInReports,
  estimateShare,
  LEAST_CLAIMS,
  LEAST_REPORTS,
  type Settled,
} from './posterior.ts';
import type { Voice } from './voices.ts';

/** What a source did on one incident. */
export interface Entry extends TrackedClaim {
  /** Instant of its first claim, for putting in order. */
  readonly order: number;
}

/** What a document brings on one thing. */
export type Brings = 'own' | 'repeated' | 'nothing';

/** A source's own record before anybody has set a grade. */
export type Worked = Omit<SourceRecord, 'grade' | 'isSet' | 'set'>;

/** Worst first: where a source did several things on one incident, the worst of them counts. */
const WORST: readonly ClaimOutcome[] = [
  'retracted',
  'contradicted',
  'distorted',
  'corrected',
  'confirmed',
  'open',
];

/** What a document brings, as bits that add up over all that it tells of. */
const BITS: Readonly<Record<Brings, number>> = { nothing: 1, own: 3, repeated: 5 };

interface Gathered {
  readonly voice: Voice;
  /** By incident. */
  readonly entries: Map<string, Entry>;
  /** Documents in which it is heard. */
  readonly documents: Map<string, number>;
}

/** Every source's record, as it grows from incident to incident. */
export class RecordBook {
  readonly #sources = new Map<string, Gathered>();

  /** Of several entries on one incident the worst stays. */
  add(voice: Voice, entry: Entry): void {
    const { entries } = this.#get(voice);
    const before = entries.get(entry.incident);
    if (before === undefined || WORST.indexOf(entry.outcome) < WORST.indexOf(before.outcome))
      entries.set(entry.incident, entry);
  }

  /** A document in which it is heard, and what that brings on one thing; something of its own once is enough for it. */
  addReport(voice: Voice, document: string, brings: Brings): void {
    const { documents } = this.#get(voice);
    const before = documents.get(document) ?? 0;
    const after = before | BITS[brings];
    if (after !== before) documents.set(document, after);
  }

  /** A source that is known, be there anything of it or not. */
  keep(voice: Voice): void {
    this.#get(voice);
  }

  /** Every source with its record, by key. */
  list(): readonly Worked[] {
    return [...this.#sources.values()].map((gathered) => this.#make(gathered));
  }

  #get(voice: Voice): Gathered {
    const known = this.#sources.get(voice.key);
    if (known !== undefined) return known;
    const made: Gathered = { voice, entries: new Map(), documents: new Map() };
    this.#sources.set(voice.key, made);
    return made;
  }

  #make({ voice: { key, name, type }, documents, entries: byIncident }: Gathered): Worked {
    const entries = [...byIncident.values()].sort(
      (a, b) => b.order - a.order || (a.incident < b.incident ? -1 : 1),
    );
    const counts = Object.fromEntries(CLAIM_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
      ClaimOutcome,
      number
    >;
    for (const { outcome } of entries) counts[outcome] += 1;
    const settled = entries.flatMap(({ outcome, claim }): Settled[] =>
      outcome === 'open' ? [] : [{ outcome, document: claim.document }],
    );
    const inReport = countInReports(settled);
    const settledReports = inReport.size;
    const share = estimateShare(settled, inReport);
    const workedOut = chooseReliability(share, { claims: settled.length, reports: settledReports });
    let relays = 0;
    for (const bits of documents.values()) if (bits === BITS.repeated) relays += 1;
    return {
      kind: 'sourceGrade',
      source: key,
      name,
      type,
      workedOut,
      reason: tell(settled.length, settledReports, { counts, share }),
      counts,
      settled: settled.length,
      settledReports,
      reports: documents.size,
      relays,
      share,
      claims: entries.map(show),
    };
  }
}

/** Entries stay what they are from one instant to the next: what is shown of each is made once. */
const shown = new WeakMap<Entry, TrackedClaim>();

function show(entry: Entry): TrackedClaim {
  const known = shown.get(entry);
  if (known !== undefined) return known;
  const { order: _, ...tracked } = entry;
  shown.set(entry, tracked);
  return tracked;
}

function tell(settled: number, reports: number, { counts, share }: Pick<Worked, 'counts' | 'share'>): string {
  const came = settled === 1 ? '1 claim of its own has' : `${settled || 'No'} claims of its own have`;
  const where = settled === 0 ? '' : ` in ${reports} ${reports === 1 ? 'report' : 'reports'}`;
  if (settled < LEAST_CLAIMS || reports < LEAST_REPORTS)
    return `${came} come out one way or the other${where}; a letter needs ${LEAST_CLAIMS}, in ${LEAST_REPORTS} reports.`;
  const told = CLAIM_OUTCOMES.filter((outcome) => outcome !== 'open' && counts[outcome] > 0)
    .map((outcome) => `${counts[outcome]} ${outcome}`)
    .join(', ');
  const [mean, low, high] = [share.mean, share.low, share.high].map((value) => Math.round(100 * value));
  return `${told}${where}: ${mean}% hold, between ${low}% and ${high}% with 80%.`;
}
