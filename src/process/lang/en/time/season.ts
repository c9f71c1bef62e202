import type { Match, PartMeaning, Which } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { SEASONS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';
import { yearPhraseAt } from './yearPhrase.ts';

const WHICH = new Map<string, Which | 'told'>([
  ['that', 'told'],
  ['last', 'last'],
  ['this', 'this'],
  ['next', 'next'],
  ['past', 'last'],
  ['coming', 'next'],
]);

const LEADS = wordSet('in by since until during late early mid before after through');

/** "last summer", "the spring of 2014", "winter 2019", "in the fall": unanchored ones keep their year open. */
export function season(words: readonly Word[], at: number): Match | undefined {
  const shifted = WHICH.get(wordAt(words, at).lower);
  const noun = shifted === undefined ? at : at + 1;
  const part = SEASONS.get(wordAt(words, noun).lower);
  if (part === undefined) return undefined;
  const ofYear = yearPhraseAt(words, wordAt(words, noun + 1).lower === 'of' ? noun + 2 : noun + 1);
  const year =
    wordAt(words, noun + 1).lower === 'of' || typeof ofYear?.year === 'number' ? ofYear : undefined;
  if (year !== undefined)
    return { start: at, end: year.end, meaning: { kind: 'part', part, year: year.year } };
  if (shifted !== undefined)
    return { start: at, end: noun + 1, meaning: { kind: 'part', part, which: shifted } };
  return isTimeOfYear(words, at) ? { start: at, end: at + 1, meaning: unanchored(part) } : undefined;
}

/** "in the spring", "by winter"; not "a spring in", "the fall of the city", "to fall", "Arab Spring". */
function isTimeOfYear(words: readonly Word[], at: number): boolean {
  const word = wordAt(words, at);
  const after = wordAt(words, at + 1);
  if (word.capital || after.lower === 'of' || (after.glued && after.lower === '-')) return false;
  const article = wordAt(words, at - 1).lower === 'the';
  const lead = wordAt(words, article ? at - 2 : at - 1).lower;
  return LEADS.has(lead);
}

function unanchored(part: PartMeaning['part']): PartMeaning {
  return { kind: 'part', part, which: 'nearest' };
}
