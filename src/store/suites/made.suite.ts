import type { Alert, Signed } from '../../model/alert.ts';
import type { Forecast, LedgerEntry, Settlement } from '../../model/forecast.ts';
import type { PastEvent } from '../../model/history.ts';
import type { Probability } from '../../model/probability.ts';
import type { Report } from '../../model/report.ts';
import { hashEntry } from '../ledger.ts';
import type { SourceState, StoredReport, UnreportedReading } from '../store.ts';

/** Made-up reports, forecasts, alerts and the like, of the size and shape of real ones. */

/** A report of a reading: a statement for each of its claims. */
export function makeReport({ reading, series, knownSince }: UnreportedReading, story = 's1'): StoredReport {
  const { document, claims, events } = reading;
  const report: Report = {
    kind: 'report',
    document: document.id,
    series,
    version: document.version,
    ...(document.outlet !== undefined && { outlet: document.outlet }),
    ...(document.title !== undefined && { title: document.title }),
    ...(document.published !== undefined && { published: document.published }),
    seen: document.seen,
    knownSince,
    story,
    reuses: [],
    statements: claims.map((claim, index) => ({
      claim: claim.id,
      start: claim.start,
      end: claim.end,
      words: claim.content.text,
      chain: claim.chain,
      quote: claim.quote,
      ...(claim.stance !== undefined && { stance: claim.stance }),
      certainty: claim.certainty,
      polarity: claim.polarity,
      evidence: claim.evidence,
      mentions: events.slice(index, index + 1).map((event) => ({
        event: event.id,
        trigger: event.trigger,
        plover: event.plover,
        cameo: event.cameo,
        realis: event.realis,
        factuality: event.factuality,
        background: event.background,
        ...{ actors: [], recipients: [], instruments: [], figures: [] },
        incident: `i${index}`,
      })),
    })),
    by: 'story@1',
  };
  return { report, trace: { shingles: claims.map((_, index) => index * 7919), name: 'odd \ud800 half' } };
}

const even: Probability = { p: 0.5, low: 0.3, high: 0.7, word: 'roughly even chance' };

export function makeForecast(problem: string, asOf: string): Forecast {
  return {
    kind: 'forecast',
    ...{ problem, problemVersion: 'sha256:1', question: 'Will the harbour be closed?', horizon: 7, asOf },
    ...{ until: '2026-03-08', probability: even, baseRate: even, level: 'normal', confidence: 'low' },
    ...{ reasons: [], cause: 'daily', engine: 'tocsin 0.1.0' },
  };
}

export function makeSettlement({ hash, content }: LedgerEntry): Settlement {
  const { problem } = content;
  return { kind: 'settlement', problem, forecast: hash, outcome: 'no', claims: [] };
}

/** Entries that follow one another, filed an hour apart from noon on. */
export function makeLedger(
  contents: readonly (Forecast | Settlement)[],
  last?: LedgerEntry,
): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const content of contents) {
    const before = entries.at(-1) ?? last;
    const number = (before?.number ?? 0) + 1;
    const filed = new Date(Date.UTC(2026, 2, 1, 11 + number)).toISOString();
    const rest = { kind: 'ledger entry', number, filed, ...(before && { previous: before.hash }), content };
    const entry = rest as Omit<LedgerEntry, 'hash'>;
    entries.push({ ...entry, hash: hashEntry(entry) });
  }
  return entries;
}

export function makePastEvent(line: number, date: string, rest: Partial<PastEvent> = {}): PastEvent {
  return { kind: 'past event', date, actor: 'IRQREB', cameo: '190', source: 'events.csv', line, ...rest };
}

export function makeAlert(id: string, content: Partial<Alert> = {}): Signed<Alert> {
  return {
    content: {
      ...{ kind: 'alert', version: 1, id, update: 1, problem: 'harbour', title: 'Harbour' },
      ...{ question: 'Will it be closed?', level: 'high', previousLevel: 'normal', horizon: 7 },
      ...{ probability: even, baseRate: even, asOf: '2026-03-01T10:00:00.000Z' },
      ...{ issued: '2026-03-01T10:00:00.000Z', reasons: [], forecast: 'sha256:1', tlp: 'TLP:CLEAR' },
      ...{ engine: 'tocsin 0.1.0', ...content },
    },
    signature: { algorithm: 'Ed25519', key: 'key', value: `signed ${content.update ?? 1}` },
  };
}

export function makeSourceState(source: string, rest: Partial<SourceState> = {}): SourceState {
  return {
    ...{ kind: 'source health', source, name: source, feed: `https://${source}.example/feed` },
    ...{ state: 'alive', failures: 0, kept: 3, lost: 0, ...rest },
  };
}
