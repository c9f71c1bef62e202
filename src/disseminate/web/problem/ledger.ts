import type { Forecast, LedgerEntry, Settlement } from '../../../model/forecast.ts';

/** A forecast on record with how it came out, where it is settled. */
export interface FiledForecast {
  readonly entry: LedgerEntry;
  readonly forecast: Forecast;
  readonly settlement: Settlement | undefined;
}

/** The forecasts of a ledger, newest first, each with its settlement. */
export function listForecasts(entries: readonly LedgerEntry[]): readonly FiledForecast[] {
  const inOrder = entries.toSorted((a, b) => a.number - b.number);
  // The last one counts: a later one corrects those before it.
  const settlements = new Map(
    inOrder.flatMap(({ content }) =>
      content.kind === 'settlement' ? [[content.forecast, content] as const] : [],
    ),
  );
  return inOrder
    .flatMap((entry): readonly FiledForecast[] =>
      entry.content.kind === 'forecast'
        ? [{ entry, forecast: entry.content, settlement: settlements.get(entry.hash) }]
        : [],
    )
    .toReversed();
}
