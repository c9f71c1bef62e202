/* The list that a document was opened from stands in the address of the reader: `documents?outlet=CNN`, `incident/i12`. So it
   survives a reload, and goes along when the address is passed on. */

export type QueueTerms = Readonly<Record<string, string | undefined>>;

/** A list by its own question. */
export type QueueList =
  | { readonly kind: 'documents' | 'search'; readonly terms: QueueTerms }
  | { readonly kind: 'incident'; readonly id: string };

/**
 * The list as an address carries it.
 *
 * @example
 * formatList({ kind: 'documents', terms: { outlet: 'CNN' } }); // 'documents?outlet=CNN'
 */
export function formatList(list: QueueList): string {
  if (list.kind === 'incident') return `incident/${encodeURIComponent(list.id)}`;
  const terms = new URLSearchParams(
    Object.entries(list.terms).flatMap(([name, value]) =>
      value === undefined || value === '' ? [] : [[name, value] as [string, string]],
    ),
  );
  terms.sort();
  return terms.size === 0 ? list.kind : `${list.kind}?${terms}`;
}

/** The list that an address names; nothing where it cannot be understood. */
export function parseList(value: string | undefined): QueueList | undefined {
  const [, kind, query = ''] = /^(documents|search)(?:\?(.*))?$/s.exec(value ?? '') ?? [];
  if (kind === 'documents' || kind === 'search')
    return { kind, terms: Object.fromEntries(new URLSearchParams(query)) };
  const [, id] = /^incident\/([^/?]{1,200})$/.exec(value ?? '') ?? [];
  if (id === undefined) return undefined;
  try {
    return { kind: 'incident', id: decodeURIComponent(id) };
  } catch {
    // An address is typed and cut short: half an escape means nothing.
    return undefined;
  }
}
