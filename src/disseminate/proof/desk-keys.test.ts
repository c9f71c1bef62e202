import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { RequestError, StoreError } from '../../model/errors.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import {
  CHAIN_FOLDER,
  findKeyChain,
  loadOrBeginChain,
  loadSigningKey,
  loadTrust,
  makeFingerprint,
  makeFirstKey,
  revokeKey,
  rotateKey,
} from './desk-keys.ts';
import { type DeskKey, KEY_FILE, loadOrMakeKey } from './keys.ts';
import { hashText, sign, verifyKeyChain, verifyKeyChainFile, verifySigned } from './sign.ts';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-desk-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const alert = (issued: string) => ({ kind: 'alert', issued, title: 'Blockade' });
const say = (value: unknown) => verifySigned(value, loadTrust(folder)).state;

describe('the keys of a desk', () => {
  test('begin with one, and follow one another in their own words', () => {
    const { key: first } = makeFirstKey(folder, at(1));
    const early = sign(alert(at(2)), first);
    const { key: second, chain } = rotateKey(folder, at(3));
    const late = sign(alert(at(4)), second);
    expect(second.publicKey).not.toBe(first.publicKey);
    expect(chain.keys).toEqual([
      { key: first.publicKey, from: at(1), until: at(3) },
      { key: second.publicKey, from: at(3) },
    ]);
    expect(loadSigningKey(folder).publicKey).toBe(second.publicKey);
    expect(verifySigned(early, chain.keys)).toMatchObject({ state: 'trusted', replaced: at(3) });
    expect(verifySigned(late, chain.keys)).not.toHaveProperty('replaced');
    expect(say(late)).toBe('trusted');
    // The old private key is nowhere; what is there is for its owner alone.
    const files = readdirSync(join(folder, 'keys'), { recursive: true, encoding: 'utf8' }).sort();
    expect(files).toEqual(['chain', 'chain/1.json', 'chain/2.json', 'desk.ed25519.pem']);
    for (const file of ['desk.ed25519.pem', 'chain/1.json'])
      expect(statSync(join(folder, 'keys', file)).mode & 0o777).toBe(0o600);
  });

  test('are asked for anew where there is one in use, and begun where there was no chain yet', () => {
    const old = loadOrMakeKey(folder);
    expect(findKeyChain(folder)).toBeUndefined();
    expect(loadTrust(folder)).toEqual([old.publicKey]);
    expect(() => makeFirstKey(folder, at(1))).toThrow(RequestError);
    expect(loadOrBeginChain(folder, at(1)).chain.keys).toEqual([{ key: old.publicKey, from: at(1) }]);
    expect(() => makeFirstKey(folder, at(2))).toThrow('the desk has a key');
    // What was signed before the chain was begun is the same key's.
    expect(say(sign(alert('2020-01-01T00:00:00.000Z'), old))).toBe('trusted');
  });

  test('signed after another key had come does not pass', () => {
    const { key: first } = makeFirstKey(folder, at(1));
    rotateKey(folder, at(3));
    expect(verifySigned(sign(alert(at(4)), first), loadTrust(folder))).toMatchObject({
      state: 'replaced key',
      replaced: at(3),
      signed: at(4),
    });
  });

  test('declared not to be trusted pass for what was signed before, by its own word, and not after', () => {
    const { key: first } = makeFirstKey(folder, at(1));
    rotateKey(folder, at(5));
    const chain = revokeKey(folder, {
      key: makeFingerprint(first.publicKey).slice(0, 8),
      from: at(3),
      reason: ' a laptop was stolen ',
      now: at(6),
    });
    expect(chain.keys[0]).toMatchObject({
      revoked: { from: at(3), at: at(6), reason: 'a laptop was stolen' },
    });
    expect(verifySigned(sign(alert(at(2)), first), chain.keys)).toMatchObject({
      state: 'trusted',
      revoked: { from: at(3) },
    });
    for (const content of [alert(at(3)), alert(at(4)), { kind: 'brief', asOf: at(2) }])
      expect(say(sign(content, first))).toBe('revoked key');
    expect(say(sign({ kind: 'brief', edited: { record: [{ at: at(2) }] } }, first))).toBe('trusted');
    expect(() => revokeKey(folder, { key: first.publicKey, from: at(6), reason: 'x', now: at(7) })).toThrow(
      'said of this key before',
    );
  });

  test('end where the one in use is revoked: nothing is signed, and a new chain is another one', () => {
    const { key } = makeFirstKey(folder, at(1));
    revokeKey(folder, { key: key.publicKey, from: at(2), reason: 'lost', now: at(2) });
    expect(() => loadSigningKey(folder)).toThrow(/was declared not to be trusted.*tocsin key new/s);
    expect(() => rotateKey(folder, at(3))).toThrow(StoreError);
    const { key: other, chain } = makeFirstKey(folder, at(3));
    expect(chain.keys).toEqual([{ key: other.publicKey, from: at(3) }]);
    expect(say(sign(alert(at(1)), key))).toBe('unknown key');
    expect(existsSync(join(folder, 'keys', `ended-${makeFingerprint(key.publicKey).slice(0, 16)}`))).toBe(
      true,
    );
  });

  test.each([
    ['an unknown key', { key: 'deadbeef' }, 'no one key of this desk is named'],
    ['too few digits', { key: 'd' }, 'no one key of this desk is named'],
    ['no reason', { reason: ' ' }, 'the reason does not fit'],
    ['a long reason', { reason: 'x'.repeat(501) }, 'the reason does not fit'],
    ['the time to come', { from: at(9) }, 'still to come'],
  ])('are not revoked with %s', (_, change, problem) => {
    const { key, chain } = makeFirstKey(folder, at(1));
    const whole = { key: key.publicKey, from: at(1), reason: 'lost', now: at(2), ...change };
    expect(() => revokeKey(folder, whole)).toThrow(problem);
    expect(findKeyChain(folder)).toEqual(chain);
  });

  test('are not changed by a clock that stands wrong, nor where a statement cannot be read', () => {
    makeFirstKey(folder, at(5));
    expect(() => rotateKey(folder, at(4))).toThrow('Set the clock right');
    const before = loadSigningKey(folder).publicKey;
    writeFileSync(join(folder, CHAIN_FOLDER, '2.json'), '{}');
    expect(() => rotateKey(folder, at(6))).toThrow(StoreError);
    rmSync(join(folder, CHAIN_FOLDER, '2.json'));
    expect(loadSigningKey(folder).publicKey).toBe(before);
    expect(readdirSync(join(folder, 'keys')).sort()).toEqual(['chain', 'desk.ed25519.pem']);
  });

  test('a change that was cut off after it was stated is brought to its end', () => {
    const { key: first } = makeFirstKey(folder, at(1));
    const old = readFileSync(first.file);
    const { key: second } = rotateKey(folder, at(2));
    const next = join(folder, 'keys', `next-${makeFingerprint(second.publicKey).slice(0, 16)}.pem`);
    renameSync(second.file, next);
    writeFileSync(second.file, old, { mode: 0o600 });
    expect(loadSigningKey(folder).publicKey).toBe(second.publicKey);
    expect(existsSync(next)).toBe(false);
    writeFileSync(second.file, old, { mode: 0o600 });
    chmodSync(second.file, 0o600);
    expect(() => loadSigningKey(folder)).toThrow('Put the desk’s key back');
    rmSync(join(folder, KEY_FILE));
    expect(() => loadSigningKey(folder)).toThrow('Put the desk’s key back');
  });
});

describe('a chain of keys in a file', () => {
  function makeChain() {
    const { key } = makeFirstKey(folder, at(1));
    rotateKey(folder, at(2));
    rotateKey(folder, at(3));
    return {
      first: key,
      chain: revokeKey(folder, { key: key.publicKey, from: at(1), reason: 'lost', now: at(4) }).chain,
    };
  }

  test('says the same elsewhere, and with any byte changed it does not hold or says the same', () => {
    const { chain } = makeChain();
    const file = Buffer.from(`${canonicalJson(chain)}\n`);
    const whole = verifyKeyChainFile(file);
    if (typeof whole === 'string') throw new Error(whole);
    expect(whole.keys).toEqual(loadTrust(folder));
    for (let index = 0; index < file.length - 1; index += 1) {
      const changed = Buffer.from(file);
      changed[index]! ^= 1;
      expect(
        typeof verifyKeyChainFile(changed),
        `byte ${index}: ${changed.toString('latin1', index - 20, index + 20)}`,
      ).toBe('string');
    }
  });

  test('with a statement taken out, put in twice or in another order does not hold', () => {
    const { chain } = makeChain();
    const [a, b, c, d] = chain.statements;
    for (const statements of [
      [],
      [b, c, d],
      [a, c, d],
      [a, b, d],
      [a, c, b, d],
      [a, b, b, c],
      [a, b, c, d, d],
    ])
      expect(typeof verifyKeyChain({ ...chain, statements })).toBe('string');
    // Cut off at the end it holds: that it has gone on only a newer copy can tell.
    for (const statements of [[a], [a, b], [a, b, c]])
      expect(typeof verifyKeyChain({ ...chain, statements })).toBe('object');
  });

  test('cannot be carried on by who holds only a key that was replaced or is of another desk', () => {
    const { first, chain } = makeChain();
    const other = loadOrMakeKey(mkdtempSync(join(folder, 'other-')));
    const last = chain.statements.at(-1)!;
    const claim = (by: readonly DeskKey[]) => {
      const content = {
        ...{ kind: 'key statement', version: 1, number: 5, at: at(5), says: 'next', key: other.publicKey },
        previous: hashText(canonicalJson(last)),
      } as const;
      const signatures = by.map((key) => sign(content, key).signature);
      return verifyKeyChain({ ...chain, statements: [...chain.statements, { content, signatures }] });
    };
    for (const by of [[first, other], [other], [other, other]])
      expect(claim(by)).toBe('statement 5 is not signed by the key before and by its own');
    // The desk itself can.
    expect(typeof claim([loadSigningKey(folder), other])).toBe('object');
  });
});
