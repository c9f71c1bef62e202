import { lookup as systemLookup } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { PageError } from '../../model/errors.ts';
import type { Page } from '../../model/page.ts';
import { collectBytes, makeTooLarge } from '../files.ts';
import { makePage } from '../make-page.ts';
import { makeShownName } from '../names.ts';
import { isPublicAddress } from './addresses.ts';
import { makeNetworkError, makeStatusError } from './problems.ts';

/** How an address is fetched. */
export interface FetchOptions {
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  /** Who asks: `tocsin/0.1.0`. */
  readonly userAgent: string;
  /** Bytes that are taken, before and after decompression. */
  readonly maxBytes: number;
  /** Whether an IP address may be connected to; public ones only unless given. */
  readonly isAllowed?: (address: string) => boolean;
  readonly maxRedirects?: number;
  /** Milliseconds without a byte, and in all. */
  readonly idleTimeout?: number;
  readonly totalTimeout?: number;
  readonly signal?: AbortSignal;
  /** Name resolution; the system's unless given. */
  readonly lookup?: LookupFunction;
}

const ACCEPT = 'text/html,application/xhtml+xml,text/plain;q=0.9,multipart/related;q=0.8,*/*;q=0.1';

/**
 * Fetches one page that a person named, the way a guest behaves: it says who it is, asks once, follows a few redirects,
 * waits a limited time and takes a limited number of bytes. It asks for this one page only; whoever fetches on their own
 * account, page after page, must also keep to robots.txt and a rate, which is not done here.
 *
 * Addresses of the own machine and network are refused unless allowed, by the address that is really connected to, at
 * every redirect: a public name that resolves to a private address is refused too.
 *
 * @throws PageError for every way in which this can fail, with what to do.
 * @example
 * const page = await fetchPage('https://example.org/report', { now, userAgent: 'tocsin/0.1.0', maxBytes: 20_000_000 });
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Page> {
  const shown = makeShownName(address);
  const { maxRedirects = 5, totalTimeout = 60_000 } = options;
  const timeout = AbortSignal.timeout(totalTimeout);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout]);
  let url = parseAddress(address, shown);
  try {
    for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
      const response = await request(url, { ...options, signal }, shown);
      const target = findRedirect(response, url);
      if (target === undefined) return await takePage(response, url, { options, shown });
      response.destroy();
      url = parseAddress(target, shown);
    }
  } catch (error) {
    throw timeout.aborted
      ? makeNetworkError(Object.assign(new Error(), { code: 'ETIMEDOUT' }), shown)
      : makeNetworkError(error, shown);
  }
  throw new PageError(
    shown,
    `is redirected more than ${maxRedirects} times`,
    'Open it in a browser and give the address that it ends at.',
  );
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

/** The error for an address that is the own machine's or network's. */
function makePrivateError(shown: string, address: string): PageError {
  return new PageError(
    shown,
    `leads to ${address}, an address of this machine or its network`,
    'If that is meant, allow it with --allow-private.',
  );
}

function request(url: URL, options: FetchOptions, shown: string): Promise<IncomingMessage> {
  const { isAllowed = isPublicAddress, idleTimeout = 20_000 } = options;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // An address written in digits is never looked up, so it is checked here.
  if (isIP(host) !== 0 && !isAllowed(host)) return Promise.reject(makePrivateError(shown, host));
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false,
      lookup: guardLookup(options.lookup ?? systemLookup, isAllowed, shown),
      timeout: idleTimeout,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      headers: {
        'user-agent': options.userAgent,
        accept: ACCEPT,
        'accept-language': 'en,*;q=0.5',
        'accept-encoding': 'gzip, deflate, br',
      },
    });
    sent.on('timeout', () => sent.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })));
    sent.on('error', reject);
    sent.on('response', (response) => {
      // Belt and braces: whatever was looked up, this is who answered.
      const from = response.socket.remoteAddress ?? '';
      if (!isAllowed(from)) {
        response.destroy();
        reject(makePrivateError(shown, from));
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
      else callback(makePrivateError(shown, inside) as NodeJS.ErrnoException, address, family);
    });
  };
}

function findRedirect(response: IncomingMessage, from: URL): string | undefined {
  const location = response.headers.location;
  if (location === undefined || ![301, 302, 303, 307, 308].includes(response.statusCode ?? 0))
    return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from.href).href : location;
}

async function takePage(
  response: IncomingMessage,
  url: URL,
  { options, shown }: { readonly options: FetchOptions; readonly shown: string },
): Promise<Page> {
  const status = response.statusCode ?? 0;
  if (status < 200 || status > 299) {
    response.destroy();
    throw makeStatusError(status, shown);
  }
  const stated = Number(response.headers['content-length'] ?? 0);
  if (stated > options.maxBytes) {
    response.destroy();
    throw makeTooLarge(shown, stated, options.maxBytes);
  }
  const content = await collectBytes(decompress(response), options.maxBytes);
  response.destroy();
  if (content === undefined) throw makeTooLarge(shown, undefined, options.maxBytes);
  url.hash = '';
  return makePage(content, { seen: options.now(), url: url.href, headers: flattenHeaders(response) });
}

/** The body as it was before the server packed it; it stops being unpacked when no more is read. */
function decompress(response: IncomingMessage): AsyncIterable<Buffer> {
  const unpackers = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const make = Object.hasOwn(unpackers, encoding) ? unpackers[encoding as keyof typeof unpackers] : undefined;
  if (make === undefined) return response as AsyncIterable<Buffer>;
  const unpacker = make();
  response.on('error', (error) => unpacker.destroy(error));
  response.on('aborted', () => unpacker.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' })));
  return response.pipe(unpacker) as Readable as AsyncIterable<Buffer>;
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
