import type { Reading } from './reading.ts';

/** What one page is handed in with, where the sender knows more than the page says. */
export interface ReadRequest {
  readonly content: Uint8Array;
  readonly contentType?: string;
  readonly url?: string;
  readonly file?: string;
  /** ISO 8601 date that the sender vouches for. */
  readonly published?: string;
  readonly outlet?: string;
}

/** What `disseminate` may ask of the engine; `run` provides it. */
export interface Engine {
  /** Program and version: `tocsin 0.1.0`. */
  readonly name: string;
  /** Reads one page without keeping it. Throws `PageError` where the bytes are no readable page. */
  read(request: ReadRequest): Promise<readonly Reading[]>;
}
