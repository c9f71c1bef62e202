import { PageError } from '../model/errors.ts';
import type { ExpansionBudget } from './budget.ts';
import type { Collected } from './collected.ts';
import type { RecordPlace } from './json/records.ts';
import type { CollectLimits } from './limits.ts';
import type { Origin } from './origin.ts';

/** A file that is read record by record, however large: a web archive, or articles as JSON. */
export type RecordStream = { readonly bytes: AsyncIterable<Uint8Array> } & (
  | { readonly form: 'warc' }
  | { readonly form: 'articles'; readonly place: RecordPlace }
);

export type FoundRecord =
  | {
      readonly kind: 'record';
      readonly content: Buffer;
      readonly origin: Origin;
      /** False where its bytes have yet to show that they are a page. */
      readonly isPage: boolean;
    }
  | Exclude<Collected, { readonly kind: 'page' }>;

interface Setting {
  readonly budget: ExpansionBudget;
  readonly limits: CollectLimits;
}

/** The records of a file, one at a time, each under its number. */
export function readRecords(
  stream: RecordStream,
  origin: Origin,
  setting: Setting,
): AsyncGenerator<FoundRecord> {
  return stream.form === 'warc'
    ? readCaptures(stream.bytes, origin, setting)
    : readObjects(stream, origin, setting);
}

/** What a file without a single record comes to. */
export function makeNoRecords(form: RecordStream['form'], origin: Origin): Collected {
  if (form === 'articles') return refuseData(origin);
  const failure = new PageError(
    origin.shown,
    'is a web archive without records',
    'Check that it is the right file.',
  );
  return { kind: 'failure', failure };
}

async function* readCaptures(
  bytes: AsyncIterable<Uint8Array>,
  origin: Origin,
  setting: Setting,
): AsyncGenerator<FoundRecord> {
  const { readWarc } = await import('./warc/read-warc.ts');
  for await (const each of readWarc(bytes, origin.shown, setting)) {
    if (each.kind !== 'capture') yield each;
    else {
      const place = { ...placeRecord(origin, each), headers: each.headers };
      yield { kind: 'record', content: each.content, origin: place, isPage: false };
    }
  }
}

async function* readObjects(
  { bytes, place }: Extract<RecordStream, { readonly form: 'articles' }>,
  origin: Origin,
  setting: Setting,
): AsyncGenerator<FoundRecord> {
  const { readArticles } = await import('./json/articles.ts');
  for await (const each of readArticles(bytes, origin.shown, { ...setting, place })) {
    if (each.kind === 'skipped' && place === 'whole') yield refuseData(origin);
    else if (each.kind !== 'article') yield each;
    else {
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      yield {
        kind: 'record',
        content: each.content,
        origin: { ...placeRecord(origin, each), headers },
        isPage: true,
      };
    }
  }
}

/** Where a record was seen: by its crawler, if that says when, and not later than the file itself. */
function placeRecord(
  { shown, seen }: Origin,
  { number, url, captured }: { readonly number: number; readonly url?: string; readonly captured?: string },
): Origin {
  return {
    shown: `${shown}/${number}`,
    seen: captured !== undefined && captured < seen ? captured : seen,
    hasFile: true,
    isMet: true,
    ...(url === undefined ? {} : { url }),
  };
}

function refuseData({ shown, isMet }: Origin): Exclude<Collected, { readonly kind: 'page' }> {
  if (isMet === true) return { kind: 'skipped', source: shown, why: 'data' };
  return {
    kind: 'failure',
    failure: new PageError(
      shown,
      'is JSON data, not a page',
      'Leave it out, or give the page as HTML or plain text.',
    ),
  };
}
