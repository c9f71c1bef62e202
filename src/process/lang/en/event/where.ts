import type { PlaceMention } from '../../../../model/place.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { type Around, ringsOf } from './rings.ts';
import { findStretches } from './stretch.ts';

/** Prepositions that lead to a place at which something happens. */
const LOCATING = new Set(
  (
    'in at near on outside inside around across off within along over through throughout between into to against of ' +
    'toward towards above beside'
  ).split(' '),
);

/** Those after which a whole country is more than the other side: "in Iraq", not "against Iraq". */
const WITHIN = new Set('in inside across within throughout into to off around near'.split(' '));

/** Types whose deeds are done on the ground of whoever suffers them: a strike on Syria is in Syria. */
const ON_GROUND = new Set(['ASSAULT', 'MOBILIZE', 'CONSULT', 'PROTEST']);

const FINENESS: Readonly<Record<PlaceMention['precision'], number>> = {
  site: 0,
  city: 1,
  district: 2,
  region: 3,
  sea: 3,
  country: 4,
  unknown: 5,
};

/** Id of the place at which the text puts an event: of the nearest words that name one, the most precise. */
export function findWhere(
  sentence: ParsedSentence,
  around: Around,
  places: readonly PlaceMention[],
): string | undefined {
  const near = places.filter(
    (place) => place.use === 'place' && place.start >= sentence.start && place.end <= sentence.end,
  );
  if (near.length === 0) return undefined;
  const headed = near.map((place) => ({ place, head: headOf(sentence, place) }));
  for (const ring of [...ringsOf(sentence, around), ...findStretches(sentence, around)]) {
    const found = headed.flatMap(({ place, head }) =>
      head !== undefined && ring.includes(head) && isLocated(sentence, head, { place, around })
        ? [place]
        : [],
    );
    if (found.length > 0)
      return found.toSorted((a, b) => FINENESS[a.precision] - FINENESS[b.precision] || a.start - b.start)[0]!
        .id;
  }
  return undefined;
}

/** The main word of a place's name: the one that hangs on a word outside it. */
function headOf(sentence: ParsedSentence, place: PlaceMention): number | undefined {
  const { tokens } = sentence;
  let first = 0;
  while (first < tokens.length && tokens[first]!.end <= place.start) first++;
  let end = first;
  while (end < tokens.length && tokens[end]!.start < place.end) end++;
  for (let i = first; i < end; i++) {
    const { head } = tokens[i]!;
    if (head < first || head >= end) return i;
  }
  return first < end ? first : undefined;
}

interface Located {
  readonly place: PlaceMention;
  readonly around: Around;
}

function isLocated(sentence: ParsedSentence, head: number, { place, around }: Located): boolean {
  const isCountry = place.precision === 'country';
  // "Iran-backed", "Iran’s attack", "U.S. positions": a country that only describes.
  const next = sentence.tokens[sentence.tokens.findIndex((token) => token.start >= place.end)];
  if (
    next !== undefined &&
    next.start === place.end &&
    (/^[-–]/.test(next.text) || next.xpos === 'POS') &&
    isCountry
  )
    return false;
  const token = sentence.tokens[head]!;
  const marks = markersOf(sentence, head);
  if (isCountry) {
    if (marks.some((word) => WITHIN.has(word))) return true;
    const isUpon = marks.some((word) => word === 'on' || word === 'against' || word === 'over');
    if (isUpon) return ON_GROUND.has(around.trigger.sense.type);
    return hasRelation(token, ['conj', 'appos', 'list', 'flat', 'dep']) && hasLocatedHead(sentence, head);
  }
  if (marks.length > 0) return marks.some((word) => LOCATING.has(word) || word === 'from');
  // "Ain al-Asad attack", "Baghdad’s airport": finer places may describe.
  if (hasRelation(token, ['compound', 'nmod:poss', 'amod', 'obj']) || token.deprel === 'nsubj:pass')
    return true;
  return hasLocatedHead(sentence, head);
}

function hasLocatedHead(sentence: ParsedSentence, i: number): boolean {
  let current = i;
  for (let step = 0; step < 4; step++) {
    const token = sentence.tokens[current]!;
    if (
      token.head < 0 ||
      !hasRelation(token, ['compound', 'flat', 'appos', 'nmod', 'conj', 'list', 'dep', 'obl'])
    )
      return false;
    current = token.head;
    if (markersOf(sentence, current).some((word) => LOCATING.has(word))) return true;
  }
  return false;
}
