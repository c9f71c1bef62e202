/* How often somebody may try to log in. It knows no clock: instants are handed in, as milliseconds. */

export interface ThrottleOptions {
  /** Attempts that are taken within the window before one has to wait. */
  readonly attempts: number;
  /** Milliseconds. */
  readonly window: number;
  /** Names and addresses that are held at once: whoever sends made-up ones fills no memory. */
  readonly most?: number;
}

interface Counted {
  readonly count: number;
  readonly since: number;
}

/** Counts attempts under a key. Each counts before it is looked at, so that many at once are no way around it. */
export class Throttle {
  readonly #options: Required<ThrottleOptions>;
  /** In the order in which their windows began. */
  readonly #counted = new Map<string, Counted>();

  constructor({ most = 10_000, ...options }: ThrottleOptions) {
    this.#options = { ...options, most };
  }

  /** Counts an attempt; gives the seconds to wait where it is not taken. */
  take(key: string, now: number): number | undefined {
    const { attempts, window, most } = this.#options;
    const known = this.#counted.get(key);
    const isOpen = known !== undefined && now - known.since < window;
    if (isOpen && known.count >= attempts) return Math.max(1, Math.ceil((known.since + window - now) / 1000));
    if (!isOpen) this.#counted.delete(key);
    this.#counted.set(key, isOpen ? { ...known, count: known.count + 1 } : { count: 1, since: now });
    if (this.#counted.size > most) this.#dropOldest();
    return undefined;
  }

  /** Takes one attempt back that was none: it succeeded. */
  giveBack(key: string): void {
    const known = this.#counted.get(key);
    if (known !== undefined) this.#counted.set(key, { ...known, count: Math.max(0, known.count - 1) });
  }

  /** Forgets the attempts of somebody who is in. */
  forget(key: string): void {
    this.#counted.delete(key);
  }

  get size(): number {
    return this.#counted.size;
  }

  #dropOldest(): void {
    const [oldest] = this.#counted.keys();
    if (oldest !== undefined) this.#counted.delete(oldest);
  }
}
