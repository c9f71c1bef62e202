import { StoreError } from '../../model/errors.ts';
import type { EnginePort } from './port.ts';

export interface SessionOptions {
  readonly folder: string;
  readonly readOnly: boolean;
  /** The clock: gives an ISO 8601 instant. */
  readonly now: () => string;
}

/** An open store as its methods see it: the way to its engine, its clock, and whether it may still be used. */
export class Session {
  readonly folder: string;
  readonly readOnly: boolean;
  readonly now: () => string;
  readonly #port: EnginePort;
  #closed = false;

  constructor(port: EnginePort, { folder, readOnly, now }: SessionOptions) {
    this.#port = port;
    this.folder = folder;
    this.readOnly = readOnly;
    this.now = now;
  }

  /** Asks the engine. */
  call: EnginePort['call'] = async (method, ...args) => {
    this.checkOpen();
    return this.#port.call(method, ...args);
  };

  /** Has the engine write something. */
  write: EnginePort['call'] = async (method, ...args) => {
    this.checkWritable();
    return this.#port.call(method, ...args);
  };

  checkOpen(): void {
    if (!this.#closed) return;
    throw new StoreError(this.folder, 'the store has been closed', 'Open it again.');
  }

  checkWritable(): void {
    this.checkOpen();
    if (!this.readOnly) return;
    throw new StoreError(this.folder, 'the store was opened for reading only', 'Open it for writing.');
  }

  async close(): Promise<void> {
    this.checkOpen();
    this.#closed = true;
    try {
      await this.#port.call('close');
    } finally {
      await this.#port.stop();
    }
  }
}
