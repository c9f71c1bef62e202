import {
  KEY_SAYINGS,
  type KeyChain,
  type KeySignature,
  type KeyStanding,
  type KeyStatement,
  type SignedKeyStatement,
} from '../../model/key.ts';
import type { Hash } from '../../model/page.ts';
import { canonicalJson } from '../../text/canonical-json.ts';
import { isBase64url } from './base64url.ts';

/*
 * The chain of a desk's keys, read without any cryptography, so that the command and the page for browsers say the same: what is to be
 * computed is told, and whoever has the means computes it.
 */

/** A signature that has to fit. */
export interface SignatureCheck {
  readonly key: string;
  /** Canonical JSON that was signed. */
  readonly text: string;
  readonly value: string;
  /** What it is the signature of, for a message. */
  readonly of: string;
}

/** A text whose SHA-256 has to be this. */
export interface HashCheck {
  readonly text: string;
  readonly hash: Hash;
  readonly of: string;
}

/** A chain whose form and order are right; its signatures and hashes are still to be checked. */
export interface ReadChain {
  readonly chain: KeyChain;
  readonly signatures: readonly SignatureCheck[];
  readonly hashes: readonly HashCheck[];
  /** Of each key, in the order of the chain. */
  readonly keys: readonly KeyStanding[];
}

/** Statements of one chain, at most: a key a day for years. */
export const MOST_STATEMENTS = 2_000;
export const LONGEST_REASON = 500;

/** The parts of a key chain, or what is wrong with it. */
export function readKeyChain(value: unknown): ReadChain | string {
  if (!isObject(value) || value['kind'] !== 'key chain') return 'it is no key chain of Tocsin';
  if (value['version'] !== 1) return 'its version is not 1';
  const { statements } = value;
  const extra = findExtra(value, ['kind', 'version', 'statements']);
  if (extra !== undefined) return `it has a field that is not signed: ${extra}`;
  if (!Array.isArray(statements) || statements.length === 0) return 'it has no statements';
  if (statements.length > MOST_STATEMENTS) return `it has more than ${MOST_STATEMENTS} statements`;
  const reader = new ChainReader();
  for (const each of statements) {
    const problem = reader.take(each);
    if (problem !== undefined) return `statement ${reader.statements.length + 1} ${problem}`;
  }
  const { signatures, hashes, keys } = reader;
  return {
    chain: { kind: 'key chain', version: 1, statements: reader.statements },
    ...{ signatures, hashes, keys },
  };
}

/** The key that a desk signs with now; undefined where it declared that key not to be trusted, and its chain has ended. */
export function findCurrent(keys: readonly KeyStanding[]): KeyStanding | undefined {
  const last = keys.at(-1);
  return last?.revoked === undefined ? last : undefined;
}

class ChainReader {
  readonly statements: SignedKeyStatement[] = [];
  readonly signatures: SignatureCheck[] = [];
  readonly hashes: HashCheck[] = [];
  keys: KeyStanding[] = [];
  #before: string | undefined;

  /** Takes the next statement; says what is wrong with it, if anything is. */
  take(value: unknown): string | undefined {
    const statement = parseStatement(value);
    if (typeof statement === 'string') return statement;
    const { content, signatures } = statement;
    const problem = this.#checkPlace(content) ?? this.#checkSigners(statement) ?? this.#follow(content);
    if (problem !== undefined) return problem;
    const name = `statement ${content.number}`;
    if (content.previous !== undefined)
      this.hashes.push({ text: this.#before!, hash: content.previous, of: name });
    const text = canonicalJson(content);
    for (const { key, value: signed } of signatures)
      this.signatures.push({ key, text, value: signed, of: name });
    this.statements.push(statement);
    this.#before = canonicalJson(statement);
    return undefined;
  }

  #checkPlace({ number, at, previous, says }: KeyStatement): string | undefined {
    const before = this.statements.at(-1)?.content;
    if (number !== this.statements.length + 1) return `has the number ${number}`;
    if ((says === 'first') !== (before === undefined)) return 'is not where it belongs in the chain';
    if ((previous === undefined) !== (before === undefined)) return 'is not bound to the one before';
    if (before !== undefined && at < before.at) return 'was made before the one that it follows';
    return undefined;
  }

  /** Whether it is signed by those whose word it takes. */
  #checkSigners({ content, signatures }: SignedKeyStatement): string | undefined {
    const signers = signatures.map(({ key }) => key);
    const current = this.keys.at(-1);
    if (content.says === 'first')
      return isSame(signers, [content.key]) ? undefined : 'is not signed by its own key';
    if (content.says === 'next') {
      if (current?.revoked !== undefined) return 'follows a key that was declared not to be trusted';
      return isSame(signers, [current!.key, content.key])
        ? undefined
        : 'is not signed by the key before and by its own';
    }
    const at = this.keys.findIndex(({ key }) => key === content.key);
    const may = this.keys.slice(Math.max(0, at)).filter(({ revoked }) => revoked === undefined);
    return signers.length === 1 && may.some(({ key }) => key === signers[0])
      ? undefined
      : 'is signed neither by the key itself nor by one after it';
  }

  #follow({ says, key, at, from, reason }: KeyStatement): string | undefined {
    const index = this.keys.findIndex((each) => each.key === key);
    if (says !== 'revoked') {
      if (index >= 0) return 'names a key that the chain has already';
      this.keys = [
        ...this.keys.map((each, i) => (i === this.keys.length - 1 ? { ...each, until: at } : each)),
        { key, from: at },
      ];
      return undefined;
    }
    if (index < 0) return 'names a key that is not in the chain';
    const named = this.keys[index]!;
    if (named.revoked !== undefined) return 'names a key that was declared not to be trusted before';
    if (from! > at) return 'declares something of the time to come';
    this.keys = this.keys.with(index, { ...named, revoked: { from: from!, at, reason: reason! } });
    return undefined;
  }
}

function parseStatement(value: unknown): SignedKeyStatement | string {
  if (!isObject(value) || !isObject(value['content']) || !Array.isArray(value['signatures']))
    return 'has no content with signatures';
  const extra = findExtra(value, ['content', 'signatures']);
  if (extra !== undefined) return `has a field that is not signed: ${extra}`;
  const content = parseContent(value['content']);
  if (typeof content === 'string') return content;
  const signatures = value['signatures'].map(parseSignature);
  if (signatures.length > 2 || !signatures.every((each) => each !== undefined))
    return 'has a signature that is none';
  return { content, signatures };
}

const FIELDS = ['kind', 'version', 'number', 'at', 'previous', 'says', 'key', 'from', 'reason'];

function parseContent(content: Readonly<Record<string, unknown>>): KeyStatement | string {
  const { kind, version, number, at, previous, says, key, from, reason } = content;
  const isRevoked = says === 'revoked';
  if (kind !== 'key statement' || version !== 1) return 'is no key statement of version 1';
  const extra = findExtra(content, FIELDS);
  if (extra !== undefined) return `has a field of no meaning: ${extra}`;
  if (!Number.isSafeInteger(number)) return 'has no number';
  if (!isInstant(at)) return 'has no instant';
  if (previous !== undefined && !(isText(previous) && /^sha256:[0-9a-f]{64}$/.test(previous)))
    return 'has no hash of the one before';
  if (!KEY_SAYINGS.includes(says as never)) return 'says nothing that is known';
  if (!isText(key) || !isBase64url(key, 32)) return 'has a key that is not 32 bytes in base64url';
  if (isRevoked ? !isInstant(from) : from !== undefined) return 'does not say from when on';
  if (isRevoked ? !isText(reason) || reason.trim() === '' : reason !== undefined) return 'does not say why';
  if (isText(reason) && reason.length > LONGEST_REASON) return 'has too long a reason';
  return content as unknown as KeyStatement;
}

function parseSignature(value: unknown): KeySignature | undefined {
  if (!isObject(value) || findExtra(value, ['algorithm', 'key', 'value']) !== undefined) return undefined;
  const { algorithm, key, value: bytes } = value;
  const isOne =
    algorithm === 'Ed25519' && isText(key) && isBase64url(key, 32) && isText(bytes) && isBase64url(bytes, 64);
  return isOne ? { algorithm, key, value: bytes } : undefined;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

/** Instants are compared as text, so that all have one form. */
function isInstant(value: unknown): value is string {
  return (
    isText(value) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}

function findExtra(value: object, allowed: readonly string[]): string | undefined {
  return Object.keys(value)
    .find((name) => !allowed.includes(name))
    ?.slice(0, 80);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
