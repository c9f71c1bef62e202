import { Worker } from 'node:worker_threads';
import { PageError } from '../../model/errors.ts';

/** To a thread: one task at a time. */
export interface TaskMessage<Task> {
  readonly task: Task;
}

/** From a thread: what came of its task. A PageError comes in parts, since errors of own classes do not survive the way. */
export type TaskAnswer<Result> =
  | { readonly result: Result }
  | { readonly failure: { readonly source: string; readonly problem: string; readonly remedy: string } }
  | { readonly fault: string };

export interface PoolOptions {
  /** What the threads run: it answers each `TaskMessage` with a `TaskAnswer`. */
  readonly file: URL;
  readonly workerData?: unknown;
  /** Tasks that are worked on at once; others wait their turn. */
  readonly threads?: number;
  /** Tasks that may wait; one more is refused. */
  readonly waiting?: number;
  /** Milliseconds that one task may take, its waiting not counted. */
  readonly limit?: number;
  /** Megabytes of memory that one thread may use. */
  readonly memory?: number;
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly source: string;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Threads for work that may take long or never end: reading what strangers send. The thread of a task that takes too long
 * or needs too much memory is ended, and the next task gets a new one. Threads are started when they are first needed.
 *
 * @example
 * const pool = new ThreadPool<Task, Reading>({ file: new URL('./reader.js', import.meta.url) });
 * const reading = await pool.run(task, 'report.html'); // rejects with PageError
 */
export class ThreadPool<Task, Result> {
  readonly #options: Required<Omit<PoolOptions, 'workerData'>> & Pick<PoolOptions, 'workerData'>;
  readonly #queue: Waiting<Task, Result>[] = [];
  readonly #idle: Worker[] = [];
  readonly #busy = new Set<Worker>();
  #isClosed = false;

  constructor({ threads = 2, waiting = 50, limit = 30_000, memory = 1024, ...options }: PoolOptions) {
    this.#options = { ...options, threads, waiting, limit, memory };
  }

  /** @param source What the task is about, for its error. */
  run(task: Task, source: string): Promise<Result> {
    if (this.#isClosed) return Promise.reject(makeStopped(source));
    if (this.#queue.length >= this.#options.waiting) {
      const problem = `is not read now, since ${this.#queue.length} others are waiting`;
      return Promise.reject(new PageError(source, problem, 'Send it again a little later.'));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, source, resolve, reject });
      this.#next();
    });
  }

  /** Ends all threads; what was not finished fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject, source } of this.#queue.splice(0)) reject(makeStopped(source));
    await Promise.all([...this.#idle, ...this.#busy].map((worker) => worker.terminate()));
  }

  #next(): void {
    if (this.#isClosed || this.#busy.size >= this.#options.threads) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return;
    const worker = this.#idle.pop() ?? this.#start();
    this.#busy.add(worker);
    this.#work(worker, waiting);
  }

  #start(): Worker {
    const { file, workerData, memory } = this.#options;
    // Without the flags that this program was started with: some are not allowed in a thread.
    return new Worker(file, { workerData, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memory } });
  }

  #work(worker: Worker, { task, source, resolve, reject }: Waiting<Task, Result>): void {
    const { limit } = this.#options;
    const timer = setTimeout(() => {
      // Before the thread ends, since its end would be taken for the reason.
      fail(makeTooLong(source, limit));
      void worker.terminate();
    }, limit);
    const release = (): void => {
      clearTimeout(timer);
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      // A thread that is being ended may still tell of an error, and an error that nobody listens to ends the program.
      worker.on('error', () => undefined);
      this.#busy.delete(worker);
    };
    const fail = (error: Error): void => {
      release();
      reject(error);
      this.#next();
    };
    worker.on('message', (answer: TaskAnswer<Result>) => {
      release();
      worker.unref();
      this.#idle.push(worker);
      if ('result' in answer) resolve(answer.result);
      else reject(makeError(answer));
      this.#next();
    });
    worker.on('error', (error) => fail(isOutOfMemory(error) ? makeTooMuch(source) : error));
    worker.on('exit', () => fail(makeStopped(source)));
    worker.ref();
    worker.postMessage({ task } satisfies TaskMessage<Task>);
  }
}

function makeError(answer: Exclude<TaskAnswer<unknown>, { result: unknown }>): Error {
  if ('fault' in answer) return new Error(answer.fault);
  const { source, problem, remedy } = answer.failure;
  return new PageError(source, problem, remedy);
}

function isOutOfMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

const SHORTER = 'Give the article alone, without the rest of the page.';

function makeTooLong(source: string, limit: number): PageError {
  return new PageError(
    source,
    `takes more than ${limit / 1000} seconds to read; reading stopped there`,
    SHORTER,
  );
}

function makeTooMuch(source: string): PageError {
  return new PageError(source, 'takes more memory to read than one page may; reading stopped there', SHORTER);
}

function makeStopped(source: string): PageError {
  return new PageError(source, 'was not read, since the program is stopping', 'Start it and try again.');
}
