import type { SingleBar } from 'cli-progress';
import { clean, shorten } from './width.ts';

/** A bar on the error output that shows only when something takes longer than a second and someone is looking. */
export interface ProgressBar {
  update(done: number, current: string): void;
  stop(): void;
}

const PATIENCE = 1000;

/**
 * @param total How much there is; undefined where nobody knows.
 * @example
 * const bar = makeProgressBar({ label: 'Reading', total: 120, stream: process.stderr });
 */
export function makeProgressBar(options: {
  readonly label: string;
  readonly total: number | undefined;
  readonly stream: NodeJS.WriteStream;
  readonly isQuiet?: boolean;
}): ProgressBar {
  const { label, total, stream } = options;
  if (stream.isTTY !== true || options.isQuiet === true)
    return { update: () => undefined, stop: () => undefined };
  let bar: SingleBar | undefined;
  let isStopped = false;
  let last = { done: 0, current: '' };
  const timer = setTimeout(async () => {
    const { default: cliProgress } = await import('cli-progress');
    if (isStopped) return;
    const format =
      total === undefined ? `${label}  {value}  {current}` : `${label}  {bar}  {value}/{total}  {current}`;
    const made = new cliProgress.SingleBar({
      format,
      stream,
      barsize: 24,
      barCompleteChar: '━',
      barIncompleteChar: '─',
      hideCursor: true,
      clearOnComplete: true,
      gracefulExit: false,
    });
    made.start(total ?? Number.MAX_SAFE_INTEGER, last.done, { current: last.current });
    bar = made;
  }, PATIENCE);
  timer.unref();
  return {
    update: (done, current) => {
      last = {
        done,
        current: shorten(
          clean(current.slice(current.lastIndexOf('/') + 1)),
          Math.max(10, (stream.columns ?? 80) - 60),
        ),
      };
      bar?.update(done, { current: last.current });
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      bar?.stop();
    },
  };
}
