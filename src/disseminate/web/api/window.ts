import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PictureList } from '../../../model/desk.ts';
import { getJson, type Parameters } from './client.ts';
import { PICTURE } from './picture.ts';

/** Rows of one answer. */
export const ROWS_A_PAGE = 100;

/** The part of a long list that is in sight. */
export interface ListWindow<Row> {
  /** Rows in all; undefined until the first answer is there. */
  readonly total: number | undefined;
  /** A row by its place; undefined while it is on its way. */
  readonly row: (index: number) => Row | undefined;
  readonly isOld: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
}

/**
 * Pages that hold the rows from one place to another, the first one among them: it tells how many there are.
 *
 * @example
 * listPages(150, 220); // [0, 1, 2]
 */
export function listPages(first: number, last: number): readonly number[] {
  const [from, to] = [Math.floor(first / ROWS_A_PAGE), Math.floor(last / ROWS_A_PAGE)];
  const pages = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return pages[0] === 0 ? pages : [0, ...pages];
}

/** The rows of a list that are in sight, wherever in it that is: only their pages are fetched. */
export function useListWindow<Row>(
  path: string,
  parameters: Parameters,
  { first, last }: { readonly first: number; readonly last: number },
): ListWindow<Row> {
  const pages = listPages(first, last);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: [PICTURE, 'window', path, parameters, page],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        getJson<PictureList<Row>>(
          path,
          { ...parameters, limit: ROWS_A_PAGE, offset: page * ROWS_A_PAGE },
          signal,
        ),
      // What was there before stays in sight until another choice is answered; a page further down is waited for.
      ...(page === 0 ? { placeholderData: keepPreviousData<PictureList<Row>> } : {}),
    })),
  });
  const byPage = useMemo(() => new Map(pages.map((page, at) => [page, answers[at]])), [pages, answers]);
  const head = byPage.get(0);
  const failed = answers.find((answer) => answer.isError);
  return {
    total: head?.data?.total,
    row: (index) => byPage.get(Math.floor(index / ROWS_A_PAGE))?.data?.rows[index % ROWS_A_PAGE],
    isOld: head?.isPlaceholderData ?? false,
    error: failed?.error ?? null,
    refetch: () => void Promise.all(answers.filter(({ isError }) => isError).map((each) => each.refetch())),
  };
}
