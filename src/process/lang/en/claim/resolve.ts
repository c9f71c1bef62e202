import type { ChainLink } from '../../../../model/claim.ts';
import type { Attribution } from './attribution.ts';
import type { Source } from './source.ts';

/** A source as it was used in an earlier claim, with the links that stand before it in the chain. */
export interface PastSource {
  readonly at: number;
  readonly paragraph: number;
  readonly source: Source;
  readonly before: readonly ChainLink[];
  readonly link: ChainLink;
}

const SINGULAR = new Set(['he', 'she', 'him', 'her', 'his', 'hers', 'i', 'my']);
const NEUTRAL = new Set(['it', 'its', 'this', 'that']);

/** How far back, in sentences, a pronoun or "the official" may look. */
const PRONOUN_REACH = 3;
const DEFINITE_REACH = 12;

/**
 * The earlier source that a phrase stands for: "he" the last single person, "it" the last body, "they" the last
 * several; "the official", "those officials" and "one official" the last unnamed source with the same main word.
 */
export function findAntecedent(
  past: readonly PastSource[],
  source: Source,
  at: number,
): PastSource | undefined {
  if (source.isReferring === true) return findReferred(past, source, at);
  if (!source.isPronoun && source.link.anonymous !== true) return findShortened(past, source, at);
  const word = source.link.name.toLowerCase();
  for (let i = past.length - 1; i >= 0; i--) {
    const candidate = past[i]!;
    if (source.isPronoun) {
      if (at - candidate.at > PRONOUN_REACH) return undefined;
      if (!candidate.source.isPronoun && fitsPronoun(word, candidate)) return candidate;
    } else {
      if (at - candidate.at > DEFINITE_REACH) return undefined;
      if (isSameUnnamed(source, candidate)) return candidate;
    }
  }
  return undefined;
}

/** The last thing said by the one whom a pronoun or nominal stands for. */
function findReferred(past: readonly PastSource[], source: Source, at: number): PastSource | undefined {
  for (let i = past.length - 1; i >= 0 && at - past[i]!.at <= PRONOUN_REACH; i--)
    if (past[i]!.link.entity === source.link.entity) return past[i];
  return undefined;
}

/** Nouns by which any armed or political body may be taken up again. */
const BODY_NOUNS = new Set([
  'group',
  'movement',
  'militia',
  'organization',
  'organisation',
  'faction',
  'party',
  'ministry',
]);

/**
 * "the military" after "the Iraqi military", "the group" after a body that spoke under its name: the last office whose
 * name ends in the word, or that the noun itself introduced.
 */
function findShortened(past: readonly PastSource[], source: Source, at: number): PastSource | undefined {
  const { name, type } = source.link;
  if (!source.isDefinite || type !== 'office' || !/^\p{Ll}+$/u.test(name) || source.own !== undefined)
    return undefined;
  for (let i = past.length - 1; i >= 0; i--) {
    const candidate = past[i]!;
    if (at - candidate.at > DEFINITE_REACH) return undefined;
    if (candidate.link.type !== 'office' || candidate.link.name === name) continue;
    const isEnding = candidate.link.name.toLowerCase().endsWith(` ${name}`);
    const isNoun = BODY_NOUNS.has(name) && candidate.source.lemma === name;
    // What a body says later it need not say by the same medium.
    if (isEnding || isNoun) return { ...candidate, before: [] };
  }
  return undefined;
}

function fitsPronoun(word: string, candidate: PastSource): boolean {
  const { type, number } = candidate.link;
  const isSpokesperson = candidate.source.lemma.startsWith('spokes');
  if (SINGULAR.has(word)) return (type === 'person' && number !== 'several') || isSpokesperson;
  if (NEUTRAL.has(word))
    return type === 'office' || type === 'outlet' || type === 'agency' || type === 'document';
  return number === 'several' || type === 'crowd' || type === 'office';
}

/** Unnamed officials of the same description, the later ones brought up with "the", "those", "one" or the same words. */
function isSameUnnamed(source: Source, candidate: PastSource): boolean {
  const { link } = candidate;
  if (candidate.source.lemma !== source.lemma) return false;
  if (source.link.anonymous !== true || link.anonymous !== true) return false;
  const name = source.link.name.toLowerCase();
  const known = link.name.toLowerCase();
  if (name === known && source.link.number === link.number) return true;
  if (/^one\b/.test(name)) return link.number === 'several';
  if (!source.isDefinite || source.link.number !== link.number) return false;
  return name
    .split(' ')
    .slice(0, -1)
    .every((word) => known.includes(word));
}

/** The link with what the earlier source knew: its full name, role and kind, but its own words' place. */
export function withAntecedent(source: Source, antecedent: PastSource | undefined): ChainLink {
  if (antecedent === undefined) return source.link;
  const { start, end, cue: _cue, said: _said, ...known } = antecedent.link;
  const own = source.isPronoun
    ? known
    : { ...known, name: source.isDefinite ? known.name : source.link.name };
  const number = source.isPronoun || source.link.number === undefined ? known.number : source.link.number;
  return {
    ...own,
    ...(number === undefined ? {} : { number }),
    ...(source.link.start === undefined ? {} : { start: source.link.start }),
    ...(source.link.end === undefined ? {} : { end: source.link.end }),
  };
}

/** Deepest nesting that is followed; a sentence that goes deeper is no report. */
const DEEPEST = 4;

/** Attributions whose content holds the cue of `inner`, outermost first. */
export function findEnclosing(all: readonly Attribution[], inner: Attribution): readonly Attribution[] {
  return all
    .filter(
      (outer) =>
        outer !== inner &&
        (outer.source === undefined || outer.source !== inner.source) &&
        outer.content.includes(inner.head) &&
        !inner.content.includes(outer.head),
    )
    .sort((a, b) => b.content.length - a.content.length)
    .slice(-DEEPEST);
}
