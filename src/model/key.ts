import type { Hash } from './page.ts';

/** What a desk says of its keys. `first`: the key that the chain begins with · `next`: the key after it · `revoked`: one not to be trusted. */
export const KEY_SAYINGS = ['first', 'next', 'revoked'] as const;
export type KeySaying = (typeof KEY_SAYINGS)[number];

/** One statement of a desk on its own keys. */
export interface KeyStatement {
  readonly kind: 'key statement';
  readonly version: 1;
  /** 1, 2, 3… */
  readonly number: number;
  /** ISO 8601 instant at which it was made; never before that of the statement before. */
  readonly at: string;
  /** SHA-256 of the canonical JSON (RFC 8785) of the whole statement before, signatures included; absent in the first. */
  readonly previous?: Hash;
  readonly says: KeySaying;
  /** The public key that it is about: 32 bytes in base64url. */
  readonly key: string;
  /** Of `revoked`: the instant from which on what the key signed is not to be trusted. */
  readonly from?: string;
  /** Of `revoked`: why. */
  readonly reason?: string;
}

export interface KeySignature {
  readonly algorithm: 'Ed25519';
  /** The signer's public key, 32 bytes in base64url. */
  readonly key: string;
  /** 64 bytes in base64url. */
  readonly value: string;
}

/**
 * A statement with its signatures over the canonical JSON of `content`: `first` by the key itself, `next` by the key before and by the key
 * itself, `revoked` by the key itself or by one after it.
 */
export interface SignedKeyStatement {
  readonly content: KeyStatement;
  readonly signatures: readonly KeySignature[];
}

/** All public keys that a desk has had, in its own signed words: what others check signatures with. */
export interface KeyChain {
  readonly kind: 'key chain';
  readonly version: 1;
  readonly statements: readonly SignedKeyStatement[];
}

/** What is to be thought of one key. */
export interface KeyStanding {
  /** 32 bytes in base64url. */
  readonly key: string;
  /** ISO 8601 instant since when it is the desk's; absent where only the key is known, and not its chain. */
  readonly from?: string;
  /** When another took its place. */
  readonly until?: string;
  readonly revoked?: { readonly from: string; readonly at: string; readonly reason: string };
}
