import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Assignment, Comment } from '../../../model/comment.ts';
import type { ReviewRow, ReviewVerdict } from '../../../model/review.ts';
import type { ThingKey } from '../../../model/thing.ts';
import type {
  About,
  AssignmentDraft,
  AssignmentEdit,
  AssignmentRequest,
  CommentList,
  Inbox,
  Person,
  ReviewList,
} from '../../../model/together.ts';
import { getJson, send } from './client.ts';
import { PICTURE } from './picture.ts';

/* What people say to each other, give each other to do, and look at twice. */

const TOGETHER = 'together';
const LOOK = 30_000;

const write = <Answer>(method: 'POST' | 'PUT' | 'DELETE', path: string, body: object) =>
  send<Answer>(method, path, {
    body: JSON.stringify(body),
    contentType: 'application/json',
    headers: { 'x-tocsin-write': '1' },
  });

/** Of somebody logged in the server knows the name. */
const signed = <Body extends { readonly by: string }>(body: Body) => ({ ...body, by: body.by || undefined });

/** @param of A thing, or with `*` at the end all whose key begins so: one question for all rows of a page. */
export function useComments(of: string, asOf: string | undefined, enabled = true) {
  return useQuery({
    queryKey: [TOGETHER, 'comments', of, asOf],
    enabled,
    queryFn: ({ signal }) => getJson<CommentList>('/comments', { of, asOf }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useAssignments(request: AssignmentRequest | undefined, asOf: string | undefined) {
  return useQuery({
    queryKey: [TOGETHER, 'assignments', request, asOf],
    enabled: request !== undefined,
    queryFn: ({ signal }) =>
      getJson<{ readonly rows: readonly About<Assignment>[] }>('/assignments', { ...request, asOf }, signal),
    placeholderData: keepPreviousData,
  });
}

export function usePeople(enabled: boolean) {
  return useQuery({
    queryKey: [TOGETHER, 'people'],
    enabled,
    staleTime: 60_000,
    queryFn: ({ signal }) => getJson<{ readonly rows: readonly Person[] }>('/people', {}, signal),
  });
}

export function useInbox(asOf: string | undefined) {
  return useQuery({
    queryKey: [TOGETHER, 'inbox', asOf],
    queryFn: ({ signal }) => getJson<Inbox>('/inbox', { asOf }, signal),
    refetchInterval: LOOK,
    placeholderData: keepPreviousData,
  });
}

/** All states at once: beside what is shown, those that wait are looked for. */
export function useReviews(asOf: string | undefined) {
  return useQuery({
    // What is decided may come to wait.
    queryKey: [PICTURE, 'reviews', asOf],
    queryFn: ({ signal }) => getJson<ReviewList>('/reviews', { asOf }, signal),
    staleTime: LOOK,
    placeholderData: keepPreviousData,
  });
}

/** Whatever was written, also where somebody else was faster: what stands now is fetched. */
function useWriting<Given, Answer>(run: (given: Given) => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSettled: () => client.invalidateQueries({ queryKey: [TOGETHER] }),
  });
}

interface CommentGiven {
  readonly of: ThingKey;
  readonly text: string;
  readonly by: string;
  readonly answers?: string;
  /** The comment that is changed, as it was seen last. */
  readonly changes?: Comment;
}

export function useWriteComment() {
  return useWriting(({ of, text, by, answers, changes }: CommentGiven) =>
    changes === undefined
      ? write<Comment>('POST', '/comments', signed({ of, text, by, answers }))
      : write<Comment>('PUT', `/comments/${changes.id}`, signed({ text, by, base: changes.version })),
  );
}

export function useRemoveComment() {
  return useWriting(({ id, version, by }: Comment) =>
    write<Comment>('DELETE', `/comments/${id}`, { base: version, by }),
  );
}

export function useAssign() {
  return useWriting((given: AssignmentDraft & { readonly by: string }) =>
    write<Assignment>('POST', '/assignments', signed(given)),
  );
}

export function useChangeAssignment() {
  return useWriting(({ id, ...edit }: AssignmentEdit & { readonly id: string; readonly by: string }) =>
    write<Assignment>('PUT', `/assignments/${id}`, signed(edit)),
  );
}

export function useMarkRead() {
  return useWriting((given: { readonly entries: readonly string[]; readonly isRead: boolean }) =>
    write<undefined>('POST', '/inbox/read', given),
  );
}

export function useReview() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: {
      readonly item: string;
      readonly verdict: ReviewVerdict;
      readonly note: string;
      readonly by: string;
    }) => write<ReviewRow>('POST', '/reviews', signed(given)),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: [TOGETHER] });
      return client.invalidateQueries({ queryKey: [PICTURE, 'reviews'] });
    },
  });
}
