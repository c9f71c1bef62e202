import type { Match } from '../../../time/meaning.ts';
import type { Word } from '../../../time/words.ts';
import { age } from './age.ts';
import { ago } from './ago.ts';
import { century } from './century.ts';
import { clock } from './clock.ts';
import { dayOfMonth } from './dayOfMonth.ts';
import { dayPart } from './dayPart.ts';
import { decade } from './decade.ts';
import { duration } from './duration.ts';
import { era } from './era.ts';
import { feast } from './feast.ts';
import { FEASTS } from './feasts.ts';
import { frequency } from './frequency.ts';
import { isoDate } from './isoDate.ts';
import { militaryGroup } from './militaryGroup.ts';
import { month } from './month.ts';
import { dayMonth, monthDay } from './monthDay.ts';
import { noSuchDay } from './noSuchDay.ts';
import { COUNT_STARTS, ORDINAL_STARTS } from './numbers.ts';
import { numericDate } from './numericDate.ts';
import { inOtherCalendar, OTHER_MONTHS, otherCalendar } from './otherCalendar.ts';
import { quarter } from './quarter.ts';
import type { Recogniser } from './recogniser.ts';
import { relativeDay } from './relativeDay.ts';
import { relativeUnit } from './relativeUnit.ts';
import { sameDay } from './sameDay.ts';
import { season } from './season.ts';
import { vague } from './vague.ts';
import * as vocabulary from './vocabulary.ts';
import { weekday } from './weekday.ts';
import { weekOfDay, weekOfMonth } from './weekOfMonth.ts';
import { wholeUnit } from './wholeUnit.ts';
import { year } from './year.ts';

/** Kinds of words that an expression may begin with. */
type Opening = 'word' | 'number' | 'mark';

/**
 * Each idea with what it may begin with. The order matters where one begins like another: the first that finds
 * something is taken.
 */
const RECOGNISERS: readonly (readonly [Recogniser, ...Opening[]])[] = [
  [isoDate, 'number'],
  [numericDate, 'number'],
  [militaryGroup, 'number'],
  // Before feasts: "Ramadan 12, 1441" is a date of its calendar.
  [otherCalendar, 'number', 'word'],
  // Before months: "Sept. 11 attacks" has its year, "Good Friday" is no weekday, "May Day" no month.
  [feast, 'word', 'number'],
  // Before months and days: no part of what is no date may be read as one.
  [noSuchDay, 'number', 'word'],
  // Before counts: "3 p.m. Friday" is one expression.
  [clock, 'number', 'word'],
  // Before weekdays and quarters: "the last Friday of March", "the last week of March".
  [weekOfMonth, 'word', 'number'],
  [weekOfDay, 'word'],
  [weekday, 'word'],
  [monthDay, 'word'],
  [dayMonth, 'number', 'word'],
  [dayOfMonth, 'number'],
  [month, 'word'],
  [quarter, 'word', 'number'],
  [season, 'word'],
  [century, 'word', 'number'],
  // Before years: "the 1990s" begins with one.
  [decade, 'number', 'word', 'mark'],
  [era, 'number', 'word'],
  // Ages and "ago" before durations, which are their beginning.
  [age, 'number', 'word'],
  [ago, 'number', 'word'],
  // Sets before durations: "twice a week", "every two weeks".
  [frequency, 'word', 'number'],
  [sameDay, 'word'],
  // Parts of the day before units: "last night" is no day.
  [dayPart, 'word'],
  // Vague times before units: "at this time", "the recent past".
  [vague, 'word'],
  [relativeDay, 'word'],
  [relativeUnit, 'word'],
  [wholeUnit, 'word', 'number'],
  [duration, 'number', 'word'],
  [year, 'number', 'word', 'mark'],
];

const BY_OPENING: Readonly<Record<Opening, readonly Recogniser[]>> = {
  word: recognisersFor('word'),
  number: recognisersFor('number'),
  mark: recognisersFor('mark'),
};

/**
 * The little words that stand everywhere, with all that can begin with one of them, in the same order: "a year", "the
 * past", "that night", "at present".
 */
const BY_WORD: ReadonlyMap<string, readonly Recogniser[]> = new Map([
  ['the', [vague]],
  ['at', [vague]],
  ['that', [season, sameDay, dayPart]],
  ['a', [clock, era, age, ago, frequency, duration]],
  ['an', [clock, age, ago, frequency, duration]],
]);

function recognisersFor(opening: Opening): readonly Recogniser[] {
  return RECOGNISERS.filter(([, ...openings]) => openings.includes(opening)).map(([recognise]) => recognise);
}

/** Words that can begin an expression: all others are passed over at once. */
const STARTS: ReadonlySet<string> = new Set([
  ...vocabulary.MONTHS.keys(),
  ...vocabulary.WEEKDAYS.keys(),
  ...vocabulary.SHORT_WEEKDAYS.keys(),
  ...vocabulary.WEEKDAY_PLURALS.keys(),
  ...vocabulary.UNITS.keys(),
  ...vocabulary.PLURAL_UNITS.keys(),
  ...vocabulary.DAY_PARTS.keys(),
  ...vocabulary.SEASONS.keys(),
  ...COUNT_STARTS,
  ...ORDINAL_STARTS,
  ...FEASTS.keys(),
  ...OTHER_MONTHS,
  ...[
    'today',
    'yesterday',
    'tomorrow',
    'tonight',
    'overnight',
    'noon',
    'midnight',
    'mornings',
    'afternoons',
    'evenings',
  ],
  ...[
    'this',
    'current',
    'last',
    'past',
    'next',
    'coming',
    'upcoming',
    'previous',
    'preceding',
    'prior',
    'following',
  ],
  ...[
    'ensuing',
    'same',
    'that',
    'these',
    'at',
    'the',
    'right',
    'long',
    'every',
    'each',
    'per',
    'single',
    'multi',
    'q',
    'h',
  ],
  ...[
    'now',
    'currently',
    'presently',
    'nowadays',
    'recent',
    'recently',
    'lately',
    'soon',
    'weekdays',
    'fiscal',
    'fy',
  ],
  ...[
    'financial',
    'ad',
    'final',
    "'",
    'twenties',
    'thirties',
    'forties',
    'fifties',
    'sixties',
    'seventies',
    'eighties',
  ],
  ...[
    'nineties',
    'daily',
    'weekly',
    'monthly',
    'annual',
    'annually',
    'yearly',
    'hourly',
    'nightly',
    'quarterly',
  ],
  ...['fortnightly', 'biweekly', 'biannual', 'biennial', 'bimonthly', 'semiannual', 'semiannually'],
  ...['daylong', 'weeklong', 'monthlong', 'yearlong', 'decadelong', 'all', 'early', 'small', 'wee', 'mid'],
]);

/** The expression that begins at a word, by the first recogniser that sees one. */
export function recogniseAt(words: readonly Word[], at: number): Match | undefined {
  const word = words[at];
  if (word === undefined || word.kind === 'end') return undefined;
  if (word.kind !== 'number' && !STARTS.has(word.lower)) return undefined;
  const recognisers = BY_WORD.get(word.lower) ?? BY_OPENING[word.kind];
  for (let k = 0; k < recognisers.length; k++) {
    const match = recognisers[k]!(words, at);
    if (match !== undefined) return inOtherCalendar(words, match);
  }
  return undefined;
}
