import type { Mention, Report, Statement } from '../../model/report.ts';
import { type DayRange, parseDay } from './days.ts';

const DAY = 86_400_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)';
/** "27 December", "27 December 2019". */
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s${MONTH}(?:,?\\s(\\d{4}))?`, 'g');
/** "Dec. 27", "December 27, 2019". */
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}\\s(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\s?\\d)(?:,?\\s(\\d{4})\\b)?`,
  'g',
);

/** Words before a day that make it a limit: "until after 3 January". */
const LIMIT = /\b(?:until|till|by|before|after|since|from|past)(?:\sthe)?\s$/i;

/** "The rockets of December 2019", "last December's attack". */
const MONTH_ALONE = new RegExp(`\\b(of|in|last)\\s${MONTH}(?:\\s(\\d{4}))?(?!\\s?\\d)`, 'g');

/** The only month that words name without a day. */
function findMonth(words: string, published: number): DayRange | undefined {
  const found = [...words.matchAll(MONTH_ALONE)].filter(
    (match) => match[3] !== undefined || match[1] === 'last',
  );
  const [only] = found;
  if (found.length !== 1 || only === undefined) return undefined;
  const month = MONTHS.indexOf((only[2] ?? '').slice(0, 3).toLowerCase());
  const today = new Date(published * DAY);
  const isPast = month < today.getUTCMonth();
  const year = only[3] === undefined ? today.getUTCFullYear() - (isPast ? 0 : 1) : Number(only[3]);
  const from = Date.UTC(year, month, 1) / DAY;
  return from > published ? undefined : { from, to: Date.UTC(year, month + 1, 0) / DAY };
}

interface NamedDay {
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

/** Characters between a day and a word that is of that day, where a sentence names several days. */
const CLOSE = 40;

/**
 * The day that a statement's own words name for one of its mentions that the reader left without one: the only one of the
 * sentence, or one right beside the word. What is told as done lies before its publication.
 *
 * @example
 * // "…announced on 17 November, the day of the last attack" in a report of 26 November 2020
 * findNamedDay(report, statement, attack); // 2020-11-17
 */
export function findNamedDay(report: Report, statement: Statement, mention: Mention): DayRange | undefined {
  if (statement.mentions.some(({ when }) => when?.from !== undefined)) return undefined;
  const published = parseDay(report.published ?? report.seen);
  if (published === undefined) return undefined;
  const { words } = statement;
  const month = findMonth(words, published);
  if (month !== undefined) return month;
  if (/\b(?:days?|weeks?|months?) (?:after|before|since|later|earlier)\b/i.test(words)) return undefined;
  const days = listDays(words, published);
  const [only] = days;
  if (days.length === 1 && only !== undefined) {
    return isOfOther(only, words, mention) ? undefined : { from: only.day, to: only.day };
  }
  const close = days.filter((day) => measureWay(day, words, mention) <= CLOSE);
  return close.length === 1 && close[0] !== undefined ? { from: close[0].day, to: close[0].day } : undefined;
}

/** Characters between a day and the trigger of a mention. */
function measureWay(day: NamedDay, words: string, { trigger: { text } }: Mention): number {
  const at = words.indexOf(text);
  return at === -1 ? Number.POSITIVE_INFINITY : Math.max(day.start - at - text.length, at - day.end);
}

const ANSWER = /\b(?:answer|answers|answered|response|retaliat\w{1,6}|revenge|reprisal|reply|return)\b/i;

/** "The strikes answered the attack of 27 December": the day is that of the act beside it, not of the other. */
function isOfOther({ start, end }: NamedDay, words: string, { trigger: { text } }: Mention): boolean {
  const at = words.indexOf(text);
  return at !== -1 && ANSWER.test(at < start ? words.slice(at + text.length, start) : words.slice(end, at));
}

/** Days named with their month, without year the last one before publication. */
function listDays(words: string, published: number): readonly NamedDay[] {
  if (!/\d/.test(words)) return [];
  const found = [
    ...[...words.matchAll(DAY_FIRST)].map((match) => ({ match, day: match[1], month: match[2] })),
    ...[...words.matchAll(MONTH_FIRST)].map((match) => ({ match, day: match[2], month: match[1] })),
  ];
  return found.flatMap(({ match, day, month = '' }): readonly NamedDay[] => {
    if (LIMIT.test(words.slice(Math.max(0, match.index - 20), match.index))) return [];
    const number = readDay(Number(day), MONTHS.indexOf(month.slice(0, 3).toLowerCase()), {
      ...(match[3] === undefined ? {} : { year: Number(match[3]) }),
      published,
    });
    return number === undefined
      ? []
      : [{ day: number, start: match.index, end: match.index + match[0].length }];
  });
}

function readDay(
  day: number,
  month: number,
  { year, published }: { readonly year?: number; readonly published: number },
): number | undefined {
  const own = new Date(published * DAY).getUTCFullYear();
  for (const each of year === undefined ? [own, own - 1] : [year]) {
    const at = new Date(Date.UTC(each, month, day));
    // 31 November is no day.
    if (at.getUTCMonth() !== month) return undefined;
    if (at.getTime() / DAY <= published) return at.getTime() / DAY;
  }
  return undefined;
}
