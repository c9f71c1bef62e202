/**
 * Lets no more through than so many in a minute, evenly spaced, however many ask at once.
 */
export class Pace {
  readonly #gap: number;
  readonly #clock: () => number;
  readonly #sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  #next = Number.NEGATIVE_INFINITY;

  constructor(options: {
    readonly perMinute: number;
    /** Milliseconds of a clock that never goes back. */
    readonly clock: () => number;
    readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  }) {
    this.#gap = 60_000 / options.perMinute;
    this.#clock = options.clock;
    this.#sleep = options.sleep;
  }

  /** Resolves when it is one's turn, or when the signal is given. */
  async wait(signal?: AbortSignal): Promise<void> {
    const now = this.#clock();
    const turn = Math.max(now, this.#next);
    this.#next = turn + this.#gap;
    if (turn > now) await this.#sleep(turn - now, signal);
  }
}
