import { type Candidate, distance, findCandidates } from './candidates.ts';
import { findCountry } from './countries.ts';

/** A mention to be resolved. */
export interface Unresolved {
  /** As in the text, without `the`. */
  readonly name: string;
  /** Names of what contains it by the text itself: "Paris, Texas", "Homs in Syria". */
  readonly within: readonly string[];
  readonly isDemonym: boolean;
}

/** What the document is about, from outside its text. */
export interface StoryContext {
  /** Alpha-2 code of the outlet's country; decides only where nothing else does. */
  readonly country?: string;
}

/**
 * Picks one place for each name of a document. A name has one meaning in a document unless its own container says
 * otherwise. Names that can mean only one thing, and countries, are settled first; the rest take the candidate with
 * the best sum of prior, agreement with countries named, and nearness to places settled (after Leidner 2007).
 *
 * @returns one candidate for each mention, undefined where nobody knows the name
 */
export function resolvePlaces(
  mentions: readonly Unresolved[],
  story: StoryContext = {},
): readonly (Candidate | undefined)[] {
  const groups = new Map<string, { mention: Unresolved; candidates: readonly Candidate[]; count: number }>();
  const keys = mentions.map((mention) => {
    const key = `${mention.name.toLowerCase()}|${mention.within.join('|').toLowerCase()}`;
    const group = groups.get(key);
    if (group !== undefined) group.count++;
    else groups.set(key, { mention, candidates: candidatesOf(mention), count: 1 });
    return key;
  });
  const evidence = makeEvidence([...groups.values()], story);
  const chosen = new Map<string, Candidate | undefined>();
  const contained = new Map<string, Candidate>();
  // Names with a container first: the same name without one then means the same place.
  const order = [...groups].sort(([, a], [, b]) => b.mention.within.length - a.mention.within.length);
  for (const [key, { mention, candidates }] of order) {
    const name = mention.name.toLowerCase();
    const inherited = mention.within.length === 0 ? contained.get(name) : undefined;
    const best = inherited ?? pickBest(mention, candidates, evidence);
    chosen.set(key, best);
    if (best !== undefined && mention.within.length > 0) contained.set(name, best);
  }
  return keys.map((key) => chosen.get(key));
}

function candidatesOf({ name, isDemonym }: Unresolved): readonly Candidate[] {
  const candidates = findCandidates(name);
  return isDemonym ? candidates.filter(({ precision }) => precision !== 'city') : candidates;
}

interface Evidence {
  /** Weight of each country in the document, between 0 and 1. */
  readonly countries: ReadonlyMap<string, number>;
  /** Places that can be only one, with how often they are named. */
  readonly anchors: readonly { readonly place: Candidate; readonly weight: number }[];
}

function makeEvidence(
  groups: readonly { mention: Unresolved; candidates: readonly Candidate[]; count: number }[],
  story: StoryContext,
): Evidence {
  const counts = new Map<string, number>();
  const anchors: { place: Candidate; weight: number }[] = [];
  const add = (code: string | undefined, weight: number): void => {
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + weight);
  };
  for (const { mention, candidates, count } of groups) {
    const [first, second] = candidates;
    if (first === undefined) continue;
    const weight = Math.sqrt(count);
    const isClear = second === undefined || first.prior - second.prior > 1.6;
    if (first.precision === 'country' && !isAlsoState(mention.name)) add(first.country, 1.5 * weight);
    else if (isClear) add(first.country, weight);
    else {
      // A name that may be in several countries speaks a little for each of them.
      const countries = new Set(candidates.map((candidate) => candidate.country));
      for (const code of countries) add(code, (0.5 * weight) / countries.size);
    }
    if (isClear && first.precision !== 'country' && first.prior > 4.5) anchors.push({ place: first, weight });
  }
  add(story.country, 0.7);
  const total = Math.max(
    2,
    [...counts.values()].reduce((sum, count) => sum + count, 0),
  );
  return { countries: new Map([...counts].map(([code, count]) => [code, count / total])), anchors };
}

/** Georgia is a state as well as a country. */
function isAlsoState(name: string): boolean {
  return name.toLowerCase() === 'georgia';
}

const CONTAINED = 6;
const SAME_COUNTRY = 3.2;
const NEAR = 1.2;

function pickBest(
  mention: Unresolved,
  candidates: readonly Candidate[],
  evidence: Evidence,
): Candidate | undefined {
  let best: Candidate | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  const containers = mention.within.flatMap((name) => findCandidates(name).slice(0, 3));
  for (const candidate of candidates) {
    let score = candidate.prior;
    if (containers.some((container) => isInside(candidate, container))) score += CONTAINED;
    score += SAME_COUNTRY * Math.sqrt(evidence.countries.get(candidate.country ?? '') ?? 0);
    score += NEAR * nearness(candidate, evidence);
    if (candidate.precision === 'country' && isAlsoState(mention.name)) score -= 1.5;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  if (best === undefined && containers.length > 0) {
    // Unknown itself, but the text says what it lies in: no finer than that.
    const around = containers[0]!;
    return {
      ...around,
      name: mention.name,
      precision: around.precision === 'country' ? 'unknown' : 'region',
    };
  }
  return best;
}

function nearness(candidate: Candidate, { anchors }: Evidence): number {
  let sum = 0;
  for (const { place, weight } of anchors) {
    if (place.name === candidate.name) continue;
    sum += weight * Math.exp(-distance(candidate, place) / 250);
  }
  return Math.min(2, sum);
}

/** Whether the text may say of `inner` that it lies in `outer`. */
function isInside(inner: Candidate, outer: Candidate): boolean {
  if (inner === outer || (inner.name === outer.name && inner.precision === outer.precision)) return false;
  if (inner.country !== undefined && outer.country !== undefined && inner.country !== outer.country)
    return false;
  if (outer.precision === 'country') return inner.country === outer.country;
  const reach = outer.precision === 'city' ? 80 : (REACH.get(outer.country ?? '') ?? 320);
  return distance(inner, outer) < reach;
}

/** Kilometres that a first-level division may reach from its middle, where divisions are large. */
const REACH = new Map([
  ['US', 480],
  ['CA', 1400],
  ['AU', 1300],
  ['RU', 900],
  ['CN', 600],
  ['BR', 700],
  ['IN', 450],
]);

/** Usual name of a country for an entity: `United States`. */
export function countryName(code: string): string | undefined {
  return findCountry(code)?.name;
}
