import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Source, SourceHealth } from '../../model/source.ts';
import { DATABASE_FILE } from '../../store/embedded/layout.ts';
import type { Store } from '../../store/store.ts';
import { listHealth } from '../collecting/health.ts';
import type { Look } from '../collecting/look.ts';
import { formatCollectTally, formatHealth, formatLook, makeLookLine } from '../collecting/print.ts';
import { loadSources } from '../collecting/sources-file.ts';
import { collectOnce, runCollecting } from '../collecting.ts';
import type { Config } from '../config.ts';
import { type Context, chooseFormat, type Format } from '../context.ts';
import { type Duty, describeAttending } from '../duty.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { gather, goOn } from '../gathering.ts';
import { formatJsonLine } from '../print/terminal.ts';
import { withStore } from '../store.ts';

export interface CollectOptions {
  readonly once?: boolean;
  readonly format?: Format;
}

interface Session {
  readonly config: Config;
  readonly context: Context;
}

/** `tocsin collect`: asks the sources for what is new, once or until Ctrl-C. */
export async function runCollect(options: CollectOptions, session: Session): Promise<ExitCode> {
  const { config, context } = session;
  // Before the store is opened: nothing is made for a list that cannot be used.
  const sources = await loadSources(config);
  return withStore(config, context, {
    readOnly: false,
    run: (store) => collect(options, session, { store, sources }),
  });
}

function collect(
  options: CollectOptions,
  { config, context }: Session,
  { store, sources }: { readonly store: Store; readonly sources: readonly Source[] },
): Promise<ExitCode> {
  const { out } = context;
  const isJson = options.format === 'json';
  return gather({ config, context, store }, async (gathering) => {
    const { duty, queue, reader, signal, log } = gathering;
    const work = {
      ...{ config, context, sources, reader, signal, store: gathering.store },
      onKept: () => duty.attend(),
      onLook: (look: Look) =>
        void out.write(isJson ? formatJsonLine(makeLookLine(look)) : formatLook(look, out)),
    };
    if (options.once !== true) {
      const count = `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}`;
      if (!isJson) log(`Collecting from ${count}. Ctrl-C stops it.`);
      await goOn(gathering, () => runCollecting(work));
      return EXIT.ok;
    }
    const tally = await collectOnce(work);
    await queue?.finish();
    const told = queue?.describe();
    if (told !== undefined) log(told);
    const isAttended = await attendAfter(duty, log);
    await out.write(isJson ? formatJsonLine({ kind: 'tally', ...tally }) : formatCollectTally(tally, out));
    if (tally.isStopped) return EXIT.interrupted;
    const isWhole = isAttended && tally.failing + tally.lost + tally.waiting === 0;
    return isWhole ? EXIT.ok : EXIT.someFailed;
  });
}

/** Once more, though nothing may have come: evidence ages and deadlines pass. Answers whether that could be done. */
async function attendAfter(duty: Duty, log: (line: string) => void): Promise<boolean> {
  try {
    await duty.attend();
    return true;
  } catch (error) {
    log(describeAttending(error));
    return false;
  } finally {
    await duty.finish();
  }
}

/** `tocsin sources`: each source with how it has been answering. */
export async function runSources(
  options: Pick<CollectOptions, 'format'>,
  { config, context }: Session,
): Promise<ExitCode> {
  const sources = await loadSources(config);
  const health = await readHealth(sources, { config, context });
  const isJson = chooseFormat(options.format, context) === 'json';
  await context.out.write(isJson ? health.map(formatJsonLine).join('') : formatHealth(health, context.out));
  return EXIT.ok;
}

/** Before anything was collected there is no store, and every source is new. */
async function readHealth(
  sources: readonly Source[],
  { config, context }: Session,
): Promise<readonly SourceHealth[]> {
  if (!existsSync(join(config.data, DATABASE_FILE))) return listHealth(sources, []);
  return withStore(config, context, {
    readOnly: true,
    run: async (store) => listHealth(sources, await store.listSourceStates()),
  });
}
