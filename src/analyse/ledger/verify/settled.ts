import { copyTwice, HashTable, WORDS } from './hash-table.ts';

/** Which forecasts have been read, and by what each was settled last. Hashes are given as words. */
export class SettledForecasts {
  readonly #forecasts = new HashTable();
  /** By number of the forecast: the hash of its last settlement; all 0 where there is none. */
  #last = new Uint32Array(1024 * WORDS);

  addForecast(hash: Uint32Array): void {
    this.#forecasts.add(hash);
  }

  hasForecast(hash: Uint32Array): boolean {
    return this.#forecasts.find(hash) !== undefined;
  }

  /**
   * What is wrong with a settlement; undefined where it is the first of its forecast, or takes the place of the last one.
   *
   * @param corrects Undefined where it takes no other's place.
   */
  findFault(
    settles: Uint32Array,
    corrects: Uint32Array | undefined,
  ): 'unknown' | 'again' | 'wrong' | undefined {
    const forecast = this.#forecasts.find(settles);
    if (forecast === undefined) return 'unknown';
    const at = forecast * WORDS;
    if (corrects === undefined) return this.#isSettled(at) ? 'again' : undefined;
    return this.#isSettled(at) && corrects.every((word, i) => this.#last[at + i] === word)
      ? undefined
      : 'wrong';
  }

  addSettlement(settles: Uint32Array, hash: Uint32Array): void {
    const forecast = this.#forecasts.find(settles);
    if (forecast === undefined) return;
    while ((forecast + 1) * WORDS > this.#last.length) this.#last = copyTwice(this.#last);
    this.#last.set(hash, forecast * WORDS);
  }

  #isSettled(at: number): boolean {
    for (let i = at; i < at + WORDS; i += 1) if ((this.#last[i] ?? 0) !== 0) return true;
    return false;
  }
}
