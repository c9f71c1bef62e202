import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SourcesGiven } from '../../model/source-book.ts';
import { LARGEST_FILE } from '../collecting/sources-file.ts';
import { UsageError } from '../usage.ts';

/** The list of feeds that comes with the program: `src` and `dist` lie equally deep below the root. */
export const STARTER_FILE = fileURLToPath(new URL('../../../data/sources/starter.opml', import.meta.url));

/**
 * Reads a list of feeds as somebody hands it in: OPML, or the form of sources.yaml.
 *
 * @throws UsageError where there is no such file, or it is too long to be a list.
 */
export async function readGivenSources(file: string): Promise<SourcesGiven> {
  const text = await readText(file);
  return { form: /^\ufeff?\s*</.test(text) ? 'opml' : 'yaml', text };
}

async function readText(file: string): Promise<string> {
  try {
    // Looked at first: a device or a pipe of that name would be read without end.
    const stats = await stat(file);
    if (!stats.isFile()) throw new UsageError(`${file} is no file`, 'Give a file that lists feeds.');
    if (stats.size > LARGEST_FILE)
      throw new UsageError(`${file} is too long to be a list of feeds`, 'Hand it in in parts.');
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`${file} cannot be read (${code})`, 'Give a file that lists feeds.');
  }
}
