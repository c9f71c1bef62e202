import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readEvents, type Skip } from '../collect/events/read-events.ts';
import { makeFileError } from '../collect/files.ts';
import { PageError } from '../model/errors.ts';
import type { EventFile, EventFormat } from '../model/event-count.ts';
import { loadCountries } from '../process/place/countries.ts';
import type { Store } from '../store/store.ts';

/** What came of one file of events. */
export interface ImportedEvents {
  readonly file: EventFile;
  /** What was passed over, by reason. Of an import that went on where one was cut off, since then. */
  readonly skips: readonly Skip[];
  /** Whether the whole file was there already. */
  readonly isKnown: boolean;
}

/**
 * Keeps the daily counts of a file of events. A file that is there already adds nothing, under whatever name; an import that was cut off
 * goes on behind the last records that were kept.
 *
 * @throws PageError where the file cannot be read or is no table of events.
 */
export async function importEvents(
  path: string,
  {
    store,
    now,
    format,
  }: { readonly store: Store; readonly now: () => string; readonly format?: EventFormat },
): Promise<ImportedEvents> {
  const hash = await hashFile(path);
  const before = await store.findEventFile(hash);
  if (before?.knownSince !== undefined) return { file: before, skips: [], isKnown: true };
  let file = before;
  let skips: readonly Skip[] = [];
  const chosen = format ?? before?.format;
  const options = { findCountry, now: now(), after: before?.records ?? 0 };
  for await (const portion of readEvents(path, { ...options, ...(chosen && { format: chosen }) })) {
    skips = portion.skips;
    const after = file?.records ?? 0;
    file = {
      hash,
      name: basename(path),
      format: portion.format,
      records: portion.records,
      used: (before?.used ?? 0) + portion.used,
      skipped: (before?.skipped ?? 0) + skips.reduce((sum, { count }) => sum + count, 0),
      ...(portion.isEnd && { knownSince: now() }),
    };
    await store.putEventCounts(file, portion.counts, { after });
  }
  return { file: file!, skips, isKnown: false };
}

/** What tells a file from others, from all of its bytes: a second pass over a large one takes seconds. */
async function hashFile(path: string): Promise<string> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new PageError(path, 'is no file', 'Give a file of events.');
    const hash = createHash('sha256');
    for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 }))
      hash.update(bytes as Buffer);
    return `sha256:${hash.digest('hex')}`;
  } catch (error) {
    throw makeFileError(error, path);
  }
}

let countries: ReadonlyMap<string, string> | undefined;

/** Countries by what data sets write: codes of two and three letters, names and other names. */
function findCountry(name: string): string | undefined {
  countries ??= new Map(
    loadCountries().flatMap(({ code, alpha3, name: usual, aliases }) =>
      [code, alpha3, usual, ...aliases].map((each) => [each.toLowerCase(), code] as const),
    ),
  );
  return countries.get(name.toLowerCase());
}
