import type { FeastMeaning, FeastRule, Match, Meaning, Which } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { DATED_DAYS, FEASTS, type OpenFeast } from './feasts.ts';
import { dayAt, monthAt, yearBehind } from './monthDay.ts';
import { withDayPart } from './partBehind.ts';

const WHICH = new Map<string, Which>([
  ['last', 'last'],
  ['next', 'next'],
  ['this', 'this'],
]);

/** "Christmas Eve", "Easter Sunday 2021", "last Thanksgiving", "Ramadan", "9/11", "the Sept. 11 attacks". */
export function feast(words: readonly Word[], at: number): Match | undefined {
  const dated = nineEleven(words, at) ?? knownByDate(words, at);
  if (dated !== undefined) return dated;
  const which = WHICH.get(wordAt(words, at).lower);
  const first = which === undefined ? at : at + 1;
  if (!wordAt(words, first).capital) return undefined;
  for (const [name, rule] of FEASTS.get(wordAt(words, first).lower) ?? []) {
    if (!isPhraseAt(words, first, name) || isCompound(words, first, first + name.length)) continue;
    const year = yearBehind(words, first + name.length);
    const own = isOfCountry(words, at, rule) ? 'country' : rule;
    const meaning = meaningOf(own, year?.year, which);
    return withDayPart(words, { start: at, end: year?.end ?? first + name.length, meaning });
  }
  return undefined;
}

/** "Iraq's Election Day", "Ghana's Thanksgiving": the feast of another country than the one that the table knows. */
function isOfCountry(words: readonly Word[], at: number, rule: FeastRule | OpenFeast): boolean {
  if (typeof rule === 'string' || rule.on !== 'nth') return false;
  const owner = wordAt(words, at - 3).lower;
  return (
    wordAt(words, at - 1).lower === 's' &&
    wordAt(words, at - 2).lower === "'" &&
    owner !== 'year' &&
    owner !== 'america'
  );
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

const OPEN: Readonly<Record<OpenFeast, string>> = {
  moon: 'The day is set by the sight of the moon, so it stays open.',
  country: 'The day differs from country to country, so it stays open.',
  calendar: 'The feast lasts for days or follows a calendar that is not computed, so it stays open.',
};

/** Feasts of calendars that are announced by sight or differ by country keep their day open. */
function meaningOf(rule: FeastRule | OpenFeast, year: number | undefined, which: Which | undefined): Meaning {
  if (typeof rule === 'string') {
    const value = year === undefined ? 'XXXX-XX-XX' : `${year}-XX-XX`;
    return { kind: 'fixed', type: 'DATE', value, unread: OPEN[rule] };
  }
  const meaning: FeastMeaning = { kind: 'feast', rule };
  if (year !== undefined) return { ...meaning, year };
  return which === undefined ? meaning : { ...meaning, which };
}

/** The day of 2001 that goes by its figures; "post-9/11" is an age, not a day. */
function nineEleven(words: readonly Word[], at: number): Match | undefined {
  const first = wordAt(words, at);
  if (first.lower !== '9' || !isPhraseAt(words, at + 1, ['/', '11']) || !wordAt(words, at + 2).glued)
    return undefined;
  const next = wordAt(words, at + 3);
  const goesOn = next.glued && (next.lower === '/' || next.kind !== 'mark');
  if (first.glued || goesOn) return undefined;
  return { start: at, end: at + 3, meaning: { kind: 'date', year: 2001, month: 9, day: 11 } };
}

/** "the Sept. 11 attacks", "the Oct. 7 massacre": which year is meant is known. */
function knownByDate(words: readonly Word[], at: number): Match | undefined {
  const name = monthAt(words, at);
  const day = name === undefined ? undefined : dayAt(words, name.end);
  if (name === undefined || day === undefined) return undefined;
  const noun = wordAt(words, day.end);
  const known = DATED_DAYS.find(
    (one) => one.month === name.month && one.day === day.day && one.before.has(noun.lower),
  );
  if (known === undefined) return undefined;
  const { year, month } = known;
  return {
    start: at,
    end: day.end,
    meaning: { kind: 'feast', rule: { on: 'once', year, month, day: known.day } },
  };
}
