import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Writes a file whole or not at all: beside it first, safely on disk, then in its place. */
export async function writeWhole(file: string, text: string): Promise<void> {
  // Files that begin with a dot are no problem files.
  const draft = join(dirname(file), `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Makes the folder of a desk's own problems with copies of those that come with the program, whole or not at all: its own take their
 * place, and none that was watched is to vanish because another was changed.
 */
export async function makeOwnFolder(own: string, library: string): Promise<void> {
  const draft = `${own}.${randomBytes(8).toString('hex')}.tmp`;
  await mkdir(draft, { recursive: true });
  try {
    for (const name of await readdir(library)) {
      if (/\.(ya?ml|json)$/.test(name)) await copyFile(join(library, name), join(draft, name));
    }
    await rename(draft, own);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}
