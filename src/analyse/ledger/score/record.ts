import type { Forecast, LedgerEntry, Settlement } from '../../../model/forecast.ts';
import type { Hash } from '../../../model/page.ts';
import { findDay } from '../days.ts';

/** A forecast on record with the settlement that counts. */
export interface Filed {
  readonly number: number;
  readonly forecast: Forecast;
  /** The last one, unless it opened the forecast again. */
  readonly settlement?: Settlement;
  /** Number of its entry. */
  readonly settledBy?: number;
  /** How many settlements there were. */
  readonly settlements: number;
}

/** The forecasts of a ledger in order of filing. */
export function listFiled(entries: readonly LedgerEntry[]): readonly Filed[] {
  const settled = new Map<
    Hash,
    { readonly last: Settlement; readonly number: number; readonly count: number }
  >();
  for (const { content, number } of entries) {
    if (content.kind !== 'settlement') continue;
    const count = (settled.get(content.forecast)?.count ?? 0) + 1;
    settled.set(content.forecast, { last: content, number, count });
  }
  return entries.flatMap(({ content, number, hash }) => {
    if (content.kind !== 'forecast') return [];
    const found = settled.get(hash);
    const isOpen = found === undefined || found.last.outcome === 'open';
    return [
      {
        ...{ number, forecast: content, settlements: found?.count ?? 0 },
        ...(isOpen ? {} : { settlement: found.last, settledBy: found.number }),
      },
    ];
  });
}

/**
 * The last forecast filed on each UTC day for each problem and horizon, so that a restless day weighs no more than a quiet one; those
 * of a replay apart.
 */
export function chooseGrid(filed: readonly Filed[]): readonly Filed[] {
  const grid = new Map<string, Filed>();
  for (const each of filed) {
    const { problem, horizon, asOf, replayed } = each.forecast;
    grid.set(JSON.stringify([problem, horizon, replayed === true, findDay(asOf)]), each);
  }
  return [...grid.values()];
}

/** Lists of those for which `makeKey` gives the same, in order of the first of each. */
export function groupBy<Value>(
  values: readonly Value[],
  makeKey: (value: Value) => string,
): readonly (readonly Value[])[] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = makeKey(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}

/** What an outcome is known by: forecasts that it turned to yes have it in common. */
export function findOutcomeKey({ incident, day }: Settlement): string {
  return incident ?? day ?? 'unknown';
}
