import type { Source } from '../../model/source.ts';
import type { Store } from '../../store/store.ts';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import type { Duty } from '../duty.ts';
import type { PageReader } from '../pipeline.ts';
import { formatTally } from '../print/tally.ts';
import { describeError } from '../report.ts';

/** What a server keeps pages with while it answers. */
export interface ServedWork {
  readonly store: Store;
  readonly duty: Duty;
  readonly reader: PageReader;
  readonly signal: AbortSignal;
}

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** Asks the sources for what is new until told to stop. The server goes on where this fails. */
export async function collectOn(
  { store, duty, reader, signal }: ServedWork,
  { sources, session }: { readonly sources: readonly Source[]; readonly session: Session },
): Promise<void> {
  const { runCollecting } = await import('../collecting.ts');
  try {
    await runCollecting({
      ...{ store, reader, signal, sources },
      ...session,
      onKept: () => duty.attend(),
    });
  } catch (error) {
    const { text } = describeError(error, { style: session.context.err.style, isDebug: false });
    await session.context.err.write(`Collecting has ended.\n${text}`);
  }
}

/** Keeps what is put into folders until told to stop. The server goes on where this fails. */
export async function watchOn(
  { store, duty, reader, signal }: ServedWork,
  { folders, session }: { readonly folders: readonly string[]; readonly session: Session },
): Promise<void> {
  const { err, now } = session.context;
  const { watchFolders } = await import('../watching.ts');
  try {
    await watchFolders({
      ...{ folders, store, reader, signal, context: { now }, config: session.config },
      onKept: () => duty.attend(),
      onRound: (tally) => err.write(formatTally(tally, err)),
    });
  } catch (error) {
    const { text } = describeError(error, { style: err.style, isDebug: false });
    await err.write(`Watching has ended.\n${text}`);
  }
}
