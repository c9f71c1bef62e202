import type { PlaceMention } from '../../../../model/place.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { hasRelation, markersOf } from '../../../sentence/phrase.ts';
import { findRelatives } from './relatives.ts';
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
  const rings = [
    ...ringsOf(sentence, around),
    ...findRelatives(sentence, around.trigger, around.lexicon),
    ...findStretches(sentence, around),
  ];
  for (const ring of rings) {
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
  if (isOfBody(sentence, head, { place, around }) || isOfPerson(sentence, head)) return false;
  if (marks.includes('from')) return isLeft(sentence, head, around);
  if (isWithinOrigin(sentence, head) && !LEAVING.has(around.trigger.sense.type)) return false;
  // "withdrew to its own side": what is left is the place, not where to.
  if (marks.includes('to') && LEAVING.has(around.trigger.sense.type)) return false;
  if (isCountry) {
    if (marks.some((word) => WITHIN.has(word))) return true;
    const isUpon = marks.some((word) => word === 'on' || word === 'against' || word === 'over');
    if (isUpon) return ON_GROUND.has(around.trigger.sense.type);
    return hasRelation(token, ['conj', 'appos', 'list', 'flat', 'dep']) && hasLocatedHead(sentence, head);
  }
  if (marks.length > 0) return marks.some((word) => LOCATING.has(word));
  // "Ain al-Asad attack", "Baghdad’s airport": finer places may describe.
  if (hasRelation(token, ['compound', 'nmod:poss', 'amod', 'obj']) || token.deprel === 'nsubj:pass')
    return true;
  return hasLocatedHead(sentence, head);
}

/** "SWAT", letters that a gazetteer also holds as a name. */
const LETTERS = /^\p{Lu}{3,5}$/u;

/**
 * "Port Farms has agreed", "the Kano attorney general", "the SWAT team": part of a body's name or of an office. Police and
 * prosecutors of a place act there.
 */
function isOfBody(sentence: ParsedSentence, head: number, { place, around }: Located): boolean {
  const token = sentence.tokens[head]!;
  if (token.head < 0 || !hasRelation(token, ['compound', 'nmod:poss', 'flat'])) return false;
  const above = sentence.tokens[token.head]!;
  if (LETTERS.test(place.text) && place.name !== place.text && above.upos === 'NOUN') return true;
  if (token.head === around.trigger.index || above.end <= token.start) return false;
  if (token.deprel === 'compound' && above.upos === 'PROPN' && hasRelation(above, ['nsubj'])) return true;
  return markersOf(sentence, token.head).includes('with') && OFFICE.test(above.text);
}

const OFFICE = /^(?:attorney|general|governor|senator|mayor|minister|ambassador|secretary)$/i;

/** "Tom Example, 18, of Mill Close, Leeds": where somebody lives. */
function isOfPerson(sentence: ParsedSentence, head: number): boolean {
  let current = head;
  for (let step = 0; step < 3; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0) return false;
    const above = sentence.tokens[token.head]!;
    if (markersOf(sentence, current).includes('of'))
      return above.upos === 'NUM' && hasRelation(above, ['appos', 'nummod', 'nmod']);
    if (!hasRelation(token, ['appos', 'flat', 'compound'])) return false;
    current = token.head;
  }
  return false;
}

/** Types by which a place is left: "withdrew from the valley", "evacuated staff from the embassy". */
const LEAVING = new Set(['RETREAT', 'SANCTION']);

/** "withdrew from Syria", not "a man from Leeds": the verb’s own "from", of what leaves or is taken out. */
const isLeft = (sentence: ParsedSentence, head: number, { trigger }: Around): boolean =>
  LEAVING.has(trigger.sense.type) &&
  (hasRelation(sentence.tokens[head]!, ['obl']) || sentence.tokens[head]!.head === trigger.index);

/** "from the base in Louisiana": a place that only says where the origin lies. */
function isWithinOrigin(sentence: ParsedSentence, head: number): boolean {
  let current = head;
  for (let step = 0; step < 3; step++) {
    const token = sentence.tokens[current]!;
    if (token.head < 0 || !hasRelation(token, ['nmod', 'appos', 'flat', 'compound'])) return false;
    current = token.head;
    if (markersOf(sentence, current).includes('from')) return true;
  }
  return false;
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
