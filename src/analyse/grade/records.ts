import {
  CLAIM_OUTCOMES,
  type ClaimOutcome,
  type SourceRecord,
  type TrackedClaim,
} from '../../model/grade.ts';
import { chooseReliability, estimateShare, LEAST_CLAIMS, LEAST_REPORTS, type Settled } from './posterior.ts';
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

/** One source's record, as it grows from incident to incident. */
export class RecordBook {
  readonly #voices = new Map<string, Voice>();
  readonly #entries = new Map<string, Map<string, Entry>>();
  /** Documents in which it is heard; those that repeat others on something; those that bring something of their own. */
  readonly #reports = new Map<string, Set<string>>();
  readonly #repeating = new Map<string, Set<string>>();
  readonly #own = new Map<string, Set<string>>();

  /** Of several entries on one incident the worst stays. */
  add(voice: Voice, entry: Entry): void {
    this.#keep(voice);
    const entries = this.#entries.get(voice.key)!;
    const before = entries.get(entry.incident);
    if (before === undefined || WORST.indexOf(entry.outcome) < WORST.indexOf(before.outcome))
      entries.set(entry.incident, entry);
  }

  /** A document in which it is heard, and what that brings on one thing; something of its own once is enough for it. */
  addReport(voice: Voice, document: string, brings: Brings): void {
    this.#keep(voice);
    this.#reports.get(voice.key)!.add(document);
    if (brings === 'own') this.#own.get(voice.key)!.add(document);
    if (brings === 'repeated') this.#repeating.get(voice.key)!.add(document);
  }

  /** A source that is known, be there anything of it or not. */
  keep(voice: Voice): void {
    this.#keep(voice);
  }

  /** Every source with its record, by key. */
  list(): readonly Worked[] {
    return [...this.#voices.values()].map((voice) => this.#make(voice));
  }

  #keep(voice: Voice): void {
    if (this.#voices.has(voice.key)) return;
    this.#voices.set(voice.key, voice);
    this.#entries.set(voice.key, new Map());
    this.#reports.set(voice.key, new Set());
    this.#own.set(voice.key, new Set());
    this.#repeating.set(voice.key, new Set());
  }

  #make({ key, name, type }: Voice): Worked {
    const entries = [...this.#entries.get(key)!.values()].sort(
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
    const settledReports = new Set(settled.map(({ document }) => document)).size;
    const share = estimateShare(settled);
    const workedOut = chooseReliability(share, { claims: settled.length, reports: settledReports });
    const own = this.#own.get(key)!;
    const relays = [...this.#repeating.get(key)!].filter((document) => !own.has(document)).length;
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
      reports: this.#reports.get(key)!.size,
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
