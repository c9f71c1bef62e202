import type { FixedMeaning, Match } from '../../../time/meaning.ts';
import { isPhraseAt, type Word, wordAt } from '../../../time/words.ts';
import { dayAt } from './monthDay.ts';
import { isFreeNumber, isOrdinalSuffix } from './numbers.ts';
import { wordSet } from './wordSet.ts';

interface Calendar {
  readonly name: string;
  readonly months: ReadonlySet<string>;
  /** Years that a text of our time may name in it. */
  readonly from: number;
  readonly to: number;
}

/** Months as English pages write them, by their first word. */
const CALENDARS: readonly Calendar[] = [
  {
    name: 'Persian',
    months: wordSet(`
      farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand hamal sawr jawza saratan asad
      sonbola mizan aqrab qaws jadi dalwa hoot
    `),
    from: 1200,
    to: 1500,
  },
  {
    name: 'Islamic',
    months: wordSet(`
      muharram moharram safar rabi jumada jamadi rajab shaban sha'ban shaaban shawwal shawal dhu dhul zul zulhijja
      zulhijjah ramadan ramazan ramadhan
    `),
    from: 1,
    to: 1600,
  },
  {
    name: 'Hebrew',
    months: wordSet('nisan iyar sivan tammuz av elul tishrei tishri cheshvan kislev tevet shevat shvat adar'),
    from: 5000,
    to: 6000,
  },
  {
    name: 'Ethiopian',
    months: wordSet(`
      meskerem tikimt tekemt hidar tahsas tir yekatit megabit miazia miyazya ginbot genbot sene hamle nehase pagume
      pagumen
    `),
    from: 1800,
    to: 2100,
  },
];

/** Month names that are words or names of their own: they need a year. */
const DOUBTFUL = wordSet('av tir dey mehr aban azar asad sene safar rabi adar nisan mizan hoot sawr');

const BY_MONTH: ReadonlyMap<string, readonly Calendar[]> = new Map(
  [...new Set(CALENDARS.flatMap(({ months }) => [...months]))].map(
    (month) => [month, CALENDARS.filter(({ months }) => months.has(month))] as const,
  ),
);

/** The first words that such a date may begin with, beside its day. */
export const OTHER_MONTHS: readonly string[] = [...BY_MONTH.keys()];

function unread(name: string, value: string): FixedMeaning {
  const why = `A date of the ${name} calendar, which is not converted.`;
  return { kind: 'fixed', type: 'DATE', value, unread: why };
}

/**
 * "13 Dey 1398", "22 Bahman", "10 Muharram 1442 AH", "Khordad 15, 1342", "20 Shevat", "Mordad 1399", "1442 AH": a date of
 * another calendar. It is recognised so that its numbers are taken for nothing else, and left open: lunar months begin by
 * sight, and most texts give no year.
 */
export function otherCalendar(words: readonly Word[], at: number): Match | undefined {
  if (wordAt(words, at).kind === 'word') return monthFirst(words, at);
  if (!isFreeNumber(words, at)) return undefined;
  return dayFirst(words, at) ?? eraYear(words, at);
}

function dayFirst(words: readonly Word[], at: number): Match | undefined {
  const day = dayAt(words, at);
  if (day === undefined) return undefined;
  const name = wordAt(words, day.end).lower === 'of' ? day.end + 1 : day.end;
  const month = monthAt(words, name);
  if (month === undefined) return undefined;
  const year = yearAt(words, month.end, month.calendars);
  const isSaid = year !== undefined || isOrdinalSuffix(wordAt(words, day.end - 1));
  if (DOUBTFUL.has(wordAt(words, name).lower) && !isSaid && wordAt(words, at - 1).lower !== 'on')
    return undefined;
  const calendar = year?.calendar ?? month.calendars[0]!;
  return { start: at, end: year?.end ?? month.end, meaning: unread(calendar.name, 'XXXX-XX-XX') };
}

function monthFirst(words: readonly Word[], at: number): Match | undefined {
  const month = monthAt(words, at);
  if (month === undefined) return undefined;
  const day = dayAt(words, month.end);
  const year = yearAt(words, day?.end ?? month.end, month.calendars);
  if (year === undefined) return undefined;
  const value = day === undefined ? 'XXXX-XX' : 'XXXX-XX-XX';
  return { start: at, end: year.end, meaning: unread(year.calendar.name, value) };
}

/** A month with the words that belong to its name: "Rabi al-Awwal", "Dhu al-Hijjah", "Adar II". */
function monthAt(words: readonly Word[], at: number) {
  const word = wordAt(words, at);
  const calendars = word.capital ? BY_MONTH.get(word.lower) : undefined;
  if (calendars === undefined) return undefined;
  let end = at + 1;
  const article = wordAt(words, wordAt(words, end).lower === '-' ? end + 1 : end).lower;
  if (ARTICLES.has(article)) {
    end = wordAt(words, end).lower === '-' ? end + 2 : end + 1;
    end = wordAt(words, end).lower === '-' ? end + 2 : end + 1;
  } else if (ORDER.has(article) && !wordAt(words, end).glued) end++;
  return { calendars, end };
}

const ARTICLES = wordSet('al ul ath as el us');
const ORDER = wordSet('i ii hijja hijjah qadah qaeda thani awwal');

function yearAt(
  words: readonly Word[],
  at: number,
  calendars: readonly Calendar[],
): { readonly calendar: Calendar; readonly end: number } | undefined {
  const digits = wordAt(words, at).lower === ',' ? at + 1 : at;
  const { kind, lower } = wordAt(words, digits);
  if (kind !== 'number' || lower.length > 4 || lower.length < 3) return undefined;
  const number = Number(lower);
  const calendar = calendars.find(({ from, to }) => number >= from && number <= to);
  if (calendar === undefined) return undefined;
  return { calendar, end: eraAt(words, digits + 1)?.end ?? digits + 1 };
}

const ERAS = new Map([
  ['ah', 'Islamic'],
  ['sh', 'Persian'],
  ['ap', 'Persian'],
  ['am', 'Hebrew'],
  ['be', 'Buddhist'],
]);

/** "AH", "A.H.", "SH", "B.E." in capitals. */
function eraAt(
  words: readonly Word[],
  at: number,
): { readonly name: string; readonly end: number } | undefined {
  const first = wordAt(words, at);
  if (!first.capital || first.line) return undefined;
  const whole = ERAS.get(first.lower);
  const isUpper = first.end - first.start === 2 && wordAt(words, at - 1).kind === 'number' && !first.glued;
  if (whole !== undefined && isUpper) return { name: whole, end: at + 1 };
  const second = wordAt(words, at + 2);
  if (first.lower.length !== 1 || wordAt(words, at + 1).lower !== '.' || !second.capital) return undefined;
  const name = ERAS.get(first.lower + second.lower);
  if (name === undefined || !second.glued) return undefined;
  const point = wordAt(words, at + 3);
  return { name, end: point.glued && point.lower === '.' ? at + 4 : at + 3 };
}

/** "1442 AH", "2557 B.E."; "1398 SH". */
function eraYear(words: readonly Word[], at: number): Match | undefined {
  const { lower } = wordAt(words, at);
  if (lower.length < 3 || lower.length > 4) return undefined;
  const era = eraAt(words, at + 1);
  // "AM" behind four figures is a morning.
  if (era === undefined || era.name === 'Hebrew') return undefined;
  return { start: at, end: era.end, meaning: unread(era.name, 'XXXX') };
}

const CALENDAR_NAMES = new Map([
  ['julian', 'Julian'],
  ['persian', 'Persian'],
  ['iranian', 'Persian'],
  ['afghan', 'Persian'],
  ['islamic', 'Islamic'],
  ['hijri', 'Islamic'],
  ['hebrew', 'Hebrew'],
  ['jewish', 'Hebrew'],
  ['ethiopian', 'Ethiopian'],
  ['buddhist', 'Buddhist'],
  ['coptic', 'Coptic'],
]);

/** What may stand behind a date of another calendar: looked at only where one of these follows. */
const FOLLOWERS = wordSet('( in old o b be ah a');

/**
 * A date in our months that the words around it put into another calendar: "25 October 1917 (Old Style)", "6 January in the
 * Julian calendar", "12 May 2557 B.E.", "the Persian year 1399".
 */
export function inOtherCalendar(words: readonly Word[], match: Match): Match {
  if (match.meaning.kind !== 'date') return match;
  const { month, day } = match.meaning;
  const year = wordAt(words, match.start - 1).lower === 'year' ? wordAt(words, match.start - 2).lower : '';
  const ofYear = CALENDAR_NAMES.get(year);
  if (ofYear !== undefined && month === undefined) {
    const start = wordAt(words, match.start - 3).lower === 'the' ? match.start - 3 : match.start - 2;
    return { ...match, start, meaning: unread(ofYear, 'XXXX') };
  }
  if (!FOLLOWERS.has(wordAt(words, match.end).lower)) return match;
  const named = calendarBehind(words, match.end);
  if (named === undefined) return match;
  const value = month === undefined ? 'XXXX' : day === undefined ? 'XXXX-XX' : 'XXXX-XX-XX';
  return { ...match, end: named.end, meaning: unread(named.name, value) };
}

function calendarBehind(words: readonly Word[], at: number): { name: string; end: number } | undefined {
  const open = wordAt(words, at).lower === '(';
  const first = open ? at + 1 : at;
  const found = oldStyle(words, first) ?? namedCalendar(words, first) ?? eraAt(words, first);
  if (found === undefined) return undefined;
  if (!open) return found;
  return wordAt(words, found.end).lower === ')' ? { ...found, end: found.end + 1 } : undefined;
}

function oldStyle(words: readonly Word[], at: number) {
  if (isPhraseAt(words, at, ['old', 'style'])) return { name: 'Julian', end: at + 2 };
  const isShort = isPhraseAt(words, at, ['o', '.', 's', '.']) && wordAt(words, at).capital;
  return isShort ? { name: 'Julian', end: at + 4 } : undefined;
}

function namedCalendar(words: readonly Word[], at: number) {
  const first = isPhraseAt(words, at, ['in', 'the']) ? at + 2 : at;
  const name = CALENDAR_NAMES.get(wordAt(words, first).lower);
  return name !== undefined && wordAt(words, first + 1).lower === 'calendar'
    ? { name, end: first + 2 }
    : undefined;
}
