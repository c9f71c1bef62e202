import type { ParsedSentence, Token } from '../sentence/parsed.ts';
import type { Candidate } from './candidates.ts';
import type { Found } from './settle.ts';

/** The words of a mention with single blanks, cut where they are very many. */
export function nameOf(
  text: string,
  { tokens }: ParsedSentence,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  const name = text.slice(tokens[first]!.start, tokens[last]!.end);
  return name.replace(/\s+/g, ' ').slice(0, 80);
}

const NEIGHBOURS = 4;

/**
 * A place that no list knows, put where the nearest place of its sentence is: "the suburbs of Cairns, A and B". Its
 * precision is unknown, for the point is the neighbour's.
 */
export function placeNear(
  told: readonly Found[],
  resolved: readonly (Candidate | undefined)[],
  at: number,
): Candidate | undefined {
  const { sentence, isDemonym } = told[at]!;
  if (isDemonym) return undefined;
  for (let step = 1; step <= NEIGHBOURS; step++) {
    for (const k of [at - step, at + step]) {
      const near = resolved[k];
      const other = told[k];
      if (other?.sentence !== sentence || near === undefined) continue;
      // "In Kazakhstan's capital, Astana": what stands beside a country lies there and nowhere near the rest.
      if (near.precision === 'country' && k === at - 1) return undefined;
      if (near.precision === 'country' || near.precision === 'sea' || other.isDemonym) continue;
      return { ...near, name: told[at]!.name ?? '', precision: 'unknown' };
    }
  }
  return undefined;
}

/** Names that follow as containers: "Mosul, Iraq", "Homs in western Syria". */
export function findContainers(
  text: string,
  sentences: readonly ParsedSentence[],
  all: readonly Found[],
  at: number,
): readonly string[] {
  const mention = all[at]!;
  const { tokens } = sentences[mention.sentence]!;
  const within: string[] = [];
  const before = all[at - 1];
  if (
    before?.sentence === mention.sentence &&
    isContainedBehind(tokens.slice(before.last + 1, mention.first), tokens[mention.last + 1])
  ) {
    within.push(nameOf(text, sentences[before.sentence]!, before));
  }
  let last = mention.last;
  for (let k = at + 1; k < all.length && within.length < 2; k++) {
    const next = all[k]!;
    if (next.sentence !== mention.sentence || next.isDemonym) break;
    const between = tokens.slice(last + 1, next.first).map((token) => token.text.toLowerCase());
    if (!isContaining(between)) break;
    within.push(nameOf(text, sentences[next.sentence]!, next));
    last = next.last;
  }
  return within;
}

const MOST_BETWEEN = 6;
const KIND_OF_PLACE =
  /^(?:city|town|village|suburbs?|district|districts|province|region|state|capital|port|county|area|neighbou?rhood|neighbou?rhoods|island|municipality|resort|stronghold|enclave|governorate)$/;

/** "The Iraqi city of X", "Cairo's X neighbourhood", "the Cairns suburbs of X": the container goes before. */
function isContainedBehind(between: readonly Token[], after: Token | undefined): boolean {
  if (between.length === 0 || between.length > MOST_BETWEEN) return false;
  const first = between[0]!;
  const isOwner = /^['’]s?$/.test(first.text);
  const isKind = (token: Token | undefined): boolean => token !== undefined && KIND_OF_PLACE.test(token.text);
  if (!between.some(isKind) && !(isOwner && isKind(after))) return false;
  return between.every(
    ({ text: word, xpos }, i) =>
      (i === 0 && isOwner) || /^(?:of|,|-)$/.test(word) || /^(?:JJ|JJS|NN|NNS|VBN|CD)$/.test(xpos),
  );
}

/** Names before and after in a list: only commas and "and" between. */
export function findSiblings(
  text: string,
  sentences: readonly ParsedSentence[],
  all: readonly Found[],
  at: number,
): readonly string[] {
  const mention = all[at]!;
  const siblings: string[] = [];
  for (const other of [all[at - 1], all[at + 1]]) {
    if (other === undefined || other.sentence !== mention.sentence || other.isDemonym) continue;
    const { tokens } = sentences[mention.sentence]!;
    const [left, right] = other.first < mention.first ? [other, mention] : [mention, other];
    const between = tokens.slice(left.last + 1, right.first);
    if (between.length <= 2 && between.every(({ text: word }) => /^(?:,|and|or|&|\/)$/i.test(word))) {
      siblings.push(nameOf(text, sentences[other.sentence]!, other));
    }
  }
  return siblings;
}

function isContaining(between: readonly string[]): boolean {
  const words = between.filter((word) => !COMPASS_WORDS.has(word));
  if (words.length === 1) return words[0] === ',' || words[0] === 'in' || words[0] === '(';
  return words.length === 2 && words[0] === ',' && words[1] === 'in';
}

const COMPASS_WORDS = new Set([
  'northern', 'southern', 'eastern', 'western', 'central', 'north', 'south', 'east', 'west',
  'northeastern', 'northwestern', 'southeastern', 'southwestern', 'neighboring', 'neighbouring',
]); // biome-ignore format: a table
