import type { ParsedSentence } from '../../../sentence/parsed.ts';
import { wordAt } from '../../../sentence/view.ts';

/** Participles that describe the noun behind them even where another noun stands before: "rebel held towns". */
const DESCRIBING = new Set(
  (
    'controlled held backed led run owned based sponsored occupied supported funded trained made born approved supplied ' +
    'designed built ruled dominated administered brokered mediated imposed allied linked inspired ravaged torn related ' +
    'aligned besieged driven mandated affiliated infested prone weary armed covered filled facing oriented'
  ).split(' '),
);

/**
 * The object of a verb that the tree has as a mere description of the noun behind it: "the unions staged mass rallies".
 * A participle that describes seldom stands right behind a noun.
 */
export function findMisreadObject(sentence: ParsedSentence, verb: number): number | undefined {
  const token = sentence.tokens[verb]!;
  if (token.deprel !== 'amod' || token.head <= verb) return undefined;
  if (token.xpos !== 'VBN' && token.xpos !== 'VBD') return undefined;
  const before = sentence.tokens[verb - 1];
  if (before === undefined || (before.upos !== 'NOUN' && before.upos !== 'PROPN')) return undefined;
  return DESCRIBING.has(wordAt(sentence, verb)) ? undefined : token.head;
}
