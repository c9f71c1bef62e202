import { generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StoreError } from '../../model/errors.ts';
import { KEY_FILE, loadKey, loadOrMakeKey, parsePublicKey } from './keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeKeyFile(text: string, mode = 0o600): void {
  mkdirSync(join(folder, 'keys'), { recursive: true });
  writeFileSync(join(folder, KEY_FILE), text, { mode });
}

describe('the desk’s key', () => {
  test('is made once, for its owner alone, and is the same from then on', () => {
    const made = loadOrMakeKey(folder);
    expect(made).toMatchObject({ isNew: true, file: join(folder, KEY_FILE) });
    expect(made.publicKey).toMatch(/^[\w-]{43}$/);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, KEY_FILE)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'keys'))).toEqual(['desk.ed25519.pem']);
    expect(loadOrMakeKey(folder)).toMatchObject({ isNew: false, publicKey: made.publicKey });
    expect(loadKey(folder).publicKey).toBe(made.publicKey);
  });

  test('is not made where one is only looked for', () => {
    expect(() => loadKey(folder)).toThrow(
      /desk\.ed25519\.pem: there is no key here\. tocsin key makes one; /,
    );
    expect(existsSync(join(folder, 'keys'))).toBe(false);
  });

  test('that others can read is refused; its folder is closed to them when a key is made in it', () => {
    mkdirSync(join(folder, 'keys'), { mode: 0o755 });
    chmodSync(join(folder, 'keys'), 0o755);
    loadOrMakeKey(folder);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    chmodSync(join(folder, KEY_FILE), 0o644);
    for (const mode of [0o644, 0o640, 0o604, 0o620]) {
      chmodSync(join(folder, KEY_FILE), mode);
      for (const load of [loadKey, loadOrMakeKey])
        expect(() => load(folder), mode.toString(8)).toThrow(
          'can read or change the desk’s key, so it is not used',
        );
    }
    chmodSync(join(folder, KEY_FILE), 0o400);
    expect(loadKey(folder).publicKey).toMatch(/^[\w-]{43}$/);
  });

  test.each([
    ['something else', 'no key at all', 'is no private key (PKCS #8, PEM)'],
    ['nothing', '', 'is no private key'],
    ['a key of another kind', makePem('rsa'), 'holds a key of the kind rsa, not Ed25519'],
    ['a key for agreement', makePem('x25519'), 'holds a key of the kind x25519, not Ed25519'],
    ['a public key', makePublicPem(), 'holds a public key only'],
    ['a locked key', makePem('ed25519', 'secret'), 'is locked with a passphrase'],
    ['a large file', 'x'.repeat(20_000), 'is no key'],
  ])('%s in its place is refused with what to do', (_, text, problem) => {
    writeKeyFile(text);
    for (const load of [loadKey, loadOrMakeKey]) {
      expect(() => load(folder)).toThrow(StoreError);
      expect(() => load(folder)).toThrow(problem);
      expect(() => load(folder)).toThrow('tocsin key makes a new one');
    }
  });

  test('a folder in its place is refused, and a data folder that is not there', () => {
    mkdirSync(join(folder, KEY_FILE), { recursive: true });
    expect(() => loadOrMakeKey(folder)).toThrow('is no key');
    expect(() => loadOrMakeKey(join(folder, 'missing'))).toThrow('The data folder must be there first.');
  });
});

describe('a public key as it is given', () => {
  test('is 43 characters, or a PEM file', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const text = publicKey.export({ format: 'jwk' }).x!;
    expect(parsePublicKey(` ${text}\n`)).toBe(text);
    expect(parsePublicKey(publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBe(text);
    expect(parsePublicKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())).toBe(text);
  });

  test.each([
    ['', 'a', 'x'.repeat(42), 'x'.repeat(44)],
    // The last character of 32 bytes has two bits to spare; no encoder sets them.
    [`${'A'.repeat(42)}B`],
    [makePem('rsa'), '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'],
  ])('is not anything else (%#)', (...texts) => {
    for (const text of texts) expect(parsePublicKey(text), text).toBeUndefined();
  });
});

function makePem(kind: 'rsa' | 'x25519' | 'ed25519', passphrase?: string): string {
  const { privateKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : kind === 'x25519'
        ? generateKeyPairSync('x25519')
        : generateKeyPairSync('ed25519');
  const lock = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return privateKey.export({ type: 'pkcs8', format: 'pem', ...lock }).toString();
}

function makePublicPem(): string {
  return generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
}
