/** Waits so many milliseconds; rejects when the signal is given. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>;

export interface LaneOptions {
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  readonly sleep: Sleep;
  /** Hosts that are remembered; of those where nothing is going on the longest unused are forgotten. */
  readonly maxHosts?: number;
}

interface Lane {
  /** Ends when the last request that was queued ends. */
  tail: Promise<void>;
  queued: number;
  /** Milliseconds since 1970 at which the last request ended, and until which the host wants none. */
  endedAt: number;
  pausedUntil: number;
}

/**
 * One lane for each host: at most one request at a time, and a pause between two.
 *
 * @example
 * const leave = await lanes.enter('news.example', 1000);
 * try { … } finally { leave(); }
 */
export class HostLanes {
  readonly #options: LaneOptions;
  readonly #lanes = new Map<string, Lane>();

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /**
   * Waits until nobody else is asking this host and the last answer is `gap` milliseconds old.
   *
   * @returns What is to be called when the request is over, however it ended.
   */
  async enter(host: string, gap: number, signal?: AbortSignal): Promise<() => void> {
    const lane = this.#getLane(host);
    const before = lane.tail;
    let release: () => void = () => undefined;
    lane.tail = new Promise((resolve) => {
      release = resolve;
    });
    lane.queued += 1;
    const leave = (): void => {
      lane.queued -= 1;
      release();
    };
    try {
      await before;
      signal?.throwIfAborted();
      const wait = lane.endedAt + gap - this.#now();
      // A clock that was set back must not make anybody wait for hours.
      if (wait > 0) await this.#options.sleep(Math.min(wait, gap), signal);
    } catch (error) {
      leave();
      throw error;
    }
    return () => {
      lane.endedAt = this.#now();
      leave();
    };
  }

  /** Notes that a host wants no request until then. */
  pause(host: string, until: number): void {
    const lane = this.#getLane(host);
    lane.pausedUntil = Math.max(lane.pausedUntil, until);
  }

  /** Until when a host wants no request, in milliseconds since 1970; undefined where it does not mind. */
  findPause(host: string): number | undefined {
    const until = this.#lanes.get(host)?.pausedUntil ?? 0;
    return until > this.#now() ? until : undefined;
  }

  #getLane(host: string): Lane {
    const known = this.#lanes.get(host);
    // Set anew, so that the map is in the order of use.
    this.#lanes.delete(host);
    const lane = known ?? { tail: Promise.resolve(), queued: 0, endedAt: 0, pausedUntil: 0 };
    this.#lanes.set(host, lane);
    this.#forget();
    return lane;
  }

  #forget(): void {
    const { maxHosts = 5000 } = this.#options;
    if (this.#lanes.size <= maxHosts) return;
    for (const [host, lane] of this.#lanes) {
      if (lane.queued > 0 || lane.pausedUntil > this.#now()) continue;
      this.#lanes.delete(host);
      if (this.#lanes.size <= maxHosts) return;
    }
  }

  #now(): number {
    return Date.parse(this.#options.now());
  }
}
