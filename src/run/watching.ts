import type { Sleep } from '../collect/fetch/lanes.ts';
import { FolderWatch } from '../collect/folder-watch.ts';
import type { Page } from '../model/page.ts';
import type { PutOutcome, Store } from '../store/store.ts';
import { sleep as systemSleep } from './collecting/sleep.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { makeLimits } from './inputs.ts';
import { type PageReader, runPipeline, type Tally } from './pipeline.ts';
import { readProgramName } from './version.ts';

export interface WatchFoldersOptions {
  readonly folders: readonly string[];
  readonly store: Store;
  readonly reader: PageReader;
  readonly config: Config;
  readonly context: Pick<Context, 'now'>;
  /** Asks to stop: the page at hand is finished and kept. */
  readonly signal: AbortSignal;
  /** Called after each batch of pages that was kept. */
  readonly onKept: () => Promise<unknown>;
  /** Called after each round in which something came. */
  readonly onRound: (tally: Tally) => unknown;
  readonly onOutcome?: (outcome: PutOutcome, page: Page) => void;
  readonly sleep?: Sleep;
}

/** Milliseconds between two rounds, at least; a round that takes long is followed by a pause of ten times that. */
const PAUSE = 2_000;
const SHARE = 10;

/**
 * Reads and keeps what is put into folders, until asked to stop. What lies there at the beginning is taken too: pages that are kept
 * already come to nothing new.
 *
 * @throws StoreError where nothing can be kept.
 */
export async function watchFolders(options: WatchFoldersOptions): Promise<void> {
  const { folders, store, reader, config, context, signal, onKept, onRound, onOutcome } = options;
  const sleep = options.sleep ?? systemSleep;
  const watch = new FolderWatch(folders);
  const limits = makeLimits(config);
  while (!signal.aborted) {
    const begun = performance.now();
    const tally = await runPipeline(watch.collect({ now: context.now, limits }), {
      ...{ store, reader, signal, engine: readProgramName() },
      onKept: async () => void (await onKept()),
      ...(onOutcome === undefined ? {} : { onOutcome }),
    });
    if (tally.added + tally.changed + tally.reread + tally.failures.length > 0) await onRound(tally);
    const pause = Math.max(PAUSE, SHARE * (performance.now() - begun));
    await sleep(pause, signal).catch(() => undefined);
  }
}
