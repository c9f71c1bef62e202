import { lookup as systemLookup } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { PageError } from '../../model/errors.ts';
import type { Page } from '../../model/page.ts';
import { makePage } from '../make-page.ts';
import { makeShownName } from '../names.ts';
import { isPublicAddress } from './addresses.ts';
import { type BodyLimits, takeBody } from './body.ts';
import { makeNetworkError, makeStatusError, PrivateAddressError } from './problems.ts';

/** How an address is fetched. */
export interface FetchOptions extends Pick<BodyLimits, 'maxBytes'> {
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  /** Who asks: `tocsin/0.1.0`. */
  readonly userAgent: string;
  /** Whether an IP address may be connected to for the sake of a host name; public ones only unless given. */
  readonly isAllowed?: (address: string, host: string) => boolean;
  readonly maxRedirects?: number;
  /** Milliseconds without a byte, and in all; what `enter` waits is not counted. */
  readonly idleTimeout?: number;
  readonly totalTimeout?: number;
  readonly signal?: AbortSignal;
  /** Name resolution; the system's unless given. */
  readonly lookup?: LookupFunction;
}

/** How an address is fetched by whoever wants to see more of the answer than the page. */
export interface AnswerOptions extends FetchOptions, BodyLimits {
  /** What is wanted, as the `Accept` header says it. */
  readonly accept?: string;
  /** Further request headers, such as `if-none-match`. */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * Called before each request, redirects included: waits for the address's turn, or rejects where it must not be asked. What it
   * gives is called when that request is over.
   */
  readonly enter?: (url: URL) => Promise<() => void>;
}

/** What a server answered at the end of all redirects, whatever its status. */
export interface Answer {
  readonly status: number;
  /** The address that answered, without its fragment. */
  readonly url: string;
  /** Headers that say something of the answer, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body after unpacking; empty where the status is no success. */
  readonly content: Uint8Array;
  /** When the body had come: ISO 8601. */
  readonly seen: string;
}

const ACCEPT = 'text/html,application/xhtml+xml,text/plain;q=0.9,multipart/related;q=0.8,*/*;q=0.1';

/**
 * Fetches one page that a person named, the way a guest behaves: it says who it is, asks once, follows a few redirects,
 * waits a limited time and takes a limited number of bytes. It asks for this one page only; whoever fetches on their own
 * account, page after page, must also keep to robots.txt and a rate: see `Guest`.
 *
 * Addresses of the own machine and network are refused unless allowed, by the address that is really connected to, at
 * every redirect: a public name that resolves to a private address is refused too.
 *
 * @throws PageError for every way in which this can fail, with what to do.
 * @example
 * const page = await fetchPage('https://example.org/report', { now, userAgent: 'tocsin/0.1.0', maxBytes: 20_000_000 });
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Page> {
  const { status, content, seen, url, headers } = await fetchAnswer(address, options);
  if (!isSuccess(status)) throw makeStatusError(status, makeShownName(address));
  return makePage(content, { seen, url, headers });
}

/** Whether a status says that the body is what was asked for. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/**
 * Fetches an address like `fetchPage`, and gives the answer whatever its status is: for feeds, which are asked for with
 * conditions, and for robots.txt.
 *
 * @throws PageError where there is no answer, or where it is too long or may not be asked for.
 * @example
 * const { status } = await fetchAnswer(feed, { ...options, headers: { 'if-none-match': etag } }); // 304
 */
export async function fetchAnswer(address: string, options: AnswerOptions): Promise<Answer> {
  const shown = makeShownName(address);
  const { maxRedirects = 5, totalTimeout = 60_000 } = options;
  let url = parseAddress(address, shown);
  let left = totalTimeout;
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const leave = await options.enter?.(url);
    const started = performance.now();
    try {
      const answer = await ask(url, { ...options, totalTimeout: left }, shown);
      if (typeof answer !== 'string') return answer;
      url = parseAddress(answer, shown);
    } finally {
      leave?.();
      left = Math.max(1, Math.round(left - (performance.now() - started)));
    }
  }
  throw new PageError(
    shown,
    `is redirected more than ${maxRedirects} times`,
    'Open it in a browser and give the address that it ends at.',
  );
}

/** One request: its answer, or where it is redirected to. */
async function ask(url: URL, options: AnswerOptions, shown: string): Promise<Answer | string> {
  const deadline = setDeadline(options.totalTimeout ?? 60_000, options.signal);
  try {
    const response = await request(url, { ...options, signal: deadline.signal }, shown);
    const target = findRedirect(response, url);
    if (target === undefined) return await takeAnswer(response, url, { options, shown });
    response.destroy();
    return target;
  } catch (error) {
    throw makeNetworkError(deadline.isOver() ? makeTimeout() : error, shown);
  } finally {
    deadline.clear();
  }
}

/** A signal that is given when the time is over or another is. `AbortSignal.any` would leave a trace on the other for ever. */
function setDeadline(
  milliseconds: number,
  other: AbortSignal | undefined,
): { readonly signal: AbortSignal; isOver(): boolean; clear(): void } {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, milliseconds);
  const stop = (): void => controller.abort();
  if (other?.aborted === true) stop();
  other?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    isOver: () => isOver,
    clear: () => {
      clearTimeout(timer);
      other?.removeEventListener('abort', stop);
    },
  };
}

function makeTimeout(): Error {
  return Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' });
}

function parseAddress(address: string, shown: string): URL {
  if (!URL.canParse(address))
    throw new PageError(shown, 'is not a valid address', 'Check it for typing errors.');
  const url = new URL(address);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new PageError(
      shown,
      `begins with ${makeShownName(url.protocol)}, which is not fetched`,
      'Give an address that begins with http: or https:.',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new PageError(
      shown,
      'holds a user name or password',
      'Save the page in your browser and give the file.',
    );
  }
  return url;
}

function request(url: URL, options: AnswerOptions, shown: string): Promise<IncomingMessage> {
  const { idleTimeout = 20_000 } = options;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isAllowed = (address: string): boolean =>
    options.isAllowed?.(address, host) ?? isPublicAddress(address);
  // An address written in digits is never looked up, so it is checked here.
  if (isIP(host) !== 0 && !isAllowed(host)) return Promise.reject(new PrivateAddressError(shown, host));
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false,
      lookup: guardLookup(options.lookup ?? systemLookup, isAllowed, shown),
      timeout: idleTimeout,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      headers: {
        ...options.headers,
        'user-agent': options.userAgent,
        accept: options.accept ?? ACCEPT,
        'accept-language': 'en,*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
      },
    });
    sent.on('timeout', () => sent.destroy(makeTimeout()));
    sent.on('error', reject);
    sent.on('response', (response) => {
      // Belt and braces: whatever was looked up, this is who answered.
      const from = response.socket.remoteAddress ?? '';
      if (!isAllowed(from)) {
        response.destroy();
        reject(new PrivateAddressError(shown, from));
      } else resolve(response);
    });
    sent.end();
  });
}

/** Resolves names as the system does, and fails where any of the addresses is not public: no name may point inside. */
function guardLookup(
  lookup: LookupFunction,
  isAllowed: (address: string) => boolean,
  shown: string,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      if (error !== null) {
        callback(error, address, family);
        return;
      }
      const found = Array.isArray(address) ? address.map((each) => each.address) : [address];
      const inside = found.find((each) => !isAllowed(each));
      if (inside === undefined) callback(null, address, family);
      else callback(new PrivateAddressError(shown, inside) as NodeJS.ErrnoException, address, family);
    });
  };
}

function findRedirect(response: IncomingMessage, from: URL): string | undefined {
  const location = response.headers.location;
  if (location === undefined || ![301, 302, 303, 307, 308].includes(response.statusCode ?? 0))
    return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from.href).href : location;
}

async function takeAnswer(
  response: IncomingMessage,
  url: URL,
  { options, shown }: { readonly options: AnswerOptions; readonly shown: string },
): Promise<Answer> {
  const status = response.statusCode ?? 0;
  try {
    const content = isSuccess(status) ? await takeBody(response, options, shown) : Buffer.alloc(0);
    const final = new URL(url);
    final.hash = '';
    return { status, url: final.href, headers: flattenHeaders(response), content, seen: options.now() };
  } finally {
    response.destroy();
  }
}

/** Headers that say something of the page; cookies and the like are not kept. */
const KEPT_HEADERS = [
  'content-type',
  'content-language',
  'content-location',
  'date',
  'etag',
  'last-modified',
  'link',
  'retry-after',
  'server',
];

function flattenHeaders(response: IncomingMessage): Readonly<Record<string, string>> {
  const kept: [string, string][] = [];
  for (const name of KEPT_HEADERS) {
    const value = response.headers[name];
    if (value !== undefined)
      kept.push([name, (Array.isArray(value) ? value.join(', ') : value).slice(0, 2000)]);
  }
  return Object.freeze(Object.fromEntries(kept));
}
