import { findCountry, findSpeakingState, getWords, sortWords, splitName } from './names.ts';

/** Sorts of bodies by their words, those first that say most: a prosecutor's office is no other office. */
const SORT_OF = sortWords('sort:');
const SORTS: readonly string[] = [...new Set(SORT_OF.values())];
/** Letters by which words are compared: `volcano` and `volcanology`, `prosecutor` and `prosecution`. */
const STEM = 6;
const SMALL = /^(?:of|for|the|and|in|on|at|to|de|du|des)$/;

/** A body's name taken apart. */
interface Body {
  readonly sort?: string;
  readonly country?: string;
  /** What tells it from others of its sort, by the first letters. */
  readonly marks: readonly string[];
}

const bodies = new Map<string, Body>();
const MOST_BODIES = 5_000;

function readBody(short: string): Body {
  const known = bodies.get(short);
  if (known !== undefined) return known;
  const words = splitName(short).filter((word) => !SMALL.test(word));
  const idle = getWords('idle');
  const marks: string[] = [];
  const sorts = new Set<string>();
  let country: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const pair = findCountry(`${word} ${words[at + 1] ?? ''}`);
    const state = pair ?? findSpeakingState(word);
    const sort = SORT_OF.get(word);
    if (pair !== undefined) at += 1;
    if (state !== undefined) country ??= state;
    else if (sort !== undefined) sorts.add(sort);
    else if (!idle.has(word)) marks.push(word.slice(0, STEM));
  }
  const sort = SORTS.find((each) => sorts.has(each));
  const made: Body = {
    marks,
    ...(sort === undefined ? {} : { sort }),
    ...(country === undefined ? {} : { country }),
  };
  if (bodies.size >= MOST_BODIES) bodies.clear();
  bodies.set(short, made);
  return made;
}

/**
 * Whether two folded names may be of one body: of one sort and of no two countries, and what one has beside that the other has as
 * well, if it has anything.
 *
 * @example
 * isSameBody('national defence ministry', 'romania defence ministry'); // true
 * isSameBody('defence ministry', 'foreign ministry'); // false
 */
export function isSameBody(one: string, other: string): boolean {
  const [a, b] = [readBody(one), readBody(other)];
  if (a.sort === undefined || a.sort !== b.sort) return false;
  if (a.country !== undefined && b.country !== undefined && a.country !== b.country) return false;
  return isShortFor(a, b) || isShortFor(b, a);
}

/** A state's forces are not those of whoever else has a name there: "Sudan's army" is not short for "Harbour Defence Forces". */
function isShortFor(short: Body, long: Body): boolean {
  if (
    short.marks.length === 0 &&
    long.marks.length > 0 &&
    short.country !== undefined &&
    long.country === undefined
  )
    return false;
  return short.marks.every((mark) => long.marks.includes(mark));
}

/** Sorts of bodies by which a state speaks. */
const OF_STATE = /^(?:prosecution|police|coastguard|military|court|presidency|ministry|government|agency)$/;

/** Whether a body is one of a state: `defence ministry`. */
export function isOfState(short: string): boolean {
  return OF_STATE.test(readBody(short).sort ?? '');
}

/** Whether a body is called by its sort alone, which many have: `office`. */
export function isAnyAgency(short: string): boolean {
  return SORT_OF.get(short) === 'agency';
}

/** The sort of a body by its folded name: `ministry`. */
export function readSort(short: string): string | undefined {
  return readBody(short).sort;
}

/** Whether an outlet is a body of a state by its own name: a prosecutor's office that publishes its releases. */
export function isOutletOfState(folded: string): boolean {
  return /^(?:prosecution|police|coastguard|military|court|presidency|ministry|government)$/.test(
    readBody(folded).sort ?? '',
  );
}
