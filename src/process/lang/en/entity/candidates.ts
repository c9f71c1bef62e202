import type { Entity } from '../../../../model/entity.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';

import { type Gender, genderOfWord } from './genders.ts';
import { isPersonWord } from './person-words.ts';

/** Something earlier in the text that a pronoun may stand for. */
export interface Candidate {
  /** Position in the list of entities; undefined for a thing or person that is none ("a driver", "the report"). */
  readonly entity?: number;
  readonly kind: 'person' | 'body' | 'group' | 'state' | 'site' | 'weapon' | 'noun';
  readonly form: 'name' | 'nominal' | 'pronoun';
  readonly isPlural: boolean;
  readonly gender?: Gender;
  readonly role: Role;
  readonly sentence: number;
  readonly paragraph: number;
  readonly head: number;
  readonly start: number;
  readonly inQuote: boolean;
  /** Whether it is the subject of the sentence's main clause. */
  readonly isMain: boolean;
  /** Token that the head hangs on, -1 for none. */
  readonly governor: number;
  /** Whether it is the subject of a verb of saying. */
  readonly speaks: boolean;
}

/** What a phrase does in its clause. */
export type Role = 'subject' | 'object' | 'possessor' | 'modifier' | 'oblique' | 'other';

/** Head of the words `first` to `last`: the one that hangs on a word outside. */
export function headOf({ tokens }: ParsedSentence, first: number, last: number): number {
  for (let i = last; i >= first; i--) {
    const { head } = tokens[i]!;
    if ((head < first || head > last) && tokens[i]!.upos !== 'PUNCT') return i;
  }
  return last;
}

/** Role of a token; what is joined by "and" has the role of the first. */
export function roleOf({ tokens }: ParsedSentence, i: number): Role {
  let at = i;
  for (
    let step = 0;
    step < 4 && /^(?:conj|appos|flat)$/.test(tokens[at]!.deprel) && tokens[at]!.head >= 0;
    step++
  )
    at = tokens[at]!.head;
  const { deprel } = tokens[at]!;
  if (/^(?:nsubj|csubj|obl:agent)/.test(deprel)) return 'subject';
  if (/^i?obj/.test(deprel)) return 'object';
  if (deprel === 'nmod:poss') return 'possessor';
  if (/^(?:compound|amod)/.test(deprel)) return 'modifier';
  return /^(?:obl|nmod)/.test(deprel) ? 'oblique' : 'other';
}

const SAYING =
  /^(?:say|tell|add|announce|claim|declare|state|warn|insist|report|note|explain|argue|write|tweet|reply|stress|admit|confirm|deny|comment|recall|promise|vow|ask|think|believe)$/;

/** Whether token `i` is the subject of a verb of saying. */
export function isSpeaker({ tokens }: ParsedSentence, i: number): boolean {
  const { deprel, head } = tokens[i]!;
  return deprel === 'nsubj' && head >= 0 && SAYING.test(tokens[head]!.lemma);
}

const KINDS: Readonly<Record<Entity['type'], Candidate['kind']>> = {
  person: 'person',
  organization: 'body',
  state: 'state',
  group: 'group',
  facility: 'site',
  weapon: 'weapon',
};

/** What is known of an entity for the whole document. */
export interface EntityTraits {
  readonly gender?: Gender;
  /** Where every mention of the entity is in the plural: "militias". */
  readonly isPlural: boolean;
}

/** The candidate for the mention of an entity in the tokens `first` to `last`. */
export function fromMention(
  sentence: ParsedSentence,
  at: { readonly sentence: number; readonly first: number; readonly last: number; readonly inQuote: boolean },
  of: { readonly index: number; readonly entity: Entity; readonly traits: EntityTraits },
): Candidate {
  const head = headOf(sentence, at.first, at.last);
  const token = sentence.tokens[head]!;
  // "A driver" is kept as a group of one, but is spoken of as a person.
  const isOne = of.entity.type === 'group' && token.xpos === 'NN' && isPersonWord(token.lemma.toLowerCase());
  const gender = isOne ? genderOfWord(token.text) : of.traits.gender;
  return {
    entity: of.index,
    kind: isOne ? 'person' : KINDS[of.entity.type],
    form: isNoun(token) ? 'nominal' : 'name',
    isPlural: of.entity.type === 'group' && token.xpos === 'NNS',
    ...(gender === undefined ? {} : { gender }),
    ...placeOf(sentence, head, at),
  };
}

const isNoun = (token: Token): boolean => /^NNS?$/.test(token.xpos);

/** Where a candidate stands. */
export function placeOf(
  sentence: ParsedSentence,
  head: number,
  at: { readonly sentence: number; readonly inQuote: boolean },
): Pick<
  Candidate,
  'role' | 'sentence' | 'paragraph' | 'head' | 'start' | 'inQuote' | 'speaks' | 'isMain' | 'governor'
> {
  const token = sentence.tokens[head]!;
  return {
    role: roleOf(sentence, head),
    isMain: token.deprel.startsWith('nsubj') && sentence.tokens[token.head]?.head === -1,
    governor: token.head,
    sentence: at.sentence,
    paragraph: sentence.paragraph,
    head,
    start: token.start,
    inQuote: at.inQuote,
    speaks: isSpeaker(sentence, head),
  };
}

/** The candidate for a noun that names no entity, as a rival to those that do; undefined where it heads no phrase. */
export function fromNoun(
  sentence: ParsedSentence,
  head: number,
  at: { readonly sentence: number; readonly inQuote: boolean },
): Candidate | undefined {
  const token = sentence.tokens[head]!;
  if (!/^NN/.test(token.xpos) || /^(?:compound|flat)/.test(token.deprel)) return undefined;
  const lemma = token.lemma.toLowerCase();
  const isPerson = isPersonWord(lemma);
  const gender = isPerson ? genderOfWord(token.text) : undefined;
  return {
    kind: isPerson ? 'person' : 'noun',
    form: 'nominal',
    isPlural: /S$/.test(token.xpos) || lemma === 'people' || lemma === 'police',
    ...(gender === undefined ? {} : { gender }),
    ...placeOf(sentence, head, at),
  };
}
