import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Collected } from './collected.ts';
import type { DiskPath } from './files.ts';
import { walkFolder } from './folder.ts';
import { makeShownName } from './names.ts';
import { type CollectOptions, collectFile } from './pages.ts';

/** How a file looked: another size or time is another content. */
type Look = string;

interface Known {
  readonly look: Look;
  readonly isGiven: boolean;
}

/**
 * Folders that are looked through again and again: gives the pages of files that are new or have changed. A file is opened only when it
 * has kept still from one round to the next: it may be on its way.
 *
 * @example
 * const watch = new FolderWatch(['inbox/']);
 * for (;;) for await (const found of watch.collect({ now })) …
 */
export class FolderWatch {
  readonly #folders: readonly string[];
  #files = new Map<string, Known>();
  #failures = new Set<string>();

  constructor(folders: readonly string[]) {
    this.#folders = folders;
  }

  /** One round. What cannot be opened is told when it is met first, not in every round; what is passed over is not told. */
  async *collect(options: CollectOptions): AsyncGenerator<Collected> {
    const files = new Map<string, Known>();
    const failures = new Set<string>();
    for (const folder of this.#folders) {
      const path = resolve(folder);
      for await (const found of walkFolder(path, makeShownName(path))) {
        if (found.kind === 'file') {
          const key = Buffer.from(found.path as Buffer).toString('latin1');
          const { known, isDue } = await this.#judge(key, found.path);
          if (known !== undefined) files.set(key, known);
          if (isDue) yield* collectFile(found.path, found.shown, { ...options, isMet: true });
        } else if (found.kind === 'failure') {
          failures.add(found.failure.message);
          if (!this.#failures.has(found.failure.message)) yield found;
        }
      }
    }
    this.#files = files;
    this.#failures = failures;
  }

  async #judge(
    key: string,
    path: DiskPath,
  ): Promise<{ readonly known: Known | undefined; readonly isDue: boolean }> {
    const look = await describe(path);
    // Taken away meanwhile.
    if (look === undefined) return { known: undefined, isDue: false };
    const before = this.#files.get(key);
    const isStill = before?.look === look;
    const isDue = isStill && !before.isGiven;
    return { known: { look, isGiven: isStill }, isDue };
  }
}

async function describe(path: DiskPath): Promise<Look | undefined> {
  try {
    const { ino, size, mtimeMs } = await stat(path);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}
