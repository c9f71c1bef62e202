import type { Forecast, LedgerEntry } from '../../model/forecast.ts';
import type { FiledLikeness, ReplayStep } from '../../model/replay.ts';
import { MOVE, TOLERANCE } from '../ledger/filings.ts';
import type { Moment } from './course.ts';

/** Forecasts are filed with six digits. */
const FILED = 1e-6;

type Filed = NonNullable<ReplayStep['horizons'][number]['filed']>;

/**
 * The record beside a replay: at each moment, asked for in order, the forecast of each horizon that had been filed last. "close" means
 * that nothing new would have been filed over the difference.
 *
 * @param entries The ledger of the problem, in order of filing.
 */
export class FiledRecord {
  readonly #entries: readonly LedgerEntry[];
  readonly #standing = new Map<number, LedgerEntry & { readonly content: Forecast }>();
  #next = 0;

  constructor(entries: readonly LedgerEntry[]) {
    this.#entries = entries;
  }

  /** @param version Of the problem as it is replayed. */
  at(moment: Moment, version: string): readonly (Filed | undefined)[] {
    this.#goTo(moment.asOf);
    return moment.horizons.map(({ days, probability }) => {
      const entry = this.#standing.get(days);
      if (entry === undefined) return undefined;
      const { content, number } = entry;
      const isWord = content.probability.word === probability.word && content.level === moment.level;
      const apart = Math.abs(content.probability.p - probability.p);
      const likeness: FiledLikeness =
        apart < FILED && isWord ? 'same' : apart < MOVE - TOLERANCE && isWord ? 'close' : 'other';
      return {
        number,
        p: content.probability.p,
        level: content.level,
        ...(content.problemVersion === version ? {} : { otherVersion: true }),
        likeness,
      };
    });
  }

  #goTo(asOf: string): void {
    for (let entry = this.#entries[this.#next]; entry !== undefined; entry = this.#entries[this.#next]) {
      if (Date.parse(entry.filed) > Date.parse(asOf)) return;
      this.#next += 1;
      const { content } = entry;
      if (content.kind === 'forecast') this.#standing.set(content.horizon, { ...entry, content });
    }
  }
}
