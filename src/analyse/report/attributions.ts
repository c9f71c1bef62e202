import type { ChainLink } from '../../model/claim.ts';
import type { Reading } from '../../model/reading.ts';
import type { Attribution } from '../../model/report.ts';

/** Characters of a sentence that are looked at, and attributions kept of one document. */
const LONGEST = 800;
const MOST = 12;
/** Only the top of a report is about its matter for sure. */
const TOP = 1500;

const VERB = '(?:said|says|told|tells|announced|added|confirmed|reported|stated|wrote|warned|explained)';
/** Words of whoever speaks; bounded, without a comma. */
const PHRASE = "((?:[\\p{L}\\p{N}.'’&-]{1,30}\\s){0,9}?[\\p{L}\\p{N}.'’&-]{1,30})";
const FORMS: readonly RegExp[] = [
  // "…, road warden Jan Steg told the Harbour Wire", "…, the airport said on Monday", "…, said the mayor".
  new RegExp(
    `[,”"]\\s${PHRASE}(?:,[^,]{1,80},)?\\s(?:(?:has|have|had|also|later)\\s){0,2}${VERB}(?![\\p{L}])`,
    'u',
  ),
  new RegExp(`[,”"]\\s(?:said|says)\\s${PHRASE}(?=[,.;]|\\s(?:on|in|at|to|after|in)\\s|$)`, 'u'),
  new RegExp(`(?:[Aa]ccording\\sto)\\s${PHRASE}(?=[,.;]|$)`, 'u'),
];
const PRONOUN = /^(?:it|he|she|they)$/;
/** Words of a clause, which is nobody. */
const CLAUSE =
  /(?<![\p{L}])(?:after|before|when|where|which|that|while|because|as|had|has|have|if|who)(?![\p{L}])/u;
const CROWD =
  /^(?:two|three|four|five|six|several|some|many|\d+)\s|(?<![\p{L}])(?:people|sources?|officials?|persons?|diplomats?|residents|witnesses)(?![\p{L}])/iu;
/** A name between commas behind what its bearer is. */
const APPOSED = /^,\s(\p{Lu}[\p{L}.'’-]{1,30}(?:\s\p{Lu}[\p{L}.'’-]{0,30}[\p{L}]){1,3})(?=[,.;]|$)/u;
/** "Rear Admiral Ann Example, the navy's spokesman, told". */
const INTRODUCED = new RegExp(
  `(?:^|[.,”"]\\s|\\s(?:after|as|when|but|and|while|that)\\s)((?:\\p{Lu}[\\p{L}.'’-]{0,30}\\s){1,4}\\p{Lu}[\\p{L}'’-]{1,30}),\\s((?:the|a|an|its|his|her|their|who)\\s[^,.;]{3,70}),\\s(?:(?:has|have|had|also|later)\\s){0,2}${VERB}(?![\\p{L}])`,
  'u',
);
/** "The group's spokesman, Captain Ann Example, announced": the other way round. */
const INTRODUCING = new RegExp(
  `(?:^|[.,”"]\\s|\\s(?:after|as|when|but|and|while|that)\\s)((?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\\s[^,.;]{3,60}),\\s((?:\\p{Lu}[\\p{L}.'’-]{0,30}\\s){1,4}\\p{Lu}[\\p{L}'’-]{1,30}),\\s(?:(?:has|have|had|also|later)\\s){0,2}${VERB}(?![\\p{L}])`,
  'u',
);
/** "Our reporter at the scene saw", "Harbour Wire journalists saw and heard"; whose, stands before it or is left open. */
const STAFF =
  /(?:^|\s)((?:[\p{L}\p{N}.'’&-]{1,30}\s){0,4}?)(?:reporters?|correspondents?|journalists?|photographers?)(?:\s(?:of|for|from)\s((?:the\s)?\p{Lu}[\p{L}.'’-]{1,30}(?:\s\p{Lu}[\p{L}.'’-]{1,30}){0,4}))?(?:\s[^.;]{0,60}?)?\s(?:saw|seen|watched|witnessed|heard|counted|filmed|reached|visited|got\sthere)(?!\p{L})/u;
/** The role under which own people on the spot are kept. */
export const ON_THE_SPOT = 'on the spot';

/** "Country director Ann Example told": at the head of a sentence only a person by post and name. */
const AT_HEAD = new RegExp(`^${PHRASE}\\s(?:(?:has|have|had|also|later)\\s){0,2}${VERB}(?![\\p{L}])`, 'u');
/** What stands before the first verb of a sentence. */
const SUBJECT =
  /^((?:[\p{L}\p{N}.'’&-]{1,30}\s){1,8}?)(?:has|have|had|is|are|was|were|will|would|said|did|does|do|can|could|\p{Ll}{2,20}ed)\s/u;

/**
 * Who is said to have said the sentences at the top of a text: a plain second look, for sentences of which no claim tells a
 * source.
 *
 * @example
 * findAttributions(reading)[0]; // { name: 'Jan Steg', role: 'road warden', type: 'person', start: 50, end: 58, within: [0, 90] }
 */
export function findAttributions({ document, sentences }: Reading): readonly Attribution[] {
  const found: Attribution[] = [];
  for (const { start, end } of sentences) {
    if (start > TOP || found.length >= MOST) break;
    const sentence = document.text.slice(start, Math.min(end, start + LONGEST));
    const staff = STAFF.exec(sentence);
    if (staff !== null) {
      const name = (staff[2] ?? staff[1] ?? '').trim();
      const at = start + staff.index;
      found.push({
        name,
        type: 'person',
        role: ON_THE_SPOT,
        start: at,
        end: at + staff[0].length,
        within: [start, end],
      });
      continue;
    }
    const inverse = INTRODUCING.exec(sentence);
    const [, role = '', bearer = ''] = inverse ?? [];
    if (inverse !== null) {
      const at = start + inverse.index + inverse[0].indexOf(bearer);
      const isBody =
        /\b(?:company|firm|group|union|agency|party|operator|owner|newspaper|bank|airline|ministry)$/i.test(
          role,
        );
      const type = isBody ? ('office' as const) : ('person' as const);
      found.push({ name: bearer, type, role, start: at, end: at + bearer.length, within: [start, end] });
      continue;
    }
    const introduced = INTRODUCED.exec(sentence);
    const spoken =
      introduced === null
        ? findPhrase(sentence)
        : { phrase: introduced[1] ?? '', at: introduced.index + introduced[0].indexOf(introduced[1] ?? '') };
    if (spoken === undefined) continue;
    const link =
      introduced === null
        ? readPhrase(spoken.phrase)
        : { name: spoken.phrase, type: 'person' as const, role: introduced[2] ?? '' };
    if (link === undefined) continue;
    found.push({
      ...link,
      start: start + spoken.at,
      end: start + spoken.at + spoken.phrase.length,
      within: [start, end],
    });
  }
  return found;
}

interface Phrase {
  readonly phrase: string;
  readonly at: number;
}

function findPhrase(sentence: string): Phrase | undefined {
  const head = AT_HEAD.exec(sentence)?.[1];
  if (head !== undefined && isPost(TITLED.exec(head)?.[1] ?? '')) return { phrase: head, at: 0 };
  for (const form of FORMS) {
    const match = form.exec(sentence);
    const phrase = match?.[1];
    if (match === null || phrase === undefined) continue;
    const at = match.index + match[0].indexOf(phrase, 1);
    if (PRONOUN.test(phrase)) return findSubject(sentence, phrase);
    if (CLAUSE.test(phrase)) continue;
    const name = APPOSED.exec(sentence.slice(at + phrase.length))?.[1];
    // "Said its head, Odile Ballast": who that is stands behind it.
    // "The vessel's Greek owner, Harbour Bulk, says": likewise.
    return name === undefined || /\p{Lu}[\p{L}.'’-]*$/u.test(phrase)
      ? { phrase, at }
      : { phrase: `${phrase} ${name}`, at };
  }
  return undefined;
}

/** "Iceland's central bank chief Krona": words that end in a small one, then a name. */
const TITLED =
  /^(?:(?:the|a|an)\s)?(.{1,80}?\p{Ll})\s(\p{Lu}[\p{L}'’-]{1,30}(?:\s\p{Lu}[\p{L}.'’-]{0,30}){0,3})$/u;
const POST =
  /(?:^|\s)(?:chief|boss|head|director|president|chair(?:man|woman)?|minister|secretary|governor|mayor|leader|spokes(?:man|woman|person)|commander|researcher|scientist|professor|doctor|lawyer|owner|founder|manager|captain|executive|officer|tracker|analyst|economist|lawmaker|senator|ambassador|coordinator|passenger|driver|farmer|resident|superintendent)$/;

const isPost = (words: string): boolean => POST.test(words);

/** "The commission has put off the vote, it said": whoever the sentence is about, where that can be "it" or "they". */
function findSubject(sentence: string, pronoun: string): Phrase | undefined {
  const subject = SUBJECT.exec(sentence)?.[1]?.trim();
  if (subject === undefined || /^(?:he|she)$/.test(pronoun)) return undefined;
  return CROWD.test(subject) === (pronoun === 'they') ? { phrase: subject, at: 0 } : undefined;
}

/** A phrase as name and role: "road warden Jan Steg", "the company Harbour Steel", "two people close to the talks". */
function readPhrase(phrase: string): Pick<Attribution, 'name' | 'type' | 'role' | 'anonymous'> | undefined {
  const [, part, person] = TITLED.exec(phrase) ?? [];
  if (part !== undefined && person !== undefined && isPost(part))
    return { name: person, type: 'person', role: part };
  // "A memo to staff seen by the Harbour Wire".
  const seen = phrase.search(/\s(?:seen|obtained|reviewed|read)\sby(?:\s|$)/);
  if (seen > 0) return { name: phrase.slice(0, seen), type: 'document' };
  const words = phrase
    .replace(/^(?:the|a|an)\s/i, '')
    .replace(/[.'’-]+$/, '')
    .split(/\s+/);
  const from = words.findIndex((word) => /^\p{Lu}/u.test(word));
  // A capital at the head of a sentence is no name's.
  const name = from === -1 ? [] : words.slice(from);
  const isTitle = !/^(?:in|of|at|on|for|from|near|to|by|with|and|or)$/.test(words[from - 1] ?? '');
  if (from > 0 && isTitle && name.every((word) => /^\p{Lu}|^(?:of|de|al|el|van|von|bin)$/u.test(word))) {
    const role = words.slice(0, from).join(' ');
    const isBody =
      /\b(?:company|firm|group|union|agency|party|operator|newspaper|bank|airline|ministry)$/i.test(role);
    const type: ChainLink['type'] = isBody || name.length > 3 ? 'office' : 'person';
    return { name: name.join(' '), type, role };
  }
  const isPerson = from === 0 && words.length === 2 && name.every((word) => /^\p{Lu}\p{Ll}/u.test(word));
  if (isPerson) return { name: name.join(' '), type: 'unknown' };
  if (words.length > 9) return undefined;
  const isCrowd = CROWD.test(phrase);
  return {
    name: words.join(' '),
    type: isCrowd ? 'person' : 'office',
    ...(isCrowd ? { anonymous: true as const } : {}),
  };
}
