import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { karvonia } from '../../../../test/setup/case-karvonia.ts';
import { makeKarvoniaBrief } from '../../../../test/setup/karvonia-desk.ts';
import { makeTestForecast } from '../../../../test/support/ledger.ts';
import { makeEntries } from '../../../analyse/ledger/entries.ts';
import type { Alert } from '../../../model/alert.ts';
import { canonicalJson } from '../../../text/canonical-json.ts';
import { makeFirstKey, revokeKey, rotateKey } from '../desk-keys.ts';
import type { Trusted } from '../judge.ts';
import { sign, verifyDetached } from '../sign.ts';
import { boundExcerpts, checkCitedClaims, citeClaims } from './excerpts.ts';
import { listClaims, MANIFEST, makePack, type PackMaterial, SIGNATURE } from './pack.ts';
import { extendTrust } from './trust.ts';
import { type PackVerification, verifyPack } from './verify.ts';
import { readZip, writeZip } from './zip.ts';

const MADE = '2031-05-22T12:00:00.000Z';
const READINGS = new Map(
  [karvonia.warning, karvonia.relay, karvonia.hostile, ...karvonia.shipping].map(({ reading }) => [
    reading.document.id,
    reading,
  ]),
);
const { document: WARNING } = karvonia.warning.reading;
const ENTRIES = makeEntries(
  undefined,
  [1, 2, 3, 4].map((day) => makeTestForecast({ asOf: `2031-05-0${day}T00:00:00.000Z` })),
  '2031-05-20T00:00:00.000Z',
);
const ALERT: Alert = {
  ...{ kind: 'alert', version: 1, id: 'alert-1', update: 1, problem: 'pier', title: 'Attack <b>soon</b>' },
  ...{
    question: 'Will it?',
    level: 'high',
    previousLevel: 'normal',
    horizon: 7,
    tlp: 'AMBER',
    engine: 'tocsin 0',
  },
  probability:
    ENTRIES[1]!.content.kind === 'forecast' ? ENTRIES[1]!.content.probability : (undefined as never),
  baseRate: { p: 0.1, low: 0.05, high: 0.2, word: 'very unlikely' },
  ...{ asOf: '2031-05-20T12:00:00.000Z', issued: '2031-05-20T12:00:00.000Z', forecast: ENTRIES[1]!.hash },
  reasons: [
    {
      direction: 'for',
      text: 'They are ready.',
      claims: [`${WARNING.id}#c1`, `${WARNING.id}#c2`, `${WARNING.id}#c99`],
    },
  ],
};

let folder: string;
let material: PackMaterial;
let pack: Buffer;
let own: readonly Trusted[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-pack-'));
  const { key: old } = makeFirstKey(folder, '2031-05-01T00:00:00.000Z');
  const subject = sign(ALERT, old);
  const { key, chain } = rotateKey(folder, '2031-05-21T00:00:00.000Z');
  const entries = ENTRIES.slice(1);
  const named = [ALERT.forecast];
  material = { subject, readings: READINGS, entries, named, key, chain, made: MADE, engine: 'tocsin 0' };
  pack = makePack(material);
  own = chain.keys;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The pack with files changed, and packed as whoever changed them would. */
function change(files: Readonly<Record<string, (bytes: Buffer) => Uint8Array>>): Buffer {
  return writeZip(
    readZip(pack)!.map(({ name, bytes }) => ({ name, bytes: files[name]?.(Buffer.from(bytes)) ?? bytes })),
  );
}

function read(name: string): Buffer {
  return Buffer.from(readZip(pack)!.find((each) => each.name === name)!.bytes);
}

describe('a pack', () => {
  test('holds by itself, and is the same bytes each time', () => {
    expect(verifyPack(pack, own)).toMatchObject({
      ...{ state: 'trusted', claims: 2, missing: 1, entries: 3 },
      manifest: { kind: 'evidence pack', tlp: 'AMBER', made: MADE, of: { kind: 'alert', id: 'alert-1' } },
    });
    expect(makePack(material).equals(pack)).toBe(true);
    expect(readZip(pack)!.map(({ name }) => name)).toEqual([
      ...['MANIFEST.json', 'MANIFEST.json.sig', 'README.txt', 'SHA256SUMS', 'alert.html', 'alert.json'],
      ...['claims.json', 'keys.json', 'ledger-checkpoint.json', 'ledger.ndjson', 'signer.pem'],
    ]);
    expect(read('alert.html').toString()).toContain('TLP:AMBER');
    expect(read('alert.html').toString()).toContain('Attack &lt;b&gt;soon&lt;/b&gt;');
    expect(read('README.txt').toString()).toMatch(/^TLP:AMBER\n/);
  });

  test('of a brief holds too, with the words of every claim that it cites', () => {
    const brief = makeKarvoniaBrief();
    const bytes = makePack({ ...material, subject: sign(brief, material.key), entries: [], named: [] });
    const verification = verifyPack(bytes, own);
    expect(verification).toMatchObject({ state: 'trusted', entries: 0, manifest: { of: { kind: 'brief' } } });
    const told = verification as Extract<PackVerification, { manifest: unknown }>;
    expect(told.claims + told.missing).toBe(listClaims(brief).length);
    expect(told.claims).toBeGreaterThan(3);
  });

  test('is refused with any byte of the archive changed, put in or left out', () => {
    for (let at = 0; at < pack.length; at += 1) {
      const changed = Buffer.from(pack);
      changed[at]! ^= 1 << (at % 8);
      expect(verifyPack(changed, own).state, `byte ${at}`).toBe('malformed');
    }
    for (const changed of [
      Buffer.concat([pack, Buffer.from([0])]),
      Buffer.concat([Buffer.from([0]), pack]),
      pack.subarray(0, -1),
      Buffer.alloc(0),
    ])
      expect(verifyPack(changed, own).state).toBe('malformed');
  });

  test('is refused with any byte of a file changed and packed anew', () => {
    for (const { name, bytes } of readZip(pack)!) {
      const step = Math.max(1, Math.floor(bytes.byteLength / 120));
      for (let at = 0; at < bytes.byteLength; at += step) {
        const changed = change({
          [name]: (file) => {
            file[at]! ^= 1 << (at % 7);
            return file;
          },
        });
        expect(['wrong', 'malformed'], `${name}, byte ${at}`).toContain(verifyPack(changed, own).state);
      }
    }
  });

  test('with a file left out, added, renamed or twice is refused', () => {
    const files = readZip(pack)!;
    for (const changed of [
      ...files.map((_, index) => files.toSpliced(index, 1)),
      [...files, { name: 'more.txt', bytes: Buffer.from('x') }],
      [...files, files[3]!],
      files.map((each) => (each.name === 'README.txt' ? { ...each, name: 'READ.txt' } : each)),
      [...files].reverse(),
    ])
      expect(['wrong', 'malformed']).toContain(verifyPack(writeZip(changed), own).state);
  });

  test('made whole with another key is not trusted, and says so', () => {
    const other = mkdtempSync(join(folder, 'other-'));
    const { key, chain } = makeFirstKey(other, MADE);
    const forged = makePack({ ...material, subject: sign({ ...ALERT, level: 'normal' }, key), key, chain });
    expect(verifyPack(forged, own).state).toBe('unknown key');
    expect(verifyPack(forged, chain.keys).state).toBe('trusted');
  });

  test('is trusted by who knows an earlier key of the chain, and not by who knows that it was revoked', () => {
    const [first] = material.chain.keys;
    expect(verifyPack(pack, [first!.key]).state).toBe('trusted');
    expect(verifyPack(pack, [material.key.publicKey]).state).toBe('unknown key');
    const copy = mkdtempSync(join(folder, 'later-'));
    execFileSync('cp', ['-a', join(folder, 'keys'), copy]);
    const stated = { from: '2031-05-20T00:00:00.000Z', reason: 'stolen', now: '2031-06-01T00:00:00.000Z' };
    expect(verifyPack(pack, revokeKey(copy, { key: first!.key, ...stated }).keys).state).toBe('revoked key');
  });

  test('is refused where what is signed in it does not fit together', () => {
    const misfit = (given: Partial<PackMaterial>) => verifyPack(makePack({ ...material, ...given }), own);
    expect(misfit({ entries: [] })).toEqual({
      state: 'wrong',
      why: 'the ledger entries that it names are missing',
    });
    expect(misfit({ entries: ENTRIES.slice(2) })).toMatchObject({
      why: expect.stringContaining('is missing'),
    });
    expect(misfit({ entries: [ENTRIES[1]!, ENTRIES[3]!] })).toMatchObject({
      why: 'line 2 of the ledger does not follow the one before',
    });
    expect(misfit({ named: [] })).toMatchObject({ why: 'the ledger entry that the alert names is not told' });
    const claim = karvonia.warning.reading.claims[0]!;
    const content = {
      ...claim.content,
      text: claim.content.text.replace('may', 'do!').slice(0, claim.content.text.length),
    };
    const reading = {
      ...karvonia.warning.reading,
      claims: [{ ...claim, content }, ...karvonia.warning.reading.claims.slice(1)],
    };
    expect(misfit({ readings: new Map([[WARNING.id, reading]]) })).toMatchObject({
      why: `${WARNING.id}#c1 quotes other words than stand there`,
    });
  });

  test('whose signed files are of another form is refused rather than read', () => {
    for (const text of ['null', '[]', '{}', '{"kind":"evidence pack"}', '"x"']) {
      const bytes = Buffer.from(text);
      expect(['wrong', 'malformed']).toContain(verifyPack(change({ [MANIFEST]: () => bytes }), own).state);
      expect(['wrong', 'malformed']).toContain(verifyPack(change({ 'claims.json': () => bytes }), own).state);
    }
  });

  test('can be checked by hand with common tools', () => {
    const at = mkdtempSync(join(folder, 'hand-'));
    for (const { name, bytes } of readZip(pack)!) writeFileSync(join(at, name), bytes);
    expect(execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: at }).toString()).not.toContain('FAILED');
    const signed = ['-in', MANIFEST, '-sigfile', SIGNATURE];
    const openssl = ['pkeyutl', '-verify', '-pubin', '-inkey', 'signer.pem', '-rawin', ...signed];
    expect(execFileSync('openssl', openssl, { cwd: at }).toString()).toContain('Verified Successfully');
    expect(verifyDetached(read(MANIFEST), read(SIGNATURE), own).state).toBe('trusted');
    writeFileSync(join(at, 'pack.zip'), pack);
    const names = execFileSync(
      'python3',
      ['-c', 'import zipfile;z=zipfile.ZipFile("pack.zip");print(z.testzip(),len(z.namelist()))'],
      { cwd: at },
    );
    expect(names.toString()).toBe('None 11\n');
  });
});

describe('excerpts', () => {
  test('hold the words of each claim with some around them, and never more than half of a text', () => {
    for (const reading of READINGS.values()) {
      const { id, text } = reading.document;
      const ids = reading.claims.map((claim) => `${id}#${claim.id}`);
      const cited = citeClaims(ids, READINGS);
      expect(checkCitedClaims(cited)).toBeUndefined();
      expect([...cited.claims, ...cited.missing].map((each) => each.id).sort()).toEqual(ids.sort());
      for (const { start, end, text: told } of cited.documents[0]?.excerpts ?? [])
        expect(told).toBe(text.slice(start, end));
      const length = (cited.documents[0]?.excerpts ?? []).reduce((sum, each) => sum + each.text.length, 0);
      expect(length).toBeLessThanOrEqual(boundExcerpts(text.length));
    }
  });

  test('do not begin or end within a character', () => {
    const text = `${'😀'.repeat(400)}The army left.${'😀'.repeat(400)}`;
    const [claim] = karvonia.warning.reading.claims;
    const start = text.indexOf('The');
    const span = { start, end: start + 14 };
    const reading = {
      ...karvonia.warning.reading,
      document: { ...WARNING, text },
      claims: [{ ...claim!, ...span, chain: [], content: { ...span, text: 'The army left.', spans: [] } }],
    };
    for (const shift of [0, 1]) {
      const moved = { ...reading, document: { ...WARNING, text: `${'x'.repeat(shift)}${text}` } };
      const cited = citeClaims(
        [`${WARNING.id}#${claim!.id}`],
        new Map([[WARNING.id, shift === 0 ? reading : moved]]),
      );
      expect(() => canonicalJson(cited)).not.toThrow();
    }
  });
});

describe('trust in a chain that came along', () => {
  const known = { key: 'b', from: '2' };
  test('goes on from a key that is known, not before it, and not where another came after it', () => {
    const chain = [
      { key: 'a', until: '2' },
      { key: 'b', from: '2', until: '3' },
      { key: 'c', from: '3' },
    ];
    const keys = (trusted: readonly Trusted[]) =>
      extendTrust(trusted, chain).map((each) => (typeof each === 'string' ? each : each.key));
    expect(keys(['b'])).toEqual(['b', 'c']);
    expect(keys(['x'])).toEqual(['x']);
    expect(keys([known])).toEqual(['b', 'c']);
    expect(keys([{ ...known, until: '4' }])).toEqual(['b']);
    expect(keys([{ ...known, revoked: { from: '2', at: '2', reason: '' } }])).toEqual(['b']);
    expect(keys([{ ...known, until: '3' }, { key: 'd' }])).toEqual(['b', 'd']);
  });
});
