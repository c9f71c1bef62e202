import { Postings } from '../postings.ts';
import type { Vector } from './frequencies.ts';

/**
 * Documents that are told alike: the part of a story that is never taken apart. Stories are bundles put together, and what
 * comes later may put them together otherwise.
 */
export interface Bundle {
  readonly id: string;
  story: string;
  documents: number;
  /** Squared length of the sum of its documents' vectors. */
  squaredLength: number;
  /** First and last millisecond covered by its reports' dates of publication; absent where none has one. */
  first?: number;
  last?: number;
  /** Days that its documents speak of, counted from 1970. */
  readonly days: Set<number>;
  /** When its latest report arrived, in milliseconds. */
  arrived: number;
  /** Whether it is still in the index. */
  isOpen: boolean;
  /** Sums of the cosines between its documents and those of other bundles. */
  readonly links: Map<Bundle, number>;
}

/** How near a document is to a bundle. */
export interface Nearness {
  readonly bundle: Bundle;
  /** Sum of the cosines to its documents, of a large bundle as the latest ones let it be expected. */
  sum: number;
  /** The highest of them, highest first. */
  readonly best: number[];
}

/** What is added to a bundle. */
export interface Addition {
  readonly bundle: string;
  /** Story that the bundle is opened in, where it is new. */
  readonly story: string;
  /** Sum of the document's cosines to the documents of the bundle. */
  readonly sum: number;
  /** The same to those of other bundles. */
  readonly links: readonly (readonly [bundle: string, sum: number])[];
  readonly days: ReadonlySet<number>;
  readonly arrived: number;
  readonly reach?: { readonly first: number; readonly last: number } | undefined;
}

/** Documents that are looked through for one term, the latest first: a term in more of them tells little anyway. */
const MOST_POSTINGS = 120;
/** The same for all terms, the weightiest first: what is left out then is in very many documents. */
const MOST_COMPARED = 4_000;
/** A document that is no nearer than this shares a common word or two. */
const LEAST_COSINE = 0.01;
/** Days of a bundle that are remembered. */
const MOST_DAYS = 100;
/** Nearest documents of a bundle that are looked at one by one. */
const BEST = 3;
/** A bundle that has got no report for so long leaves the index. */
const IDLE_MS = 60 * 24 * 3_600_000;
/** Documents that new ones are compared with one by one, the latest, and places of their terms: about 42,000 documents. */
const MOST_DOCUMENTS = 50_000;
const MOST_PLACES = 1 << 22;
/** Bundles kept at most, the latest. */
const MOST_BUNDLES = 50_000;

/** Open bundles by the terms of their documents: what a new document is near to is found without looking at all of them. */
export class BundleIndex {
  readonly #postings = new Postings(MOST_PLACES);
  /** Of the latest documents, each under its number by turns: its bundle, and its cosine to the one compared at that turn. */
  readonly #bundleOf: Bundle[] = [];
  readonly #cosines = new Float64Array(MOST_DOCUMENTS);
  readonly #turns = new Uint32Array(MOST_DOCUMENTS);
  readonly #bundles = new Map<string, Bundle>();
  readonly #stories = new Map<string, Set<Bundle>>();
  #added = 0;
  #compared = 0;

  find(id: string): Bundle | undefined {
    return this.#bundles.get(id);
  }

  /** The open bundles of a story. */
  listBundles(story: string): Iterable<Bundle> {
    return this.#stories.get(story) ?? [];
  }

  /** The bundles that share a term with the document. */
  findNear(vector: Vector): readonly Nearness[] {
    const near = new Map<Bundle, Nearness>();
    for (const member of this.#compare(vector)) {
      const bundle = this.#bundleOf[member]!;
      const cosine = this.#cosines[member]!;
      if (cosine < LEAST_COSINE || !bundle.isOpen) continue;
      let nearness = near.get(bundle);
      if (nearness === undefined) {
        nearness = { bundle, sum: 0, best: [] };
        near.set(bundle, nearness);
      }
      nearness.sum += cosine;
      keepBest(nearness.best, cosine);
    }
    // Of a bundle with more documents than are looked through, the latest stand for all.
    for (const nearness of near.values())
      nearness.sum *= Math.max(1, nearness.bundle.documents / MOST_POSTINGS);
    return [...near.values()];
  }

  /** Works out the cosines to all documents that share one of the terms that are looked through, and says which these are. */
  #compare(vector: Vector): readonly number[] {
    this.#compared = (this.#compared + 1) >>> 0;
    const [postings, oldest] = [this.#postings, this.#added - MOST_DOCUMENTS];
    const members: number[] = [];
    let left = MOST_COMPARED;
    for (const [key, weight] of vector) {
      if (left <= 0) break;
      let most = MOST_POSTINGS;
      for (let at = postings.findLast(key); at !== 0 && most > 0; at = postings.findBefore(at)) {
        const document = postings.getDocument(at);
        if (document < oldest) break;
        const member = document % MOST_DOCUMENTS;
        if (this.#turns[member] !== this.#compared) {
          this.#turns[member] = this.#compared;
          this.#cosines[member] = 0;
          members.push(member);
        }
        this.#cosines[member]! += weight * postings.getValue(at);
        most--;
        left--;
      }
    }
    return members;
  }

  /** Adds a document to a bundle, which is opened where it is not there. */
  add(vector: Vector, { bundle, story, sum, links, days, arrived, reach }: Addition): Bundle {
    this.close(arrived);
    const open = this.#bundles.get(bundle) ?? this.#open(bundle, story, arrived);
    // Taken out and put in again, so that the bundles stay in the order of their latest reports.
    this.#bundles.delete(bundle);
    this.#bundles.set(bundle, open);
    open.documents++;
    open.squaredLength += 2 * sum + 1;
    open.arrived = Math.max(open.arrived, arrived);
    if (reach !== undefined) {
      open.first = Math.min(open.first ?? reach.first, reach.first);
      open.last = Math.max(open.last ?? reach.last, reach.last);
    }
    for (const day of days) if (open.days.size < MOST_DAYS) open.days.add(day);
    for (const [id, cosines] of links) {
      const other = this.#bundles.get(id);
      if (other !== undefined && other !== open) link(open, other, cosines);
    }
    const document = this.#added++;
    this.#bundleOf[document % MOST_DOCUMENTS] = open;
    for (const [key, value] of vector) this.#postings.add(key, { document, value });
    return open;
  }

  /** Puts a bundle into another story. */
  move(bundle: Bundle, story: string): void {
    this.#leave(bundle);
    bundle.story = story;
    this.#join(bundle);
  }

  #open(id: string, story: string, arrived: number): Bundle {
    const bundle: Bundle = {
      id,
      story,
      documents: 0,
      squaredLength: 0,
      days: new Set(),
      arrived,
      isOpen: true,
      links: new Map(),
    };
    this.#join(bundle);
    return bundle;
  }

  #join(bundle: Bundle): void {
    const together = this.#stories.get(bundle.story);
    if (together === undefined) this.#stories.set(bundle.story, new Set([bundle]));
    else together.add(bundle);
  }

  #leave(bundle: Bundle): void {
    const together = this.#stories.get(bundle.story);
    together?.delete(bundle);
    if (together?.size === 0) this.#stories.delete(bundle.story);
  }

  /** Lets go of bundles that have been idle for too long at an instant (milliseconds), or are too many. */
  close(now: number): void {
    for (const [id, bundle] of this.#bundles) {
      if (this.#bundles.size <= MOST_BUNDLES && now - bundle.arrived <= IDLE_MS) return;
      this.#bundles.delete(id);
      bundle.isOpen = false;
      this.#leave(bundle);
      for (const other of bundle.links.keys()) other.links.delete(bundle);
      bundle.links.clear();
    }
  }
}

function link(a: Bundle, b: Bundle, cosines: number): void {
  const sum = (a.links.get(b) ?? 0) + cosines;
  a.links.set(b, sum);
  b.links.set(a, sum);
}

function keepBest(best: number[], value: number): void {
  let at = best.length;
  while (at > 0 && best[at - 1]! < value) at--;
  if (at >= BEST) return;
  best.splice(at, 0, value);
  if (best.length > BEST) best.pop();
}
