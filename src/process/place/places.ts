import type { PlaceMention } from '../../model/place.ts';
import { makeTextSpan } from '../../model/span.ts';
import { findNames, type Name, type Names } from '../lang/en/entity/names.ts';
import { findOutlet } from '../lang/en/entity/outlets.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import type { KnownPlace } from './gazetteer.ts';
import { loadPlacePhrases } from './gazetteer.ts';
import { resolvePlaces, type StoryContext } from './resolve.ts';
import { findUse } from './use.ts';

/** Stage and version written on every place. */
export const PLACE_STAGE = 'place@1';

export interface PlaceInput {
  readonly text: string;
  readonly sentences: readonly ParsedSentence[];
}

export interface PlaceContext {
  /** Publisher of the document; its country settles names that nothing in the text settles. */
  readonly outlet?: string;
}

interface Found {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly isDemonym: boolean;
}

/**
 * Every mention of a place, with coordinates where the gazetteer knows it. Linear in the text.
 *
 * @example
 * findPlaces({ text, sentences })[0]; // { id: 'p1', text: 'Mosul', lat: 36.34, lon: 43.12, country: 'IQ', … }
 */
export function findPlaces(input: PlaceInput, context: PlaceContext = {}): readonly PlaceMention[] {
  const { text, sentences } = input;
  const found = findMentions(findNames(text, sentences), sentences);
  const mentions = found.map((mention, at) => ({
    name: nameOf(text, sentences[mention.sentence]!, mention),
    within: findContainers(text, sentences, found, at),
    isDemonym: mention.isDemonym,
    siblings: findSiblings(text, sentences, found, at),
  }));
  const resolved = resolvePlaces(mentions, storyOf(context));
  return found.map((mention, i): PlaceMention => {
    const sentence = sentences[mention.sentence]!;
    const { start } = sentence.tokens[mention.first]!;
    const { end } = sentence.tokens[mention.last]!;
    const place = resolved[i];
    return {
      kind: 'place',
      id: `p${i + 1}`,
      ...makeTextSpan(text, start, end),
      name: place?.name ?? text.slice(start, end),
      ...(place?.country === undefined ? {} : { country: place.country }),
      ...(place === undefined ? {} : { lat: place.lat, lon: place.lon }),
      precision: place?.precision ?? 'unknown',
      use: findUse(sentence, mention, place, mention.isDemonym),
      by: PLACE_STAGE,
    };
  });
}

function storyOf({ outlet }: PlaceContext): StoryContext {
  const country = outlet === undefined ? undefined : findOutlet(outlet)?.country;
  return country === undefined ? {} : { country };
}

function nameOf(
  text: string,
  { tokens }: ParsedSentence,
  { first, last }: { readonly first: number; readonly last: number },
): string {
  const name = text.slice(tokens[first]!.start, tokens[last]!.end);
  return name.replace(/\s+/g, ' ').slice(0, 80);
}

/** Names of places, and listed places and peoples outside other names, in the order of the text. */
function findMentions({ names, pieces }: Names, sentences: readonly ParsedSentence[]): Found[] {
  const phrases = loadPlacePhrases();
  const bySentence: Name[][] = sentences.map(() => []);
  for (const name of names) bySentence[name.sentence]!.push(name);
  const found: Found[] = [];
  for (const [s, sentence] of sentences.entries()) {
    const taken = new Uint8Array(sentence.tokens.length);
    for (const name of bySentence[s]!) {
      taken.fill(name.type === 'place' ? 2 : 1, name.first, name.last + 1);
    }
    for (const name of bySentence[s]!) {
      if (name.type === 'place') found.push(trimPlace({ ...name, isDemonym: false }, sentence));
    }
    for (let i = 0; i < sentence.tokens.length; i++) {
      const match = phrases.findAt(pieces[s]!, i);
      if (match === undefined || !/^\p{Lu}/u.test(sentence.tokens[i]!.text)) continue;
      const isFree = !taken.subarray(match.first, match.last + 1).some(Boolean);
      if (isFree && isMeant(match.value, sentence, match)) {
        found.push({
          sentence: s,
          first: match.first,
          last: match.last,
          isDemonym: match.value.form !== 'name',
        });
      }
      if (isFree) i = match.last;
    }
  }
  return found.sort((a, b) => a.sentence - b.sentence || a.first - b.first);
}

/** A place before "'s" or a bare abbreviation keeps its words; a closing full stop of the sentence is no part of it. */
function trimPlace(found: Found, { tokens }: ParsedSentence): Found {
  let { first, last } = found;
  while (last > first && /^(?:['’]s?|[,.;:])$/.test(tokens[last]!.text)) last--;
  while (first < last && /^(?:the|The|[,.;:])$/.test(tokens[first]!.text)) first++;
  return { sentence: found.sentence, first, last, isDemonym: found.isDemonym };
}

/** Whether a listed word that the tagger passed over is meant as a place here. */
function isMeant(
  place: KnownPlace,
  { tokens }: ParsedSentence,
  { first, last }: { readonly first: number; readonly last: number },
): boolean {
  const token = tokens[first]!;
  if (place.form === 'adjective') {
    if (first === last && place.name === 'Poland' && !/^(?:JJ|NN)/.test(token.xpos)) return false;
    return true;
  }
  if (place.form === 'people') return /^(?:NN|JJ)/.test(token.xpos);
  if (place.precision === 'country') return /^(?:NN|JJ|CD|FW|PRP)/.test(token.xpos);
  // Regions and sites: at least one word that is tagged as a name, and not the start of a sentence alone.
  if (!/^NNP/.test(token.xpos) && !(last > first)) return false;
  return token.text.length > 2 || token.text.includes('.');
}

/** Names that follow as containers: "Mosul, Iraq", "Homs in western Syria". */
function findContainers(
  text: string,
  sentences: readonly ParsedSentence[],
  all: readonly Found[],
  at: number,
): readonly string[] {
  const mention = all[at]!;
  const { tokens } = sentences[mention.sentence]!;
  const within: string[] = [];
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

/** Names before and after in a list: only commas and "and" between. */
function findSiblings(
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
