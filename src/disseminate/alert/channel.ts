import type { AnyAlert, Signed } from '../../model/alert.ts';
import type { Brief } from '../../model/brief.ts';
import type { Audience } from '../../model/marking.ts';

/** What a channel answers when a message has arrived. */
export interface Receipt {
  /** What the channel calls the message, so that the next update can take its place. */
  readonly message?: string;
}

/** One way in which alerts go out. */
export interface Channel {
  /** `webhook`, `telegram`. */
  readonly name: string;
  /** Whom it reaches: what is marked for fewer is not sent by it. Recipients whom the desk has chosen unless given. */
  readonly audience?: Audience;
  /**
   * Sends an alert, or puts it in the place of the message that told of the update before.
   *
   * @param previous What the channel called that message.
   * @param signal Gives up waiting for the answer.
   * @throws ChannelError
   */
  send(alert: Signed<AnyAlert>, previous: string | undefined, signal?: AbortSignal): Promise<Receipt>;
  /**
   * Sends a signed brief, once.
   *
   * @throws ChannelError
   */
  sendBrief?(brief: Signed<Brief>, signal?: AbortSignal): Promise<Receipt>;
}

/** A channel did not take a message: says why in words without secrets. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
  /** Whether the same might succeed later without anybody's doing. */
  readonly isPassing: boolean;
  /** Milliseconds that the channel asks to be left alone. */
  readonly retryAfter: number | undefined;

  constructor(
    problem: string,
    { isPassing, retryAfter }: { readonly isPassing: boolean; readonly retryAfter?: number | undefined },
  ) {
    super(problem);
    this.isPassing = isPassing;
    this.retryAfter = retryAfter;
  }
}

/** Milliseconds to wait for one answer. */
export const PATIENCE = 15_000;

/** A signal that is given when the patience with one answer is over, or when another is given. */
export function limitPatience(patience: number, signal: AbortSignal | undefined): AbortSignal {
  const limit = AbortSignal.timeout(patience);
  return signal === undefined ? limit : AbortSignal.any([limit, signal]);
}

/** Whether a status of HTTP says that the same request may succeed later. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** Why a request had no answer, in words that hold no address: the address may hold a secret. */
export function describeNetworkError(error: unknown): string {
  for (let each: unknown = error; each instanceof Error; each = 'error' in each ? each.error : each.cause) {
    if (each.name === 'TimeoutError' || each.name === 'AbortError') return 'no answer in time';
    if ('code' in each && typeof each.code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(each.code))
      return each.code === 'UND_ERR_HEADERS_TIMEOUT' ? 'no answer in time' : `no connection (${each.code})`;
  }
  return 'no connection';
}
