import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runVerify } from '../src/run/commands/verify.ts';
import { readConfig } from '../src/run/config.ts';
import type { Context } from '../src/run/context.ts';
import { makeTerminal } from '../src/run/print/terminal.ts';
import { karvonia } from './setup/case-karvonia.ts';
import { findChromium } from './setup/chromium.ts';
import { openRealDesk } from './setup/real-desk.ts';
import { startVisits, type Visits } from './setup/visits.ts';

/* A brief is edited, mended and signed in the workbench; the signed file is checked by the program. */

const found = await findChromium();
const why = 'missing' in found ? ` — skipped: ${found.missing}` : '';
const PATH = '/problems/karvonia?show=brief&edit=on&asOf=live';
const CITED = `${karvonia.warning.reading.document.id}#c1`;
const PROBLEM = `
id: karvonia
title: Allied mission in Karvonia
question: Will it be attacked?
horizons: [30]
outcome: { match: [{ event: [ASSAULT], words: ["never said"] }] }
baseRate: { halfLife: 180, prior: { incidents: 1, days: 60 }, history: { place: [Port Sarrat] } }
indicators:
  - { id: officials, title: Officials fear an attack, why: They say so., direction: for, strength: strong, halfLife: 14, match: [{ stance: [fears, warns] }] }
levels: { horizon: 30, consequence: 0.9, guarded: 0.2, elevated: 0.4, high: 0.6, critical: 0.8 }
`;

describe.skipIf('missing' in found)(`a brief is edited in a browser${why}`, () => {
  let visits: Visits;
  let data: string;

  beforeAll(async () => {
    if ('missing' in found) return;
    data = mkdtempSync(join(tmpdir(), 'tocsin-brief-'));
    mkdirSync(join(data, 'problems'));
    writeFileSync(join(data, 'problems', 'karvonia.yaml'), PROBLEM);
    visits = await startVisits(found.path, async (store) => {
      const desk = await openRealDesk(store, () => '2031-05-22T10:00:00.000Z', data);
      // What is read once, tables and names, is not waited for by the first page.
      await desk.getDraft('karvonia');
      return desk;
    });
  });
  afterAll(async () => {
    await visits?.close();
    rmSync(data, { recursive: true, force: true });
  });

  /** `tocsin verify` of a file. */
  async function verify(file: string) {
    let out = '';
    const config = readConfig({ flags: { data }, env: {}, platform: 'linux', home: data });
    const stream = new Writable({
      write: (chunk, _, done) => {
        out += chunk;
        done();
      },
    });
    const terminal = makeTerminal(stream, { env: { NO_COLOR: '1' }, color: false });
    const context = { out: terminal, err: terminal, stdin: Readable.from([]) } as unknown as Context;
    return { code: await runVerify(file, {}, { config, context }), out };
  }

  it('a sentence that does not hold is marked; mended, the brief is signed and the file verifies', async () => {
    await visits.visit('/problems/karvonia?show=brief&asOf=live', async (page) => {
      await page.getByRole('link', { name: 'Edit, sign and send' }).click();
      await page.getByLabel('Your name').fill('Ann Example');
      const section = page.getByRole('region', { name: 'What speaks for it' });
      await section.getByText('Add a sentence to').click();
      const form = section.getByRole('form', { name: /^Add a sentence/ });
      await form.getByLabel('Sentence').fill('They fear General Vostok.');
      await form.getByLabel('Other claims by id').fill(CITED);
      await form.getByRole('button', { name: 'Save the sentence' }).click();
      await section.getByText('the name "Vostok" stands in no text that it cites').waitFor();
      const sign = page.getByRole('button', { name: 'Sign', exact: true });
      expect(await sign.isDisabled()).toBe(true);

      // It is there again after the page was loaded anew, with its mark.
      await page.reload();
      await section.getByText('the name "Vostok" stands in no text that it cites').waitFor();
      await section.getByRole('button', { name: 'Change: They fear General Vostok.' }).click();
      const mend = section.getByRole('form', { name: /^Change/ });
      await mend.getByLabel('Sentence').fill('They fear an attack.');
      await mend.getByRole('button', { name: 'Save the sentence' }).click();
      await page.getByText('Every sentence holds.').waitFor();
      await section.getByText('analyst: Ann Example').waitFor();

      await section.getByRole('button', { name: 'Move up: They fear an attack.' }).click();
      await expect
        .poll(() => section.locator('ol > li').first().innerText())
        .toContain('They fear an attack.');
      await sign.click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Download the signed brief' }).click(),
      ]);
      const path = join(data, 'signed.json');
      await file.saveAs(path);
      const { code, out } = await verify(path);
      expect(code, out).toBe(0);
      expect(out).toContain('which is trusted\n  kind brief · problem karvonia');
      writeFileSync(path, readFileSync(path, 'utf8').replace('They fear an attack.', 'They want an attack.'));
      expect((await verify(path)).code).toBe(1);
    });
  });

  it('what is left out can be put back', async () => {
    await visits.visit(PATH, async (page) => {
      const section = page.getByRole('region', { name: 'What speaks for it' });
      const out = section.getByRole('button', { name: /^Leave out: Officials fear/ });
      await out.waitFor();
      await page.getByLabel('Your name').fill('Ben Example');
      await out.click();
      await section.getByRole('button', { name: /^Put back: Officials fear/ }).click();
      await out.waitFor();
      await page.getByText('last saved by Ben Example').waitFor();
    });
  });

  it('has no barriers and fits a small phone', async () => {
    expect(
      await visits.findBarriers(PATH, { colorScheme: 'dark' }, async (page) => {
        await page.getByRole('region', { name: 'What speaks for it' }).waitFor();
      }),
    ).toEqual([]);
  });
});
