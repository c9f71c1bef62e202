import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseSources } from '../../direct/sources/parse.ts';
import type { Source } from '../../model/source.ts';
import type { Config } from '../config.ts';
import { UsageError } from '../usage.ts';

/** Name of the file with sources in the data folder. */
export const SOURCES_FILE = 'sources.yaml';

/** Bytes of a sources file that are read. */
export const LARGEST_FILE = 5_000_000;

/** Full path of the file that lists the sources. */
export function findSourcesFile({ sources, data }: Pick<Config, 'sources' | 'data'>): string {
  return sources === undefined ? join(data, SOURCES_FILE) : resolve(sources);
}

/**
 * Reads the list of sources.
 *
 * @throws UsageError where there is no such file, or it lists nothing.
 * @throws SourcesError with everything that is wrong in it.
 */
export async function loadSources(config: Pick<Config, 'sources' | 'data'>): Promise<readonly Source[]> {
  const file = findSourcesFile(config);
  const sources = parseSources(await readText(file), file);
  if (sources.length === 0) {
    throw new UsageError(
      `${file} lists no source yet`,
      'Write at least one: "- id: …", "name: …", "feed: …".',
    );
  }
  return sources;
}

async function readText(file: string): Promise<string> {
  try {
    // Looked at first: a device or a pipe of that name would be read without end.
    const stats = await stat(file);
    if (!stats.isFile()) throw new UsageError(`${file} is no file`, 'Give the file that lists the sources.');
    if (stats.size > LARGEST_FILE)
      throw new UsageError(`${file} is too long to be a list of sources`, 'Give the right file.');
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    throw isMissing
      ? new UsageError(
          `there is no list of sources at ${file}`,
          'Write one (examples/sources.yaml shows how), or choose another with --sources FILE.',
        )
      : new UsageError(`${file} cannot be read (${code})`, 'Give yourself permission to read it.');
  }
}
