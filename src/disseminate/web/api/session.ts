import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Account, AccountChange, NewAccount } from '../../../model/account.ts';
import type { AuditEntry } from '../../../model/audit.ts';
import { ApiError, getJson, type Parameters, send } from './client.ts';
import type { Session } from './wire.ts';

/* Who is logged in, who may log in, and who did what. */

const SESSION = ['session'] as const;
const ACCOUNTS = ['accounts'] as const;
const WRITE = { 'x-tocsin-write': '1' } as const;
const JSON_TYPE = 'application/json';

/** Whether the server answered that nobody is logged in. */
export function isLoggedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** Who asks, and what they may do. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    queryFn: ({ signal }) => getJson<Session>('/session', {}, signal),
    staleTime: 60_000,
  });
}

/** Whether an operation may be asked for; until that is known it is not said that it may not. */
export function useMay(operation: string): boolean {
  const { data } = useSession();
  return data === undefined || data.may.includes(operation);
}

/** Logs in. Nothing that somebody else saw stays. */
export function useLogIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { readonly name: string; readonly password: string }) =>
      send<Session>('POST', '/session', {
        body: JSON.stringify(given),
        contentType: JSON_TYPE,
        headers: WRITE,
      }),
    onSuccess: (session) => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
      client.setQueryData(SESSION, session);
    },
  });
}

/** Changes one's own password. Who is logged in here stays so, by a new cookie. */
export function useChangeOwnPassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (given: { readonly password: string; readonly newPassword: string }) =>
      send<Session>('PUT', '/session/password', {
        body: JSON.stringify(given),
        contentType: JSON_TYPE,
        headers: WRITE,
      }),
    onSuccess: (session) => client.setQueryData(SESSION, session),
  });
}

export function useLogOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      send<undefined>('DELETE', '/session', { body: '', contentType: JSON_TYPE, headers: WRITE }),
    onSettled: () => client.resetQueries(),
  });
}

export function useAccounts() {
  return useQuery({
    queryKey: ACCOUNTS,
    queryFn: ({ signal }) => getJson<{ readonly rows: readonly Account[] }>('/accounts', {}, signal),
  });
}

export function useAddAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (account: NewAccount) =>
      send<Account>('POST', '/accounts', {
        body: JSON.stringify(account),
        contentType: JSON_TYPE,
        headers: WRITE,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ACCOUNTS }),
  });
}

/** Changes an account; one's own role may be another then. */
export function useChangeAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ name, ...change }: AccountChange & { readonly name: string }) =>
      send<Account>('PATCH', `/accounts/${encodeURIComponent(name)}`, {
        body: JSON.stringify(change),
        contentType: JSON_TYPE,
        headers: WRITE,
      }),
    onSettled: () =>
      Promise.all([ACCOUNTS, SESSION].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

interface AuditList {
  readonly rows: readonly AuditEntry[];
  readonly cursor?: string;
}

const ROWS_A_PAGE = 50;

export function useAudit(filter: Parameters) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      getJson<AuditList>('/audit', { ...filter, limit: ROWS_A_PAGE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.cursor,
    placeholderData: keepPreviousData,
  });
}
