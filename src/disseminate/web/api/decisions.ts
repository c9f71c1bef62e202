import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Corrected, SetAside } from '../../../model/correction.ts';
import type { Decision, DecisionList, DecisionRequest } from '../../../model/decision.ts';
import type { Judgement } from '../../../model/judgement.ts';
import { getJson, isConflict, post } from './client.ts';
import { PICTURE } from './picture.ts';

/* What people of the desk decide. Whatever rests on it is fetched again once something was decided. */

/** Every one of its own kind: `{ verdict: 'withdraw', value }` without the person and the reason. */
type WithoutPerson<Each> = Each extends Decision ? Omit<Each, 'by' | 'note'> : never;

/** A decision that only lacks who decides and why. */
export type Draft = WithoutPerson<Decision>;

const ROWS_A_PAGE = 50;

export function useDecisions(request: {
  readonly asOf: string | undefined;
  readonly state: DecisionRequest['state'] | undefined;
}) {
  return useInfiniteQuery({
    queryKey: [PICTURE, 'decisions', request],
    queryFn: ({ pageParam, signal }) =>
      getJson<DecisionList>('/judgements', { ...request, limit: ROWS_A_PAGE, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const got = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return last.rows.length > 0 && got < last.total ? got : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

/** What of a document counts no longer. */
export function useSetAside(document: string | undefined, asOf: string | undefined) {
  return useQuery({
    queryKey: [PICTURE, 'set aside', document, asOf],
    enabled: document !== undefined,
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly SetAside[]; readonly corrected: readonly Corrected[] }>(
        `/documents/${encodeURIComponent(document ?? '')}/set-aside`,
        { asOf },
        signal,
      ),
  });
}

/** Puts a decision on record. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) =>
      // Of somebody logged in the server knows the name.
      post<Judgement>('/judgements', JSON.stringify({ ...decision, by: decision.by || undefined }), {
        contentType: 'application/json',
        headers: { 'x-tocsin-write': '1' },
      }),
    // Not waited for: what was decided may take its own button away, and with it whoever is to be told that it was done.
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: [PICTURE] });
    },
    // Somebody else was quicker: whoever is told so sees what they decided.
    onError: (error) => {
      if (isConflict(error)) void client.invalidateQueries({ queryKey: [PICTURE] });
    },
  });
}
