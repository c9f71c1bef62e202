import type { ReaderSearch } from '../../routes/search.ts';

/** A document of a list, and where in it the list leads. */
export interface QueueItem {
  /** First digits of its id. */
  readonly document: string;
  readonly search: ReaderSearch;
}

/** Each document once, where it stands first: several claims of one document are read together. */
export function takeEachOnce(items: readonly QueueItem[]): readonly QueueItem[] {
  const seen = new Set<string>();
  return items.filter(({ document }) => {
    if (seen.has(document)) return false;
    seen.add(document);
    return true;
  });
}
