import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Reading } from '../../../model/reading.ts';
import { getJson, type Parameters, post } from './client.ts';
import { PICTURE } from './picture.ts';
import type { DocumentDetail, DocumentList, Facets, SearchHit, SightingList, Status } from './wire.ts';

export interface ListFilter {
  readonly q?: string | undefined;
  readonly outlet?: string | undefined;
  readonly language?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly eventType?: string | undefined;
  readonly realis?: string | undefined;
  readonly stance?: string | undefined;
  readonly country?: string | undefined;
  readonly asOf?: string | undefined;
  readonly order?: 'published' | 'seen' | undefined;
}

const ROWS_A_PAGE = 50;

/** Documents, or where words are asked for the hits of a search, page after page. */
export function useRows(filter: ListFilter) {
  const { q, order, ...rest } = filter;
  const path = q === undefined ? '/documents' : '/search';
  const own = q === undefined ? { order } : { q };
  const parameters: Parameters = { ...rest, ...own, versions: 'latest', limit: ROWS_A_PAGE };
  return useInfiniteQuery({
    queryKey: ['rows', path, parameters],
    queryFn: ({ pageParam, signal }) =>
      getJson<DocumentList | { readonly rows: readonly SearchHit[]; readonly cursor?: string }>(
        path,
        { ...parameters, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

export function useFacets(asOf: string | undefined) {
  return useQuery({
    queryKey: ['facets', asOf],
    queryFn: ({ signal }) => getJson<Facets>('/facets', { asOf, versions: 'latest' }, signal),
  });
}

export function useReading(id: string, asOf: string | undefined, enabled = true) {
  return useQuery({
    queryKey: ['reading', id, asOf],
    enabled,
    queryFn: ({ signal }) =>
      getJson<Reading>(`/documents/${encodeURIComponent(id)}/reading`, { asOf }, signal),
  });
}

export function useDetail(id: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['detail', id, asOf],
    queryFn: ({ signal }) =>
      getJson<DocumentDetail>(`/documents/${encodeURIComponent(id)}`, { asOf }, signal),
  });
}

export function useSightings(id: string, asOf: string | undefined) {
  return useQuery({
    queryKey: ['sightings', id, asOf],
    queryFn: ({ signal }) =>
      getJson<SightingList>(`/documents/${encodeURIComponent(id)}/sightings`, { asOf }, signal),
  });
}

/** Milliseconds between two looks at the server: often while it is still empty, since then it may be filling. */
const LOOK = { starting: 1_000, empty: 2_000, kept: 15_000 };

function chooseLook(status: Status | undefined): number {
  if (status?.starting !== undefined) return LOOK.starting;
  return status?.counts.documents === 0 ? LOOK.empty : LOOK.kept;
}

/** Version and counts. When there are more documents than before, the lists are fetched again. */
export function useStatus(asOf: string | undefined) {
  const client = useQueryClient();
  const status = useQuery({
    queryKey: ['status', asOf],
    queryFn: ({ signal }) => getJson<Status>('/status', { asOf }, signal),
    refetchInterval: ({ state }) => chooseLook(state.data),
  });
  const documents = status.data?.counts.documents;
  const [known, setKnown] = useState({ asOf, documents });
  useEffect(() => {
    if (known.asOf === asOf && known.documents === documents) return;
    setKnown({ asOf, documents });
    // Another instant has another count: nothing has come in.
    if (known.asOf !== asOf || known.documents === undefined) return;
    for (const name of ['rows', 'facets', 'saved searches', PICTURE])
      void client.invalidateQueries({ queryKey: [name] });
  }, [client, known, asOf, documents]);
  const isStarting = status.data?.starting !== undefined;
  const [wasStarting, setWasStarting] = useState(false);
  useEffect(() => {
    setWasStarting(isStarting);
    // What was shown without the picture, such as hits without their weights, is asked for once more.
    if (wasStarting && !isStarting) void client.invalidateQueries();
  }, [client, isStarting, wasStarting]);
  return status;
}

/** A page to read now: the words themselves, or a file. */
export interface PageToRead {
  readonly page: string | File;
  readonly outlet?: string;
  readonly url?: string;
  readonly published?: string;
}

const READ_NOW = ['read now'] as const;
const FILE_TYPES = new Set(['text/html', 'text/plain', 'application/xhtml+xml']);

function sendPage({ page, ...facts }: PageToRead): Promise<{ readings: readonly Reading[] }> {
  if (typeof page === 'string') {
    return post('/readings', JSON.stringify({ content: page, ...facts }), {
      contentType: 'application/json',
    });
  }
  const contentType = FILE_TYPES.has(page.type) ? page.type : 'application/octet-stream';
  return post('/readings', page, { contentType, parameters: { ...facts } });
}

/** Reads a page without keeping it; what was read stays here until it is closed or the page is left. */
export function useReadNow() {
  const client = useQueryClient();
  const kept = useQuery<readonly Reading[]>({
    queryKey: READ_NOW,
    queryFn: () => [],
    initialData: [],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  const read = useMutation({
    mutationFn: sendPage,
    onSuccess: ({ readings }) => client.setQueryData(READ_NOW, readings),
  });
  const close = () => {
    read.reset();
    client.setQueryData(READ_NOW, []);
  };
  return { readings: kept.data, read, close };
}
