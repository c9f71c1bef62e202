import { Worker } from 'node:worker_threads';
import { StoreError } from '../../model/errors.ts';
import type { StoreEngine } from './engine.ts';
import type { AnswerMessage, CallMessage, EngineMethod, EngineOptions } from './messages.ts';

type Arguments<Method extends EngineMethod> = Parameters<StoreEngine[Method]>;
type Answer<Method extends EngineMethod> = ReturnType<StoreEngine[Method]>;

/** Calls an engine, wherever it runs. */
export interface EnginePort {
  call<Method extends EngineMethod>(method: Method, ...args: Arguments<Method>): Promise<Answer<Method>>;
  /** Ends the engine's thread; calls still under way fail. */
  stop(): Promise<void>;
}

/**
 * Opens an engine in a thread of its own. Where the program runs from its TypeScript sources, as in tests, a
 * thread could not load them: there the same engine runs in this thread.
 */
export async function openPort(options: EngineOptions): Promise<EnginePort> {
  if (import.meta.url.endsWith('.ts')) return makeLocalPort(options);
  const port = new WorkerPort(new URL('./worker.js', import.meta.url), options);
  await port.opened;
  return port;
}

async function makeLocalPort(options: EngineOptions): Promise<EnginePort> {
  // Loaded only here: with a thread, this one needs no database.
  const { StoreEngine } = await import('./engine.ts');
  const engine = new StoreEngine(options);
  return {
    call: async <Method extends EngineMethod>(method: Method, ...args: Arguments<Method>) => {
      const run = engine[method] as (...args: Arguments<Method>) => Answer<Method>;
      return run.apply(engine, args);
    },
    stop: async () => {},
  };
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

class WorkerPort implements EnginePort {
  readonly opened: Promise<void>;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #folder: string;
  #calls = 0;
  #ended = false;

  constructor(file: URL, options: EngineOptions) {
    this.#folder = options.folder;
    // Without the flags that this program was started with: some are not allowed in a thread.
    this.#worker = new Worker(file, { workerData: options, execArgv: [] });
    this.#worker.on('message', (message: AnswerMessage) => this.#settle(message));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end());
    this.opened = this.#wait<void>(this.#calls++);
  }

  call<Method extends EngineMethod>(method: Method, ...args: Arguments<Method>): Promise<Answer<Method>> {
    if (this.#ended) return Promise.reject(this.#makeEnded());
    const call = this.#calls++;
    const answer = this.#wait<Answer<Method>>(call);
    this.#worker.postMessage({ call, method, args } satisfies CallMessage);
    return answer;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  /** The thread keeps the program alive while an answer is awaited, and only then. */
  #wait<Value>(call: number): Promise<Value> {
    this.#worker.ref();
    return new Promise<Value>((resolve, reject) => this.#waiting.set(call, { resolve, reject }));
  }

  #settle(message: AnswerMessage): void {
    const waiting = this.#waiting.get(message.call);
    this.#waiting.delete(message.call);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('failure' in message) {
      const { source, problem, remedy } = message.failure;
      waiting?.reject(new StoreError(source, problem, remedy));
    } else {
      waiting?.resolve(message.value as never);
    }
  }

  #end(cause?: Error): void {
    this.#ended = true;
    for (const { reject } of this.#waiting.values()) reject(this.#makeEnded(cause));
    this.#waiting.clear();
  }

  #makeEnded(cause?: Error): StoreError {
    return new StoreError(
      this.#folder,
      `the thread of the store has ended${cause ? `: ${cause.message.slice(0, 300)}` : ''}`,
      'Open the store again; nothing that was confirmed is lost.',
      { cause },
    );
  }
}
