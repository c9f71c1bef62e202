import type { Source } from '../../model/source.ts';
import type { Config } from '../config.ts';
import { describeFile } from './known-sources.ts';
import { findSourcesFile, loadSources } from './sources-file.ts';

/**
 * The list of sources while it is worked through: tells when its file has become another. While that cannot be used, the list goes on
 * as it was, and what is wrong is told once.
 *
 * @example
 * const watch = new SourceWatch({ config, sources, tell });
 * const sources = await watch.read(); // undefined: nothing has changed
 */
export class SourceWatch {
  readonly #config: Pick<Config, 'sources' | 'data'>;
  readonly #tell: (line: string) => unknown;
  #sources: readonly Source[];
  #seen: string | undefined;
  #isBegun = false;

  constructor(given: {
    readonly config: Pick<Config, 'sources' | 'data'>;
    /** As they were read at first. */
    readonly sources: readonly Source[];
    readonly tell: (line: string) => unknown;
  }) {
    this.#config = given.config;
    this.#sources = given.sources;
    this.#tell = given.tell;
  }

  /** All sources, those that are as before as the same objects; undefined where nothing has changed. */
  async read(): Promise<readonly Source[] | undefined> {
    const seen = await describeFile(findSourcesFile(this.#config));
    const isSame = seen === this.#seen || !this.#isBegun;
    this.#seen = seen;
    this.#isBegun = true;
    // A file that is away may be about to come back: editors write so.
    if (isSame || seen === undefined) return undefined;
    try {
      const known = new Map(this.#sources.map((source) => [JSON.stringify(source), source]));
      const read = await loadSources(this.#config);
      this.#sources = read.map((source) => known.get(JSON.stringify(source)) ?? source);
      return this.#sources;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      await this.#tell(`The list of sources cannot be used and stays as it was: ${reason}\n`);
      return undefined;
    }
  }
}
