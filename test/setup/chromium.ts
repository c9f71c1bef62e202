import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** Where it may be: first the form without windows, which costs half as much to look at a page with. */
const PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Debian's packages of it. Not every system has the first. */
const PACKAGES = ['chromium-headless-shell', 'chromium'];

/**
 * What a browser does of itself and no page needs: two pages of its own in each window, updates, waiting with what is
 * painted. The list of playwright-core is overruled by this one, so what tests need of it stands here too.
 */
const WITHOUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'OptimizationHints',
  'PaintHolding',
];

/** A browser for tests must reach nothing but the server under test. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  // One process draws all pages: what is compiled once serves them all, which saves a third of what a page costs.
  '--process-per-site',
  '--renderer-process-limit=1',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  `--disable-features=${WITHOUT.join(',')}`,
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
  const failed: string[] = [];
  for (const name of PACKAGES) {
    try {
      await run('apt-get', ['update']);
      await run('apt-get', ['install', '-y', '--no-install-recommends', name, 'fonts-liberation']);
      break;
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
    }
  }
  if (failed.length === PACKAGES.length)
    return { missing: `apt-get could not install chromium: ${failed.join('; ')}` };
  const now = await findInstalled();
  return now === undefined
    ? { missing: 'chromium was installed, but is nowhere to be found' }
    : { path: now };
}

export function launchChromium(path: string): Promise<Browser> {
  return chromium.launch({ executablePath: path, headless: true, args: FLAGS });
}
