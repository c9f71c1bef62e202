import type { Context, MiddlewareHandler } from 'hono';
import type { AuditFacts, AuditOutcome } from '../../model/audit.ts';
import type { Store } from '../../store/store.ts';
import { makeLine } from '../../text/plain.ts';
import { findAsker, nameAsker } from './access.ts';
import type { ProblemWire } from './answers.ts';
import { findAddress, findOperation, findThing, isForwarded } from './asked.ts';
import { isLoopback } from './loopback.ts';
import { findRight } from './rights.ts';

/* Who did what: every request that writes is written down with how it ended, those too that were refused. Never what it carried. */

/** What a route knows better than its address says. */
type AuditNote = Pick<AuditFacts, 'by' | 'role' | 'on'>;

const NOTES = new WeakMap<Context, AuditNote>();

/** Says what is to be written down of a request: `noteAudit(c, { on: 'j5' })`. */
export function noteAudit(c: Context, note: AuditNote): void {
  NOTES.set(c, note);
}

/** Refused requests of nobody known that are written down in one minute: whoever sends millions fills no disk. */
const MOST_A_MINUTE = 30;
const MINUTE = 60_000;

class Pace {
  #since = 0;
  #count = 0;
  #omitted = 0;

  /** Whether one more is written down; with it goes how many were not. */
  take(now: number): { readonly omitted?: number } | undefined {
    if (now - this.#since >= MINUTE || now < this.#since) {
      this.#since = now;
      this.#count = 0;
    }
    if (this.#count >= MOST_A_MINUTE) {
      this.#omitted++;
      return undefined;
    }
    this.#count++;
    const omitted = this.#omitted;
    this.#omitted = 0;
    return omitted === 0 ? {} : { omitted };
  }
}

export interface AuditOptions {
  readonly store: Pick<Store, 'appendAudit'>;
  readonly now: () => string;
  readonly log: (line: string) => void;
}

/** Writes down what was done once it is done. That it cannot be written is told in the server's log; what was done is done. */
export function makeAudit({ store, now, log }: AuditOptions): MiddlewareHandler {
  const pace = new Pace();
  return async (c, next) => {
    await next();
    const operation = findOperation(c);
    if (operation === undefined || findRight(operation).writes !== true) return;
    const at = now();
    const isKnown = findAsker(c) !== undefined || c.res.status < 400;
    const taken = isKnown ? {} : pace.take(Date.parse(at));
    if (taken === undefined) return;
    try {
      await store.appendAudit({ at, ...(await describe(c, operation)), ...taken });
    } catch (error) {
      log(`${operation} is not in the audit log: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

async function describe(c: Context, operation: string): Promise<Omit<AuditFacts, 'at'>> {
  const asker = findAsker(c);
  const note = NOTES.get(c);
  const by = note?.by ?? (asker && nameAsker(asker));
  const role = note?.role ?? asker?.role;
  const on = note?.on ?? findThing(c, operation);
  const reason = await findReason(c.res);
  const address = findAddress(c);
  const isElsewhere = isForwarded(c) || !(address === 'unknown' || isLoopback(address));
  return {
    operation,
    outcome: findOutcome(c.res.status),
    ...(by === undefined ? {} : { by: shorten(by, 80) }),
    ...(role === undefined ? {} : { role }),
    ...(on === undefined ? {} : { on: shorten(on, 300) }),
    ...(reason === undefined ? {} : { reason }),
    ...(isElsewhere ? { address: shorten(address, 60) } : {}),
  };
}

function findOutcome(status: number): AuditOutcome {
  if (status < 400) return 'done';
  return status < 500 ? 'refused' : 'failed';
}

/** The kind of problem as a word. */
async function findReason(response: Response): Promise<string | undefined> {
  if (response.headers.get('content-type') !== 'application/problem+json') return undefined;
  const { type } = (await response.clone().json()) as ProblemWire;
  return type.split(':').at(-1);
}

/** One line of well-formed text: a log that is hashed takes no halves of characters. */
function shorten(text: string, most: number): string {
  return makeLine(text.replace(/\p{Surrogate}/gu, ''))
    .slice(0, most)
    .replace(/\p{Surrogate}/gu, '');
}
