import { populationOf } from '../lang/en/entity/name-word.ts';
import type { Name } from '../lang/en/entity/names.ts';
import type { Phrases, Pieces } from '../lang/en/entity/phrases.ts';
import type { ParsedSentence } from '../sentence/parsed.ts';
import type { KnownPlace } from './gazetteer.ts';
import type { Found } from './settle.ts';

/** Words in the names of papers, broadcasters, firms and clubs: a place in these says little of where. */
const NO_OFFICE =
  /^(?:Times|Post|Herald|Journal|News|Daily|Press|Tribune|Today|Star|Review|Telegraph|Gazette|Magazine|Broadcasting|Airlines|Airways|Inc\.?|Corp\.?|Ltd\.?|Company|Bank|United|FC|Cup|Open|Medicine)$/;
const ENOUGH_PEOPLE = 50_000;

/**
 * Places inside the names of bodies. A country or division at the head of an office's name is a mention as well ("U.S.
 * Department of Justice", "Kentucky State Police"); all others only tell where the story plays.
 */
export function findEmbedded(
  { sentence: index, first, last, type, alias }: Name,
  { tokens }: ParsedSentence,
  { phrases, pieces }: { readonly phrases: Phrases<KnownPlace>; readonly pieces: Pieces },
): readonly Found[] {
  if (type === 'person' || first === last || alias?.actor.news !== undefined) return [];
  const found: Found[] = [];
  const isOffice =
    type === 'organization' && !tokens.slice(first, last + 1).some(({ text }) => NO_OFFICE.test(text));
  for (let i = first; i <= last; i++) {
    const match = phrases.findAt(pieces, i);
    if (match !== undefined && match.last <= last && match.last - i < last - first) {
      const { form, precision, country } = match.value;
      const isState = precision === 'country' || (precision === 'region' && country !== undefined);
      const isMention =
        isOffice && i === first && form === 'name' && isState && tokens[match.last + 1]?.text !== '-';
      found.push({
        sentence: index,
        first: i,
        last: match.last,
        isDemonym: form !== 'name',
        ...(isMention ? { isEmbedded: true } : { isEvidence: true }),
      });
      i = match.last;
    } else if (i === first && match === undefined && populationOf(tokens[i]!.text) >= ENOUGH_PEOPLE) {
      found.push({ sentence: index, first: i, last: i, isDemonym: false, isEvidence: true });
    }
  }
  return found;
}
