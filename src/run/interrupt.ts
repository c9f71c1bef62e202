import { setMaxListeners } from 'node:events';
import { EXIT } from './exit.ts';

/**
 * Turns Ctrl-C and a polite kill into a request to stop: what is at hand is finished and kept. Asked a second time, the
 * program ends at once.
 */
export function listenForInterrupt(onFirst: () => void = () => undefined): {
  readonly signal: AbortSignal;
  stop(): void;
} {
  const controller = new AbortController();
  // Every source that is being looked at listens for it: many at once are no leak.
  setMaxListeners(0, controller.signal);
  const listener = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
    onFirst();
  };
  process.on('SIGINT', listener);
  process.on('SIGTERM', listener);
  return {
    signal: controller.signal,
    stop: () => {
      process.off('SIGINT', listener);
      process.off('SIGTERM', listener);
    },
  };
}
