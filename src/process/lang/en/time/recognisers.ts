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
import { wordSet } from './wordSet.ts';
import { year } from './year.ts';

const {
  MONTHS,
  WEEKDAYS,
  SHORT_WEEKDAYS,
  WEEKDAY_PLURALS,
  UNITS: UNIT_WORDS,
  PLURAL_UNITS,
  DAY_PARTS,
  SEASONS,
} = vocabulary;
const MONTH_NAMES = [...MONTHS.keys()];
const UNITS = [...UNIT_WORDS.keys()];
const PLURALS = [...PLURAL_UNITS.keys()];
const COUNTS = [...COUNT_STARTS];
const ORDINALS = [...ORDINAL_STARTS];
const LENGTHS = [...COUNTS, ...PLURALS];
const listOf = (list: string): readonly string[] => [...wordSet(list)];
const CLOCK_WORDS = listOf(`
  noon midnight a half quarter one two three four five six seven eight nine ten eleven twelve twenty
`);
const SET_WORDS = listOf(`
  daily weekly monthly annual annually yearly hourly nightly quarterly fortnightly biweekly biannual biennial bimonthly
  semiannual semiannually every each per mornings afternoons evenings weekends weekdays
`);
const LEADS = listOf(`
  this current last past next coming upcoming previous preceding prior following ensuing
`);
const VAGUE_WORDS = listOf(`
  now currently current presently nowadays recent recently lately soon these the right at this long
`);

interface Opening {
  readonly recognise: Recogniser;
  /** Lower-cased words that it may begin with. */
  readonly words?: Iterable<string>;
  /** How many digits a number has that it may begin with. */
  readonly digits?: readonly number[];
  /** Whether it may begin with an apostrophe: "'90s". */
  readonly mark?: true;
}

const DAYS = [1, 2];
const ANY = [1, 2, 3, 4];

/**
 * Each idea with what it may begin with. The order matters where one begins like another: the first that finds
 * something is taken.
 */
const RECOGNISERS: readonly Opening[] = [
  { recognise: isoDate, digits: [4] },
  { recognise: numericDate, digits: DAYS },
  { recognise: militaryGroup, digits: [6] },
  // Before feasts: "Ramadan 12, 1441" is a date of its calendar.
  { recognise: otherCalendar, digits: ANY, words: OTHER_MONTHS },
  // Before months: "Sept. 11 attacks" has its year, "Good Friday" is no weekday, "May Day" no month.
  { recognise: feast, digits: DAYS, words: [...FEASTS.keys(), ...MONTH_NAMES, 'last', 'next', 'this'] },
  // Before months and days: no part of what is no date may be read as one.
  { recognise: noSuchDay, digits: DAYS, words: MONTH_NAMES },
  // Before counts: "3 p.m. Friday" is one expression.
  { recognise: clock, digits: [1, 2, 4], words: CLOCK_WORDS },
  // Before weekdays and quarters: "the last Friday of March", "the last week of March".
  { recognise: weekOfMonth, digits: DAYS, words: ORDINALS },
  { recognise: weekOfDay, words: ['week'] },
  {
    recognise: weekday,
    words: [...WEEKDAYS.keys(), ...SHORT_WEEKDAYS.keys(), 'last', 'past', 'next', 'this', 'coming'],
  },
  { recognise: monthDay, words: MONTH_NAMES },
  { recognise: dayMonth, digits: DAYS, words: ORDINALS },
  { recognise: dayOfMonth, digits: DAYS },
  { recognise: month, words: MONTH_NAMES },
  { recognise: quarter, digits: [1, 4], words: [...ORDINALS, 'q', 'h', 'fiscal'] },
  { recognise: season, words: [...SEASONS.keys(), 'last', 'this', 'next', 'past', 'coming', 'that'] },
  { recognise: century, digits: DAYS, words: ORDINALS },
  // Before years: "the 1990s" begins with one.
  {
    recognise: decade,
    digits: [2, 4],
    words: listOf('twenties thirties forties fifties sixties seventies eighties nineties'),
    mark: true,
  },
  { recognise: era, digits: ANY, words: ['a'] },
  // Ages and "ago" before durations, which are their beginning.
  { recognise: age, digits: ANY, words: COUNTS },
  { recognise: ago, digits: ANY, words: LENGTHS },
  // Sets before durations: "twice a week", "every two weeks".
  {
    recognise: frequency,
    digits: ANY,
    words: [...SET_WORDS, ...WEEKDAYS.keys(), ...WEEKDAY_PLURALS.keys(), ...COUNTS],
  },
  { recognise: sameDay, words: listOf('same that day night week month year') },
  // Parts of the day before units: "last night" is no day.
  {
    recognise: dayPart,
    words: [...DAY_PARTS.keys(), ...listOf('this last that same next following previous early small wee')],
  },
  // Vague times before units: "at this time", "the recent past".
  { recognise: vague, words: VAGUE_WORDS },
  { recognise: relativeDay, words: listOf('today yesterday tomorrow tonight overnight day') },
  { recognise: relativeUnit, words: LEADS },
  { recognise: wholeUnit, digits: DAYS, words: [...UNITS, ...ORDINALS] },
  {
    recognise: duration,
    digits: ANY,
    words: [
      ...LENGTHS,
      ...UNITS,
      ...listOf('daylong weeklong monthlong yearlong decadelong all single multi'),
    ],
  },
  { recognise: year, digits: [4], words: ['fiscal', 'fy', 'financial'], mark: true },
];

const BY_WORD: ReadonlyMap<string, readonly Recogniser[]> = groupByWord();
const BY_DIGITS: readonly (readonly Recogniser[])[] = [0, 1, 2, 3, 4, 5, 6].map((length) =>
  RECOGNISERS.filter(({ digits }) => digits?.includes(length)).map(({ recognise }) => recognise),
);
const BY_MARK: readonly Recogniser[] = RECOGNISERS.filter(({ mark }) => mark).map(
  ({ recognise }) => recognise,
);
const NONE: readonly Recogniser[] = [];

function groupByWord(): ReadonlyMap<string, readonly Recogniser[]> {
  const groups = new Map<string, Set<Recogniser>>();
  for (const { recognise, words: openings = [] } of RECOGNISERS) {
    for (const word of openings) groups.set(word, (groups.get(word) ?? new Set()).add(recognise));
  }
  return new Map([...groups].map(([word, recognisers]) => [word, [...recognisers]]));
}

/** The expression that begins at a word, by the first recogniser that sees one. */
export function recogniseAt(words: readonly Word[], at: number): Match | undefined {
  const word = words[at];
  const recognisers = word === undefined ? NONE : recognisersFor(word);
  for (let k = 0; k < recognisers.length; k++) {
    const match = recognisers[k]!(words, at);
    if (match !== undefined) return inOtherCalendar(words, match);
  }
  return undefined;
}

function recognisersFor({ kind, lower }: Word): readonly Recogniser[] {
  if (kind === 'word') return BY_WORD.get(lower) ?? NONE;
  if (kind === 'number') return BY_DIGITS[lower.length] ?? NONE;
  return kind === 'mark' && lower === "'" ? BY_MARK : NONE;
}
