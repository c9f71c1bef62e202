import type { PlaceMention } from '../../../../model/place.ts';
import { isRelated } from './countries-in.ts';
import type { Desk, Range } from './desk.ts';

/** Somebody's nationality in a phrase that names several: "the Turkish and Greek sides". */
export interface Nationality {
  /** First token of the words that name it. */
  readonly first: number;
  readonly country: string;
  readonly word: string;
}

/** Who stays where he is not at home: of these "in Vienna" says only where they are. */
const GUESTS: ReadonlySet<string> = new Set(
  `troop soldier army navy military force warplane jet convoy fleet coalition contractor mercenary peacekeeper marine sailor airman pilot
  diplomat ambassador envoy consul negotiator mediator delegate delegation observer inspector expert analyst adviser advisor
  journalist reporter correspondent photographer broadcaster tourist traveller traveler pilgrim expatriate missionary passenger
  immigrant ally exile leader president king queen minister spokesman spokeswoman spokesperson fan player athlete spectator crew
  worker volunteer humanitarian charity watchdog hostage captive prisoner victim`.split(/\s+/),
);
const LIVING = new Set(['in', 'throughout', 'across', 'inside']);
const BELONGING = new Set(['from', 'of']);

/**
 * Country of people who have none among their own words: that of the place before ("Cairo’s security chief") or
 * behind them ("rebels in the Ivory Coast", "troops from Chad", "students throughout Indonesia").
 */
export function findHome(
  desk: Desk,
  { first, last, head }: Range & { readonly head: string },
): string | undefined {
  const { tokens } = desk.sentence;
  if (tokens[first - 1]?.xpos === 'POS') return placeEndingAt(desk, first - 2)?.country;
  const marker = tokens[last + 1]?.text.toLowerCase();
  if (marker === undefined) return undefined;
  const isHome = (LIVING.has(marker) && !GUESTS.has(head)) || BELONGING.has(marker);
  if (!isHome || (marker === 'from' && isMoved(desk, last))) return undefined;
  // "the Palestinian residents of the northern West Bank": an article and what describes the place may stand between.
  for (let k = last + 2; k <= last + 5 && k < tokens.length; k++) {
    const place = placeStartingAt(desk, k);
    if (place !== undefined) return place.use === 'demonym' && marker === 'of' ? undefined : place.country;
    // "supporters of President Example", "the government of …": theirs is the country of whom they follow.
    const whose = marker === 'of' ? desk.names.find(({ first: start }) => start === k) : undefined;
    if (whose !== undefined) return whose.alias?.isWeak === false ? whose.alias.actor.country : undefined;
    if (!/^(?:DT|JJ|NN|NNP|VBN|CD)$/.test(tokens[k]!.xpos)) return undefined;
  }
  return undefined;
}

/** "withdrew its troops from Chad": the place that they leave, and not their own. */
const isMoved = ({ sentence }: Desk, head: number): boolean =>
  /^(?:obj|nsubj:pass)$/.test(sentence.tokens[head]!.deprel);

const placeStartingAt = (desk: Desk, k: number): PlaceMention | undefined => {
  const token = desk.sentence.tokens[k];
  return token && desk.places.find((place) => place.start === token.start && place.country !== undefined);
};

function placeEndingAt(desk: Desk, k: number): PlaceMention | undefined {
  const token = desk.sentence.tokens[k];
  if (token === undefined) return undefined;
  return desk.places.find((place) => place.end === token.end && place.country !== undefined);
}

/**
 * The other nations named beside that of a phrase, in the order of the text: the Hungarian of "Hungarian and Romanian
 * officials", each of whom is a party of its own.
 */
export function findOtherNations(desk: Desk, { first }: Range, country: string): readonly Nationality[] {
  const { tokens } = desk.sentence;
  const found: Nationality[] = [];
  let joint = first - 1;
  while (joint > 0 && found.length < 4) {
    const isJoint = tokens[joint]!.xpos === 'CC' ? tokens[joint]!.text.toLowerCase() === 'and' : false;
    if (!isJoint && !(found.length > 0 && tokens[joint]!.text === ',')) break;
    const last = tokens[joint - 1]?.text === ',' ? joint - 2 : joint - 1;
    const place = placeEndingAt(desk, last);
    if (place?.use !== 'demonym' || place.country === undefined) break;
    const start = tokens.findIndex((token) => token.start >= place.start);
    if (start < 0 || isRelated(desk.sentence, last)) break;
    if (place.country !== country && found.every((other) => other.country !== place.country))
      found.unshift({ first: start, country: place.country, word: place.text });
    joint = start - 1;
  }
  return found;
}
