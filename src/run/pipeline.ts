import type { Collected } from '../collect/collected.ts';
import { decodePage } from '../collect/decode.ts';
import { PageError } from '../model/errors.ts';
import type { Page } from '../model/page.ts';
import type { Reading } from '../model/reading.ts';
import type { Given, Reader } from '../process/read.ts';
import type { PutOutcome, Store, StoreEntry } from '../store/store.ts';

/** What a person told of the pages beside giving them. */
export type GivenByPerson = Pick<Given, 'outlet' | 'published' | 'url'>;

/** What came of everything that was offered. The four counts of pages, failures and skipped add up to what was found. */
export interface Tally {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failures: readonly PageError[];
  readonly skipped: ReadonlyMap<string, number>;
  /** True where it was asked to stop and did. */
  readonly isStopped: boolean;
}

/** One step forward, for a progress bar. */
export interface Progress {
  readonly done: number;
  readonly current: string;
}

export interface PipelineOptions {
  readonly reader: Reader;
  readonly store: Store;
  /** Program and version of the reader: pages read by another are read again. */
  readonly engine: string;
  readonly given?: GivenByPerson;
  /** Pages kept at once: all of them or none. */
  readonly batchSize?: number;
  readonly batchBytes?: number;
  /** Asks to stop: the page at hand is finished, its batch kept, and nothing more is begun. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
  readonly onOutcome?: (outcome: PutOutcome, page: Page) => void;
}

/**
 * Takes pages as they are collected, reads each and keeps them batch by batch. At most one batch is in memory, whatever the
 * number of pages. A page that cannot be read is counted and told, and the next one goes on.
 *
 * @example
 * const tally = await runPipeline(collectPages(['news/'], { now }), { reader, store, engine: 'tocsin 0.1.0' });
 */
export async function runPipeline(found: AsyncIterable<Collected>, options: PipelineOptions): Promise<Tally> {
  const run = new PipelineRun(options);
  for await (const each of found) {
    await run.take(each);
    // Reading is synchronous: without a breath of the event loop no signal and no request would ever be seen.
    await new Promise(setImmediate);
    if (options.signal?.aborted === true) break;
  }
  await run.flush();
  return run.tally(options.signal?.aborted === true);
}

/** The running state of one call of `runPipeline`. */
class PipelineRun {
  readonly #options: PipelineOptions;
  readonly #failures: PageError[] = [];
  readonly #skipped = new Map<string, number>();
  readonly #counts = { added: 0, changed: 0, unchanged: 0 };
  #batch: StoreEntry[] = [];
  #bytes = 0;
  #done = 0;

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  async take(found: Collected): Promise<void> {
    if (found.kind === 'skipped') {
      this.#skipped.set(found.why, (this.#skipped.get(found.why) ?? 0) + 1);
      return;
    }
    if (found.kind === 'failure') this.#failures.push(found.failure);
    else await this.#takePage(found.page);
    this.#done += 1;
    const current = found.kind === 'page' ? (found.page.file ?? found.page.url ?? '') : found.failure.source;
    this.#options.onProgress?.({ done: this.#done, current });
  }

  async #takePage(page: Page): Promise<void> {
    if (await this.#isKnown(page)) return;
    const reading = this.#read(page);
    if (reading === undefined) return;
    this.#batch.push({ page, reading });
    this.#bytes += page.content.byteLength;
    const { batchSize = 50, batchBytes = 16_000_000 } = this.#options;
    if (this.#batch.length >= batchSize || this.#bytes >= batchBytes) await this.flush();
  }

  /** The same bytes read by the same program give the same reading, unless a person says something new of them. */
  async #isKnown(page: Page): Promise<boolean> {
    const { store, engine, given = {}, onOutcome } = this.#options;
    if (Object.keys(given).length > 0) return false;
    const document = await store.findByBytes(page.hash);
    if (document === undefined) return false;
    if ((await store.getReading(document.id))?.engine !== engine) return false;
    await store.recordSighting({
      bytes: page.hash,
      document: document.id,
      seen: page.seen,
      ...(page.url === undefined ? {} : { url: page.url }),
      ...(page.file === undefined ? {} : { file: page.file }),
    });
    this.#counts.unchanged += 1;
    onOutcome?.({ status: 'unchanged', document }, page);
    return true;
  }

  #read(page: Page): Reading | undefined {
    const { reader, given } = this.#options;
    try {
      return reader.read(decodePage(page), given);
    } catch (error) {
      this.#failures.push(makeReadFailure(error, page));
      return undefined;
    }
  }

  async flush(): Promise<void> {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#bytes = 0;
    const outcomes = await this.#options.store.put(batch);
    outcomes.forEach((outcome, index) => {
      this.#counts[outcome.status] += 1;
      this.#options.onOutcome?.(outcome, batch[index]!.page);
    });
  }

  tally(isStopped: boolean): Tally {
    return { ...this.#counts, failures: this.#failures, skipped: this.#skipped, isStopped };
  }
}

/** A page that breaks the reader must not end a batch; it is told as what it is, a fault of the program. */
export function makeReadFailure(error: unknown, page: Page): PageError {
  if (error instanceof PageError) return error;
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new PageError(
    page.file ?? page.url ?? page.hash,
    `could not be read because of a fault in this program (${reason.slice(0, 200)})`,
    'Please report it with the page.',
  );
}
