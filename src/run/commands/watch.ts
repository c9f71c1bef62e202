import { stat } from 'node:fs/promises';
import type { Config } from '../config.ts';
import type { Context, Format } from '../context.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { gather, goOn } from '../gathering.ts';
import { formatOutcome, formatTallyJson } from '../print/outcome.ts';
import { formatTally } from '../print/tally.ts';
import { withStore } from '../store.ts';
import { UsageError } from '../usage.ts';
import { watchFolders } from '../watching.ts';

export interface WatchFoldersFlags {
  readonly format?: Format;
}

/** `tocsin watch`: reads and keeps what is put into folders, until Ctrl-C. */
export async function runWatch(
  folders: readonly string[],
  options: WatchFoldersFlags,
  { config, context }: { readonly config: Config; readonly context: Context },
): Promise<ExitCode> {
  await checkFolders(folders);
  const { out } = context;
  const isJson = options.format === 'json';
  return withStore(config, context, {
    readOnly: false,
    run: (store) =>
      gather({ config, context, store }, async (gathering) => {
        const { duty, signal, reader, log } = gathering;
        if (!isJson) log(`Watching ${folders.join(', ')}. Ctrl-C stops it.`);
        await goOn(gathering, () =>
          watchFolders({
            ...{ folders, config, context, reader, signal, store: gathering.store },
            onKept: () => duty.attend(),
            onRound: (tally) => out.write(isJson ? formatTallyJson(tally) : formatTally(tally, out)),
            ...(isJson && { onOutcome: (outcome, page) => void out.write(formatOutcome(outcome, page)) }),
          }),
        );
        return EXIT.ok;
      }),
  });
}

/** @throws UsageError for what is no folder: a mistyped name would be watched in vain. */
export async function checkFolders(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    const isFolder = await stat(folder).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    if (!isFolder) throw new UsageError(`${folder} is no folder`, 'Make it first, or give another.');
  }
}
