import { readFileSync } from 'node:fs';

/** Name and version of this program, which a store notes when it is opened: `tocsin 0.1.0`. */
export function readProgram(): string {
  const file = new URL('../../../package.json', import.meta.url);
  const about = JSON.parse(readFileSync(file, 'utf8')) as { readonly name: string; readonly version: string };
  return `${about.name} ${about.version}`;
}
