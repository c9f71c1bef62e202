import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ForecastRecord } from '../../../model/desk.ts';
import type { ScoreReport } from '../../../model/score.ts';
import { getJson } from './client.ts';
import { PICTURE, usePicture } from './picture.ts';

/* What is on record of forecasts, and how it came out. */

const FORECASTS_A_PAGE = 30;

const recordPath = (problem: string) => `/problems/${encodeURIComponent(problem)}/record`;

/** Forecasts on record, newest first, page after page, and the scores of all of them. */
export function useRecord(problem: string, asOf: string | undefined) {
  const path = recordPath(problem);
  return useInfiniteQuery({
    queryKey: [PICTURE, 'list', path, asOf],
    queryFn: ({ pageParam, signal }) =>
      getJson<ForecastRecord>(path, { asOf, limit: FORECASTS_A_PAGE, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const got = pages.length * FORECASTS_A_PAGE;
      return got < last.total ? got : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

/** One forecast with its settlements, by the number of any of their entries. */
export function useEntry(
  problem: string,
  { entry, asOf }: { readonly entry: number; readonly asOf: string | undefined },
) {
  return usePicture<ForecastRecord>(recordPath(problem), { asOf, entry });
}

/** The forecast that stood at the end of a day. */
export function useStanding(
  problem: string,
  {
    day,
    horizon,
    asOf,
  }: { readonly day: string; readonly horizon: number; readonly asOf: string | undefined },
) {
  return usePicture<ForecastRecord>(recordPath(problem), { asOf, until: day, horizon, limit: 1 });
}

/** Scores of all problems, or of one. */
export function useScores(asOf: string | undefined, problem?: string) {
  return usePicture<ScoreReport>('/scores', { asOf, problem });
}
