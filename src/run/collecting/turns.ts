import type { Sleep } from '../../collect/fetch/lanes.ts';
import type { Source } from '../../model/source.ts';

export interface TurnsOptions {
  /** Sources with when each is due, in milliseconds since 1970. */
  readonly due: ReadonlyMap<Source, number>;
  /** Looks at a source, and gives when it is due again; undefined for never. */
  readonly look: (source: Source) => Promise<number | undefined>;
  /** Hosts that are asked at the same time. */
  readonly hosts: number;
  readonly now: () => string;
  readonly sleep: Sleep;
  readonly signal?: AbortSignal;
  /** All sources with when each is due, where they have become others than before; asked every few seconds. It then never ends by itself. */
  readonly refresh?: () => Promise<ReadonlyMap<Source, number> | undefined>;
}

/** The longest that nobody looks at the clock, which may have been set, or have stood still while the machine slept. */
const LONGEST_SLEEP = 60_000;
/** The same where the list may change meanwhile. */
const REFRESH = 5_000;

/**
 * Looks at each source when it is due: several hosts at the same time, of one host one source after the other. Ends when no
 * source is due any more, or when asked to stop, after what is at hand is finished. What is taken off the list is not looked at again.
 */
export async function takeTurns(options: TurnsOptions): Promise<void> {
  const { look, hosts, now, signal, refresh } = options;
  const due = new Map(options.due);
  let listed: ReadonlySet<Source> = new Set(due.keys());
  const busy = new Map<string, Promise<void>>();
  let broken: { readonly error: unknown } | undefined;
  const start = (source: Source, host: string): void => {
    due.delete(source);
    const turn = look(source)
      .then((next) => void (next !== undefined && listed.has(source) && due.set(source, next)))
      .catch((error: unknown) => {
        broken ??= { error };
      })
      .finally(() => busy.delete(host));
    busy.set(host, turn);
  };
  const isOver = (): boolean => refresh === undefined && due.size === 0 && busy.size === 0;
  while (signal?.aborted !== true && broken === undefined && !isOver()) {
    const fresh = await refresh?.();
    if (fresh !== undefined) {
      for (const source of due.keys()) if (!fresh.has(source)) due.delete(source);
      // One that is looked at just now is due again when that is over.
      for (const [source, at] of fresh) if (!listed.has(source)) due.set(source, at);
      listed = new Set(fresh.keys());
    }
    const instant = Date.parse(now());
    const waiting = [...due].sort(([, a], [, b]) => a - b);
    for (const [source, at] of waiting) {
      const { host } = new URL(source.feed);
      if (at <= instant && busy.size < hosts && !busy.has(host)) start(source, host);
    }
    // Of those that are due and must wait for their host or their turn, the end of another's turn is the sign.
    const next = waiting.find(([source, at]) => due.has(source) && at > instant)?.[1];
    const time = next === undefined ? undefined : next - instant;
    await waitForTurn(busy, refresh === undefined ? time : Math.min(time ?? REFRESH, REFRESH), options);
  }
  await Promise.all(busy.values());
  if (broken !== undefined) throw broken.error;
}

/** Waits until a turn ends or the time has come, or it is asked to stop. */
async function waitForTurn(
  busy: ReadonlyMap<string, Promise<void>>,
  time: number | undefined,
  { sleep, signal }: TurnsOptions,
): Promise<void> {
  // Nothing is to come by itself: a turn that ends is all there is to wait for, and it ends when asked to stop.
  if (time === undefined) {
    await Promise.race(busy.values());
    return;
  }
  const wake = new AbortController();
  const stop = (): void => wake.abort();
  signal?.addEventListener('abort', stop, { once: true });
  const pause = sleep(Math.min(time, LONGEST_SLEEP), wake.signal).catch(() => undefined);
  await Promise.race([...busy.values(), pause]);
  wake.abort();
  signal?.removeEventListener('abort', stop);
}
