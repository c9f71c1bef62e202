import type { CollectLimits } from '../../collect/limits.ts';
import type { Engine } from '../../model/engine.ts';
import type { Reading } from '../../model/reading.ts';
import type { PageReader } from '../pipeline.ts';
import { ThreadPool } from './pool.ts';
import type { ReaderTask, ReaderThreadOptions } from './tasks.ts';

/** An engine and a reader whose work is done in threads, so that whoever asks stays able to answer others. */
export interface ThreadedEngine {
  readonly engine: Engine;
  readonly reader: PageReader;
  close(): Promise<void>;
}

export interface ThreadedEngineOptions {
  readonly name: string;
  readonly now: () => string;
  readonly limits: CollectLimits;
  /** Pages read at once; 2 unless given. */
  readonly threads?: number;
  /** Milliseconds that one page may take; 30 seconds unless given. */
  readonly limit?: number;
}

/** How `read` and `add` go through their pages: one after the other, each with the time that a very long text takes. */
export const ONE_BY_ONE = { threads: 1, limit: 180_000 } as const;

/**
 * Makes the engine of `serve`. Two pages are read at once, others wait; a page that takes longer than 30 seconds is given up
 * with a PageError. Word lists and models are loaded in a thread, when a page is first read.
 */
export function makeThreadedEngine(options: ThreadedEngineOptions): ThreadedEngine {
  const { name, now } = options;
  const pool = import.meta.url.endsWith('.ts') ? makeLocalPool(options) : makePool(options);
  return {
    engine: {
      name,
      read: (request) =>
        pool.run({ kind: 'request', request, seen: now() }, request.file ?? request.url ?? 'the page given'),
    },
    reader: {
      read: async (page, given = {}) => {
        const [reading] = await pool.run({ kind: 'page', page, given }, page.file ?? page.url ?? page.bytes);
        if (reading === undefined) throw new Error('a page gave no reading');
        return reading;
      },
    },
    close: () => pool.close(),
  };
}

type ReaderPool = Pick<ThreadPool<ReaderTask, readonly Reading[]>, 'run' | 'close'>;

function makePool({ name, now: _, limits, ...pace }: ThreadedEngineOptions): ReaderPool {
  return new ThreadPool({
    file: new URL('./reader.js', import.meta.url),
    workerData: { name, limits } satisfies ReaderThreadOptions,
    ...pace,
  });
}

/** Where the program runs from its TypeScript sources, as in tests, a thread could not load them. */
function makeLocalPool({ name, limits }: ThreadedEngineOptions): ReaderPool {
  const loading = import('./reading.ts').then(({ makeReadingWork }) => makeReadingWork({ name, limits }));
  return { run: async (task) => (await loading)(task), close: async () => {} };
}
