import type { Entity } from '../../../../model/entity.ts';
import { findChunkStart, PERIODS } from '../../../sentence/agent.ts';
import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { collectSubtree, hasRelation, trimPunctuation } from '../../../sentence/phrase.ts';

const OUTSIDE = ['acl', 'advcl', 'parataxis', 'appos', 'case', 'cc', 'punct', 'dep'];

/** The words of a source phrase: without relative clauses, appositions and the preposition before it. */
export function phraseOf(sentence: ParsedSentence, head: number): number[] {
  const all = collectSubtree(sentence, head, (token, index) => {
    if (token.head !== head)
      return token.deprel === 'acl:relcl' || token.deprel === 'parataxis' || isNamedBehind(sentence, index);
    // "the agency, and one of these struck": another clause is no second speaker.
    if (token.deprel === 'conj' && (token.upos === 'VERB' || isLooseSecond(sentence, head, index)))
      return true;
    if (token.deprel === 'punct') return index < head && !/^[-–"“”]$/.test(token.text);
    if (token.deprel === 'case') return token.text !== "'s" && token.text !== '’s';
    return (
      hasRelation(token, OUTSIDE) &&
      !(token.deprel === 'acl' && /^(familiar|close|involved|briefed)$/.test(token.text))
    );
  });
  const start = findChunkStart(sentence, head);
  const chunk = Array.from({ length: head - start }, (_, k) => start + k);
  const trimmed = trimPunctuation(
    sentence,
    [...new Set([...all, ...chunk])].sort((a, b) => a - b),
  );
  return trimmed.length > 0 ? dropPossessive(sentence, trimmed) : [head];
}

/** "Earlier this month unnamed officials", "In October Iran-backed groups": a time before a name is no part of it. */
export function withoutPeriod(
  sentence: ParsedSentence,
  words: readonly number[],
  { head, entities }: { readonly head: number; readonly entities: readonly Entity[] },
): readonly number[] {
  const last = words.findLast((i) => {
    const { lemma, text, start } = sentence.tokens[i]!;
    const isPeriod = PERIODS.has(lemma.toLowerCase()) || PERIODS.has(text.toLowerCase());
    if (!isPeriod || i >= head || sentence.tokens[i + 1]?.xpos === 'POS') return false;
    // "the June 4 Movement", "Black September": a name of its own.
    return !entities.some(({ mentions }) =>
      mentions.some((one) => one.start <= start && one.end >= sentence.tokens[head]!.end),
    );
  });
  // "On Oct. 11 port officials", where the words begin with the day.
  const opening = sentence.tokens[words[0]! - 1];
  const isDate = opening !== undefined && PERIODS.has(opening.text.toLowerCase()) && words.length > 1;
  if (isDate && /^\d{1,2}$/.test(sentence.tokens[words[0]!]!.text)) return words.slice(1);
  if (last === undefined) return words;
  const isDay = /^\d{1,2}$/.test(sentence.tokens[last + 1]?.text ?? '') && last + 1 < head;
  const kept = words.filter((i) => i > last + (isDay ? 1 : 0));
  return kept.length > 0 ? trimPunctuation(sentence, kept) : words;
}

/** "The Minister of Defence, Ann Example, said": the name behind the comma, however deep it was hung. */
const isNamedBehind = (sentence: ParsedSentence, index: number) =>
  sentence.tokens[index]!.deprel === 'appos' &&
  sentence.tokens[index]!.upos === 'PROPN' &&
  sentence.tokens.slice(Math.max(0, index - 3), index).some(({ text }) => text === ',');

/** ", and at least one civilian": a second member of a list of two does not follow a comma. */
function isLooseSecond(sentence: ParsedSentence, head: number, index: number): boolean {
  const others = sentence.tokens.filter((token) => token.head === head && token.deprel === 'conj');
  if (others.length > 1) return false;
  const comma = sentence.tokens.slice(head + 1, index).findLastIndex(({ text }) => text === ',');
  return comma >= 0 && sentence.tokens[head + 2 + comma]?.upos === 'CCONJ';
}

export function chunkOf(sentence: ParsedSentence, head: number): number[] {
  const start = findChunkStart(sentence, head);
  return Array.from({ length: head - start + 1 }, (_, k) => start + k);
}

function dropPossessive(sentence: ParsedSentence, words: number[]): number[] {
  const last = sentence.tokens[words.at(-1)!]!.text;
  return words.length > 1 && (last === "'s" || last === '’s' || last === '’' || last === "'")
    ? words.slice(0, -1)
    : words;
}
