import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface CompiledStore {
  /** Address of a compiled file, given as below `src`: `store/embedded/embedded.js`. */
  readonly locate: (file: string) => string;
  readonly remove: () => Promise<void>;
}

/**
 * Compiles the store into a folder of its own, as a build does: threads and other processes cannot start from
 * TypeScript sources.
 */
export async function compileStore(name: string): Promise<CompiledStore> {
  const folder = join(ROOT, `dist-test-${name}-${process.pid}`);
  await mkdir(folder, { recursive: true });
  const config = {
    extends: '../tsconfig.build.json',
    compilerOptions: { rootDir: '../src', outDir: '.', declaration: false, incremental: false },
    include: [],
    files: ['embedded/embedded.ts', 'embedded/restore.ts', 'embedded/worker.ts', 'fixtures.ts'].map(
      (file) => `../src/store/${file}`,
    ),
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const compiler = fileURLToPath(import.meta.resolve('typescript/package.json')).replace(
    /package\.json$/u,
    'bin/tsc',
  );
  await promisify(execFile)(process.execPath, [compiler, '-p', folder]);
  return {
    locate: (file) => pathToFileURL(join(folder, file)).href,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
