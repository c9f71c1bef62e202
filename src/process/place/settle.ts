import type { ParsedSentence, Token } from '../sentence/parsed.ts';
import { findCandidates } from './candidates.ts';
import { findListed } from './gazetteer.ts';

/** A mention of a place in a sentence; `first` and `last` are token indexes, both included. */
export interface Found {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly isDemonym: boolean;
  /** What to look up, where the text has less or more: "Idlib Province" of "Idlib province". */
  readonly name?: string;
  /** Part of the name of a body: "U.S." of "U.S. Department of Justice". */
  readonly isEmbedded?: boolean;
  /** Says where the story plays and is no mention itself: "Kentucky" of "University of Kentucky". */
  readonly isEvidence?: boolean;
}

/** Words that, in small letters, say what the name before them is; they are no part of it. */
const KINDS: ReadonlyMap<string, string> = new Map(
  'province state region city county district oblast governorate prefecture area territory municipality town village islands island airport'
    .split(' ')
    .map((word) => [word, word[0]!.toUpperCase() + word.slice(1)]),
);
/** Kinds that are looked up with the name: they tell the division from its seat. */
const DIVIDING =
  /^(?:province|state|region|county|district|oblast|governorate|prefecture|territory|airport|island|islands)$/;
const BEFORE = /^(?:City|Town|Village|County|Province|State|District|Municipality|Borough|Republic)$/;
const PREFIX = /^(?:Villages?|Mainland|Occupied|City|Downtown|Suburban|Rural)$/;
const COMPASS =
  /^(?:Far|Deep|North|South|East|West|Northern|Southern|Eastern|Western|Central|(?:North|South)-?(?:[Ee]ast|[Ww]est)(?:ern)?)$/;
/** Last words of bodies that the tagger takes for places at times. */
export const OFFICE =
  /^(?:Council|Police|Patrol|Department|Authority|Alert|Commission|Ministry|Club|Test|Produce|Times|Union|Agency|Court)$/;
const MOST_PARTS = 4;

/**
 * The places that a name of the tagger holds: without generic words in small letters, "City of" and the like, and cut
 * at commas, "'s" and "and" where the whole is no place that anybody knows.
 */
export function settleName(found: Found, { tokens }: ParsedSentence, text: string): readonly Found[] {
  const trimmed = trimEnds(found, tokens);
  const { first, last } = trimmed;
  if (first === last) return [trimmed];
  const joint = cutJoint(trimmed, tokens, text);
  if (joint !== undefined) return joint;
  let comma = first + 1;
  while (comma < last && tokens[comma]!.text !== ',') comma++;
  if (comma < last && !isListed(trimmed, tokens, text)) return cutAt(trimmed, [comma], { tokens, text });
  if (!isKnown(trimmed, tokens, text)) {
    const cuts: number[] = [];
    for (let i = first + 1; i < last && cuts.length < MOST_PARTS; i++) {
      const { text: word } = tokens[i]!;
      // "Queen Anne's County", "St. Mary's Bay" are one name.
      if (word === 'and' || (/^['’]s$/.test(word) && last > i + 1)) cuts.push(i);
    }
    if (cuts.length > 0) return cutAt(trimmed, cuts, { tokens, text });
  }
  return [nameKind(trimPrefix(headOf(trimmed, tokens, text), tokens, text), tokens, text)];
}

/** "Westminster City Council": of the name of an office, the town. */
function headOf(found: Found, tokens: readonly Token[], text: string): Found {
  const { first, last } = found;
  if (!OFFICE.test(tokens[last]!.text) || isKnown(found, tokens, text)) return found;
  for (let end = Math.min(last - 1, first + 2); end >= first; end--) {
    const best = findCandidates(textOf(found, tokens, text, end))[0];
    if (best !== undefined && best.prior > 4.7) return { ...found, last: end, isEmbedded: true };
  }
  return found;
}

interface Source {
  readonly tokens: readonly Token[];
  readonly text: string;
}

function cutAt(found: Found, cuts: readonly number[], source: Source): readonly Found[] {
  const parts: Found[] = [];
  let first = found.first;
  for (const cut of [...cuts, found.last + 1]) {
    if (cut > first) parts.push(trimEnds({ ...found, first, last: cut - 1 }, source.tokens));
    first = cut + 1;
  }
  return parts.map((part) =>
    nameKind(trimPrefix(part, source.tokens, source.text), source.tokens, source.text),
  );
}

/** A place before "'s" or a bare abbreviation keeps its words; a closing full stop of the sentence is no part of it. */
function trimEnds(found: Found, tokens: readonly Token[]): Found {
  let { first, last } = found;
  while (last > first && /^(?:['’]s?|[,.;:])$/.test(tokens[last]!.text)) last--;
  while (first < last && /^(?:the|The|[,.;:])$/.test(tokens[first]!.text)) first++;
  return { ...found, first, last };
}

/** "Idlib province": the name is Idlib, the place the province. */
function nameKind(found: Found, tokens: readonly Token[], text: string): Found {
  const { first, last } = found;
  const word = tokens[last]!.text;
  if (last > first && KINDS.has(word)) {
    const name = DIVIDING.test(word)
      ? `${textOf(found, tokens, text, last - 1)} ${KINDS.get(word)!}`
      : undefined;
    return { ...found, last: last - 1, ...(name === undefined ? {} : { name }) };
  }
  const after = tokens[last + 1]?.text ?? '';
  if (!DIVIDING.test(after) || found.isDemonym) return found;
  return { ...found, name: `${textOf(found, tokens, text, last)} ${KINDS.get(after)!}` };
}

/** "City of Montreal", "Downtown Chicago": the place is named behind. */
function trimPrefix(found: Found, tokens: readonly Token[], text: string): Found {
  const { first, last } = found;
  if (isListed(found, tokens, text)) return found;
  const second = tokens[first + 1]!;
  if (
    last >= first + 2 &&
    second.text === 'of' &&
    (BEFORE.test(tokens[first]!.text) || COMPASS.test(tokens[first]!.text))
  ) {
    const rest = { ...found, first: first + 2 };
    return isKnown(rest, tokens, text) ? rest : found;
  }
  if (last > first && PREFIX.test(tokens[first]!.text)) {
    const rest = { ...found, first: first + 1 };
    return isKnown(rest, tokens, text) ? rest : found;
  }
  return found;
}

/** "Central and South America": two regions that share their last word. */
function cutJoint(found: Found, tokens: readonly Token[], text: string): readonly Found[] | undefined {
  const { first, last } = found;
  if (last !== first + 3 || !/^(?:and|or|&)$/.test(tokens[first + 1]!.text)) return undefined;
  if (!COMPASS.test(tokens[first]!.text) || !COMPASS.test(tokens[first + 2]!.text)) return undefined;
  return [
    { ...found, last: first, name: `${tokens[first]!.text} ${tokens[last]!.text}` },
    { ...found, first: first + 2, name: textOf({ ...found, first: first + 2 }, tokens, text, last) },
  ];
}

function isKnown(found: Found, tokens: readonly Token[], text: string): boolean {
  return findCandidates(textOf(found, tokens, text, found.last)).length > 0;
}

function isListed(found: Found, tokens: readonly Token[], text: string): boolean {
  return findListed(textOf(found, tokens, text, found.last)).length > 0;
}

const LONGEST = 80;

/** The words of a mention up to the token `last`, with single blanks. */
export function textOf({ first }: Found, tokens: readonly Token[], text: string, last: number): string {
  return text.slice(tokens[first]!.start, tokens[last]!.end).replace(/\s+/g, ' ').slice(0, LONGEST);
}
