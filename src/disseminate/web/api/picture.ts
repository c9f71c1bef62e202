import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Brief } from '../../../model/brief.ts';
import type { Board, PictureList } from '../../../model/desk.ts';
import type { Assessment } from '../../../model/forecast.ts';
import type { GradeList } from '../../../model/grade.ts';
import type { Incident, IncidentSummary } from '../../../model/incident.ts';
import type { Replay } from '../../../model/replay.ts';
import type { Story, StorySummary } from '../../../model/story.ts';
import { findSpan, type TimeSpan } from '../components/days.ts';
import { API, getJson, makeQuery, type Parameters } from './client.ts';

/* What is made of the documents: problems, stories, incidents, and how their sources do. */

/** First part of every key here: fetched again when there are more documents. */
export const PICTURE = 'picture';

/** One answer as of an instant; the one before stays in sight until the next is there. */
export function usePicture<Answer extends object>(path: string, parameters: Parameters, enabled = true) {
  return useQuery<Answer>({
    queryKey: [PICTURE, path, parameters],
    enabled,
    queryFn: ({ signal }) => getJson<Answer>(path, parameters, signal),
    // As of another instant the same thing is looked at; another path is another thing.
    placeholderData: (previous, query) =>
      query?.queryKey[1] === path ? keepPreviousData(previous) : undefined,
  });
}

const problemPath = (id: string) => `/problems/${encodeURIComponent(id)}`;

export function useBoard(asOf: string | undefined) {
  return usePicture<Board>('/board', { asOf });
}

export function useAssessment(id: string, asOf: string | undefined) {
  return usePicture<Assessment>(problemPath(id), { asOf });
}

export function useBrief(id: string, asOf: string | undefined) {
  return usePicture<Brief>(`${problemPath(id)}/brief`, { asOf, format: 'json' });
}

/** What is gone through again is the same for ever, unless more becomes known: it is not asked for twice. */
export function useReplay(
  id: string,
  {
    without,
    ...span
  }: {
    readonly from: string;
    readonly to: string;
    readonly step: string;
    readonly without: readonly string[];
  },
  asOf: string | undefined,
) {
  const left = without.length === 0 ? undefined : without.join(',');
  return usePicture<Replay>(`${problemPath(id)}/replay`, { ...span, without: left, asOf });
}

/** Address of a brief as a file. */
export function findBriefAddress(id: string, format: 'html' | 'markdown' | 'json', asOf?: string): string {
  return `${API}${problemPath(id)}/brief${makeQuery({ format, asOf })}`;
}

export function useStory(id: string, asOf: string | undefined) {
  return usePicture<Story>(`/stories/${encodeURIComponent(id)}`, { asOf });
}

export function useIncident(id: string, asOf: string | undefined) {
  return usePicture<Incident>(`/incidents/${encodeURIComponent(id)}`, { asOf });
}

const ROWS_A_PAGE = 50;
/** As many as one answer may hold. */
const MOST_ROWS = 200;

/** Rows page after page. */
export function usePictureList<Row>(path: string, parameters: Parameters) {
  return useInfiniteQuery({
    queryKey: [PICTURE, 'list', path, parameters],
    queryFn: ({ pageParam, signal }) =>
      getJson<PictureList<Row>>(path, { ...parameters, limit: ROWS_A_PAGE, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const got = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return last.rows.length > 0 && got < last.total ? got : undefined;
    },
    placeholderData: keepPreviousData,
  });
}

export function useIncidents(parameters: Parameters) {
  return usePictureList<IncidentSummary>('/incidents', parameters);
}

/** The days over which something is kept, seen from now. */
export function useTimeSpan(): TimeSpan | undefined {
  // The list is in the order of the latest first: its first page and its last row tell both ends.
  const newest = usePicture<PictureList<StorySummary>>('/stories', { limit: MOST_ROWS });
  const total = newest.data?.total ?? 0;
  const oldest = usePicture<PictureList<StorySummary>>(
    '/stories',
    { limit: MOST_ROWS, offset: Math.max(total - MOST_ROWS, 0) },
    total > MOST_ROWS,
  );
  return useMemo(
    () => findSpan([...(newest.data?.rows ?? []), ...(oldest.data?.rows ?? [])]),
    [newest.data, oldest.data],
  );
}

export function useGrades(asOf: string | undefined) {
  return usePicture<GradeList>('/grades', { asOf, limit: MOST_ROWS });
}
