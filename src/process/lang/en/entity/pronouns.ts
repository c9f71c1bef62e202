import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Gender } from './genders.ts';

/** Classes of pronouns that are looked up alike. */
export const PRONOUN_CLASSES = ['person', 'thing', 'several'] as const;
export type PronounClass = (typeof PRONOUN_CLASSES)[number];

/** A pronoun of the third person. */
export interface Pronoun {
  readonly kind: PronounClass;
  readonly gender: Gender | undefined;
  readonly isPossessive: boolean;
}

const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map(
  (
    [
      ['he him', 'person', 'male', false],
      ['his', 'person', 'male', true],
      ['she', 'person', 'female', false],
      ['her hers', 'person', 'female', true],
      ['it', 'thing', undefined, false],
      ['its', 'thing', undefined, true],
      ['they them', 'several', undefined, false],
      ['their theirs', 'several', undefined, true],
    ] as const
  ).flatMap(([words, kind, gender, isPossessive]) =>
    words.split(' ').map((word) => [word, { kind, gender, isPossessive }] as const),
  ),
);

/**
 * The pronoun that token `i` is; undefined for other words and for "it" that stands for nothing ("it is clear that",
 * "it rained"). Reflexives are left alone: they add nothing to the subject they repeat.
 */
export function findPronoun(sentence: ParsedSentence, i: number): Pronoun | undefined {
  const token = sentence.tokens[i]!;
  if (token.text.length > 6 || (token.upos !== 'PRON' && token.upos !== 'DET')) return undefined;
  const word = token.text === 'IT' ? undefined : token.text.toLowerCase();
  const pronoun = word === undefined ? undefined : PRONOUNS.get(word);
  if (pronoun === undefined) return undefined;
  if (word === 'it' && isEmpty(sentence, i)) return undefined;
  if (word === 'her' && token.xpos !== 'PRP$' && token.deprel !== 'nmod:poss') return HER;
  return pronoun;
}

const HER: Pronoun = { kind: 'person', gender: 'female', isPossessive: false };

const WEATHER = /^(?:rain|snow|hail|thunder|freeze|matter|seem|appear|turn|take|happen|remain)$/;

/** "It is … that", "it seems", "it took days to": the subject stands for what follows. */
function isEmpty({ tokens }: ParsedSentence, i: number): boolean {
  const { deprel, head } = tokens[i]!;
  if (deprel === 'expl') return true;
  const verb = tokens[head];
  if (verb === undefined || deprel !== 'nsubj') return false;
  const clause = tokens.some(
    (token, k) => token.head === head && k > i && /^(?:csubj|ccomp)/.test(token.deprel),
  );
  const isNominal = verb.upos === 'ADJ' || verb.upos === 'NOUN';
  if (clause && isNominal) return true;
  if (isNominal)
    return tokens.some(
      (token) =>
        token.head === head &&
        /^(?:csubj|advcl)/.test(token.deprel) &&
        token.upos === 'VERB' &&
        tokens[head + 1]?.text === 'to',
    );
  return (
    WEATHER.test(verb.lemma) &&
    tokens.some((token) => token.head === head && /^(?:ccomp|xcomp|csubj)/.test(token.deprel))
  );
}
