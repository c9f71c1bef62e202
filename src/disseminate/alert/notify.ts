import type { AnyAlert, Delivery, Signed } from '../../model/alert.ts';
import type { Brief, SignedBrief } from '../../model/brief.ts';
import type { Audience } from '../../model/marking.ts';
import type { Store } from '../../store/store.ts';
import { findMarkingFault } from '../marking.ts';
import { type Channel, ChannelError } from './channel.ts';
import { deliver } from './deliver.ts';
import { makeWebhookChannel } from './webhook.ts';

/** Settings of the channels; see `SETTINGS` for what each means. */
export interface ChannelSettings {
  readonly webhook?: string;
  readonly telegramToken?: string;
  readonly telegramChat?: string;
  readonly telegramRoot: string;
  readonly webhookFor?: Audience;
  readonly telegramFor?: Audience;
}

export interface NotifyOptions {
  readonly store: Pick<Store, 'listAlerts' | 'putDelivery'>;
  readonly config: ChannelSettings;
  /** Program and version, for the webhook's `user-agent`. */
  readonly engine: string;
  readonly now: () => string;
  /** Waits so many milliseconds, or until the signal is given; by the clock unless given. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Asks to stop: what has not arrived by then is sent after the next start. */
  readonly signal?: AbortSignal;
  /** Where failures are told; one line each. */
  readonly log: (line: string) => void;
  /** Milliseconds to wait for one answer. */
  readonly patience?: number;
}

/** How far back alerts that have not arrived are sent after all: later they would be no news but noise. */
const STALE = 86_400_000;
const MAX_PENDING = 50;

/**
 * Brings a signed alert to the channels that are set, and keeps what became of it. Safe to call again: what has arrived is not
 * sent twice.
 *
 * @returns What became of it in each channel that was tried.
 */
export async function deliverAlert(
  alert: Signed<AnyAlert>,
  options: NotifyOptions,
): Promise<readonly Delivery[]> {
  const channels = await makeChannels(options);
  if (channels.length === 0) return [];
  const rows = await options.store.listAlerts({ problem: alert.content.problem, limit: MAX_PENDING });
  const known = rows.find((row) => row.alert.content.id === alert.content.id);
  return deliverKnown(alert, { channels, deliveries: known?.deliveries ?? [], options });
}

/**
 * Tries again what has not arrived: alerts of the last day of which a channel lacks the latest update, because it failed or because
 * the program was stopped in between. Those made in a replay are never sent.
 */
export async function deliverPending(options: NotifyOptions): Promise<readonly Delivery[]> {
  const channels = await makeChannels(options);
  if (channels.length === 0) return [];
  const oldest = Date.parse(options.now()) - STALE;
  const rows = await options.store.listAlerts({ limit: MAX_PENDING });
  const tried: Delivery[] = [];
  for (const { alert, isReplayed, deliveries } of rows) {
    if (isReplayed || Date.parse(alert.content.issued) < oldest) continue;
    tried.push(...(await deliverKnown(alert, { channels, deliveries, options })));
  }
  return tried;
}

/**
 * Brings a signed brief to the channels that are set, each once: who sends it sees what became of it, and sends it again or not.
 */
export async function sendBrief(
  brief: Signed<Brief>,
  options: Pick<NotifyOptions, 'config' | 'engine' | 'now' | 'patience'>,
): Promise<SignedBrief['deliveries']> {
  const channels = await makeChannels(options);
  return Promise.all(
    channels.map(async (channel) => {
      try {
        const fault = findMarkingFault(brief.content.tlp, channel.audience ?? 'recipients');
        if (fault !== undefined) throw new ChannelError(fault, { isPassing: false });
        if (channel.sendBrief === undefined)
          throw new ChannelError('this channel takes no briefs', { isPassing: false });
        await channel.sendBrief(brief);
        return { channel: channel.name, state: 'sent' as const };
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error;
        return { channel: channel.name, state: 'failed' as const, problem: error.message };
      }
    }),
  );
}

async function deliverKnown(
  alert: Signed<AnyAlert>,
  {
    channels,
    deliveries,
    options,
  }: {
    readonly channels: readonly Channel[];
    readonly deliveries: readonly Delivery[];
    readonly options: NotifyOptions;
  },
): Promise<readonly Delivery[]> {
  const { store, now, log, sleep = wait, signal } = options;
  if (signal?.aborted === true) return [];
  const stoppable = signal === undefined ? {} : { signal };
  const tried = await deliver(alert, { channels, deliveries, now, sleep, ...stoppable });
  for (const delivery of tried) {
    await store.putDelivery(delivery);
    if (delivery.state === 'sent') continue;
    const name = `The alert ${delivery.alert} (${alert.content.problem})`;
    log(
      delivery.attempts === 0
        ? `${name} was not sent by ${delivery.channel}: ${delivery.problem}.`
        : `${name} did not arrive by ${delivery.channel}: ${delivery.problem}. It is tried again.`,
    );
  }
  return tried;
}

/** The channels that are set. Half a setting is one that fails and says so, rather than one that is silently missing. */
async function makeChannels({
  config,
  engine,
  now,
  patience,
}: Pick<NotifyOptions, 'config' | 'engine' | 'now' | 'patience'>): Promise<readonly Channel[]> {
  const { webhook, telegramToken, telegramChat, telegramRoot } = config;
  const limit = patience === undefined ? {} : { patience };
  const channels: Channel[] = [];
  if (webhook !== undefined)
    channels.push({
      ...makeWebhookChannel({ url: webhook, userAgent: engine.replace(' ', '/'), now, ...limit }),
      audience: config.webhookFor ?? 'recipients',
    });
  if (telegramToken !== undefined && telegramChat !== undefined) {
    // Only here: the client is large, and most desks have no bot.
    const { makeTelegramChannel } = await import('./telegram.ts');
    channels.push({
      ...makeTelegramChannel({ token: telegramToken, chat: telegramChat, root: telegramRoot, ...limit }),
      // What has a public name can be read by anybody.
      audience: config.telegramFor ?? (telegramChat.startsWith('@') ? 'public' : 'recipients'),
    });
  } else if (telegramToken !== undefined || telegramChat !== undefined) {
    const missing = telegramToken === undefined ? 'TOCSIN_TELEGRAM_TOKEN' : 'TOCSIN_TELEGRAM_CHAT';
    channels.push({
      name: 'telegram',
      send: () => Promise.reject(new ChannelError(`${missing} is not set`, { isPassing: false })),
      sendBrief: () => Promise.reject(new ChannelError(`${missing} is not set`, { isPassing: false })),
    });
  }
  return channels;
}

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal?.aborted === true) end();
    else signal?.addEventListener('abort', end, { once: true });
  });
}
