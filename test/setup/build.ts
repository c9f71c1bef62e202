import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Folder of the program that the tests start; as deep as `dist`, so that it finds data, models and examples. */
export const TEST_BUILD = 'dist-test';

/**
 * Compiles the program once before all tests, so that those that start it as people do start what is in `src` now. Type
 * errors are for `npm run check` to tell; what compiles is tested.
 */
export default function buildForTests(): void {
  const compiler = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [compiler, '-p', 'tsconfig.build.json', '--outDir', TEST_BUILD],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const main = `${ROOT}${TEST_BUILD}/run/main.js`;
  if (!existsSync(main)) throw new Error(`The program did not compile:\n${stdout}${stderr}`);
  chmodSync(main, 0o755);
  process.env['TOCSIN_TEST_BUILD'] = main;
}
