import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Collected } from '../collect/collected.ts';
import { makePage } from '../collect/make-page.ts';
import { collectPages } from '../collect/pages.ts';
import type { LoadedProblems } from '../direct/problems/load.ts';
import type { Store } from '../store/store.ts';
import { Alerts } from './alerts.ts';
import type { Config } from './config.ts';
import { LedgerReader } from './ledger-reader.ts';
import type { Picture } from './picture.ts';
import { type PageReader, type Progress, runPipeline, type Tally } from './pipeline.ts';
import { ProblemFiles } from './problems.ts';
import { replayDays } from './replay.ts';
import { UsageError } from './usage.ts';
import { readProgramName } from './version.ts';
import { Watch } from './watch.ts';

/** The case that comes with the program: `examples/baghdad`. */
export const EXAMPLE = 'baghdad';

/** Setting that names the example case in a store, the one that says that all of it is there, and the end of its last day. */
export const EXAMPLE_SETTING = 'example';
export const LOADED_SETTING = 'example.loaded';
export const LAST_SETTING = 'example.asOf';

/**
 * The problems that its pages were chosen for. Of other questions they tell nothing, not even by silence: a forecast made of them
 * would be settled by what nobody looked for.
 */
const ABOUT: ReadonlySet<string> = new Set(['us-sites-iraq']);

const FOLDER = new URL(`../../examples/${EXAMPLE}/`, import.meta.url);

/** `manifest.json`: the pages in the order in which they were seen. */
const MANIFEST = z.array(
  z.object({ file: z.string().regex(/^[\w./-]+$/), url: z.url(), seen: z.iso.datetime() }),
);

export type ManifestEntry = z.infer<typeof MANIFEST>[number];

/** What the example consists of. */
export async function readManifest(): Promise<readonly ManifestEntry[]> {
  const text = await readFile(new URL('manifest.json', FOLDER), 'utf8');
  return MANIFEST.parse(JSON.parse(text));
}

/** The pages of the example, each with the address at which and the time when it was seen. */
export async function* collectExample(entries: readonly ManifestEntry[]): AsyncGenerator<Collected> {
  for (const { file, url, seen } of entries) {
    for await (const found of collectPages([fileURLToPath(new URL(file, FOLDER))], { now: () => seen })) {
      if (found.kind === 'page') yield { kind: 'page', page: makePage(found.page.content, { seen, url }) };
      else yield found;
    }
  }
}

/**
 * Loads the example as it would have come in: each page is known since it was seen, and the warning problems are looked at at
 * every page and at the end of every day between. Their forecasts say that they were made in a replay; no alert is sent.
 */
export async function loadExample(
  entries: readonly ManifestEntry[],
  options: {
    readonly store: Store;
    readonly reader: PageReader;
    readonly picture: Picture;
    /** Shared with whoever reads the ledger too; one of its own unless given. */
    readonly ledger?: LedgerReader;
    readonly config: Config;
    readonly now: () => string;
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: Progress) => void;
  },
): Promise<Tally> {
  const { store, reader, picture, config, signal, onProgress } = options;
  const alerts = new Alerts({ store, config, now: options.now, log: () => undefined });
  const files = new ProblemFiles(config);
  let loaded: Promise<LoadedProblems> | undefined;
  const read = async () => chooseProblems(await files.read(), files);
  const problems = {
    read: () => {
      loaded ??= read();
      return loaded;
    },
  };
  const ledger = options.ledger ?? new LedgerReader(store);
  const watch = new Watch({ store, picture, problems, ledger, alerts, isReplay: true });
  async function* takePages(): AsyncGenerator<Collected> {
    for await (const found of collectExample(entries)) {
      // With each page, and not at every midnight between two.
      loaded = undefined;
      yield found;
    }
  }
  const last = entries.at(-1)?.seen ?? options.now();
  await store.setSetting(LAST_SETTING, `${last.slice(0, 10)}T23:59:59.999Z`);
  const tally = await runPipeline(replayDays(takePages(), { picture, watch }), {
    store,
    reader,
    engine: readProgramName(),
    isReplay: true,
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  // A page that could not be read, by a fault of the program perhaps, is tried again at the next start.
  if (!tally.isStopped && tally.failures.length === 0)
    await store.setSetting(LOADED_SETTING, new Date(options.now()).toISOString());
  return tally;
}

/** Of the library those that the example is about; all of a desk's own. */
function chooseProblems(loaded: LoadedProblems, { hasOwn }: ProblemFiles): LoadedProblems {
  return hasOwn ? loaded : { ...loaded, problems: loaded.problems.filter(({ id }) => ABOUT.has(id)) };
}

/**
 * Whether the example is still to be loaded into a store, wholly or in part.
 *
 * @throws UsageError where the store holds documents of its owner's: an example must never be mixed with real reporting.
 */
export async function needsExample(store: Store): Promise<boolean> {
  const [example, loaded, counts] = await Promise.all([
    store.getSetting(EXAMPLE_SETTING),
    store.getSetting(LOADED_SETTING),
    store.count(),
  ]);
  if (example === EXAMPLE) return loaded === undefined;
  if (counts.documents === 0) return true;
  throw new UsageError(
    `the data folder holds ${counts.documents} documents that are not the example`,
    'Give the example a folder of its own: --data FOLDER.',
  );
}
