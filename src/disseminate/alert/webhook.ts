import { canonicalJson } from '../../text/canonical-json.ts';
import {
  type Channel,
  ChannelError,
  describeNetworkError,
  isPassing,
  limitPatience,
  PATIENCE,
  type Receipt,
} from './channel.ts';

export interface WebhookOptions {
  readonly url: string;
  readonly userAgent: string;
  /** The present instant, ISO 8601: what a date in `Retry-After` is counted from. */
  readonly now: () => string;
  /** Milliseconds. */
  readonly patience?: number;
}

/**
 * Posts the signed alert to an address. Every update carries the same `x-tocsin-alert`, so that the receiver can put it in the
 * place of the one before, and its own `idempotency-key`, so that one that comes twice is counted once.
 */
export function makeWebhookChannel({ url, userAgent, now, patience = PATIENCE }: WebhookOptions): Channel {
  return {
    name: 'webhook',
    send: async (alert, _previous, stop) => {
      const { id, update } = alert.content;
      const headers = {
        'content-type': 'application/json',
        'user-agent': userAgent,
        'x-tocsin-alert': id,
        'x-tocsin-update': String(update),
        'idempotency-key': `${id}-${update}`,
      };
      const answer = await post(url, {
        headers,
        body: canonicalJson(alert),
        signal: limitPatience(patience, stop),
      });
      return judge(answer, { message: id, now: now() });
    },
    sendBrief: async (brief, stop) => {
      const { problem } = brief.content;
      const headers = {
        'content-type': 'application/json',
        'user-agent': userAgent,
        'x-tocsin-brief': problem,
        // The signature is the same for the same content, and no other.
        'idempotency-key': brief.signature.value.slice(0, 43),
      };
      const answer = await post(url, {
        headers,
        body: canonicalJson(brief),
        signal: limitPatience(patience, stop),
      });
      return judge(answer, { message: problem, now: now() });
    },
  };
}

async function post(
  url: string,
  {
    headers,
    body,
    signal,
  }: { readonly headers: Record<string, string>; readonly body: string; readonly signal: AbortSignal },
): Promise<Response> {
  try {
    // Whoever answers may not send the alert on to somebody else.
    const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    // What it says beyond its status is of no use here, however long it goes on.
    await answer.body?.cancel();
    return answer;
  } catch (error) {
    throw new ChannelError(describeNetworkError(error), { isPassing: true });
  }
}

function judge(
  answer: Response,
  { message, now }: { readonly message: string; readonly now: string },
): Receipt {
  const { status } = answer;
  if (status >= 200 && status < 300) return { message };
  if (status >= 300 && status < 400)
    throw new ChannelError(
      `it answered ${status}, which points elsewhere: set TOCSIN_WEBHOOK to the final address`,
      {
        isPassing: false,
      },
    );
  throw new ChannelError(`it answered ${status}`, {
    isPassing: isPassing(status),
    retryAfter: parseRetryAfter(answer.headers.get('retry-after'), now),
  });
}

/**
 * Milliseconds out of a `Retry-After` header: seconds, or a date (RFC 9110, section 10.2.3).
 *
 * @example
 * parseRetryAfter('120', '2026-03-01T10:00:00Z'); // 120000
 */
export function parseRetryAfter(value: string | null, now: string): number | undefined {
  if (value === null) return undefined;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value) * 1000;
  const date = /^[A-Z][a-z]{2,8}, .{1,40} GMT$/.test(value.trim()) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.parse(now));
}
