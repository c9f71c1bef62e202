import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../text/canonical-json.ts';
import type { DeskKey } from './keys.ts';
import { sign, verifySigned, verifySignedFile } from './sign.ts';

/** First key of RFC 8032, section 7.1. */
const SEED = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const PUBLIC = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';

const KEY: DeskKey = {
  privateKey: createPrivateKey({
    key: Buffer.from(`302e020100300506032b657004220420${SEED}`, 'hex'),
    format: 'der',
    type: 'pkcs8',
  }),
  publicKey: Buffer.from(PUBLIC, 'hex').toString('base64url'),
  file: 'desk.ed25519.pem',
  isNew: false,
};
const CONTENT = { kind: 'alert', title: 'Blockade “soon”\u000f', p: 0.1 + 0.2, reasons: [{ text: 'é' }] };
const SIGNED = sign(CONTENT, KEY);
const FILE = Buffer.from(`${canonicalJson(SIGNED)}\n`);

test('a signature fits what was signed, in any order of fields, and the key decides whether it is trusted', () => {
  expect(SIGNED.signature).toMatchObject({ algorithm: 'Ed25519', key: KEY.publicKey });
  expect(verifySigned(SIGNED, [KEY.publicKey])).toEqual({
    state: 'trusted',
    key: KEY.publicKey,
    content: CONTENT,
  });
  const turned = {
    signature: SIGNED.signature,
    content: Object.fromEntries(Object.entries(CONTENT).reverse()),
  };
  expect(verifySigned(turned, ['x', KEY.publicKey]).state).toBe('trusted');
  expect(verifySigned(SIGNED, []).state).toBe('unknown key');
});

test('it is the signature of the standard: the same bytes each time, over the canonical JSON', () => {
  expect(sign(CONTENT, KEY)).toEqual(SIGNED);
  expect(verifySigned({ ...SIGNED, content: { ...CONTENT, p: 0.3 } }, [KEY.publicKey])).toEqual({
    state: 'wrong',
    key: KEY.publicKey,
  });
});

describe('a signed file', () => {
  test('is trusted however its JSON is laid out', () => {
    for (const text of [
      FILE.toString(),
      canonicalJson(SIGNED),
      JSON.stringify(SIGNED, null, '\t'),
      JSON.stringify(SIGNED).replace('é', '\\u00e9'),
      JSON.stringify(SIGNED).replaceAll('":', '" : '),
    ])
      expect(verifySignedFile(Buffer.from(text), [KEY.publicKey]).state).toBe('trusted');
  });

  /** What a program reads out of it; nothing where it is no JSON. */
  const meaning = (file: Buffer) => {
    try {
      return canonicalJson(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(file)));
    } catch {
      return undefined;
    }
  };
  const isTrusted = (file: Buffer) => verifySignedFile(file, [KEY.publicKey]).state === 'trusted';

  test('is not trusted where any byte changed says something else', () => {
    let harmless = 0;
    for (let at = 0; at < FILE.length; at += 1) {
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const changed = Buffer.from(FILE);
        changed[at]! ^= bit;
        if (isTrusted(changed)) {
          harmless += 1;
          expect(meaning(changed), `byte ${at}, bit ${bit}: ${changed}`).toBe(meaning(FILE));
        }
      }
    }
    // The last digits of a number that mean the same number, and white space at the end.
    expect(harmless).toBeLessThan(20);
  });

  test('is not trusted with a byte left out or put in that says something else', () => {
    for (let at = 0; at < FILE.length - 1; at += 1) {
      const shorter = Buffer.concat([FILE.subarray(0, at), FILE.subarray(at + 1)]);
      const longer = Buffer.concat([FILE.subarray(0, at), Buffer.from(' '), FILE.subarray(at)]);
      for (const changed of [shorter, longer])
        if (isTrusted(changed)) expect(meaning(changed), `byte ${at}`).toBe(meaning(FILE));
    }
  });

  test('with a field twice is refused, in whatever order and spelling', () => {
    const text = FILE.toString();
    for (const twice of [
      text.replace('"kind":', '"kind":"calm","kind":'),
      text.replace('"kind":', '"k\\u0069nd":"calm","kind":'),
      text.replace('"signature":', '"signature":{},"signature":'),
    ])
      expect(verifySignedFile(Buffer.from(twice), [KEY.publicKey])).toMatchObject({
        state: 'malformed',
        why: 'a field stands twice in it',
      });
  });

  test.each([
    ['nothing', '', 'it is no valid JSON'],
    ['no object', '[1]', 'it is no signed JSON of Tocsin'],
    ['no signature', '{"content":{}}', 'it has no content with a signature'],
    ['another algorithm', edit({ algorithm: 'none' }), 'signature.algorithm is not Ed25519'],
    ['a short key', edit({ key: 'AAAA' }), 'signature.key is not 32 bytes in base64url'],
    ['no key', edit({ key: 7 }), 'signature.key is not 32 bytes in base64url'],
    ['a short signature', edit({ value: 'AAAA' }), 'signature.value is not 64 bytes in base64url'],
    [
      'a field beside',
      JSON.stringify({ ...SIGNED, note: 'trust me' }),
      'it has a field that is not signed: note',
    ],
    [
      'half a surrogate pair',
      `{"content":{"a":"\\ud800"},"signature":${JSON.stringify(SIGNED.signature)}}`,
      'half a surrogate pair',
    ],
    [
      'depth',
      `{"content":{"a":${'['.repeat(9999)}${']'.repeat(9999)}},"signature":${JSON.stringify(SIGNED.signature)}}`,
      'nested more than',
    ],
  ])('%s is malformed', (_, text, why) => {
    const verification = verifySignedFile(Buffer.from(text), [KEY.publicKey]);
    expect(verification).toMatchObject({ state: 'malformed', why: expect.stringContaining(why) });
  });

  test('larger than ten megabytes, or no UTF-8, is not looked at', () => {
    expect(verifySignedFile(new Uint8Array(10_000_001), [])).toEqual({
      state: 'malformed',
      why: 'it is larger than 10 MB',
    });
    expect(verifySignedFile(Buffer.from([0x7b, 0xff]), [])).toEqual({
      state: 'malformed',
      why: 'it is no UTF-8 text',
    });
  });
});

function edit(signature: object): string {
  return JSON.stringify({ ...SIGNED, signature: { ...SIGNED.signature, ...signature } });
}
