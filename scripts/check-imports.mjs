#!/usr/bin/env node
/**
 * Checks that imports run one way: a room imports `model`, `text`, `stats` and itself; `disseminate` also the Store
 * interface; only `run` and the public list know the rest; the workbench knows nothing but `model` and types of the API.
 * Prints every import that does not fit, with file and line, and exits 1.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
const GROUND = ['model', 'text', 'stats'];
/** What each room may import beside itself. */
const ALLOWED = {
  model: [],
  text: [],
  stats: [],
  direct: GROUND,
  collect: GROUND,
  process: GROUND,
  analyse: GROUND,
  store: GROUND,
  disseminate: [...GROUND, 'store/store.ts'],
  'disseminate/web': ['model', 'disseminate/api'],
};
const IMPORT =
  /(?:^|\s)(?:import|export)\s[^'"();]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm;

/** Imports of one file that its room must not have: `[line, specifier, why]`. */
export function findForbidden(file, source, root = SRC) {
  const inside = relative(root, file).split(sep).join('/');
  const room = inside.startsWith('disseminate/web/') ? 'disseminate/web' : inside.split('/')[0];
  if (room === 'run' || room === 'index.ts' || /\.(test|suite)\.tsx?$/.test(file)) return [];
  const allowed = ALLOWED[room];
  if (allowed === undefined) return [[1, inside, `"${room}" is no room of the house`]];
  const found = [];
  for (const match of source.matchAll(IMPORT)) {
    const specifier = match[1] ?? match[2] ?? match[3];
    const line = source.slice(0, match.index).split('\n').length + (match[0].startsWith('\n') ? 1 : 0);
    if (!specifier.startsWith('.')) {
      if (room === 'model' && !specifier.startsWith('node:'))
        found.push([line, specifier, 'model imports nothing']);
      continue;
    }
    const target = relative(root, resolve(dirname(file), specifier))
      .split(sep)
      .join('/');
    const isOwn = target.startsWith(`${room}/`);
    const isAllowed = allowed.some((name) => target === name || target.startsWith(`${name}/`));
    const isTypeOnly =
      room !== 'disseminate/web' ||
      isOwn ||
      target.startsWith('model/') ||
      /\b(import|export)\s+type\b/.test(match[0]);
    if (target === 'index.ts') found.push([line, specifier, 'files inside never import the public list']);
    else if (!isOwn && !isAllowed) found.push([line, specifier, `${room} may not import ${target}`]);
    else if (!isTypeOnly) found.push([line, specifier, 'the workbench may import types only of the API']);
  }
  return found;
}

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let count = 0;
  let files = 0;
  for (const file of sourceFiles(SRC)) {
    files++;
    for (const [line, specifier, why] of findForbidden(file, readFileSync(file, 'utf8'))) {
      console.error(`src/${relative(SRC, file)}:${line}: "${specifier}": ${why}`);
      count++;
    }
  }
  console.log(`${files} files, ${count} imports in the wrong direction`);
  process.exit(count === 0 ? 0 : 1);
}
