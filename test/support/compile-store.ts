import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { OpenStore } from '../../src/store/suites/tested.suite.ts';

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

/** Opens an empty store in a thread, for the suite that every form of the store passes. */
export async function openThreaded(compiled: CompiledStore, now: () => string): ReturnType<OpenStore> {
  type Embedded = typeof import('../../src/store/embedded/embedded.ts');
  const { openEmbeddedStore } = (await import(compiled.locate('store/embedded/embedded.js'))) as Embedded;
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const store = await openEmbeddedStore({ folder, now });
  return { store, dispose: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs statements in a process of its own. They see `open`, `makeEntry`, `now` and `args`. */
export function runStore(
  compiled: CompiledStore,
  statements: string,
  { args, uid }: { readonly args: readonly unknown[]; readonly uid?: number },
): ChildProcess {
  const script = `
    import { openEmbeddedStore as open } from ${JSON.stringify(compiled.locate('store/embedded/embedded.js'))};
    import { makeEntry } from ${JSON.stringify(compiled.locate('store/fixtures.js'))};
    const args = JSON.parse(process.argv[1]);
    const now = () => '2026-03-01T10:00:00.000Z';
    ${statements}`;
  return spawn(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(args)], {
    ...(uid !== undefined && { uid }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for the end of a process. */
export async function finish(
  child: ChildProcess,
): Promise<{ code: number | null; out: string; err: string }> {
  const [out, err, [code]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'exit'),
  ]);
  return { out, err, code: code as number | null };
}

/** For `runStore` with args [folder, first, end]: puts batches of five and tells the number of each that was confirmed. */
export const WRITE_BATCHES = `
  const store = await open({ folder: args[0], now });
  for (let batch = args[1]; batch < args[2]; batch++) {
    const seeds = [0, 1, 2, 3, 4].map((each) => batch * 5 + each);
    await store.put(seeds.map((seed) => makeEntry({ seed, url: 'https://news.example/' + seed })));
    process.stdout.write(batch + '\\n');
  }
  await store.close();`;
