import { execFile } from 'node:child_process';
import { chmod } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeOnce } from './once.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folder of the program that the tests start; as deep as `dist`, so that it finds data, models and examples. */
const TEST_BUILD = 'dist-test';

/**
 * Compiles the program once in a run, so that the tests that start it as people do start what is in `src` now, and gives its
 * file. Type errors are for `npm run check` to tell; what compiles is tested.
 */
export async function buildProgram(): Promise<string> {
  const main = `${ROOT}${TEST_BUILD}/run/main.js`;
  await makeOnce('program', async () => {
    const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
    const told = await promisify(execFile)(
      process.execPath,
      [compiler, '-p', 'tsconfig.build.json', '--outDir', TEST_BUILD],
      { cwd: ROOT },
    ).catch(({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) => ({
      stdout,
      stderr,
    }));
    await chmod(main, 0o755).catch(() => {
      throw new Error(`The program did not compile:\n${told.stdout}${told.stderr}`);
    });
  });
  return main;
}
