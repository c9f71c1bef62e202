import type { Store } from '../../store/store.ts';
import type { Config } from '../config.ts';
import type { SecondQueue } from './queue.ts';

/** Makes the queue of a store. */
export type MakeSecondQueue = (options: {
  readonly store: Store;
  readonly signal?: AbortSignal;
  readonly onKept?: () => Promise<unknown>;
}) => SecondQueue;

/**
 * What puts kept documents to the second reader of the settings; undefined where it is off. Its code is loaded only where it is on.
 *
 * @throws UsageError where it is on and the settings do not say whom to ask.
 */
export async function openSecondQueue({
  config,
  now,
  log,
}: {
  readonly config: Config;
  readonly now: () => string;
  readonly log: (line: string) => void;
}): Promise<MakeSecondQueue | undefined> {
  if (config.second === 'off') return undefined;
  const [{ openSecond }, queue] = await Promise.all([import('./open.ts'), import('./queue.ts')]);
  const reader = openSecond({ config, now });
  if (reader === undefined) return undefined;
  return (options) => new queue.SecondQueue({ ...options, reader, log });
}
