import { PageError } from '../../model/errors.ts';
import type { Answer } from './client.ts';
import { PrivateAddressError } from './problems.ts';
import { ALL_ALLOWED, parseRobots, type RobotsRules } from './robots.ts';

/** What is known of a site's robots.txt. */
export type RobotsEntry =
  | { readonly kind: 'rules'; readonly rules: RobotsRules; readonly until: number }
  /** It could not be had: nothing is allowed until it is tried again. */
  | { readonly kind: 'unknown'; readonly why: string; readonly until: number };

const DAY = 24 * 3_600_000;
/** How soon a robots.txt that could not be had is tried again. */
const AGAIN = 10 * 60_000;
/** Sites remembered. */
const MAX_SITES = 1000;

/** The robots.txt of each site, remembered for a day. */
export class RobotsBook {
  readonly #now: () => string;
  readonly #entries = new Map<string, Promise<RobotsEntry>>();

  constructor({ now }: { readonly now: () => string }) {
    this.#now = now;
  }

  /**
   * @param isPrivateAllowed Kept apart: what may not be reached for one source may be for another.
   * @param fetch Fetches the robots.txt; it rejects with a PageError where there is no answer.
   */
  async find(
    url: URL,
    isPrivateAllowed: boolean,
    fetch: (address: string) => Promise<Answer>,
  ): Promise<RobotsEntry> {
    const key = `${url.origin} ${isPrivateAllowed}`;
    const known = this.#entries.get(key);
    const entry = await known;
    if (entry !== undefined && entry.until > this.#time()) return entry;
    // While this one waited, another may have begun to ask.
    const begun = this.#entries.get(key);
    if (begun !== undefined && begun !== known) return begun;
    const made = this.#ask(`${url.origin}/robots.txt`, fetch);
    this.#entries.delete(key);
    this.#entries.set(key, made);
    // Whoever waits for it gets the error; it is not remembered.
    made.catch(() => this.#entries.delete(key));
    const oldest = this.#entries.size > MAX_SITES ? this.#entries.keys().next().value : undefined;
    if (oldest !== undefined) this.#entries.delete(oldest);
    return made;
  }

  async #ask(address: string, fetch: (address: string) => Promise<Answer>): Promise<RobotsEntry> {
    let answer: Answer;
    try {
      answer = await fetch(address);
    } catch (error) {
      // An address inside is the caller's matter, and tells more than a robots.txt that cannot be had.
      if (!(error instanceof PageError) || error instanceof PrivateAddressError) throw error;
      const why = error.message.slice(
        error.source.length + 2,
        error.message.length - error.remedy.length - 2,
      );
      return this.#wait(why);
    }
    const { status, content } = answer;
    if (status >= 200 && status <= 299) {
      const rules = parseRobots(Buffer.from(content).toString('utf8'), address);
      return { kind: 'rules', rules, until: this.#time() + DAY };
    }
    if (status === 429 || status >= 500) return this.#wait(`the server answered ${status}`);
    return { kind: 'rules', rules: ALL_ALLOWED, until: this.#time() + DAY };
  }

  #wait(why: string): RobotsEntry {
    return { kind: 'unknown', why, until: this.#time() + AGAIN };
  }

  #time(): number {
    return Date.parse(this.#now());
  }
}
