import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DraftChange, DraftedBrief, SignedBrief } from '../../../model/brief.ts';
import { API, makeQuery, send } from './client.ts';
import { PICTURE, usePicture } from './picture.ts';

/* The draft of a brief, which everybody at the desk shares. */

const findPath = (problem: string) => `/problems/${encodeURIComponent(problem)}/brief/draft`;
const JSON_TYPE = { contentType: 'application/json', headers: { 'x-tocsin-write': '1' } };

export function useDraft(problem: string, asOf: string | undefined) {
  return usePicture<DraftedBrief>(findPath(problem), { asOf });
}

/** Saves a draft; what comes back takes the place of what was fetched. */
export function usePutDraft(problem: string, asOf: string | undefined) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: DraftChange) =>
      send<DraftedBrief>('PUT', findPath(problem), {
        // Of somebody logged in the server knows the name.
        body: JSON.stringify({ ...change, by: change.by || undefined }),
        ...JSON_TYPE,
      }),
    onSuccess: (saved) => client.setQueryData([PICTURE, findPath(problem), { asOf }], saved),
  });
}

/** Begins anew. */
export function useDiscardDraft(problem: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (revision: number) =>
      send<DraftedBrief>('DELETE', `${findPath(problem)}${makeQuery({ revision })}`, {
        body: '',
        ...JSON_TYPE,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: [PICTURE, findPath(problem)] }),
  });
}

export function useSignDraft(problem: string) {
  return useMutation({
    mutationFn: (request: { readonly revision: number; readonly send: boolean }) =>
      send<SignedBrief>('POST', `${findPath(problem)}/sign`, { body: JSON.stringify(request), ...JSON_TYPE }),
  });
}

/** Address of the brief that the draft makes, as a file. */
export function findDraftAddress(problem: string, format: 'html' | 'markdown'): string {
  return `${API}${findPath(problem)}${makeQuery({ format })}`;
}
