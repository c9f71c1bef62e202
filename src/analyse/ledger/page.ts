import type { ForecastRecord, RecordPage } from '../../model/desk.ts';
import type { Forecast, LedgerEntry } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import { findDay } from './days.ts';
import { scoreLedger } from './score/score.ts';

/**
 * The record of a problem: its scores over all of it, and a page of its forecasts, each with all of its settlements.
 *
 * @param entries Of the problem, in order of filing.
 */
export function makeRecord(
  entries: readonly LedgerEntry[],
  { problem, asOf, page }: { readonly problem: string; readonly asOf: string; readonly page: RecordPage },
): ForecastRecord {
  const wanted = findForecastOf(entries, page.entry);
  const forecasts = entries
    .filter(({ content, number }) => {
      if (content.kind !== 'forecast') return false;
      return (page.entry === undefined || number === wanted) && fits(content, page);
    })
    .toReversed();
  const { offset = 0, limit = forecasts.length } = page;
  const shown = forecasts.slice(offset, offset + limit);
  const hashes = new Set<Hash>(shown.map(({ hash }) => hash));
  const settlements = entries.filter(
    ({ content }) => content.kind === 'settlement' && hashes.has(content.forecast),
  );
  return {
    kind: 'record',
    problem,
    asOf,
    scores: scoreKept(entries),
    entries: [...shown, ...settlements].sort((a, b) => b.number - a.number),
    total: forecasts.length,
  };
}

function fits({ horizon, asOf }: Forecast, page: RecordPage): boolean {
  if (page.horizon !== undefined && horizon !== page.horizon) return false;
  return page.until === undefined || findDay(asOf) <= page.until;
}

/** The number of the forecast that an entry is, or settles. */
function findForecastOf(entries: readonly LedgerEntry[], number: number | undefined): number | undefined {
  const entry = number === undefined ? undefined : entries.find((each) => each.number === number);
  if (entry?.content.kind !== 'settlement') return entry?.number;
  const { forecast } = entry.content;
  return entries.find(({ hash }) => hash === forecast)?.number;
}

/** Scores of each problem as of its last entry: a reader turns page after page. */
const kept = new Map<string, { readonly last: Hash; readonly scores: ForecastRecord['scores'] }>();
const MOST_KEPT = 100;

function scoreKept(entries: readonly LedgerEntry[]): ForecastRecord['scores'] {
  const last = entries.at(-1);
  if (last === undefined) return [];
  const before = kept.get(last.content.problem);
  // The hash stands for everything before it.
  if (before?.last === last.hash) return before.scores;
  const scores = scoreLedger(entries);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(last.content.problem, { last: last.hash, scores });
  return scores;
}
