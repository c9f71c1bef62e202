import { type Candidate, distance, findCandidates } from './candidates.ts';

/** A mention to be resolved. */
export interface Unresolved {
  /** Names of the mentions right beside it in a list: "Ohio, Indiana and Georgia". */
  readonly siblings?: readonly string[];
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
  const groups = new Map<string, Group>();
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
  return isDemonym
    ? candidates.filter(({ precision }) => precision !== 'city' && precision !== 'district')
    : candidates;
}

interface Group {
  readonly mention: Unresolved;
  readonly candidates: readonly Candidate[];
  count: number;
}

/** What one name says of where the story plays: weight by country. */
type Vote = ReadonlyMap<string, number>;

interface Evidence {
  readonly votes: ReadonlyMap<Unresolved, Vote>;
  /** Sum of all votes, by country and by first-level division (`US.KY`). */
  readonly countries: ReadonlyMap<string, number>;
  readonly total: number;
  /** Whether any first-level division has a vote for certain. */
  readonly hasDivisions: boolean;
  /** Places that can be only one, with how often they are named. */
  readonly anchors: readonly { readonly place: Candidate; readonly weight: number }[];
}

function makeEvidence(groups: readonly Group[], story: StoryContext): Evidence {
  const countries = new Map<string, number>();
  const votes = new Map<Unresolved, Vote>();
  const anchors: { place: Candidate; weight: number }[] = [];
  let total = 0;
  let hasDivisions = false;
  for (const { mention, candidates, count } of groups) {
    const [first, second] = candidates;
    if (first === undefined) continue;
    const weight = Math.sqrt(count);
    const isClear = second === undefined || first.prior - second.prior > 1.6;
    const vote = voteOf(mention, candidates, { weight, isClear });
    votes.set(mention, vote);
    for (const [code, share] of vote) countries.set(code, (countries.get(code) ?? 0) + share);
    for (const [code, share] of vote) if (isCountryCode(code)) total += share;
    hasDivisions ||= isClear && divisionOf(first) !== undefined && !/ (?:County|Parish)$/.test(mention.name);
    if (isClear && first.precision !== 'country' && first.prior > 4.5) anchors.push({ place: first, weight });
  }
  if (story.country !== undefined) {
    countries.set(story.country, (countries.get(story.country) ?? 0) + STORY_VOTE);
    total += STORY_VOTE;
  }
  // The best known places are enough to tell where a story plays, however many a text names.
  anchors.sort((a, b) => b.weight - a.weight || b.place.prior - a.place.prior);
  return { votes, countries, total, hasDivisions, anchors: anchors.slice(0, MOST_ANCHORS) };
}

function voteOf(
  mention: Unresolved,
  candidates: readonly Candidate[],
  { weight, isClear }: { readonly weight: number; readonly isClear: boolean },
): Vote {
  const first = candidates[0]!;
  if (first.precision === 'country' && !isAlsoState(mention.name)) {
    return new Map(first.country === undefined ? [] : [[first.country, 1.5 * weight]]);
  }
  if (isClear) {
    const codes = [first.country, divisionOf(first)].filter((code) => code !== undefined);
    return new Map(codes.map((code) => [code, weight]));
  }
  // A name that may be in several countries or divisions speaks a little for each of them.
  const few = candidates.slice(0, 8);
  const vote = new Map<string, number>();
  for (const codeOf of [({ country }: Candidate) => country, divisionOf]) {
    const codes = new Set(few.flatMap((candidate) => codeOf(candidate) ?? []));
    for (const code of codes) vote.set(code, (0.5 * weight) / codes.size);
  }
  return vote;
}

/** First-level division with its country: `US.KY`. */
function divisionOf({ country, admin }: Candidate): string | undefined {
  return country === undefined || admin === undefined || admin === '' ? undefined : `${country}.${admin}`;
}

function isCountryCode(code: string): boolean {
  return code.length === 2;
}

/** Share of the votes for a country, the name's own vote left out: a name proves nothing of itself. */
function supportFor(code: string | undefined, mention: Unresolved, evidence: Evidence): number {
  if (code === undefined) return 0;
  const own = evidence.votes.get(mention);
  let ownTotal = 0;
  for (const [named, vote] of own ?? []) if (isCountryCode(named)) ownTotal += vote;
  const rest = (evidence.countries.get(code) ?? 0) - (own?.get(code) ?? 0);
  return Math.max(0, rest) / Math.max(2, evidence.total - ownTotal);
}

/** Georgia is a state as well as a country. */
function isAlsoState(name: string): boolean {
  return name.toLowerCase() === 'georgia';
}

const MOST_ANCHORS = 60;
const CONTAINED = 6;
const SAME_COUNTRY = 3.2;
const SAME_DIVISION = 1.6;
/** Prior of a town of some 40,000 people. */
const SMALL = 4.6;
const ENOUGH_EVIDENCE = 2;
const STORY_VOTE = 0.7;
const NEAR = 1;
const SIBLING = 1.2;

function pickBest(
  mention: Unresolved,
  candidates: readonly Candidate[],
  evidence: Evidence,
): Candidate | undefined {
  let best: Candidate | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  const containers = mention.within.flatMap((name) => findCandidates(name).slice(0, 3));
  const siblings = (mention.siblings ?? []).flatMap((name) => findCandidates(name).slice(0, 1));
  for (const candidate of candidates) {
    let score = candidate.prior;
    if (containers.some((container) => isInside(candidate, container))) score += CONTAINED;
    score += SAME_COUNTRY * Math.sqrt(supportFor(candidate.country, mention, evidence));
    score += SAME_DIVISION * Math.sqrt(supportFor(divisionOf(candidate), mention, evidence));
    score += NEAR * nearness(candidate, evidence);
    if (siblings.some((sibling) => isLike(candidate, sibling))) score += SIBLING;
    if (candidate.precision === 'country' && isAlsoState(mention.name)) score -= 1.5;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  if (best !== undefined && containers.length === 0 && isFarFetched(best, mention, evidence))
    return undefined;
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

/**
 * A small place in a country that the text, which names others, never speaks of: far likelier it is another of the name
 * that no list knows. So is a county or the like, named after a town, in a division of which nothing is said.
 */
function isFarFetched(place: Candidate, mention: Unresolved, evidence: Evidence): boolean {
  if (mention.isDemonym || place.country === undefined) return false;
  const division = divisionOf(place);
  if (/ (?:County|Parish)$/.test(mention.name) && evidence.hasDivisions) {
    return supportFor(division, mention, evidence) === 0;
  }
  if (place.precision === 'region' || place.precision === 'country' || place.precision === 'sea')
    return false;
  return (
    place.prior < SMALL &&
    evidence.total >= ENOUGH_EVIDENCE &&
    supportFor(place.country, mention, evidence) === 0
  );
}

/** Two of a kind in one country: states beside states. */
function isLike(a: Candidate, b: Candidate): boolean {
  return a.precision === b.precision && a.precision !== 'city' && a.country === b.country;
}

function nearness(candidate: Candidate, { anchors }: Evidence): number {
  let sum = 0;
  for (const { place, weight } of anchors) {
    if (place.name === candidate.name) continue;
    // What lies within a region or country is as near to it as can be.
    const gap = Math.max(0, distance(candidate, place) - reachOf(candidate));
    sum += weight * Math.exp(-gap / 250);
  }
  return Math.min(2, sum);
}

/** Whether the text may say of `inner` that it lies in `outer`. */
function isInside(inner: Candidate, outer: Candidate): boolean {
  if (inner === outer || (inner.name === outer.name && inner.precision === outer.precision)) return false;
  if (inner.country !== undefined && outer.country !== undefined && inner.country !== outer.country)
    return false;
  if (outer.precision === 'country') return inner.country === outer.country;
  if (inner.admin !== undefined && outer.admin !== undefined && inner.country === outer.country) {
    return outer.precision === 'region' && inner.admin === outer.admin;
  }
  return distance(inner, outer) < (outer.precision === 'city' ? 80 : reachOf(outer));
}

function reachOf({ precision, country }: Candidate): number {
  if (precision === 'region') return REACH.get(country ?? '') ?? 320;
  return precision === 'country' ? 500 : 0;
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
