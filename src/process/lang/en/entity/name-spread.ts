import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { isCapitalised } from './mentions.ts';
import { loadNameLists } from './name-lists.ts';
import { NAME_TYPES, type NameType, type TaggedName } from './name-tagger.ts';
import { initialsOf } from './organizations.ts';
import { foldWord } from './phrases.ts';
import type { Alias } from './register.ts';

/** A name as the tagger or a list found it. */
export interface FoundName extends TaggedName {
  readonly alias?: Alias;
  readonly isCountry?: boolean;
}

/** What the mentions of a string say together, a weight for each type. */
type Votes = number[];

const [PERSON, ORGANIZATION] = [NAME_TYPES.indexOf('person'), NAME_TYPES.indexOf('organization')];
/** How many points of the tagger's score make one type e times as likely as another. */
const TEMPERATURE = 20;

const OWN_CHOICE = 0.15;
const GIVEN_NAME = 0.3;

const keyOf = (sentence: ParsedSentence, first: number, last: number): string => {
  let key = '';
  for (let i = first; i <= last; i++) key += `${foldWord(sentence.tokens[i]!.text)} `;
  return key;
};

/** How likely the tagger holds each type to be, or certainty where a list says so. */
function weighName(name: FoundName): Votes {
  const votes = NAME_TYPES.map(() => 0);
  const { scores } = name;
  if (name.alias !== undefined || name.isCountry || scores === undefined) {
    votes[NAME_TYPES.indexOf(name.type)] = name.alias?.isWeak === false || name.isCountry ? 5 : 1;
    return votes;
  }
  const best = Math.max(...scores);
  const shares = scores.map((score) => Math.exp((score - best) / TEMPERATURE));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/**
 * One name, one type in a document: mentions vote with the tagger's scores; the last word of a person's name counts
 * for the person, and so, less, does the first; the initials of a body count for a body. Runs of capitalised words
 * that were passed over but are names elsewhere in the document are added.
 */
export function spreadNames(
  found: readonly (readonly FoundName[])[],
  sentences: readonly ParsedSentence[],
): readonly (readonly FoundName[])[] {
  const votes = new Map<string, Votes>();
  const vote = (key: string, type: number, weight: number): void => {
    let entry = votes.get(key);
    if (entry === undefined) {
      entry = NAME_TYPES.map(() => 0);
      votes.set(key, entry);
    }
    entry[type]! += weight;
  };
  found.forEach((names, s) => {
    const sentence = sentences[s]!;
    for (const name of names) castVotes(name, sentence, vote);
  });
  const typeOf = (key: string): NameType | undefined => {
    const entry = votes.get(key);
    return entry && NAME_TYPES[entry.indexOf(Math.max(...entry))];
  };
  return found.map((names, s) => {
    const sentence = sentences[s]!;
    const typed = names.map((name) => {
      const type = typeOf(keyOf(sentence, name.first, name.last));
      const isSettled =
        type === undefined || type === name.type || name.alias !== undefined || name.isCountry;
      return isSettled ? name : { ...name, type };
    });
    const missed = missedIn(sentence, typed, typeOf);
    return missed.length === 0 ? typed : [...typed, ...missed].sort((a, b) => a.first - b.first);
  });
}

function castVotes(
  name: FoundName,
  sentence: ParsedSentence,
  vote: (key: string, type: number, weight: number) => void,
): void {
  const { first, last, type } = name;
  const { tokens } = sentence;
  const key = keyOf(sentence, first, last);
  const weights = weighName(name);
  for (let t = 0; t < weights.length; t++) vote(key, t, weights[t]!);
  // Where the scores are as good as even, the tagger's own choice and a listed given name decide.
  vote(key, NAME_TYPES.indexOf(type), OWN_CHOICE);
  if (last === first) return;
  if (type !== 'organization' && loadNameLists().given.has(tokens[first]!.text))
    vote(key, PERSON, GIVEN_NAME);
  if (type === 'person') {
    if (isCapitalised(tokens[last]!.text)) vote(keyOf(sentence, last, last), PERSON, 1.5);
    if (tokens[first]!.text.length > 1) vote(keyOf(sentence, first, first), PERSON, 0.8);
  } else if (type === 'organization' && last - first < 12) {
    const words = tokens.slice(first, last + 1).map(({ text }) => text);
    const initials = initialsOf(words.join(' '));
    if (initials.length >= 3) vote(`${initials} `, ORGANIZATION, 1);
  }
}

const LONGEST = 6;

function missedIn(
  sentence: ParsedSentence,
  names: readonly FoundName[],
  typeOf: (key: string) => NameType | undefined,
): FoundName[] {
  const added: FoundName[] = [];
  const { tokens } = sentence;
  const taken = new Uint8Array(tokens.length);
  for (const { first, last } of names) taken.fill(1, first, last + 1);
  const { words } = loadNameLists();
  for (let i = 0; i < tokens.length; i++) {
    if (!isCapitalised(tokens[i]!.text) || taken[i] === 1) continue;
    let end = i;
    while (
      end + 1 < tokens.length &&
      end - i + 1 < LONGEST &&
      isCapitalised(tokens[end + 1]!.text) &&
      taken[end + 1] === 0
    ) {
      end++;
    }
    for (let last = end; last >= i; last--) {
      // A single word that begins a sentence, or is no noun, may be an ordinary word.
      if (last === i && !isNameLike(tokens[i]!, words)) continue;
      const type = typeOf(keyOf(sentence, i, last));
      if (type === undefined) continue;
      added.push({ first: i, last, type });
      i = last;
      break;
    }
  }
  return added;
}

function isNameLike(
  { text, xpos }: ParsedSentence['tokens'][number],
  words: ReadonlyMap<string, string>,
): boolean {
  const isLong = text.length >= 3 || /^\p{Lu}{2}$/u.test(text);
  return isLong && /^(?:NNP|NN|FW)/.test(xpos) && !/^(?:title|office|body|area)$/.test(words.get(text) ?? '');
}
