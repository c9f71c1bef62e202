import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstKey, revokeKey, rotateKey } from '../src/disseminate/proof/desk-keys.ts';
import type { ReadChain } from '../src/disseminate/proof/key-chain.ts';
import type { DeskKey } from '../src/disseminate/proof/keys.ts';
import { makePack } from '../src/disseminate/proof/pack/pack.ts';
import { readZip } from '../src/disseminate/proof/pack/zip.ts';
import { sign, verifySigned } from '../src/disseminate/proof/sign.ts';
import { tellVerdict } from '../src/disseminate/proof/verdict.ts';
import { runKeyShow } from '../src/run/commands/key.ts';
import { readConfig } from '../src/run/config.ts';
import { canonicalJson } from '../src/text/canonical-json.ts';
import { findChromium } from './setup/chromium.ts';
import { karvoniaDesk, makeKarvoniaBrief } from './setup/karvonia-desk.ts';
import { PHONE, startVisits, type Visits } from './setup/visits.ts';
import { buildWorkbench } from './setup/workbench.ts';
import { makeTestSession } from './support/session.ts';

/* Whoever gets an alert checks it in a browser, without an account and without the server's help. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const at = (day: number) => `2031-05-0${day}T12:00:00.000Z`;
const alert = (issued: string) => ({ kind: 'alert', id: 'alert-1', title: 'Blockade', issued });

interface File {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

describe.skipIf('missing' in found)(`the page that checks signatures${why}`, () => {
  let visits: Visits;
  let folder: string;
  let first: DeskKey;
  let second: DeskKey;
  let chain: ReadChain;

  beforeAll(async () => {
    if ('missing' in found) return;
    folder = mkdtempSync(join(tmpdir(), 'tocsin-verify-'));
    first = makeFirstKey(folder, at(1)).key;
    second = rotateKey(folder, at(5)).key;
    const reason = 'a laptop was <b>stolen</b>';
    chain = revokeKey(folder, { key: first.publicKey, from: at(3), reason, now: at(6) });
    // Nobody is logged in, and all else takes an account.
    visits = await startVisits(found.path, karvoniaDesk, { more: async () => ({ login: true }) });
  });
  afterAll(async () => {
    await visits?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (name: string, value: unknown): File => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.isBuffer(value) ? value : Buffer.from(canonicalJson(value)),
  });
  const keys = () => file('desk-keys.json', chain.chain);
  const give = (page: Page, ...files: readonly File[]) => page.setInputFiles('#files', [...files]);
  /** What was found of a file, in words. */
  const read = (page: Page, name: string) =>
    page
      .locator('#results li')
      .filter({ has: page.getByText(name, { exact: true }) })
      .innerText();

  it('says what the command says of every kind of signature', async () => {
    const values = {
      'before.json': sign(alert(at(2)), first),
      'after.json': sign(alert(at(4)), first),
      'timeless.json': sign({ kind: 'brief', asOf: at(1) }, first),
      'new.json': sign(alert(at(6)), second),
      'changed.json': { ...sign(alert(at(6)), second), content: alert(at(7)) },
      'unsigned.json': alert(at(6)),
      'other.json': sign(alert(at(6)), makeFirstKey(mkdtempSync(join(folder, 'other-')), at(1)).key),
    };
    await visits.visit('/verify', async (page) => {
      expect(await page.locator('#keys-head').innerText()).toContain('No public key is given yet');
      await give(page, ...Object.entries(values).map(([name, value]) => file(name, value)));
      expect(await read(page, 'new.json')).toContain('its key is not trusted here');
      await give(page, keys());
      // What was found is put in at once for all files.
      await expect.poll(() => read(page, 'new.json')).toMatch(/^✓ Valid/);
      expect(await read(page, 'desk-keys.json')).toMatch(/^! Taken at its word/);
      for (const [name, value] of Object.entries(values)) {
        const { text, more = '' } = tellVerdict(verifySigned(value, chain.keys));
        const told = await read(page, name);
        expect(told, name).toContain(text);
        expect(told, name).toContain(more);
      }
      expect(await read(page, 'new.json')).toMatch(/^✓ Valid/);
      expect(await read(page, 'after.json')).toMatch(/^✗ Refused/);
      expect(await read(page, 'new.json')).toContain('kind alert · id alert-1');
      expect(await page.locator('#keys').innerText()).toContain('a laptop was <b>stolen</b>');
    });
  });

  it('takes the list of a pack with its signature beside it, and a key that is typed in', async () => {
    const material = { key: second, chain, made: at(6), engine: 'tocsin 0', entries: [], named: [] };
    const pack = makePack({ ...material, subject: sign(makeKarvoniaBrief(), second), readings: new Map() });
    const members = readZip(pack)!.map(({ name, bytes }) => file(name, Buffer.from(bytes)));
    const [manifest, signature] = members;
    await visits.visit('/verify', async (page) => {
      await page.fill('#key', 'no key');
      expect(await page.locator('#key-problem').innerText()).toContain('no public key');
      await page.fill('#key', second.publicKey);
      await give(page, manifest!, signature!, file('brief.zip', pack));
      await expect
        .poll(() => read(page, 'MANIFEST.json'))
        .toMatch(/✓ Valid[\s\S]*list of files of an evidence pack/);
      expect(await read(page, 'brief.zip')).toContain('Unpack it');
      // A chain that came along vouches only for what follows from the key that was typed.
      await page.fill('#key', first.publicKey);
      await give(page, members.find(({ name }) => name === 'keys.json')!);
      await page.getByText('2 keys are known').waitFor();
      await page.fill('#key', '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo');
      await page.getByText('1 key is known').waitFor();
      await expect.poll(() => read(page, 'MANIFEST.json')).toContain('fits none of the keys');
      const changed = Buffer.from(manifest!.buffer);
      changed[40]! ^= 1;
      await page.fill('#key', second.publicKey);
      await give(page, { ...manifest!, buffer: changed });
      await expect.poll(() => read(page, 'MANIFEST.json')).toMatch(/^✗ Refused/);
    });
  });

  it('says of a chain that was changed that it does not hold, and trusts none of it', async () => {
    const text = canonicalJson(chain.chain).replace('stolen', 'found!');
    await visits.visit('/verify', async (page) => {
      await give(page, file('chain.json', Buffer.from(text)));
      expect(await read(page, 'chain.json')).toContain('the chain of keys does not hold: statement 3');
      expect(await page.locator('#keys-head').innerText()).toContain('No public key');
    });
  });

  it('saved as one file carries the chain, and works without any server', async () => {
    const saved = join(folder, 'verify.html');
    const config = readConfig({ flags: { data: folder }, env: {}, platform: 'linux', home: folder });
    const { context } = makeTestSession({ now: () => at(7) });
    const built = pathToFileURL(`${await buildWorkbench()}/`);
    expect(await runKeyShow({ page: saved }, { config, context }, built)).toBe(0);
    const browser = await visits.browser.newContext({ offline: true });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(saved).href) complaints.push(`asked ${request.url()}`);
    });
    await page.goto(pathToFileURL(saved).href);
    await page.getByText('2 keys are known').waitFor();
    await give(page, file('new.json', sign(alert(at(6)), second)));
    expect(await read(page, 'new.json')).toMatch(/^✓ Valid/);
    expect(complaints).toEqual([]);
    expect(readFileSync(saved, 'utf8')).not.toMatch(/(?:src|href)="/);
    await browser.close();
  });

  it('says so where the browser cannot check such signatures', async () => {
    const context = await visits.browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(() => {
      // Stands for a browser from before 2025.
      const { subtle } = globalThis.crypto;
      const importKey = () => Promise.reject(new Error('Unrecognized name.'));
      Object.defineProperty(subtle, 'importKey', { value: importKey });
    });
    await page.goto(`${visits.server.address.url}/verify`);
    await page.getByText('cannot check Ed25519 signatures').waitFor();
    expect(await page.locator('#files').isDisabled()).toBe(true);
    await context.close();
  });

  it('has no serious barrier, in light, dark and on a phone', async () => {
    const prepare = async (page: Page) => {
      await give(
        page,
        keys(),
        file('a.json', sign(alert(at(2)), first)),
        file('b.json', sign(alert(at(4)), first)),
      );
      await page.getByText('2 keys are known').waitFor();
      const isWide = 'document.documentElement.scrollWidth > document.documentElement.clientWidth';
      expect(await page.evaluate<boolean>(isWide)).toBe(false);
      const dir = process.env.TOCSIN_LOOK;
      if (dir !== undefined)
        await page.screenshot({
          path: join(dir, `verify-${page.viewportSize()!.width}-${Date.now()}.png`),
          fullPage: true,
        });
    };
    for (const options of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, PHONE] as const)
      expect(await visits.findBarriers('/verify', options, prepare)).toEqual([]);
  });
});
