import type { Hash } from '../../model/page.ts';
import type { Reuse } from '../../model/report.ts';
import { makeTextSpan } from '../../model/span.ts';
import type { Fingerprint } from '../../text/fingerprints.ts';
import { findReach, type Reach } from '../../text/instants.ts';
import { Postings } from '../postings.ts';
import { SEQUENCE, type Wording } from './wording.ts';

/** A document whose wording is compared. */
export interface Worded {
  readonly document: Hash;
  readonly series: Hash;
  readonly outlet?: string | undefined;
  readonly published?: string | undefined;
  /** ISO 8601 instant at which it was seen. */
  readonly arrived: string;
  readonly story: string;
  readonly fingerprints: readonly Fingerprint[];
}

/** Wording is compared with that of so many days before. */
const WINDOW_MS = 30 * 24 * 3_600_000;
/** Documents kept at most, the latest, and places of their sequences. */
const MOST_DOCUMENTS = 50_000;
const MOST_PLACES = 1 << 23;
/**
 * What stands in documents of so many stories, or of so many in one outlet, is boilerplate. Documents do not count: an agency's
 * report may stand in a hundred papers.
 */
const COMMON = 10;
const COMMON_IN_OUTLET = 4;
/** Places of one sequence that are kept, the earliest: where it comes from is among them. */
const MOST_POSTINGS = 100;
/** A reuse is one passage of so many words, or a share of the whole with a shorter one. */
const LONG_PASSAGE = 12;
const SHORT_PASSAGE = 8;
const LEAST_SHARE = 0.15;
const MOST_REUSES = 10;

interface Kept {
  readonly document: Hash;
  readonly series: Hash;
  readonly outlet: string | undefined;
  readonly story: string;
  readonly reach: Reach | undefined;
  /** Of publication, or of arrival where that is unknown. */
  readonly time: number;
  readonly arrived: number;
}

interface Place {
  readonly kept: Kept;
  readonly at: number;
}

/** A fingerprint that two documents share: where it stands in the later and in the earlier one. */
interface Shared {
  readonly later: number;
  readonly earlier: number;
}

/**
 * Finds the earlier documents whose words a document repeats.
 *
 * @example
 * const reuses = new ReuseFinder();
 * reuses.find(document, wording, text); // []
 * reuses.add(document);
 */
export class ReuseFinder {
  readonly #postings = new Postings(MOST_PLACES);
  /** The latest documents, each under its number by turns; undefined once they have left. */
  readonly #kept: (Kept | undefined)[] = [];
  readonly #documents = new Set<Hash>();
  #added = 0;
  #left = 0;

  /** The documents that this one repeats, most first. Only those published no later; on one day, those that arrived before. */
  find(document: Worded, wording: Wording, text: string): readonly Reuse[] {
    const shared = this.#findShared(document);
    const total = document.fingerprints.length;
    const reuses: Reuse[] = [];
    for (const [kept, places] of shared) {
      const share = Math.round((new Set(places.map(({ later }) => later)).size / total) * 1000) / 1000;
      const passage = findPassage(places);
      const length = passage.to - passage.from;
      if (length < (share >= LEAST_SHARE ? SHORT_PASSAGE : LONG_PASSAGE)) continue;
      const first = wording.words[passage.from];
      const last = wording.words[passage.to - 1];
      if (first === undefined || last === undefined) continue;
      reuses.push({ ...makeTextSpan(text, first.start, last.end), document: kept.document, share });
    }
    return reuses.sort((a, b) => b.share - a.share).slice(0, MOST_REUSES);
  }

  /** Keeps a document's wording for those that come later. */
  add(document: Worded): void {
    if (document.fingerprints.length === 0 || this.#documents.has(document.document)) return;
    const kept = makeKept(document);
    this.#forget(kept.arrived);
    this.#documents.add(kept.document);
    const number = this.#added++;
    this.#kept[number % MOST_DOCUMENTS] = kept;
    for (const { hash, at } of document.fingerprints)
      if (!this.#isFull(hash)) this.#postings.add(hash, { document: number, value: at });
  }

  #findShared(document: Worded): ReadonlyMap<Kept, Shared[]> {
    const own = makeKept(document);
    const shared = new Map<Kept, Shared[]>();
    for (const { hash, at } of document.fingerprints) {
      if (this.#postings.findLast(hash) === 0) continue;
      const places = this.#listPlaces(hash);
      if (isBoilerplate(places, own)) continue;
      for (const { kept, at: theirs } of places) {
        if (kept.series === own.series) continue;
        if (Math.abs(own.time - kept.time) > WINDOW_MS || !isNoLater(kept.reach, own.reach)) continue;
        const known = shared.get(kept);
        if (known === undefined) shared.set(kept, [{ later: at, earlier: theirs }]);
        else known.push({ later: at, earlier: theirs });
      }
    }
    return shared;
  }

  /** Where a sequence stands, the earliest first. */
  #listPlaces(hash: number): readonly Place[] {
    const places: Place[] = [];
    const postings = this.#postings;
    for (let at = postings.findLast(hash); at !== 0; at = postings.findBefore(at)) {
      const kept = this.#find(postings.getDocument(at));
      if (kept === undefined) break;
      places.push({ kept, at: postings.getValue(at) });
    }
    return places.reverse();
  }

  #isFull(hash: number): boolean {
    const postings = this.#postings;
    let count = 0;
    for (let at = postings.findLast(hash); at !== 0 && count < MOST_POSTINGS; at = postings.findBefore(at)) {
      if (this.#find(postings.getDocument(at)) === undefined) break;
      count += 1;
    }
    return count >= MOST_POSTINGS;
  }

  #find(number: number): Kept | undefined {
    return number < this.#left ? undefined : this.#kept[number % MOST_DOCUMENTS];
  }

  /** By arrival: an archive that is read today may hold pages of many years, in any order. Makes room for one more. */
  #forget(now: number): void {
    for (; this.#left < this.#added; this.#left++) {
      const kept = this.#kept[this.#left % MOST_DOCUMENTS]!;
      const isRoom = this.#added - this.#left < MOST_DOCUMENTS;
      if (isRoom && now - kept.arrived <= WINDOW_MS) return;
      this.#documents.delete(kept.document);
      this.#kept[this.#left % MOST_DOCUMENTS] = undefined;
    }
  }
}

function makeKept({ document, series, outlet, published, arrived, story }: Worded): Kept {
  const reach = published === undefined ? undefined : findReach(published);
  const at = Date.parse(arrived) || 0;
  return { document, series, outlet, story, reach, time: reach?.first ?? at, arrived: at };
}

/** Whether so many stories have it that it tells nothing: a standing sentence about the outlet, the case, the law. */
function isBoilerplate(places: readonly Place[], own: Kept): boolean {
  const stories = new Set<string>();
  const inOutlet = new Set<string>();
  if (places.length < Math.min(COMMON, COMMON_IN_OUTLET)) return false;
  for (const { kept } of places) {
    stories.add(kept.story);
    if (kept.outlet !== undefined && kept.outlet === own.outlet) inOutlet.add(kept.story);
  }
  return stories.size >= COMMON || inOutlet.size >= COMMON_IN_OUTLET;
}

/** Whether a document may have been there before another: unknown dates leave it to the order of arrival. */
function isNoLater(earlier: Reach | undefined, later: Reach | undefined): boolean {
  return earlier === undefined || later === undefined || earlier.first <= later.last;
}

/**
 * The longest run of words that stand in both documents in the same order: neighbouring fingerprints that touch and are as
 * far from each other in the one document as in the other.
 */
function findPassage(places: readonly Shared[]): { readonly from: number; readonly to: number } {
  const runs = new Map<number, { from: number; to: number }>();
  let longest = { from: 0, to: 0 };
  // In the order of the later document; runs of one shift cannot cross.
  for (const { later, earlier } of places) {
    const shift = later - earlier;
    const run = runs.get(shift);
    const grown = run !== undefined && later <= run.to ? run : { from: later, to: later };
    grown.to = later + SEQUENCE;
    runs.set(shift, grown);
    if (grown.to - grown.from > longest.to - longest.from) longest = { ...grown };
  }
  return longest;
}
