import type { Match, Which } from '../../../time/meaning.ts';
import { type Word, wordAt } from '../../../time/words.ts';
import { dayMonth, monthDay } from './monthDay.ts';
import { noSuchDay } from './noSuchDay.ts';
import { withDayPart } from './partBehind.ts';
import { SHORT_WEEKDAYS, WEEKDAYS } from './vocabulary.ts';
import { wordSet } from './wordSet.ts';

const WHICH = new Map<string, Which>([
  ['last', 'last'],
  ['past', 'last'],
  ['next', 'next'],
  ['this', 'this'],
  ['coming', 'next'],
]);

/** Days that are names of one day in history or of a feast. */
const NAMED = wordSet('black bloody good ash palm super cyber holy easter maundy shrove');

/** Titles that begin with a day: newspapers and shows. */
const TITLES = wordSet(`
  times telegraph herald mail mirror express post independent tribune sun star world business
  review island mercury age show magazine paper supplement
`);

/** "man Friday", "Ruby Tuesday": bearers of a day's name. */
const BEARERS = wordSet('ruby man girl gal joe');

const DAY_PART_PLURALS = new Set(['mornings', 'afternoons', 'evenings', 'nights']);

const LOWER_LEADS = wordSet('on last next this since by until past coming from to');

/** "Thursday", "next Thursday", "this past Friday night", "Thursday, Dec. 10, 2020", "Sat., Dec. 5". */
export function weekday(words: readonly Word[], at: number): Match | undefined {
  const lead = leadAt(words, at);
  const name = nameAt(words, lead.end);
  if (name === undefined || isName(words, lead.end)) return undefined;
  const dated = lead.end === at ? datedAt(words, at, name) : undefined;
  if (dated !== undefined) return withDayPart(words, dated);
  if (name.short && !name.pointed) return undefined;
  const meaning = { kind: 'weekday', weekday: name.weekday, which: lead.which } as const;
  return withDayPart(words, { start: at, end: name.end, meaning });
}

function leadAt(words: readonly Word[], at: number): { which: Which; end: number } {
  const which = WHICH.get(wordAt(words, at).lower);
  if (which === undefined) return { which: 'nearest', end: at };
  const second = which === 'this' ? WHICH.get(wordAt(words, at + 1).lower) : undefined;
  return second === undefined ? { which, end: at + 1 } : { which: second, end: at + 2 };
}

interface Name {
  readonly weekday: number;
  readonly end: number;
  readonly short: boolean;
  readonly pointed: boolean;
}

function nameAt(words: readonly Word[], at: number): Name | undefined {
  const word = wordAt(words, at);
  const long = WEEKDAYS.get(word.lower);
  // "Friday nights" recur: they are a set.
  if (DAY_PART_PLURALS.has(wordAt(words, at + 1).lower)) return undefined;
  if (long !== undefined) {
    const taken = word.capital || LOWER_LEADS.has(wordAt(words, at - 1).lower);
    return taken ? { weekday: long, end: at + 1, short: false, pointed: false } : undefined;
  }
  const short = SHORT_WEEKDAYS.get(word.lower);
  if (short === undefined || !word.capital) return undefined;
  const point = wordAt(words, at + 1);
  const hasPoint = point.glued && point.lower === '.';
  const pointed = hasPoint && word.lower !== 'sun' && word.lower !== 'sat' && word.lower !== 'wed';
  return { weekday: short, end: hasPoint ? at + 2 : at + 1, short: true, pointed };
}

/** The day's name with its date: one expression; the date decides, the day helps to find its year. */
function datedAt(words: readonly Word[], at: number, name: Name): Match | undefined {
  const date = wordAt(words, name.end).lower === ',' ? name.end + 1 : name.end;
  const the = wordAt(words, date).lower === 'the' ? date + 1 : date;
  const missing = noSuchDay(words, the);
  if (missing !== undefined) return { ...missing, start: at };
  const found = monthDay(words, date) ?? dayMonth(words, the);
  if (found === undefined || found.meaning.kind !== 'date') return undefined;
  return { ...found, start: at, meaning: { ...found.meaning, weekday: name.weekday } };
}

function isName(words: readonly Word[], at: number): boolean {
  const before = wordAt(words, at - 1);
  if (NAMED.has(before.lower) && before.capital && !wordAt(words, at).glued) return true;
  if (BEARERS.has(before.lower)) return true;
  // A programme: "Fox News Sunday".
  if (before.lower === 'news' && wordAt(words, at - 2).lower === 'fox') return true;
  const after = wordAt(words, at + 1);
  if (after.capital && TITLES.has(after.lower) && !after.glued && !after.line) return true;
  return isPhraseNightLive(words, at);
}

/** "Saturday Night Live", "Monday Night Football": programmes. */
function isPhraseNightLive(words: readonly Word[], at: number): boolean {
  const night = wordAt(words, at + 1);
  return night.capital && night.lower === 'night' && wordAt(words, at + 2).capital;
}
