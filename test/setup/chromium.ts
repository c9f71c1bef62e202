import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser for tests must reach nothing but the server under test. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
];

async function findInstalled(): Promise<string | undefined> {
  const given = process.env.TOCSIN_CHROMIUM;
  for (const place of given === undefined ? PLACES : [given]) {
    const isThere = await access(place, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return place;
  }
  return undefined;
}

/** Installing is for machines that are made for tests: as root, and asked to. */
function mayInstall(): boolean {
  const isAsked = process.env.CI === 'true' || process.env.TOCSIN_INSTALL === '1';
  return isAsked && process.platform === 'linux' && process.getuid?.() === 0;
}

export type FoundChromium =
  | { readonly path: string }
  /** Why there is none, for the name of the skipped test. */
  | { readonly missing: string };

/** Finds Debian's Chromium, or installs it where that is allowed. `TOCSIN_CHROMIUM` names another one. */
export async function findChromium(): Promise<FoundChromium> {
  const installed = await findInstalled();
  if (installed !== undefined) return { path: installed };
  if (!mayInstall()) {
    return {
      missing: 'no Chromium here; set TOCSIN_CHROMIUM to one, or as root TOCSIN_INSTALL=1 to install it',
    };
  }
  try {
    await run('apt-get', ['update']);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  } catch (error) {
    return {
      missing: `apt-get could not install chromium: ${error instanceof Error ? error.message : error}`,
    };
  }
  const now = await findInstalled();
  return now === undefined
    ? { missing: 'chromium was installed, but is nowhere to be found' }
    : { path: now };
}

export function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, headless: true, args: FLAGS });
}
