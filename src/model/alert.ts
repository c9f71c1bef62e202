import type { Confidence } from './forecast.ts';
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
  /** How good the evidence is; absent, as the three below, in alerts made before it was kept. */
  readonly confidence?: Confidence;
  /** The next window that counts, open or to come; absent where there is none. */
  readonly window?: {
    readonly id: string;
    readonly title: string;
    /** Days. */
    readonly from: string;
    readonly to: string;
  };
  /** Where the question is about: countries (ISO 3166-1 alpha-2) and names of places, as the problem's file has them. */
  readonly places?: readonly string[];
  /** Earlier messages of the same episode, oldest first; absent in the first. */
  readonly earlier?: readonly { readonly update: number; readonly issued: string }[];
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

/** Something new that a saved search found, told once for each happening. */
export interface SearchAlert {
  readonly kind: 'search alert';
  readonly version: 1;
  readonly id: string;
  readonly update: 1;
  /** What it is filed under: `search:` and the id of the saved search. */
  readonly problem: string;
  /** Name of the saved search. */
  readonly title: string;
  /** The incident that is told of or, where there is none, the story. */
  readonly happening: { readonly type: 'incident' | 'story'; readonly id: string };
  /** What was found of it, at most ten. */
  readonly found: readonly {
    readonly document: Hash;
    /** `c1`, or `v1` of an event; absent where whole documents are looked for. */
    readonly part?: string;
    readonly text: string;
    readonly outlet?: string;
    readonly published?: string;
  }[];
  /** How many were found of it. */
  readonly count: number;
  /** Happenings that were found and are not told any more today; absent unless this is the day's last. */
  readonly untold?: number;
  /** ISO 8601 instant: nothing later was used. */
  readonly asOf: string;
  readonly issued: string;
  readonly tlp: string;
  readonly engine: string;
}

/** Whatever is signed, kept and sent. */
export type AnyAlert = Alert | SearchAlert;

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
