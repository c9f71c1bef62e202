import { existsSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { LedgerAnchor } from '../../analyse/ledger/verify/anchors.ts';
import { RangeJoiner } from '../../analyse/ledger/verify/range.ts';
import type { LedgerCheck } from '../../analyse/ledger/verify/verify.ts';
import type { LedgerResult, LedgerTask } from './ledger-tasks.ts';
import { ThreadPool } from './pool.ts';

const LINE_END = 0x0a;
/** Bytes of a range: some ten thousand entries. */
const RANGE = 1 << 24;
/** Bytes that are looked through for the end of a line. */
const LONGEST = 1 << 20;
/** Bytes below which threads take longer to start than the work takes. */
const LEAST = 1 << 25;
const MOST_THREADS = 16;

export interface RangesOptions {
  readonly file: string;
  readonly handle: Pick<FileHandle, 'read'>;
  readonly size: number;
  readonly anchors: readonly LedgerAnchor[];
  readonly pool: Pick<ThreadPool<LedgerTask, LedgerResult>, 'run'>;
  /** Ranges that are worked on or wait to be put together at once: memory has an end. */
  readonly atOnce: number;
  /** Bytes of a range. */
  readonly range?: number;
}

/** The check of a large file by all processors; undefined where it is small, there are no threads, or anything is not certainly right. */
export async function verifyInThreads(
  file: string,
  given: Pick<RangesOptions, 'handle' | 'size' | 'anchors'>,
): Promise<LedgerCheck | undefined> {
  const worker = new URL('./ledger-worker.js', import.meta.url);
  const threads = Math.min(MOST_THREADS, availableParallelism());
  if (given.size < LEAST || threads < 2 || !existsSync(worker)) return undefined;
  const pool = new ThreadPool<LedgerTask, LedgerResult>({ file: worker, threads, waiting: threads * 2 });
  try {
    return await verifyRanges({ ...given, file, pool, atOnce: threads * 2 });
  } catch {
    // A thread that failed: the careful check reads the file again, and tells what is wrong with it.
    return undefined;
  } finally {
    await pool.close();
  }
}

/** Checks a file range by range; undefined where anything is not certainly right. */
export async function verifyRanges(options: RangesOptions): Promise<LedgerCheck | undefined> {
  const { file, anchors, pool, atOnce } = options;
  const wanted = anchors.flatMap(({ number }) => (number === undefined ? [] : [number]));
  const joiner = new RangeJoiner(anchors);
  const waiting: Promise<LedgerResult>[] = [];
  const join = async (): Promise<boolean> => {
    const { summary } = await waiting.shift()!;
    return summary !== undefined && joiner.add(summary);
  };
  try {
    let from = 0;
    while (from < options.size) {
      const to = await findRangeEnd(from, options);
      if (to === undefined) return undefined;
      waiting.push(pool.run({ file, from, to, wanted }, file));
      from = to;
      if (waiting.length >= atOnce && !(await join())) return undefined;
    }
    while (waiting.length > 0) if (!(await join())) return undefined;
    return joiner.finish();
  } finally {
    for (const each of waiting) each.catch(() => undefined);
  }
}

/** Where the line ends that a range of the usual length would cut; undefined where that is farther than any line reaches. */
async function findRangeEnd(
  from: number,
  { handle, size, range = RANGE }: RangesOptions,
): Promise<number | undefined> {
  if (from + range >= size) return size;
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(LONGEST), 0, LONGEST, from + range - 1);
  const end = buffer.subarray(0, bytesRead).indexOf(LINE_END);
  return end < 0 ? undefined : from + range + end;
}
