import { build } from 'vite';
import { makeOnce } from './once.ts';

/** The workbench as it stands, built once in a run as `npm run build` does into `dist`: the folder to serve. */
export function buildWorkbench(): Promise<string> {
  return makeOnce('workbench', (outDir) =>
    build({ logLevel: 'error', mode: 'production', build: { outDir, emptyOutDir: true } }),
  );
}
