import type { Entity } from '../../../../model/entity.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { findChildren, markersOf } from '../../../sentence/phrase.ts';

/** Titles that "of" and a name complete: "Secretary of State", "Minister of Defence", "Head of Mission". */
const TITLES = new Set(
  'secretary undersecretary minister director head chief commissioner president chairman chairwoman chair speaker governor ambassador commander leader spokesman spokeswoman spokesperson deputy vice'.split(
    ' ',
  ),
);

/** Whether a word is a title or a post, which a person holds. */
export const isTitle = (sentence: ParsedSentence, i: number): boolean =>
  TITLES.has(sentence.tokens[i]?.lemma.toLowerCase() ?? '');

/** "Secretary of State" is headed by "Secretary", unless a person's name ends the run ("Secretary of State Ann Example"). */
export function isTitleOf(
  sentence: ParsedSentence,
  { head, last }: { readonly head: number; readonly last: number },
  entities: readonly Entity[],
): boolean {
  if (last === head || !isTitle(sentence, head) || sentence.tokens[head + 1]?.text !== 'of') return false;
  return findPersonAt(entities, sentence.tokens[last]!.end - 1) === undefined;
}

/** How many words of rank or address may stand before an apposed name: ", Lt. Gen. Ann Example,". */
const RANKS = 3;

/** "The Secretary of State, Ann Example, said": the person whose name follows the post behind a comma. */
export function findApposed(
  sentence: ParsedSentence,
  end: number,
  entities: readonly Entity[],
): Entity | undefined {
  if (sentence.tokens[end + 1]?.text !== ',') return undefined;
  for (let i = end + 2; i <= end + 2 + RANKS; i++) {
    const token = sentence.tokens[i];
    if (token === undefined || token.upos !== 'PROPN') return undefined;
    const person = findPersonAt(entities, token.start);
    if (person === undefined) continue;
    // The apposition ends with the name: "the minister, Ann Example and …" lists two.
    const mention = person.mentions.find((one) => one.start <= token.start && one.end > token.start)!;
    const next = sentence.tokens.find((one) => one.start >= mention.end);
    return next === undefined || next.text === ',' ? person : undefined;
  }
  return undefined;
}

const findPersonAt = (entities: readonly Entity[], offset: number): Entity | undefined =>
  entities.find(
    ({ type, mentions }) =>
      type === 'person' && mentions.some((mention) => mention.start <= offset && mention.end > offset),
  );

/** Documents that are nothing but somebody's words. */
const OWN_WORDS = new Set(
  'statement tweet post message letter speech remark testimony address interview announcement communique communiqué comment account word'.split(
    ' ',
  ),
);

/** "Example's statement", "the statement of the ministry", "his letter": whose words a document of words is. */
export function findAuthor(sentence: ParsedSentence, document: number): number | undefined {
  if (!OWN_WORDS.has(sentence.tokens[document]!.lemma.toLowerCase())) return undefined;
  const owner = findChildren(sentence, document, 'nmod:poss')[0];
  if (owner !== undefined) return owner;
  return findChildren(sentence, document, 'nmod').find(
    (i) => i > document && ['of', 'by', 'from'].includes(markersOf(sentence, i)[0] ?? ''),
  );
}
