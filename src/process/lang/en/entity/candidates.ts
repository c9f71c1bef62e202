import type { Entity } from '../../../../model/entity.ts';
import type { ParsedSentence, Token } from '../../../sentence/parsed.ts';
import { type Gender, genderOfWord } from './genders.ts';
import { isPersonWord } from './person-words.ts';

/** What a phrase does in its clause. */
export const ROLES = ['subject', 'object', 'possessor', 'modifier', 'oblique', 'other'] as const;
export type Role = (typeof ROLES)[number];

export const KINDS = ['person', 'body', 'group', 'state', 'site', 'weapon', 'noun'] as const;
export const FORMS = ['name', 'nominal', 'pronoun'] as const;

/** Something earlier in the text that a pronoun may stand for. */
export interface Candidate {
  /** Position in the list of entities; undefined for a thing or person that is none ("a driver", "the report"). */
  readonly entity: number | undefined;
  readonly kind: (typeof KINDS)[number];
  readonly form: (typeof FORMS)[number];
  readonly isPlural: boolean;
  readonly gender: Gender | undefined;
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
  for (let step = 0; step < 4 && isJoined(tokens[at]!.deprel) && tokens[at]!.head >= 0; step++)
    at = tokens[at]!.head;
  const { deprel } = tokens[at]!;
  let role = roles.get(deprel);
  if (role === undefined) {
    role = readRole(deprel);
    roles.set(deprel, role);
  }
  return role;
}

const isJoined = (deprel: string): boolean => deprel === 'conj' || deprel === 'appos' || deprel === 'flat';

/** Roles by relation, of which the parser knows a few dozen. */
const roles = new Map<string, Role>();

function readRole(deprel: string): Role {
  if (/^(?:nsubj|csubj|obl:agent)/.test(deprel)) return 'subject';
  if (/^i?obj/.test(deprel)) return 'object';
  if (deprel === 'nmod:poss') return 'possessor';
  if (/^(?:compound|amod)/.test(deprel)) return 'modifier';
  return /^(?:obl|nmod)/.test(deprel) ? 'oblique' : 'other';
}

const SAYING: ReadonlySet<string> = new Set(
  'say tell add announce claim declare state warn insist report note explain argue write tweet reply stress admit confirm deny comment recall promise vow ask think believe'.split(
    ' ',
  ),
);

/** Whether token `i` is the subject of a verb of saying. */
export function isSpeaker({ tokens }: ParsedSentence, i: number): boolean {
  const { deprel, head } = tokens[i]!;
  return deprel === 'nsubj' && head >= 0 && SAYING.has(tokens[head]!.lemma);
}

const KIND_OF: Readonly<Record<Entity['type'], Candidate['kind']>> = {
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

/** What a candidate is, wherever it stands. */
export type Nature = Pick<Candidate, 'entity' | 'kind' | 'form' | 'isPlural' | 'gender'>;

/** The candidate for the mention of an entity in the tokens `first` to `last`, in another form where one is given. */
export function fromMention(
  sentence: ParsedSentence,
  at: { readonly sentence: number; readonly first: number; readonly last: number; readonly inQuote: boolean },
  of: { readonly index: number; readonly entity: Entity; readonly traits: EntityTraits },
  form?: Candidate['form'],
): Candidate {
  const head = headOf(sentence, at.first, at.last);
  const token = sentence.tokens[head]!;
  const isGroup = of.entity.type === 'group';
  // "A driver" is kept as a group of one, but is spoken of as a person.
  const isOne = isGroup && token.xpos === 'NN' && isPersonWord(token.lemma.toLowerCase());
  const nature: Nature = {
    entity: of.index,
    kind: isOne ? 'person' : KIND_OF[of.entity.type],
    form: form ?? (isNoun(token) ? 'nominal' : 'name'),
    isPlural: isGroup && token.xpos === 'NNS',
    gender: isOne ? genderOfWord(token.text) : of.traits.gender,
  };
  return makeCandidate(sentence, head, at, nature);
}

const isNoun = ({ xpos }: Token): boolean => xpos === 'NN' || xpos === 'NNS';

/** A candidate at its place; all are made here, so that all are alike to the machine. */
export function makeCandidate(
  sentence: ParsedSentence,
  head: number,
  at: { readonly sentence: number; readonly inQuote: boolean },
  { entity, kind, form, isPlural, gender }: Nature,
): Candidate {
  const token = sentence.tokens[head]!;
  return {
    entity,
    kind,
    form,
    isPlural,
    gender,
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

/** Whether a noun heads a phrase. */
export function isHeadNoun({ xpos, deprel }: Token): boolean {
  return xpos.startsWith('NN') && !deprel.startsWith('compound') && !deprel.startsWith('flat');
}

/** The candidate for a head noun that names no entity, as a rival to those that do. */
export function fromNoun(
  sentence: ParsedSentence,
  head: number,
  at: { readonly sentence: number; readonly inQuote: boolean },
): Candidate {
  const token = sentence.tokens[head]!;
  const lemma = token.lemma.toLowerCase();
  const isPerson = isPersonWord(lemma);
  return makeCandidate(sentence, head, at, {
    entity: undefined,
    kind: isPerson ? 'person' : 'noun',
    form: 'nominal',
    isPlural: token.xpos.endsWith('S') || lemma === 'people' || lemma === 'police',
    gender: isPerson ? genderOfWord(token.text) : undefined,
  });
}
