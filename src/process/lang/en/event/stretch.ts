import type { ParsedSentence } from '../../../sentence/parsed.ts';
import type { Around } from './rings.ts';

const FINITE = ['VBD', 'VBZ', 'VBP', 'MD'];
const MEANWHILE = new Set(['while', 'when', 'as']);

/**
 * Words that belong to an event by their place alone, for sentences whose tree is wrong: what follows its outcome
 * ("the strike that killed him while he travelled in X on Y") up to the next clause or event, then the opening of
 * the sentence ("In December, the group launched …") where the event is the first thing told.
 */
export function findStretches(
  sentence: ParsedSentence,
  { trigger, absorbed, others }: Around,
): readonly (readonly number[])[] {
  const elsewhere = new Set(others.flatMap((other) => [other.index, other.carrier ?? other.index]));
  const behind = absorbed.flatMap((other) =>
    other.index > trigger.index ? [wordsBehind(sentence, other.index, elsewhere)] : [],
  );
  return [...behind, openingOf(sentence, trigger.carrier ?? trigger.index, elsewhere)];
}

function wordsBehind(
  sentence: ParsedSentence,
  outcome: number,
  elsewhere: ReadonlySet<number>,
): readonly number[] {
  const words: number[] = [];
  let isMeanwhile = false;
  for (let i = outcome + 1; i < sentence.tokens.length; i++) {
    const { text, xpos } = sentence.tokens[i]!;
    if (elsewhere.has(i)) break;
    if (MEANWHILE.has(text.toLowerCase())) isMeanwhile = true;
    if (FINITE.includes(xpos)) {
      if (!isMeanwhile) break;
      isMeanwhile = false;
    }
    words.push(i);
  }
  return words;
}

/** The words before the first comma or noun phrase, where the first finite verb after them is that of the event. */
function openingOf(
  sentence: ParsedSentence,
  verb: number,
  elsewhere: ReadonlySet<number>,
): readonly number[] {
  const first = sentence.tokens.findIndex(({ xpos, upos }) => FINITE.includes(xpos) || upos === 'AUX');
  if (first < 0 || first > verb || verb - first > 3) return [];
  const comma = sentence.tokens.findIndex(({ text }) => text === ',');
  const end = comma >= 0 && comma <= 8 && comma < first ? comma : 0;
  const words = sentence.tokens.slice(0, end).map((_, i) => i);
  // "In response to the strikes of December, …": the date of what is told there.
  return words.some((i) => elsewhere.has(i)) ? [] : words;
}
