import type { Alert, Delivery, Signed } from '../../model/alert.ts';
import { type Channel, ChannelError } from './channel.ts';

export interface DeliverOptions {
  readonly channels: readonly Channel[];
  /** What became of earlier updates. */
  readonly deliveries: readonly Delivery[];
  /** The present instant, ISO 8601. */
  readonly now: () => string;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Milliseconds before the second, third and fourth attempt. */
const BACK_OFF = [1000, 5000, 20_000];
/** A channel that wants to be left alone for longer is asked again the next time that alerts are looked at. */
const LONGEST_WAIT = 60_000;

/**
 * Brings an alert to every channel that does not have this update yet. Answers what is to be kept: one Delivery for each channel
 * that was tried. Channels do not wait for each other, and a failing one holds up none.
 *
 * A channel that has taken an update is not sent it again. Where its answer got lost on the way, nobody can know: then it may
 * get a message twice rather than not at all.
 */
export async function deliver(alert: Signed<Alert>, options: DeliverOptions): Promise<readonly Delivery[]> {
  const { id, update } = alert.content;
  const tried = options.channels.map(async (channel) => {
    const before = options.deliveries.find((each) => each.alert === id && each.channel === channel.name);
    if (before?.state === 'sent' && before.update >= update) return [];
    return [await deliverTo(channel, { alert, before, options })];
  });
  return (await Promise.all(tried)).flat();
}

async function deliverTo(
  channel: Channel,
  {
    alert,
    before,
    options: { now, sleep },
  }: {
    readonly alert: Signed<Alert>;
    readonly before: Delivery | undefined;
    readonly options: DeliverOptions;
  },
): Promise<Delivery> {
  const { id, update } = alert.content;
  const kept = before?.message === undefined ? {} : { message: before.message };
  for (let attempts = 1; ; attempts += 1) {
    try {
      const { message } = await channel.send(alert, before?.message);
      const named = message === undefined ? kept : { message };
      return { alert: id, channel: channel.name, update, ...named, state: 'sent', attempts, at: now() };
    } catch (error) {
      const pause = findPause(error, attempts);
      if (pause !== undefined) {
        await sleep(pause);
        continue;
      }
      // An update that arrived before still stands there, and can still be replaced.
      return {
        alert: id,
        channel: channel.name,
        update: before?.update ?? 0,
        ...kept,
        state: 'failed',
        attempts,
        problem: error instanceof ChannelError ? error.message : 'it failed in a way that was not foreseen',
        at: now(),
      };
    }
  }
}

/** Milliseconds until the next attempt; undefined where there is to be none now. */
function findPause(error: unknown, attempts: number): number | undefined {
  const pause = BACK_OFF[attempts - 1];
  if (!(error instanceof ChannelError) || !error.isPassing || pause === undefined) return undefined;
  const wait = Math.max(pause, error.retryAfter ?? 0);
  return wait <= LONGEST_WAIT ? wait : undefined;
}
