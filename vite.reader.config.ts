import { readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** Paths as the bundler writes them, on Windows too. */
const slashed = (path: string): string => path.split(sep).join('/');
const DIST = slashed(fileURLToPath(new URL('dist/', import.meta.url)));
const ROOM = `${DIST}process/`;
const IMPORT = /(?:from|import\()\s*'(\.{1,2}\/[^']+\.js)'/g;

/** The modules of the room that other rooms import; and its language engine, for measurements. */
function listEntries(): string[] {
  const files = readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((name) => DIST + slashed(name))
    .filter((file) => file.endsWith('.js') && !file.includes('/web/'));
  const imported = files
    .filter((file) => !file.startsWith(ROOM))
    .flatMap((file) =>
      Array.from(readFileSync(file, 'utf8').matchAll(IMPORT), ([, name]) =>
        slashed(resolve(dirname(file), name!)),
      ),
    );
  return [...new Set([...imported.filter((file) => file.startsWith(ROOM)), `${ROOM}lang/en/engine.js`])];
}

/**
 * Joins the modules of the reading room that tsc wrote to `dist/process` into one file, and those of the second reader into
 * another: to find and open two hundred files took a fifth of the time from the start of the program to its first
 * reading. What lies in other rooms and in `node_modules` stays where it is.
 */
export default defineConfig({
  logLevel: 'warn',
  build: {
    ssr: true,
    outDir: ROOM,
    emptyOutDir: true,
    target: 'node20',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        listEntries().map((file) => [relative(ROOM, file).replace(/\.js$/, ''), file]),
      ),
      external: (id) => isAbsolute(id) && !id.startsWith(ROOM),
      output: {
        // They are in the sources; here they would lie in memory with the program.
        comments: false,
        entryFileNames: '[name].js',
        // Both lie where `data.js` did, which finds the package's folders from where it is.
        chunkFileNames: '[name].js',
        codeSplitting: {
          groups: [
            { name: 'reader', test: (id) => id.startsWith(ROOM) && !id.startsWith(`${ROOM}second/`) },
            { name: 'second-reader', test: (id) => id.startsWith(`${ROOM}second/`) },
          ],
        },
      },
    },
  },
});
