import type { AnyAlert, Delivery, Signed } from '../../model/alert.ts';
import { findMarkingFault } from '../marking.ts';
import { type Channel, ChannelError } from './channel.ts';

export interface DeliverOptions {
  readonly channels: readonly Channel[];
  /** What became of earlier updates. */
  readonly deliveries: readonly Delivery[];
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  /** Waits so many milliseconds, or until the signal is given. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Asks to stop: nothing is tried again, and whoever has not answered soon is given up. */
  readonly signal?: AbortSignal;
  /** Milliseconds that a channel has for its answer after that. */
  readonly grace?: number;
}

/** Milliseconds before the second, third and fourth attempt. */
const BACK_OFF = [1000, 5000, 20_000];
/** A channel that wants to be left alone for longer is asked again the next time that alerts are looked at. */
const LONGEST_WAIT = 60_000;
/** What was sent a moment before the end shall have its answer, since it would else be sent twice. */
const GRACE = 1000;

/**
 * Brings an alert to every channel that does not have this update yet. Answers what is to be kept: one Delivery for each channel
 * that was tried. Channels do not wait for each other, and a failing one holds up none.
 *
 * A channel that has taken an update is not sent it again. Where its answer got lost on the way, nobody can know: then it may
 * get a message twice rather than not at all.
 */
export async function deliver(
  alert: Signed<AnyAlert>,
  options: DeliverOptions,
): Promise<readonly Delivery[]> {
  const { id, update, tlp } = alert.content;
  const stop = followStop(options.signal, options.grace ?? GRACE);
  const tried = options.channels.map(async (channel) => {
    const before = options.deliveries.find((each) => each.alert === id && each.channel === channel.name);
    if (before?.state === 'sent' && before.update >= update) return [];
    const fault = findMarkingFault(tlp, channel.audience ?? 'recipients');
    if (fault !== undefined) {
      // It is told once: no later attempt comes out otherwise.
      if (before?.problem === fault) return [];
      return [refuse(channel, { id, before, fault, at: options.now() })];
    }
    return [await deliverTo(channel, { alert, before, options, stop: stop.signal })];
  });
  try {
    return (await Promise.all(tried)).flat();
  } finally {
    stop.clear();
  }
}

/** What is not sent since its marking forbids it; nothing was attempted. */
function refuse(
  { name }: Channel,
  {
    id,
    before,
    fault,
    at,
  }: {
    readonly id: string;
    readonly before: Delivery | undefined;
    readonly fault: string;
    readonly at: string;
  },
): Delivery {
  const { update = 0, message } = before ?? {};
  const kept = message === undefined ? {} : { message };
  return { alert: id, channel: name, update, ...kept, state: 'failed', attempts: 0, problem: fault, at };
}

/** A signal that is given so many milliseconds after another; it leaves no trace on that one. */
function followStop(
  signal: AbortSignal | undefined,
  grace: number,
): { readonly signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const follow = (): void => {
    timer = setTimeout(() => controller.abort(), grace);
  };
  if (signal?.aborted === true) follow();
  else signal?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    clear: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
    },
  };
}

async function deliverTo(
  channel: Channel,
  {
    alert,
    before,
    options: { now, sleep, signal },
    stop,
  }: {
    readonly alert: Signed<AnyAlert>;
    readonly before: Delivery | undefined;
    readonly options: DeliverOptions;
    readonly stop: AbortSignal;
  },
): Promise<Delivery> {
  const { id, update } = alert.content;
  const kept = before?.message === undefined ? {} : { message: before.message };
  for (let attempts = 1; ; attempts += 1) {
    try {
      const { message } = await channel.send(alert, before?.message, stop);
      const named = message === undefined ? kept : { message };
      return { alert: id, channel: channel.name, update, ...named, state: 'sent', attempts, at: now() };
    } catch (error) {
      const pause = findPause(error, attempts);
      if (pause !== undefined && !isAborted(signal)) {
        await sleep(pause, signal);
        if (!isAborted(signal)) continue;
      }
      // An update that arrived before still stands there, and can still be replaced.
      return {
        alert: id,
        channel: channel.name,
        update: before?.update ?? 0,
        ...kept,
        state: 'failed',
        attempts,
        problem: describe(error, stop),
        at: now(),
      };
    }
  }
}

/** Read anew: it may have been given meanwhile. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

function describe(error: unknown, stop: AbortSignal): string {
  if (stop.aborted) return 'this program was stopped before there was an answer';
  return error instanceof ChannelError ? error.message : 'it failed in a way that was not foreseen';
}

/** Milliseconds until the next attempt; undefined where there is to be none now. */
function findPause(error: unknown, attempts: number): number | undefined {
  const pause = BACK_OFF[attempts - 1];
  if (!(error instanceof ChannelError) || !error.isPassing || pause === undefined) return undefined;
  const wait = Math.max(pause, error.retryAfter ?? 0);
  return wait <= LONGEST_WAIT ? wait : undefined;
}
