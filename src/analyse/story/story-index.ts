import type { Vector } from './frequencies.ts';

/** A story that may still go on. */
export interface OpenStory {
  readonly id: string;
  documents: number;
  /** Squared length of the sum of its documents' vectors. */
  squaredLength: number;
  /** First and last millisecond covered by its reports' dates of publication; absent where none has one. */
  first?: number;
  last?: number;
  /** When its latest report arrived, in milliseconds. */
  arrived: number;
}

/** How near a document is to a story. */
export interface Nearness {
  readonly story: OpenStory;
  /** Sum of the cosines to its documents, of a large story as the latest ones let it be expected. */
  sum: number;
  /** The highest of them, highest first. */
  readonly best: number[];
}

interface Posting {
  readonly member: Member;
  readonly weight: number;
}

interface Member {
  readonly story: OpenStory;
}

/** Documents that are looked through for one term, the latest first: a term in more of them tells little anyway. */
const MOST_POSTINGS = 120;
/** Nearest documents of a story that are looked at one by one. */
const BEST = 3;
/** A story that has got no report for so long leaves the index. */
const IDLE_MS = 60 * 24 * 3_600_000;
/** Stories kept at most, the latest; and how often the index is cleared of what has left. */
const MOST_STORIES = 50_000;
const SWEEP_EVERY = 2_000;

/** Open stories by the terms of their documents: what a new document is near to is found without looking at all of them. */
export class StoryIndex {
  readonly #postings = new Map<string, Posting[]>();
  readonly #stories = new Map<string, OpenStory>();
  #added = 0;

  find(id: string): OpenStory | undefined {
    return this.#stories.get(id);
  }

  /** The stories that share a term with the document. */
  findNear(vector: Vector): readonly Nearness[] {
    const cosines = new Map<Member, number>();
    for (const [term, weight] of vector) {
      const postings = this.#postings.get(term);
      if (postings === undefined) continue;
      for (let at = Math.max(0, postings.length - MOST_POSTINGS); at < postings.length; at++) {
        const { member, weight: theirs } = postings[at]!;
        cosines.set(member, (cosines.get(member) ?? 0) + weight * theirs);
      }
    }
    const near = new Map<OpenStory, Nearness>();
    for (const [{ story }, cosine] of cosines) {
      if (!this.#stories.has(story.id)) continue;
      let nearness = near.get(story);
      if (nearness === undefined) {
        nearness = { story, sum: 0, best: [] };
        near.set(story, nearness);
      }
      nearness.sum += cosine;
      keepBest(nearness.best, cosine);
    }
    // Of a story with more documents than are looked through, the latest stand for all.
    for (const nearness of near.values())
      nearness.sum *= Math.max(1, nearness.story.documents / MOST_POSTINGS);
    return [...near.values()];
  }

  /** Adds a document to a story, which is opened where it is not there. `sum` is that of its nearness to it. */
  add(
    vector: Vector,
    {
      story,
      sum,
      arrived,
      reach,
    }: {
      story: string;
      sum: number;
      arrived: number;
      reach?: { readonly first: number; readonly last: number } | undefined;
    },
  ): void {
    this.close(arrived);
    const open = this.#stories.get(story) ?? { id: story, documents: 0, squaredLength: 0, arrived };
    // Taken out and put in again, so that the stories stay in the order of their latest reports.
    this.#stories.delete(story);
    this.#stories.set(story, open);
    open.documents++;
    open.squaredLength += 2 * sum + 1;
    open.arrived = Math.max(open.arrived, arrived);
    if (reach !== undefined) {
      open.first = Math.min(open.first ?? reach.first, reach.first);
      open.last = Math.max(open.last ?? reach.last, reach.last);
    }
    const member: Member = { story: open };
    for (const [term, weight] of vector) this.#post(term, { member, weight });
    if (++this.#added % SWEEP_EVERY === 0) this.#sweep();
  }

  #post(term: string, posting: Posting): void {
    const postings = this.#postings.get(term);
    if (postings === undefined) this.#postings.set(term, [posting]);
    else {
      postings.push(posting);
      if (postings.length >= 2 * MOST_POSTINGS) postings.splice(0, postings.length - MOST_POSTINGS);
    }
  }

  /** Lets go of stories that have been idle for too long at an instant (milliseconds), or are too many. */
  close(now: number): void {
    for (const [id, story] of this.#stories) {
      if (this.#stories.size <= MOST_STORIES && now - story.arrived <= IDLE_MS) return;
      this.#stories.delete(id);
    }
  }

  #sweep(): void {
    for (const [term, postings] of this.#postings) {
      const open = postings.filter(({ member }) => this.#stories.get(member.story.id) === member.story);
      if (open.length === 0) this.#postings.delete(term);
      else if (open.length < postings.length) this.#postings.set(term, open);
    }
  }
}

function keepBest(best: number[], value: number): void {
  let at = best.length;
  while (at > 0 && best[at - 1]! < value) at--;
  if (at >= BEST) return;
  best.splice(at, 0, value);
  if (best.length > BEST) best.pop();
}
