import type { Collected } from '../collect/collected.ts';
import { decodePage } from '../collect/decode.ts';
import type { Document } from '../model/document.ts';
import { PageError } from '../model/errors.ts';
import type { DecodedPage, Page } from '../model/page.ts';
import type { Reading } from '../model/reading.ts';
import type { Given } from '../process/read.ts';
import type { PutOutcome, Store, StoreEntry } from '../store/store.ts';
import { type PassedOverByReason, PassedOverCount } from './passed-over.ts';

/** What a person told of the pages beside giving them. */
export type GivenByPerson = Pick<Given, 'outlet' | 'published' | 'url'>;

/** Reads pages, here or in a thread of its own. */
export interface PageReader {
  read(page: DecodedPage, given?: Given): Reading | Promise<Reading>;
}

/** What came of everything that was offered. The four counts of pages, failures and skipped add up to what was found. */
export interface Tally {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** How many of those unchanged were read again: by a newer engine, or since a person says more of them. */
  readonly reread: number;
  readonly failures: readonly PageError[];
  readonly skipped: PassedOverByReason;
  /** True where it was asked to stop and did. */
  readonly isStopped: boolean;
}

/** One step forward, for a progress bar. */
export interface Progress {
  readonly done: number;
  readonly current: string;
}

export interface PipelineOptions {
  readonly reader: PageReader;
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
  /** Called after each batch that was kept. */
  readonly onKept?: () => Promise<void>;
  /** True in a replay: pages come to be known when they were seen, not now. Batches are then of one page. */
  readonly isReplay?: boolean;
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
  readonly #skipped = new PassedOverCount();
  readonly #counts = { added: 0, changed: 0, unchanged: 0, reread: 0 };
  #batch: StoreEntry[] = [];
  #bytes = 0;
  #done = 0;

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  async take(found: Collected): Promise<void> {
    if (found.kind === 'skipped') {
      this.#skipped.add(found);
      return;
    }
    if (found.kind === 'failure') this.#failures.push(found.failure);
    else await this.#takePage(found.page);
    this.#done += 1;
    const current = found.kind === 'page' ? (found.page.file ?? found.page.url ?? '') : found.failure.source;
    this.#options.onProgress?.({ done: this.#done, current });
  }

  async #takePage(offered: Page): Promise<void> {
    const { store, given = {} } = this.#options;
    const page = given.url === undefined ? offered : { ...offered, url: given.url };
    const known = await store.findByBytes(page.hash);
    if (known !== undefined && isSaid(known, given) && (await this.#isReadByThisEngine(known))) {
      await this.#recordSighting(page, known);
      return;
    }
    const reading = await this.#read(page, { ...recallGiven(known), ...given });
    if (reading === undefined) return;
    this.#batch.push({ page, reading, ...(given.url === undefined ? {} : { isUrlGiven: true }) });
    this.#bytes += page.content.byteLength;
    const { isReplay = false, batchSize = isReplay ? 1 : 50, batchBytes = 16_000_000 } = this.#options;
    if (this.#batch.length >= batchSize || this.#bytes >= batchBytes) await this.flush();
  }

  async #isReadByThisEngine({ id }: Document): Promise<boolean> {
    return (await this.#options.store.getReading(id))?.engine === this.#options.engine;
  }

  /** The same bytes read by the same program give the same reading: only that they were seen again is new. */
  async #recordSighting(page: Page, document: Document): Promise<void> {
    const sighting = {
      bytes: page.hash,
      document: document.id,
      seen: page.seen,
      ...(page.url === undefined ? {} : { url: page.url }),
      ...(page.file === undefined ? {} : { file: page.file }),
    };
    await this.#options.store.recordSighting(
      sighting,
      this.#options.isReplay === true ? page.seen : undefined,
    );
    this.#counts.unchanged += 1;
    this.#options.onOutcome?.({ status: 'unchanged', document }, page);
  }

  async #read(page: Page, given: GivenByPerson): Promise<Reading | undefined> {
    try {
      return await this.#options.reader.read(decodePage(page), given);
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
    const { store, isReplay = false, onKept } = this.#options;
    const outcomes = await store.put(batch, isReplay ? batch.at(-1)!.page.seen : undefined);
    outcomes.forEach((outcome, index) => {
      this.#counts[outcome.status] += 1;
      if (outcome.status === 'unchanged' && outcome.reread === true) this.#counts.reread += 1;
      this.#options.onOutcome?.(outcome, batch[index]!.page);
    });
    await onKept?.();
  }

  tally(isStopped: boolean): Tally {
    return { ...this.#counts, failures: this.#failures, skipped: this.#skipped.byReason, isStopped };
  }
}

/** Evidence of what a person vouched for. */
const GIVEN = 'given';

/** Whether all that a person says of a document is what is kept of it. */
function isSaid(document: Document, { outlet, published, url }: GivenByPerson): boolean {
  return (
    (url === undefined || url === document.url) &&
    (outlet === undefined || (outlet === document.outlet && document.outletEvidence === GIVEN)) &&
    (published === undefined || (published === document.published && document.publishedEvidence === GIVEN))
  );
}

/** What a person said of a document before: it holds when it is read again for another reason. */
function recallGiven(document: Document | undefined): GivenByPerson {
  const { outlet, outletEvidence, published, publishedEvidence, url } = document ?? {};
  return {
    ...(outlet !== undefined && outletEvidence === GIVEN ? { outlet } : {}),
    ...(published !== undefined && publishedEvidence === GIVEN ? { published } : {}),
    ...(url === undefined ? {} : { url }),
  };
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
