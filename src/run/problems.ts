import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describeProblemFiles, type LoadedProblems, loadProblems } from '../direct/problems/load.ts';
import type { Config } from './config.ts';

/** Folder of warning problems in the data folder. */
export const PROBLEMS_FOLDER = 'problems';

/** Those that come with the program. */
export const LIBRARY = fileURLToPath(new URL('../../data/problems/', import.meta.url));

/** What was read last of a few sets of files, by how they looked: what is worked out for a problem is kept with the very value. */
const read = new Map<string, LoadedProblems>();
const MOST_READ = 4;

/**
 * The warning problems of a desk: its own where its data folder has any; else those that come with the program. They are read again
 * when their files have changed, and only then, so that whoever asks often need not keep them. Several of one folder give the same values.
 *
 * @example
 * const files = new ProblemFiles(config);
 * const { problems, failures } = await files.read();
 */
export class ProblemFiles {
  /** Folder of the desk's own; it need not be there. */
  readonly own: string;
  /** How the files looked when they were read last, and what was read. */
  #seen: string | undefined;
  #loaded: LoadedProblems | undefined;

  constructor({ data }: Pick<Config, 'data'>) {
    this.own = join(data, PROBLEMS_FOLDER);
  }

  /** Whether the desk has problems of its own, in place of those that come with the program. */
  get hasOwn(): boolean {
    return existsSync(this.own);
  }

  async read(): Promise<LoadedProblems> {
    const folders = this.#listFolders();
    // Looked at before they are read: what changes in between is read again the next time.
    const seen = await describeProblemFiles(folders);
    if (this.#loaded !== undefined && this.#seen === seen) return this.#loaded;
    const loaded = read.get(seen) ?? (await loadProblems(folders));
    read.delete(seen);
    read.set(seen, loaded);
    if (read.size > MOST_READ) read.delete(read.keys().next().value!);
    this.#loaded = loaded;
    this.#seen = seen;
    return loaded;
  }

  /** Whether they are other than at the last reading. */
  async hasChanged(): Promise<boolean> {
    return this.#seen !== (await describeProblemFiles(this.#listFolders()));
  }

  /** Whether a file is the desk's own. */
  isOwn(file: string): boolean {
    return dirname(file) === this.own;
  }

  #listFolders(): readonly string[] {
    return [this.hasOwn ? this.own : LIBRARY];
  }
}

/** What of a problem file is told: its name without the folder. */
export function nameFile({ file }: { readonly file: string }): string {
  return basename(file);
}
