import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

export interface BuiltWorkbench {
  readonly folder: string;
  dispose(): Promise<void>;
}

/** Builds the workbench as it stands into a folder of its own, as `npm run build` does into `dist`. */
export async function buildWorkbench(): Promise<BuiltWorkbench> {
  const folder = await mkdtemp(join(tmpdir(), 'workbench-'));
  await build({ logLevel: 'error', mode: 'production', build: { outDir: folder, emptyOutDir: true } });
  return { folder, dispose: () => rm(folder, { recursive: true, force: true }) };
}
