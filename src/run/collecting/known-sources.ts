import { stat } from 'node:fs/promises';
import type { Source } from '../../model/source.ts';
import type { Config } from '../config.ts';
import { findSourcesFile, loadSources } from './sources-file.ts';

/**
 * What a desk says of its sources: where they are. Read again when the file has changed, and only then. A file that is not there or is
 * wrong says nothing: whoever collects is told what is wrong with it.
 *
 * @example
 * const sources = await new KnownSources(config).read();
 */
export class KnownSources {
  readonly #config: Pick<Config, 'sources' | 'data'>;
  #seen: string | undefined;
  #sources: readonly Source[] = [];

  constructor(config: Pick<Config, 'sources' | 'data'>) {
    this.#config = config;
  }

  async read(): Promise<readonly Source[]> {
    const seen = await describeFile(findSourcesFile(this.#config));
    if (seen === this.#seen) return this.#sources;
    this.#seen = seen;
    this.#sources = seen === undefined ? [] : await loadSources(this.#config).catch(() => []);
    return this.#sources;
  }
}

/** How a file looks from outside; undefined where there is none. */
export async function describeFile(file: string): Promise<string | undefined> {
  try {
    const { ino, size, ctimeMs } = await stat(file);
    return `${ino} ${size} ${ctimeMs}`;
  } catch {
    return undefined;
  }
}
