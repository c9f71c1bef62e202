import type { Forecast, LedgerEntry, Settlement } from '../../../model/forecast.ts';

/** A forecast on record with how it came out, where it is settled. */
export interface FiledForecast {
  readonly entry: LedgerEntry;
  readonly forecast: Forecast;
  readonly settlement: Settlement | undefined;
}

/** The forecasts of a ledger, newest first, each with its settlement. */
export function listForecasts(entries: readonly LedgerEntry[]): readonly FiledForecast[] {
  const settlements = new Map(
    entries.flatMap(({ content }) =>
      content.kind === 'settlement' ? [[content.forecast, content] as const] : [],
    ),
  );
  return entries
    .flatMap((entry): readonly FiledForecast[] =>
      entry.content.kind === 'forecast'
        ? [{ entry, forecast: entry.content, settlement: settlements.get(entry.hash) }]
        : [],
    )
    .toSorted((a, b) => b.entry.number - a.entry.number);
}
