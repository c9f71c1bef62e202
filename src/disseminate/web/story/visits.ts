import { useEffect, useState } from 'react';
import { useRemembered } from '../components/remembered.ts';

/** By story: the instant as of which it was looked at last. */
export type Visited = Readonly<Record<string, string>>;

/** Stories that are remembered; those looked at longest ago are forgotten first. */
const MOST = 500;

const isVisited = (value: unknown): value is Visited =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string' && !Number.isNaN(Date.parse(each)));

/**
 * What was remembered with a visit added. Looking at an earlier state afterwards makes nothing new again.
 *
 * @example
 * addVisit({ s1: '2031-05-20T10:00:00Z' }, 's1', '2031-05-22T10:00:00Z'); // { s1: '2031-05-22T10:00:00Z' }
 */
export function addVisit(visited: Visited, story: string, instant: string): Visited {
  const { [story]: before, ...others } = visited;
  const latest = before !== undefined && Date.parse(before) > Date.parse(instant) ? before : instant;
  const kept = Object.entries(others).slice(-(MOST - 1));
  return { ...Object.fromEntries(kept), [story]: latest };
}

/**
 * The instant as of which this browser looked at a story before now; nothing on the first visit. This visit is remembered for the
 * next one.
 *
 * @param asOf What is looked at; now unless given.
 */
export function useLastVisit(story: string, asOf: string | undefined): string | undefined {
  const [visited, remember] = useRemembered<Visited>('stories', {}, isVisited);
  // What it was when the page was opened: it stays new while one looks at it.
  const [before] = useState(visited[story]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a visit is remembered once for each instant looked at
  useEffect(() => remember(addVisit(visited, story, asOf ?? new Date().toISOString())), [story, asOf]);
  return before;
}

/** Whether a report came in after an instant. */
export function isNewSince({ seen }: { readonly seen: string }, instant: string | undefined): boolean {
  return instant !== undefined && Date.parse(seen) > Date.parse(instant);
}
