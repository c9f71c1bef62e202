import type { Forecast, LedgerEntry, Settlement } from '../../model/forecast.ts';
import type { Hash } from '../../model/page.ts';
import { findDay } from './days.ts';

/** A forecast on record, with its place in the record. */
export interface FiledForecast {
  readonly at: number;
  readonly entry: LedgerEntry;
  readonly forecast: Forecast;
  /** UTC day of its instant. */
  readonly day: string;
}

/** A settlement on record, with its place in the record. */
export interface FiledSettlement {
  readonly at: number;
  readonly entry: LedgerEntry;
  readonly settlement: Settlement;
}

/** Forecasts of one horizon by the instants as of which they hold, of one instant in order of filing. */
interface Course {
  readonly times: number[];
  readonly forecasts: Forecast[];
}

/**
 * What the ledger holds of one problem, ready to be asked at every look: which forecasts are open, which stand. A record that has grown is
 * gone on with from where it ended; what is on record never changes.
 */
export class RecordIndex {
  readonly #entries: readonly LedgerEntry[];
  #of = 0;
  readonly #forecasts: FiledForecast[] = [];
  readonly #byHash = new Map<Hash, FiledForecast>();
  readonly #settlements: FiledSettlement[] = [];
  /** The last settlement of each forecast. */
  readonly #latest = new Map<Hash, FiledSettlement>();
  #open: FiledForecast[] = [];
  readonly #courses = new Map<number, Course>();

  constructor(entries: readonly LedgerEntry[]) {
    this.#entries = entries;
  }

  /** Number of entries that were gone through. */
  get of(): number {
    return this.#of;
  }

  /** In order of filing. */
  get forecasts(): readonly FiledForecast[] {
    return this.#forecasts;
  }

  /** In order of filing. */
  get settlements(): readonly FiledSettlement[] {
    return this.#settlements;
  }

  /** Forecasts that are not settled, or whose settlement was taken back, in order of filing. */
  get open(): readonly FiledForecast[] {
    return this.#open;
  }

  /** Forecasts that are settled, and were so last from a place in the record on; in no order. */
  listClosed(from: number): readonly FiledForecast[] {
    const closed: FiledForecast[] = [];
    for (let i = this.#settlements.length - 1; i >= 0 && this.#settlements[i]!.at >= from; i -= 1) {
      const { settlement, at } = this.#settlements[i]!;
      const forecast = this.#byHash.get(settlement.forecast);
      const isLast = this.#latest.get(settlement.forecast)?.at === at;
      if (forecast !== undefined && isLast && settlement.outcome !== 'open') closed.push(forecast);
    }
    return closed;
  }

  /** The settlement of a forecast that counts. */
  findSettlement(forecast: Hash): FiledSettlement | undefined {
    return this.#latest.get(forecast);
  }

  /** The forecast of a horizon that stood at an instant (milliseconds), whenever it was filed. */
  findStanding(horizon: number, instant: number): Forecast | undefined {
    const course = this.#courses.get(horizon);
    return course?.forecasts[course.times.findLastIndex((time) => time <= instant)];
  }

  advance(): void {
    const settled = this.#settlements.length;
    let isReopened = false;
    for (; this.#of < this.#entries.length; this.#of += 1) this.#take(this.#entries[this.#of]!, this.#of);
    for (const { settlement } of this.#settlements.slice(settled)) {
      if (settlement.outcome === 'open') isReopened = true;
      const forecast = this.#byHash.get(settlement.forecast);
      const place = forecast === undefined ? -1 : this.#open.indexOf(forecast);
      if (place >= 0) this.#open.splice(place, 1);
    }
    if (isReopened) this.#open = this.#forecasts.filter(({ entry }) => this.#isOpen(entry.hash));
  }

  #isOpen(forecast: Hash): boolean {
    return (this.#latest.get(forecast)?.settlement.outcome ?? 'open') === 'open';
  }

  #take(entry: LedgerEntry, at: number): void {
    const { content } = entry;
    if (content.kind === 'settlement') {
      const filed = { at, entry, settlement: content };
      this.#settlements.push(filed);
      this.#latest.set(content.forecast, filed);
      return;
    }
    const filed = { at, entry, forecast: content, day: findDay(content.asOf) };
    this.#forecasts.push(filed);
    this.#byHash.set(entry.hash, filed);
    if (this.#isOpen(entry.hash)) this.#open.push(filed);
    const time = Date.parse(content.asOf);
    if (Number.isNaN(time)) return;
    const course = this.#courses.get(content.horizon) ?? { times: [], forecasts: [] };
    this.#courses.set(content.horizon, course);
    // Mostly at the end: one as of an earlier instant is filed seldom.
    const place = course.times.findLastIndex((each) => each <= time) + 1;
    course.times.splice(place, 0, time);
    course.forecasts.splice(place, 0, content);
  }
}

const indexes = new WeakMap<readonly LedgerEntry[], RecordIndex>();

/** Made once for each list of entries of one problem; where it has grown, what came is added. */
export function indexRecord(entries: readonly LedgerEntry[]): RecordIndex {
  const index = indexes.get(entries) ?? new RecordIndex(entries);
  indexes.set(entries, index);
  index.advance();
  return index;
}
