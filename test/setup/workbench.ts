import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeOnce } from './once.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The workbench as it stands, built once in a run as `npm run build` does into `dist`: the folder to serve. In a process of its
 * own: in one that runs tests, React would be put in with its checks for development, twice as big and slow as what is shipped.
 */
export function buildWorkbench(): Promise<string> {
  return makeOnce('workbench', async (outDir) => {
    await build(['--outDir', outDir, '--emptyOutDir']);
    await build(['--outDir', outDir, '--config', 'vite.verify.config.ts']);
  });
}

function build(options: readonly string[]): Promise<unknown> {
  return promisify(execFile)(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error', ...options],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: 'production' } },
  );
}
