import { readFileSync } from 'node:fs';

let read: string | undefined;

/** The version in the package's own description. */
export function readVersion(): string {
  read ??= readPackage().version;
  return read;
}

function readPackage(): { readonly version: string } {
  const file = new URL('../../package.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string };
}

/**
 * Who asks, as sites are told: `tocsin/0.1.0 (+desk@example.org)`.
 *
 * @param contact Where whoever runs a site reaches those who ask it.
 */
export function makeUserAgent({ contact }: { readonly contact?: string }): string {
  return `tocsin/${readVersion()}${contact === undefined ? '' : ` (+${contact})`}`;
}

/** Program and version as they are written into readings: `tocsin 0.1.0`. */
export function readProgramName(): string {
  return `tocsin ${readVersion()}`;
}
