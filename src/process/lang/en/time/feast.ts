import type { FeastMeaning, FeastRule, Match, Meaning, Which } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { FEASTS } from './feasts.ts';
import { yearBehind } from './monthDay.ts';
import { withDayPart } from './partBehind.ts';
import { wordSet } from './wordSet.ts';

const WHICH = new Map<string, Which>([
  ['last', 'last'],
  ['next', 'next'],
  ['this', 'this'],
]);

/** "Christmas Eve", "Easter Sunday 2021", "last Thanksgiving", "Ramadan", "9/11", "the Sept. 11 attacks". */
export function feast(words: readonly Word[], at: number): Match | undefined {
  const eleventh = septemberEleventh(words, at);
  if (eleventh !== undefined) return eleventh;
  const which = WHICH.get(wordAt(words, at).lower);
  const first = which === undefined ? at : at + 1;
  if (!wordAt(words, first).capital) return undefined;
  for (const [name, rule] of FEASTS.get(wordAt(words, first).lower) ?? []) {
    if (!isPhraseAt(words, first, name) || isCompound(words, first, first + name.length)) continue;
    const year = yearBehind(words, first + name.length);
    const meaning = meaningOf(rule, year?.year, which);
    return withDayPart(words, { start: at, end: year?.end ?? first + name.length, meaning });
  }
  return undefined;
}

/** "Christmas Island", "Easter Ross", "anti-Nowruz": a name that goes on in capitals is another name. */
function isCompound(words: readonly Word[], at: number, end: number): boolean {
  const next = wordAt(words, end);
  if (
    next.lower === 'island' ||
    next.lower === 'islands' ||
    next.lower === 'carol' ||
    next.lower === 'carols'
  )
    return true;
  return wordAt(words, at).glued && wordAt(words, at - 1).lower === '-';
}

/** Feasts of calendars that are announced by sight or differ by country keep their day open. */
function meaningOf(rule: FeastRule | 'open', year: number | undefined, which: Which | undefined): Meaning {
  if (rule === 'open')
    return { kind: 'fixed', type: 'DATE', value: year === undefined ? 'XXXX-XX-XX' : `${year}-XX-XX` };
  const meaning: FeastMeaning = { kind: 'feast', rule };
  if (year !== undefined) return { ...meaning, year };
  return which === undefined ? meaning : { ...meaning, which };
}

const ATTACKS = wordSet('attack attacks terrorist terror hijackers hijackings commission victims');

/** The day of 2001 that goes by its date: "9/11" and "Sept. 11" before "attacks"; "post-9/11" is an age, not a day. */
function septemberEleventh(words: readonly Word[], at: number): Match | undefined {
  const meaning = { kind: 'date', year: 2001, month: 9, day: 11 } as const;
  const first = wordAt(words, at);
  if (first.lower === '9' && isPhraseAt(words, at + 1, ['/', '11']) && wordAt(words, at + 2).glued) {
    const next = wordAt(words, at + 3);
    const goesOn = next.glued && (next.lower === '/' || next.kind !== 'mark');
    return first.glued || goesOn ? undefined : { start: at, end: at + 3, meaning };
  }
  if (!first.capital || (first.lower !== 'september' && first.lower !== 'sept')) return undefined;
  const day = wordAt(words, at + 1).lower === '.' ? at + 2 : at + 1;
  if (wordAt(words, day).lower !== '11') return undefined;
  const end = wordAt(words, day + 1).lower === 'th' ? day + 2 : day + 1;
  return ATTACKS.has(wordAt(words, end).lower) ? { start: at, end, meaning } : undefined;
}
