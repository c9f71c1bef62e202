import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const PAGE = fileURLToPath(new URL('src/disseminate/proof/page/', import.meta.url));

/** The page and its style as they are, beside its script. */
function copyPage(): Plugin {
  return {
    name: 'copy-page',
    generateBundle() {
      for (const fileName of ['verify.html', 'verify.css'])
        this.emitFile({ type: 'asset', fileName, source: readFileSync(`${PAGE}${fileName}`) });
    },
  };
}

/** Builds the page that checks signatures (`src/disseminate/proof/page`) into the folder of the workbench: three files that need no other. */
export default defineConfig({
  logLevel: 'warn',
  publicDir: false,
  plugins: [copyPage()],
  build: {
    outDir: 'dist/disseminate/web',
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: {
      input: `${PAGE}main.ts`,
      output: { format: 'iife', entryFileNames: 'verify.js' },
    },
  },
});
