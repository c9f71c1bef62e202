import type { CollectLimits } from '../../collect/limits.ts';
import type { ReadRequest } from '../../model/engine.ts';
import type { DecodedPage } from '../../model/page.ts';
import type { Given } from '../../process/read.ts';

/** What a reading thread is started with. */
export interface ReaderThreadOptions {
  /** Program and version. */
  readonly name: string;
  readonly limits: CollectLimits;
}

/** What a reading thread does: bytes as they were sent, or a page that was decoded. */
export type ReaderTask =
  | { readonly kind: 'request'; readonly request: ReadRequest; readonly seen: string }
  | { readonly kind: 'page'; readonly page: DecodedPage; readonly given: Given };
