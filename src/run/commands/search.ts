import { STANCES } from '../../model/claim.ts';
import { EVENT_TYPES, REALIS } from '../../model/event.ts';
import type { DocumentFilter, DocumentSummary, ListAnswer, SearchHit } from '../../store/store.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { isIsoDate } from '../inputs.ts';
import { formatHits } from '../print/hits.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { clean } from '../print/width.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';

export interface SearchOptions {
  readonly outlet?: string;
  readonly language?: string;
  readonly from?: string;
  readonly to?: string;
  readonly type?: string;
  readonly realis?: string;
  readonly stance?: string;
  readonly country?: string;
  readonly asOf?: string;
  readonly limit?: string;
  readonly format?: Format;
}

const DEFAULT_LIMIT = 20;

/** `tocsin search`: documents that hold the words and fit the filters; without words, the newest that fit. */
export async function runSearch(
  words: readonly string[],
  options: SearchOptions,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  const filter = makeFilter(options);
  const limit = parseLimit(options.limit);
  const query = words.join(' ');
  const answer = await withStore(config, context, {
    readOnly: true,
    run: async (store): Promise<ListAnswer<DocumentSummary | SearchHit>> =>
      query.trim() === ''
        ? store.listDocuments({ ...filter, limit })
        : store.search({ ...filter, query, limit }),
  });
  const isJson = chooseFormat(options.format, context) === 'json';
  if (isJson) await context.out.write(answer.rows.map((row) => formatJsonLine(row)).join(''));
  else await context.out.write(formatHits(answer, { ...context.out, query }));
  return EXIT.ok;
}

function makeFilter(options: SearchOptions): DocumentFilter {
  const { outlet, language, from, to, type, realis, stance, country, asOf } = options;
  for (const [flag, date] of [
    ['--from', from],
    ['--to', to],
    ['--as-of', asOf],
  ] as const) {
    if (date !== undefined && !isIsoDate(date))
      throw new UsageError(`${flag} ${date} is no date`, 'Write it as 2020-12-11, 2020-12 or 2020.');
  }
  return {
    ...(outlet === undefined ? {} : { outlet }),
    ...(language === undefined ? {} : { language }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(type === undefined ? {} : { eventType: choose('--type', type, EVENT_TYPES) }),
    ...(realis === undefined ? {} : { realis: choose('--realis', realis, REALIS) }),
    ...(stance === undefined ? {} : { stance: choose('--stance', stance, STANCES) }),
    ...(country === undefined ? {} : { country: parseCountry(country) }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** A word of a vocabulary however it is written; one that is none would find nothing and look like no news. */
function choose(flag: string, given: string, words: readonly string[]): string {
  const found = words.find((word) => word.toLowerCase() === given.toLowerCase());
  if (found === undefined)
    throw new UsageError(
      `${flag} ${clean(given).slice(0, 80)} is not known`,
      `Give one of: ${words.join(', ')}.`,
    );
  return found;
}

function parseCountry(given: string): string {
  if (/^[a-z]{2}$/i.test(given)) return given.toUpperCase();
  throw new UsageError(
    `--country ${clean(given).slice(0, 80)} is no country code`,
    'Give its two letters (ISO 3166-1): IQ for Iraq.',
  );
}

function parseLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1 || limit > 500)
    throw new UsageError(`--limit ${text} does not fit`, 'Give a number from 1 to 500.');
  return limit;
}
