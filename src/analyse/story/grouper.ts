import type { Hash } from '../../model/page.ts';
import { findReach } from '../../text/instants.ts';
import { TermFrequencies } from './frequencies.ts';
import { type Nearness, type OpenStory, StoryIndex } from './story-index.ts';
import type { Term } from './terms.ts';

/** What the grouping of later documents needs of one document: plain data. */
export interface StoryTrace {
  readonly terms: readonly Term[];
  /** Sum of its cosines to the documents that were in its story before it. */
  readonly sum: number;
}

/** A document that is to be put into a story. */
export interface Arrival {
  readonly document: Hash;
  readonly series: Hash;
  readonly published?: string | undefined;
  /** ISO 8601 instant at which it was seen. */
  readonly arrived: string;
}

/** Least nearness to a story, where its last report is no further off than `NEAR_DAYS`. */
const THRESHOLD = 0.31;
/** Share of the nearest documents in the nearness; the rest is the story as a whole. */
const NEAREST_SHARE = 0.35;
const NEAREST = 3;

/** Beyond so many days between a document and a story more is asked, at `FAR_DAYS` and beyond `FAR` times as much. */
const NEAR_DAYS = 2;
const FAR_DAYS = 60;
const FAR = 1.4;
const DAY_MS = 24 * 3_600_000;

/**
 * Groups documents into stories as they arrive: each goes to the story it is nearest to, by what came before it, or opens a
 * new one. Nothing is ever takenOut, so what was said of a story stays true.
 *
 * @example
 * const stories = createStoryGrouper();
 * stories.add(findTerms(reading), { document: reading.document.id, series, arrived: reading.document.seen }).story;
 */
export interface StoryGrouper {
  add(terms: readonly Term[], arrival: Arrival): { readonly story: string; readonly trace: StoryTrace };
  /** Takes a document back in that was grouped before, in the same order. */
  restore(trace: StoryTrace, arrival: Arrival & { readonly story: string }): void;
}

export function createStoryGrouper(): StoryGrouper {
  const frequencies = new TermFrequencies();
  const index = new StoryIndex();
  /** A page's versions stay together, however much of it is rewritten. */
  const storyOf = new Map<Hash, string>();

  const keep = (terms: readonly Term[], arrival: Arrival, put: { story: string; sum: number }): void => {
    storyOf.set(arrival.series, put.story);
    frequencies.add(terms, { isFirst: index.find(put.story) === undefined });
    index.add(frequencies.makeVector(terms), {
      ...put,
      arrived: readArrival(arrival),
      reach: arrival.published === undefined ? undefined : findReach(arrival.published),
    });
  };
  return {
    add(terms, arrival) {
      index.close(readArrival(arrival));
      const near = index.findNear(frequencies.makeVector(terms));
      const known = storyOf.get(arrival.series);
      const chosen =
        known === undefined ? choose(near, arrival) : near.find(({ story }) => story.id === known);
      const story = known ?? chosen?.story.id ?? makeStoryId(arrival.document);
      const sum = Math.round((chosen?.sum ?? 0) * 1e6) / 1e6;
      keep(terms, arrival, { story, sum });
      return { story, trace: { terms, sum } };
    },
    restore({ terms, sum }, { story, ...arrival }) {
      keep(terms, arrival, { story, sum });
    },
  };
}

function readArrival({ arrived }: Arrival): number {
  return Date.parse(arrived) || 0;
}

/** `s` and the first digits of the hash of the story's first document. */
function makeStoryId(document: Hash): string {
  return `s${document.slice('sha256:'.length, 'sha256:'.length + 12)}`;
}

function choose(near: readonly Nearness[], arrival: Arrival): Nearness | undefined {
  const reach = arrival.published === undefined ? undefined : findReach(arrival.published);
  let chosen: Nearness | undefined;
  let most = 1;
  for (const nearness of near) {
    const fulfilled = measure(nearness) / (THRESHOLD * findDemand(nearness.story, reach));
    if (fulfilled < most) continue;
    most = fulfilled;
    chosen = nearness;
  }
  return chosen;
}

function measure({ story, sum, best }: Nearness): number {
  const whole = sum / Math.sqrt(story.squaredLength);
  const nearest = best.reduce((total, cosine) => total + cosine, 0) / Math.min(NEAREST, story.documents);
  return (1 - NEAREST_SHARE) * whole + NEAREST_SHARE * nearest;
}

/** How many times the threshold is asked for: more the further the document is from all of the story's reports. */
function findDemand(story: OpenStory, reach: { first: number; last: number } | undefined): number {
  if (reach === undefined || story.first === undefined || story.last === undefined) return 1;
  const days = Math.max(reach.first - story.last, story.first - reach.last, 0) / DAY_MS;
  if (days <= NEAR_DAYS) return 1;
  const far = Math.min(Math.log(days / NEAR_DAYS) / Math.log(FAR_DAYS / NEAR_DAYS), 1);
  return 1 + far * (FAR - 1);
}
