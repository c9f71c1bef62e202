import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Context, Hono } from 'hono';
import { fail, makeProblemResponse } from './problem.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Address path → file. Only what stands in the folder is ever served: no path leads out of it. */
function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(folder.length).split(sep).join('/'), file];
    }),
  );
}

async function sendFile(c: Context, file: string, cacheControl: string): Promise<Response> {
  const content = await readFile(file);
  return c.body(new Uint8Array(content), 200, {
    'content-type': MEDIA_TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': cacheControl,
  });
}

/** Names under `assets/` carry a hash of their content, so a browser never needs to ask again. */
const HASHED = '/assets/';
const INDEX = '/index.html';
/** The page that checks signatures: no part of the workbench, for anybody, and without any request of its own. */
const VERIFY = '/verify';

/** Serves the built workbench: its files, and its one page for every other address a person may open. */
export function serveWorkbench(app: Hono, webFolder: string): void {
  const folder = webFolder.endsWith(sep) ? webFolder.slice(0, -1) : webFolder;
  let files = listFiles(folder);
  app.get('*', async (c) => {
    const { path } = c.req;
    const isHashed = path.startsWith(HASHED);
    // A file that was not there at the start may be of a build made since.
    if (isHashed && !files.has(path)) files = listFiles(folder);
    const file = files.get(path === VERIFY ? `${VERIFY}.html` : path);
    if (file !== undefined && path !== INDEX) {
      return sendFile(c, file, isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    }
    if (isHashed) fail(c, 'not-found', 'This file is of another build. Load the page again.');
    const index = files.get(INDEX);
    if (index === undefined) {
      return makeProblemResponse('not-found', path, {
        detail: 'The workbench is not built. Run npm run build; the API is at /api/v1/docs.',
      });
    }
    return sendFile(c, index, 'no-cache');
  });
}
