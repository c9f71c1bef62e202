import type { Collected } from '../collect/collected.ts';
import { type CollectLimits, DEFAULT_LIMITS } from '../collect/limits.ts';
import { collectPages } from '../collect/pages.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { UsageError } from './usage.ts';
import { makeUserAgent } from './version.ts';

/** What a person may say of the pages that are given. */
export interface GivenOptions {
  readonly published?: string;
  readonly url?: string;
  readonly outlet?: string;
}

/** Limits with what the settings change in them. */
export function makeLimits(config: Config): CollectLimits {
  return { ...DEFAULT_LIMITS, pageBytes: Math.round(config.maxPage * 1_000_000) };
}

/** The pages in files, folders, archives, addresses and standard input, with the network where an address asks for it. */
export function collectInputs(
  inputs: readonly string[],
  {
    config,
    context,
    absolute = false,
    signal,
  }: {
    readonly config: Config;
    readonly context: Context;
    readonly absolute?: boolean;
    readonly signal?: AbortSignal;
  },
): AsyncIterable<Collected> {
  const limits = makeLimits(config);
  return collectPages(inputs, {
    now: context.now,
    limits,
    stdin: context.stdin,
    absolute,
    fetch: async (url) => {
      const { fetchPage } = await import('../collect/fetch/client.ts');
      return fetchPage(url, {
        now: context.now,
        userAgent: makeUserAgent(config),
        maxBytes: limits.fileBytes,
        ...(config.allowPrivate ? { isAllowed: () => true } : {}),
        ...(signal === undefined ? {} : { signal }),
      });
    },
  });
}

/**
 * Checks what a person says of the pages.
 *
 * @throws UsageError for a date that is none, an address that is none, or an address for several files.
 */
export function checkGiven(given: GivenOptions, inputs: readonly string[]): GivenOptions {
  const { published, url, outlet } = given;
  if (published !== undefined && !isIsoDate(published)) {
    throw new UsageError(
      `--published ${published} is no date`,
      'Write it as 2020-12-11, 2020-12 or 2020-12-11T18:05:00Z.',
    );
  }
  if (url !== undefined && !(URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) {
    throw new UsageError(`--url ${url} is no address`, 'It begins with https:// or http://.');
  }
  if (url !== undefined && inputs.length > 1)
    throw new UsageError('--url is given for several inputs', 'Give one input with each address.');
  if (outlet !== undefined && outlet.trim() === '')
    throw new UsageError('--outlet is empty', 'Give the name of the publisher.');
  return {
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet: outlet.trim() }),
  };
}

/** Whether text is an ISO 8601 date of the calendar, as precise as one likes, or an instant. */
export function isIsoDate(text: string): boolean {
  const found =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/.exec(
      text,
    );
  if (found === null) return false;
  const [, year, month = '01', day = '01', time] = found;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day)) return false;
  return time === undefined || !Number.isNaN(Date.parse(text));
}
