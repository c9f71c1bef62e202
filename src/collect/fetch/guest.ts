import type { LookupFunction } from 'node:net';
import { PageError } from '../../model/errors.ts';
import { makeShownName } from '../names.ts';
import { isPublicAddress } from './addresses.ts';
import { type Answer, type AnswerOptions, fetchAnswer, isSuccess } from './client.ts';
import { HostLanes, type Sleep } from './lanes.ts';
import { makeStatusError, PrivateAddressError } from './problems.ts';
import { parseRetryAfter } from './retry-after.ts';
import { ROBOTS_BYTES } from './robots.ts';
import { RobotsBook, type RobotsEntry } from './robots-book.ts';

export interface GuestOptions {
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  readonly sleep: Sleep;
  /** Who asks: `tocsin/0.1.0`. */
  readonly userAgent: string;
  /** Least milliseconds between two requests to one host; 1000 unless given. A crawl-delay of its robots.txt may make it more. */
  readonly gap?: number;
  readonly idleTimeout?: number;
  readonly totalTimeout?: number;
  readonly signal?: AbortSignal;
  readonly lookup?: LookupFunction;
}

/** One thing that is asked for. */
export interface Visit {
  /**
   * `page`: found in a feed, so robots.txt decides. `feed`: a person listed this very address, so that only rules which name us
   * keep us away, as with other feed readers.
   */
  readonly purpose: 'feed' | 'page';
  readonly maxBytes: number;
  /** Host names whose private addresses may be connected to; none unless given. */
  readonly isPrivateAllowed?: (host: string) => boolean;
  readonly accept?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly tooLargeRemedy?: string;
}

/** What came of a visit. */
export type Visited =
  /** A success, or 304 where conditions were sent. */
  { readonly kind: 'answer'; readonly answer: Answer } | VisitFailure;

export interface VisitFailure {
  readonly kind: 'failure';
  readonly failure: PageError;
  /** True where asking again would be in vain. */
  readonly isFinal: boolean;
  /** Where the site wants to be left alone: until then, in milliseconds since 1970. It is then no fault of the address. */
  readonly notBefore?: number;
}

/** How long a site is left alone that says it is asked too often and not for how long. */
const PAUSE = 5 * 60_000;
/** Milliseconds that a robots.txt may take in all. */
const ROBOTS_TIMEOUT = 20_000;
const GONE: ReadonlySet<number> = new Set([404, 410, 451]);

/**
 * Fetches as a guest does who comes unasked and comes again: one request at a time to one host, with a pause after each, as
 * robots.txt allows, and not while the site wants to be left alone.
 *
 * @example
 * const guest = new Guest({ now, sleep, userAgent: 'tocsin/0.1.0' });
 * const visited = await guest.visit('https://news.example/a', { purpose: 'page', maxBytes: 20_000_000 });
 */
export class Guest {
  readonly #options: GuestOptions;
  readonly #lanes: HostLanes;
  readonly #robots: RobotsBook;

  constructor(options: GuestOptions) {
    this.#options = options;
    this.#lanes = new HostLanes(options);
    this.#robots = new RobotsBook({ now: options.now });
  }

  /** Rejects only where it is asked to stop. */
  async visit(address: string, visit: Visit): Promise<Visited> {
    let refusal: VisitFailure | undefined;
    const enter = async (url: URL): Promise<() => void> => {
      const found = await this.#enter(url, visit, makeShownName(address));
      if (typeof found === 'function') return found;
      refusal = found;
      throw found.failure;
    };
    try {
      const { purpose: _, isPrivateAllowed, ...request } = visit;
      return this.#judge(await this.#fetch(address, isPrivateAllowed, { ...request, enter }), address);
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      if (!(error instanceof PageError)) throw error;
      return refusal ?? { kind: 'failure', failure: error, isFinal: error instanceof PrivateAddressError };
    }
  }

  #fetch(
    address: string,
    isPrivateAllowed: Visit['isPrivateAllowed'],
    request: Omit<AnswerOptions, 'now' | 'userAgent' | 'isAllowed'>,
  ): Promise<Answer> {
    const { sleep: _sleep, gap: _gap, ...options } = this.#options;
    return fetchAnswer(address, {
      ...options,
      ...request,
      isAllowed: (ip, host) => isPublicAddress(ip) || isPrivateAllowed?.(host) === true,
    });
  }

  /** Waits for a host's turn, or says why it must not be asked. */
  async #enter(url: URL, visit: Visit, shown: string): Promise<(() => void) | VisitFailure> {
    const paused = this.#findPause(url, shown);
    if (paused !== undefined) return paused;
    const { gap = 1000, signal } = this.#options;
    const book = await this.#findRobots(url, visit, shown);
    if (book.kind === 'unknown' && visit.purpose === 'page') return makeUnknown(shown, book);
    const rules = book.kind === 'rules' ? book.rules : undefined;
    const isBound = visit.purpose === 'page' || rules?.namesUs === true;
    if (rules !== undefined && isBound && !rules.isAllowed(url.href)) return makeDisallowed(shown);
    const leave = await this.#lanes.enter(url.host, Math.max(gap, (rules?.delay ?? 0) * 1000), signal);
    // It may have asked for a pause while this one was waiting.
    const since = this.#findPause(url, shown);
    if (since === undefined) return leave;
    leave();
    return since;
  }

  async #findRobots(url: URL, visit: Visit, shown: string): Promise<RobotsEntry> {
    const isPrivateAllowed = visit.isPrivateAllowed?.(findHostName(url)) === true;
    try {
      return await this.#robots.find(url, isPrivateAllowed, (address) => this.#fetchRobots(address, visit));
    } catch (error) {
      // What was asked for is to be told, not the robots.txt on the way to it.
      throw error instanceof PrivateAddressError ? new PrivateAddressError(shown, error.address) : error;
    }
  }

  #fetchRobots(address: string, { isPrivateAllowed }: Visit): Promise<Answer> {
    const { gap = 1000, signal, totalTimeout = ROBOTS_TIMEOUT } = this.#options;
    return this.#fetch(address, isPrivateAllowed, {
      maxBytes: ROBOTS_BYTES,
      isCutAllowed: true,
      accept: 'text/plain,*/*;q=0.1',
      totalTimeout: Math.min(totalTimeout, ROBOTS_TIMEOUT),
      enter: (url) => this.#lanes.enter(url.host, gap, signal),
    });
  }

  #findPause(url: URL, shown: string): VisitFailure | undefined {
    const until = this.#lanes.findPause(url.host);
    if (until === undefined) return undefined;
    const problem = `is not asked for now, since ${makeShownName(url.host)} wants no requests until ${new Date(until).toISOString()}`;
    return {
      kind: 'failure',
      failure: new PageError(shown, problem, 'Nothing is to be done: it is asked again then.'),
      isFinal: false,
      notBefore: until,
    };
  }

  #judge(answer: Answer, address: string): Visited {
    const { status, headers } = answer;
    if (isSuccess(status) || status === 304) return { kind: 'answer', answer };
    const failure = makeStatusError(status, makeShownName(address));
    const now = Date.parse(this.#options.now());
    const wait =
      status === 429 || status === 503
        ? (parseRetryAfter(headers['retry-after'], now) ?? (status === 429 ? PAUSE : undefined))
        : undefined;
    if (wait === undefined) return { kind: 'failure', failure, isFinal: GONE.has(status) };
    this.#lanes.pause(new URL(answer.url).host, now + wait);
    return { kind: 'failure', failure, isFinal: false, notBefore: now + wait };
  }
}

function makeDisallowed(shown: string): VisitFailure {
  const failure = new PageError(
    shown,
    'may not be fetched by programs: the robots.txt of its site says so',
    'Open it in your browser, save the page and give the file to tocsin add.',
  );
  return { kind: 'failure', failure, isFinal: true };
}

/** RFC 9309: while nobody can say what is allowed, nothing is. */
function makeUnknown(
  shown: string,
  { why, until }: { readonly why: string; readonly until: number },
): VisitFailure {
  const failure = new PageError(
    shown,
    `is not fetched for now, since the robots.txt of its site cannot be had (${why})`,
    'Nothing is to be done: it is tried again later.',
  );
  return { kind: 'failure', failure, isFinal: false, notBefore: until };
}

/** The host's name or number as `isPrivateAllowed` is asked for it: an IPv6 address without its brackets. */
export function findHostName(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}
