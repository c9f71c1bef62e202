import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/* Published schemas of exchange formats are no part of the project: tests read them from beside the repository where they lie there. */

const FOLDER = resolve(
  process.env['TOCSIN_SCHEMAS'] ?? fileURLToPath(new URL('../../../shared/schemas/', import.meta.url)),
);

/** Full path of a schema file; undefined where it is not there. */
export function findSchema(name: string): string | undefined {
  const file = join(FOLDER, name);
  return existsSync(file) ? file : undefined;
}

/** Whether libxml2's validator is installed. */
export function hasXmllint(): boolean {
  return spawnSync('xmllint', ['--version']).status === 0;
}

/** What `xmllint` finds wrong in files; empty where nothing is. */
export function lintXml(files: readonly string[], schema?: string): string {
  const how = schema === undefined ? [] : ['--schema', schema];
  const { status, stderr } = spawnSync('xmllint', ['--nonet', '--noout', ...how, ...files], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return status === 0 ? '' : stderr;
}
