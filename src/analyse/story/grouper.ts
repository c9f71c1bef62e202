import type { Hash } from '../../model/page.ts';
import type { Regrouping } from '../../model/report.ts';
import { findReach } from '../../text/instants.ts';
import { BundleIndex, type Nearness } from './bundle-index.ts';
import { hashTerms, TermFrequencies } from './frequencies.ts';
import { type Dated, findDemand, listDays, measureNearness } from './nearness.ts';
import { lookAgain } from './second-look.ts';
import type { Term } from './terms.ts';

/** What the grouping of later documents needs of one document: plain data. */
export interface StoryTrace {
  readonly terms: readonly Term[];
  /** Sum of its cosines to the documents that were in its bundle before it. */
  readonly sum: number;
  /** The same to those of other bundles near by. */
  readonly links?: readonly (readonly [bundle: string, sum: number])[];
}

/** A document that is to be put into a story. */
export interface Arrival {
  readonly document: Hash;
  readonly series: Hash;
  readonly published?: string | undefined;
  /** ISO 8601 instant at which it was seen. */
  readonly arrived: string;
}

/** Where a document belongs. */
export interface Placement {
  readonly story: string;
  /** The documents of the story that it is told like; bundles are never taken apart, while stories may be. */
  readonly bundle: string;
  /** Earlier bundles that belong elsewhere since this document came. */
  readonly regrouped: readonly Regrouping[];
}

/** Least nearness to a bundle, where its last report is no further off than two days. */
const THRESHOLD = 0.42;
/** Other bundles whose nearness is remembered for each document, the nearest, and the least sum of cosines to them. */
const MOST_LINKS = 24;
const LEAST_LINK = 0.02;
/** Pages whose versions are kept together, those seen last. */
const MOST_PAGES = 200_000;

/**
 * Groups documents into stories as they arrive. Each joins the bundle of documents that it is told like, or opens a new one; then
 * the bundles around it are put together anew, by what has come until then. So the order of arrival matters little, and
 * where an earlier grouping turns out to be wrong that is said, by the document that shows it.
 *
 * @example
 * const stories = createStoryGrouper();
 * stories.add(findTerms(reading), { document: reading.document.id, series, arrived: reading.document.seen }).story;
 */
export interface StoryGrouper {
  add(terms: readonly Term[], arrival: Arrival): Placement & { readonly trace: StoryTrace };
  /** Where the documents of a bundle belong now, given where they belonged last. */
  find(last: Pick<Placement, 'story' | 'bundle'>): Placement;
  /** Takes a document back in that was grouped before, in the same order. */
  restore(trace: StoryTrace, arrival: Arrival & Placement): void;
}

export function createStoryGrouper(): StoryGrouper {
  const frequencies = new TermFrequencies();
  const index = new BundleIndex();
  /** A page's versions stay together, however much of it is rewritten. */
  const placeOf = new Map<Hash, { readonly story: string; readonly bundle: string }>();

  const keep = (
    { terms, sum, links = [] }: StoryTrace,
    arrival: Arrival,
    put: Pick<Placement, 'story' | 'bundle'>,
  ) => {
    placeOf.delete(arrival.series);
    placeOf.set(arrival.series, put);
    if (placeOf.size > MOST_PAGES) placeOf.delete(placeOf.keys().next().value!);
    const hashed = hashTerms(terms);
    frequencies.add(hashed);
    return index.add(frequencies.makeVector(hashed), {
      ...put,
      sum,
      links,
      days: listDays(terms),
      arrived: readArrival(arrival),
      reach: readReach(arrival),
    });
  };
  return {
    add(terms, arrival) {
      index.close(readArrival(arrival));
      const near = index.findNear(frequencies.makeVector(hashTerms(terms)));
      const known = placeOf.get(arrival.series);
      const chosen =
        known === undefined
          ? choose(near, { ...readReach(arrival), days: listDays(terms) })
          : near.find(({ bundle }) => bundle.id === known.bundle);
      const id = known?.bundle ?? chosen?.bundle.id ?? makeStoryId(arrival.document);
      const isNew = index.find(id) === undefined;
      const trace = { terms, sum: round(chosen?.sum ?? 0), links: listLinks(near, id) };
      const bundle = keep(trace, arrival, { bundle: id, story: known?.story ?? id });
      const regrouped = lookAgain(index, bundle, {
        document: arrival.document,
        isNew: isNew && known === undefined,
      });
      return { story: bundle.story, bundle: id, regrouped, trace };
    },
    find({ story, bundle }) {
      return { story: index.find(bundle)?.story ?? story, bundle, regrouped: [] };
    },
    restore(trace, { story, bundle, regrouped, ...arrival }) {
      keep(trace, arrival, { story, bundle });
      for (const { bundles, into } of regrouped) {
        for (const id of bundles) {
          const moved = index.find(id);
          if (moved !== undefined) index.move(moved, into);
        }
      }
    },
  };
}

function readArrival({ arrived }: Arrival): number {
  return Date.parse(arrived) || 0;
}

function readReach({ published }: Arrival): { readonly first: number; readonly last: number } | undefined {
  return published === undefined ? undefined : findReach(published);
}

/** `s` and the first digits of the hash of its first document. */
function makeStoryId(document: Hash): string {
  return `s${document.slice('sha256:'.length, 'sha256:'.length + 12)}`;
}

function choose(near: readonly Nearness[], dated: Dated): Nearness | undefined {
  let chosen: Nearness | undefined;
  let most = 1;
  for (const nearness of near) {
    // So much is never made up for by the bundle as a whole.
    if (nearness.best[0]! < THRESHOLD / 3) continue;
    const fulfilled = measureNearness(nearness) / (THRESHOLD * findDemand(nearness.bundle, dated));
    if (fulfilled < most) continue;
    most = fulfilled;
    chosen = nearness;
  }
  return chosen;
}

function listLinks(near: readonly Nearness[], own: string): readonly (readonly [string, number])[] {
  return near
    .filter(({ bundle, sum }) => bundle.id !== own && sum >= LEAST_LINK)
    .sort((a, b) => b.sum / b.bundle.documents - a.sum / a.bundle.documents)
    .slice(0, MOST_LINKS)
    .map(({ bundle, sum }) => [bundle.id, round(sum)] as const);
}

/** As it is kept, so that what is restored is what was. */
function round(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
