import type { Match } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { dayAt } from './monthDay.ts';
import { isFreeNumber } from './numbers.ts';

/** Months of the Persian (solar) and the Islamic (lunar) calendar as English pages write them. */
const MONTHS = new Set([
  ...[
    'farvardin',
    'ordibehesht',
    'khordad',
    'tir',
    'mordad',
    'shahrivar',
    'mehr',
    'aban',
    'azar',
    'dey',
    'bahman',
    'esfand',
  ],
  ...['muharram', 'safar', 'rabi', 'jumada', 'rajab', 'shaban', "sha'ban", 'shawwal', 'dhu', 'ramadan'],
]);

/**
 * "13 Dey 1398", "22 Bahman", "10 Muharram 1442 AH": a date of another calendar. It is recognised so that its number is
 * taken for nothing else, and left open: the lunar months begin by sight, and no year is written in most.
 */
export function otherCalendar(words: readonly Word[], at: number): Match | undefined {
  if (wordAt(words, at).kind !== 'number' || !isFreeNumber(words, at)) return undefined;
  const day = dayAt(words, at);
  if (day === undefined) return undefined;
  const name = wordAt(words, day.end).lower === 'of' ? day.end + 1 : day.end;
  const word = wordAt(words, name);
  if (!word.capital || !MONTHS.has(word.lower)) return undefined;
  let end = name + 1;
  if (wordAt(words, end).lower === 'al') end = wordAt(words, end + 1).lower === '-' ? end + 3 : end + 2;
  if (wordAt(words, end).lower === ',' && isYear(wordAt(words, end + 1))) end++;
  if (isYear(wordAt(words, end))) end++;
  if (wordAt(words, end).lower === 'ah') end++;
  return { start: at, end, meaning: { kind: 'fixed', type: 'DATE', value: 'XXXX-XX-XX' } };
}

function isYear(word: Word): boolean {
  return word.kind === 'number' && word.lower.length === 4 && word.lower.startsWith('1');
}
