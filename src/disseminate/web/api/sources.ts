import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { GradeDetail } from '../../../model/grade.ts';
import type {
  Dependants,
  FoundFeeds,
  SourceDetail,
  SourceDraft,
  SourceList,
  SourcesGiven,
  SourcesPreview,
  SourceTable,
} from '../../../model/source-book.ts';
import { API, send } from './client.ts';
import { PICTURE, usePicture } from './picture.ts';

/* Who is heard, and the list of those that are asked. */

const JSON_TYPE = 'application/json';
const WRITE = { 'x-tocsin-write': '1' };

export const OPML_ADDRESS = `${API}/sources/opml`;

const heard = (key: string) => `/sources/heard/${encodeURIComponent(key)}`;

export function useSourceTable(asOf: string | undefined) {
  return usePicture<SourceTable>('/sources/heard', { asOf });
}

export function useSource(key: string, asOf: string | undefined) {
  return usePicture<SourceDetail>(heard(key), { asOf });
}

export function useDependants(key: string, asOf: string | undefined) {
  return usePicture<Dependants>(`${heard(key)}/depends`, { asOf });
}

export function useSourceRecord(key: string, asOf: string | undefined, enabled = true) {
  return usePicture<GradeDetail>(`/grades/source/${encodeURIComponent(key)}`, { asOf }, enabled);
}

export function useSourceList() {
  return usePicture<SourceList>('/sources/list', {});
}

const ask = <Answer>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body: unknown) =>
  send<Answer>(method, path, { body: JSON.stringify(body), contentType: JSON_TYPE, headers: WRITE });

/** What would be added; nothing is written or fetched. */
export function usePreview() {
  return useMutation({
    mutationFn: (given: SourcesGiven) => ask<SourcesPreview>('POST', '/sources/check', given),
  });
}

export function useFindFeeds() {
  return useMutation({
    mutationFn: (address: string) => ask<FoundFeeds>('POST', '/sources/find', { address }),
  });
}

function useWriting<Given>(write: (given: Given) => Promise<SourceList>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    // Also where it was refused: then somebody else has changed the list.
    onSettled: () => client.invalidateQueries({ queryKey: [PICTURE] }),
  });
}

export function useAddSources() {
  return useWriting((given: { readonly drafts: readonly SourceDraft[]; readonly base: string }) =>
    ask<SourceList>('POST', '/sources', given),
  );
}

export function usePauseSource() {
  return useWriting(
    ({ id, ...given }: { readonly id: string; readonly paused: boolean; readonly base: string }) =>
      ask<SourceList>('PATCH', `/sources/${id}`, given),
  );
}

export function useRemoveSource() {
  return useWriting(({ id, base }: { readonly id: string; readonly base: string }) =>
    ask<SourceList>('DELETE', `/sources/${id}`, { base }),
  );
}
