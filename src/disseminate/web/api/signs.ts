import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { SignHistory } from '../../../model/sign-history.ts';
import { getJson } from './client.ts';
import { PICTURE } from './picture.ts';

/** Days in one answer: three of them are shown at first. */
export const PORTION = 30;

const DAY = 86_400_000;
const dayBefore = (day: string) => new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);

/** How the signs of a problem stood, from the latest days back, portion by portion. */
export function useSigns(problem: string, asOf: string | undefined) {
  return useInfiniteQuery({
    queryKey: [PICTURE, 'signs', problem, { asOf }],
    queryFn: ({ pageParam, signal }) =>
      getJson<SignHistory>(
        `/problems/${encodeURIComponent(problem)}/signs`,
        { asOf, days: PORTION, until: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ days, first }) => {
      const oldest = days[0]?.day;
      return oldest === undefined || first === undefined || oldest <= first ? undefined : dayBefore(oldest);
    },
    placeholderData: (before, query) =>
      query?.queryKey[2] === problem ? keepPreviousData(before) : undefined,
  });
}
