import { type KnownPlace, loadPlacePhrases } from '../../../place/gazetteer.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Desk, Range } from './desk.ts';
import type { Pieces } from './phrases.ts';

/** Words after a hyphen that make a country somebody else's friend or foe: "Iran-backed". */
const RELATED =
  /^(?:backed|aligned|linked|supported|sponsored|allied|funded|trained|armed|occupied|controlled|held|led|affiliated|friendly|inspired|brokered|mediated|administered|run|owned|made|supplied|born|style|era)$/i;

/** Whether token `i` is followed by "-backed" and the like. */
export function isRelated({ tokens }: ParsedSentence, i: number): boolean {
  return /^[-–]$/.test(tokens[i + 1]?.text ?? '') && RELATED.test(tokens[i + 2]?.text ?? '');
}

export const hasCountry = ({ country }: KnownPlace): boolean => country !== undefined;

/**
 * Country of the first country or people named among the tokens `first` to `last`, "Iran-backed" left out.
 *
 * @returns alpha-2 code, undefined where none is named
 */
export function findCountryIn(
  sentence: ParsedSentence,
  pieces: Pieces,
  { first, last }: { readonly first: number; readonly last: number },
): string | undefined {
  const phrases = loadPlacePhrases();
  for (let i = first; i <= last; i++) {
    const match = phrases.findAt(pieces, i, hasCountry);
    if (match === undefined || match.last > last) continue;
    // "Saudi-led forces" are commanded, and mostly manned, by the state named.
    const isLed = sentence.tokens[match.last + 2]?.text.toLowerCase() === 'led';
    if (isLed || !isRelated(sentence, match.last)) return match.value.country;
    i = match.last;
  }
  return undefined;
}

/**
 * The country that a name means in this document where it may mean several: "Georgia prosecutors" are American in a
 * report from Atlanta.
 *
 * @param country as the lists have it
 */
export function settleCountry(
  { sentence, places }: Pick<Desk, 'sentence' | 'places'>,
  { first, last }: Range,
  country: string | undefined,
): string | undefined {
  if (country === undefined) return undefined;
  const { start } = sentence.tokens[first]!;
  const { end } = sentence.tokens[last]!;
  const meant = places.find(
    (place) =>
      place.start >= start && place.end <= end && place.use !== 'demonym' && place.precision !== 'country',
  );
  return meant?.country ?? country;
}
