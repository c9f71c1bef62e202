import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { SavedSearch } from '../../../model/saved-search.ts';
import type { SearchChange, SearchDraft, Searched } from '../../../model/search.ts';
import type { SearchTerms } from '../search/address.ts';
import { API, getJson, makeQuery, send } from './client.ts';
import type { FoundCount, SavedSearchList, SearchAnswer } from './wire.ts';

export interface Question {
  readonly of: Searched;
  readonly terms: SearchTerms;
  readonly asOf: string | undefined;
}

const ROWS_A_PAGE = 100;

export function useFound({ of, terms, asOf }: Question) {
  return useInfiniteQuery({
    queryKey: ['rows', 'found', of, terms, asOf],
    queryFn: ({ pageParam, signal }) =>
      getJson<SearchAnswer>(
        '/search',
        { ...terms, of, asOf, weigh: 'true', limit: ROWS_A_PAGE, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}

export function useFoundCount({ of, terms, asOf }: Question) {
  return useQuery({
    queryKey: ['rows', 'found count', of, terms, asOf],
    queryFn: ({ signal }) => getJson<FoundCount>('/search/count', { ...terms, of, asOf }, signal),
    placeholderData: keepPreviousData,
  });
}

/** Where the whole of it can be fetched as a file. */
export function findExport({ of, terms, asOf }: Question, format: string): string {
  return `${API}/search/export${makeQuery({ ...terms, of, asOf, format })}`;
}

const SAVED = 'saved searches';

export function useSavedSearches() {
  return useQuery({
    queryKey: [SAVED],
    queryFn: ({ signal }) => getJson<SavedSearchList>('/saved-searches', {}, signal),
  });
}

const sendJson = <Answer>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body: unknown) =>
  send<Answer>(method, path, {
    body: JSON.stringify(body),
    contentType: 'application/json',
    headers: { 'x-tocsin-write': '1' },
  });

/** Saves, changes and deletes searches; the list is fetched again after each. */
export function useSaving() {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: [SAVED] });
  return {
    save: useMutation({
      // Of somebody logged in the server knows the name.
      mutationFn: (draft: SearchDraft) =>
        sendJson<SavedSearch>('POST', '/saved-searches', { ...draft, by: draft.by || undefined }),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, change }: { readonly id: string; readonly change: SearchChange }) =>
        sendJson<SavedSearch>('PATCH', `/saved-searches/${id}`, change),
      // Also where it was refused: then somebody else has changed it.
      onSettled: onSuccess,
    }),
    remove: useMutation({
      mutationFn: (id: string) => sendJson<undefined>('DELETE', `/saved-searches/${id}`, {}),
      onSettled: onSuccess,
    }),
  };
}
