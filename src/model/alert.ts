import type { Hash } from './page.ts';
import type { Probability } from './probability.ts';
import type { Level } from './problem.ts';

/** A change of level, told to those who asked for it. Later changes of the same episode update it in place. */
export interface Alert {
  readonly kind: 'alert';
  readonly version: 1;
  /** The same through an episode: from leaving `normal` until it is `normal` again. */
  readonly id: string;
  /** 1 when it is first sent, 2 for the first update… */
  readonly update: number;
  readonly problem: string;
  readonly title: string;
  readonly question: string;
  readonly level: Level;
  readonly previousLevel: Level;
  /** Who is to be told, at this level or at the one that was left: posts and desks, no addresses. Absent where nobody is named. */
  readonly told?: readonly string[];
  readonly horizon: number;
  readonly probability: Probability;
  readonly baseRate: Probability;
  /** ISO 8601 instant: nothing later was used. */
  readonly asOf: string;
  readonly issued: string;
  /** Reasons for and against in a sentence each, with the claims they stand on (`sha256:…#c1`). */
  readonly reasons: readonly {
    readonly direction: 'for' | 'against';
    readonly text: string;
    readonly claims: readonly string[];
  }[];
  /** Ledger entry that it tells of. */
  readonly forecast: Hash;
  readonly tlp: string;
  readonly engine: string;
}

/** Anything of ours with a signature over its canonical JSON (RFC 8785). */
export interface Signed<Content> {
  readonly content: Content;
  readonly signature: {
    readonly algorithm: 'Ed25519';
    /** The signer's public key, 32 bytes in base64url. */
    readonly key: string;
    /** 64 bytes in base64url. */
    readonly value: string;
  };
}

/** What became of an alert in one channel. */
export interface Delivery {
  readonly alert: string;
  /** `webhook`, `telegram`. */
  readonly channel: string;
  /** The update that arrived last. */
  readonly update: number;
  /** What the channel calls the message, so that it can be changed in place. */
  readonly message?: string;
  readonly state: 'sent' | 'failed';
  readonly attempts: number;
  readonly problem?: string;
  /** ISO 8601 instant of the last attempt. */
  readonly at: string;
}
