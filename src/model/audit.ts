import type { Role } from './account.ts';
import type { Hash } from './page.ts';

/** How it ended: done · refused, by rule or for what was sent · failed, by a fault of the server. */
export const AUDIT_OUTCOMES = ['done', 'refused', 'failed'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Who is meant where nobody logged in: whoever sits at the machine. No account can have that name. */
export const DESK_NAME = 'the desk';

/** What somebody did or tried. It never holds a password, a token, or what was written. */
export interface AuditFacts {
  /** ISO 8601 instant. */
  readonly at: string;
  /** Name of the account, or `the desk`; of a log-in the name that was given; absent where nobody is known. */
  readonly by?: string;
  /** The role that they had then. */
  readonly role?: Role;
  /** `POST /judgements`, or of the command line `tocsin account add`. */
  readonly operation: string;
  /** What it was done to: `j5`, `us-sites-iraq`, the name of an account. */
  readonly on?: string;
  readonly outcome: AuditOutcome;
  /** Why it was refused, as a word: `not-allowed`, `wrong-log-in`. */
  readonly reason?: string;
  /** Network address of a request that did not come from the machine itself. */
  readonly address?: string;
  /** Refused requests of nobody known that came before, too many to be written down one by one. */
  readonly omitted?: number;
}

/** One line of the audit log. As in the ledger each holds the hash of the one before, so that none can be changed or taken out unseen. */
export interface AuditEntry extends AuditFacts {
  readonly kind: 'audit entry';
  readonly number: number;
  /** SHA-256 of the canonical JSON of all of it but this. */
  readonly hash: Hash;
  readonly previous?: Hash;
}
