import type { Page } from '../model/page.ts';

/** What is known of bytes beside the bytes. */
export interface Origin {
  /** Name in messages and in `page.file`: `week.zip/report-3.html`. */
  readonly shown: string;
  /** ISO 8601 instant at which they were seen. */
  readonly seen: string;
  readonly url?: string;
  /** False for bytes fetched from an address, whose pages carry that instead of a file name. */
  readonly hasFile: boolean;
  /** True for what was met in a folder or archive and that nobody asked for by its name. */
  readonly isMet?: boolean;
  readonly headers?: Page['headers'];
}
