import { MONTHS, ZONES } from './months.ts';

/** Order of day and month in all-number dates, where the page gives a reason to think so. */
export type DayMonthOrder = 'dmy' | 'mdy';

/** A date found in a line, with the place where it stands. */
export interface FoundDate {
  /** ISO 8601, as precise as the line: `2020-12-11`, `2020-12-11T18:05`, `2020-12-11T18:05:00+01:00`, `2020-12`. */
  readonly iso: string;
  readonly start: number;
  readonly end: number;
  /** True for all-number dates such as 4/5/2021, which are read only when the order is known. */
  readonly numeric: boolean;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
  readonly start: number;
  readonly end: number;
  readonly numeric: boolean;
}

const LONGEST_LINE = 300;

/**
 * Finds the first date in a line, with the time of day beside it.
 *
 * All-number dates whose order cannot be told are passed over unless `order` decides: nothing is guessed.
 *
 * @example
 * findDate('Updated 11 Dec. 2020 18:05 GMT')?.iso; // '2020-12-11T18:05Z'
 * findDate('4/5/2021'); // undefined
 * findDate('4/5/2021', 'dmy')?.iso; // '2021-05-04'
 */
export function findDate(line: string, order?: DayMonthOrder): FoundDate | undefined {
  const text = latinDigits(line.slice(0, LONGEST_LINE));
  // Nearly all lines end here: a date has a year in four digits, or three numbers in a row.
  if (!/(?:19|20)\d\d|\d[./-]\s?\d{1,2}[./-]\s?\d/.test(text)) return undefined;
  const day = findDay(text, order);
  if (day === undefined) return undefined;
  const { year, month, start, end, numeric } = day;
  const date = `${year}-${pad(month)}${day.day === undefined ? '' : `-${pad(day.day)}`}`;
  const time = day.day === undefined ? undefined : findTime(text, end);
  if (time === undefined) return { iso: date, start, end, numeric };
  return {
    iso: `${date}T${time.iso}`,
    start: Math.min(start, time.start),
    end: Math.max(end, time.end),
    numeric,
  };
}

/** Reads a value that is to be a date as a whole: an attribute, a field of JSON-LD. */
export function parseDate(value: string, order?: DayMonthOrder): string | undefined {
  const text = value.trim();
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(text);
  if (compact !== null) {
    const [, y, m, d, hour, minute, , zone] = compact;
    if (!isDay(Number(y), Number(m), Number(d))) return undefined;
    return `${y}-${m}-${d}${hour === undefined ? '' : `T${hour}:${minute}${zone ?? ''}`}`;
  }
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month !== null && isDay(Number(month[1]), Number(month[2]), 1)) return text;
  if (/^\d{10}(?:\d{3})?$/.test(text)) return parseEpoch(text);
  return findDate(text, order)?.iso;
}

function parseEpoch(text: string): string | undefined {
  const milliseconds = Number(text) * (text.length === 10 ? 1000 : 1);
  const date = new Date(milliseconds);
  return date.getUTCFullYear() >= FIRST_YEAR ? `${date.toISOString().slice(0, 19)}Z` : undefined;
}

/** Date in an address's path: `/2020/12/11/`, `/2020-12-11-`; a month alone keeps its precision. */
export function findPathDate(url: string): string | undefined {
  const path = url
    .slice(0, 1_000)
    .replace(/^[a-z]{1,10}:\/\/[^/]{0,255}/i, '')
    .split(/[?#]/)[0]!;
  const day = /[/_-](\d{4})[/_-]?(\d{2})[/_-]?(\d{2})(?=[/_.-]|$)/.exec(path);
  if (day !== null && isDay(Number(day[1]), Number(day[2]), Number(day[3])))
    return `${day[1]}-${day[2]}-${day[3]}`;
  const loose = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})\//.exec(path);
  if (loose !== null && isDay(Number(loose[1]), Number(loose[2]), Number(loose[3]))) {
    return `${loose[1]}-${pad(Number(loose[2]))}-${pad(Number(loose[3]))}`;
  }
  const named = /\/(\d{4})\/([a-z]{3})\/(\d{1,2})\//i.exec(path);
  const month = named === null ? undefined : MONTHS.get(named[2]!.toLowerCase());
  if (named !== null && month !== undefined && isDay(Number(named[1]), month, Number(named[3]))) {
    return `${named[1]}-${pad(month)}-${pad(Number(named[3]))}`;
  }
  const monthOnly = /\/(\d{4})\/(\d{2})\//.exec(path);
  if (monthOnly !== null && isDay(Number(monthOnly[1]), Number(monthOnly[2]), 1))
    return `${monthOnly[1]}-${monthOnly[2]}`;
  return undefined;
}

/** Which order an all-number date shows, if only one is possible: `25/4/2021` is day first. */
export function findOrder(line: string): DayMonthOrder | undefined {
  const found = NUMERIC.exec(latinDigits(line.slice(0, LONGEST_LINE)));
  if (found === null) return undefined;
  const first = Number(found[1]);
  const second = Number(found[3]);
  if (first > 12 && second <= 12) return 'dmy';
  return second > 12 && first <= 12 ? 'mdy' : undefined;
}

const YEAR_FIRST = /(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const EAST_ASIAN = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
const NUMERIC = /(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/]|[.-]\d)/;
// Letters are named by their blocks: \p{L} costs a sixth of a second when its pattern is first used, and a month is looked up anyway.
const DAY_MONTH =
  /(?<!\d[:.,]|\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|\.|-)?,?\s{0,3}(?:of\s|de\s|d['’])?([A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff]{3,12})[.,]{0,2}[\s-]{0,3}(?:de[l]?\s|of\s)?(\d{4})(?!\d)/g;
const MONTH_DAY =
  /(?<![A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff])([A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff]{3,12})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?(?:\.|,|\s,)?\s{1,3}(\d{4})(?!\d)/g;
/** As JavaScript and Unix print it: Fri Dec 11 18:05:00 GMT 2020. */
const UNIX =
  /(?<![A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff])([A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff]{3})\s(\d{1,2})\s\d{2}:\d{2}(?::\d{2})?\s(?:[A-Z+\d:]{1,9}\s)?(\d{4})(?!\d)/g;
const MONTH_ONLY =
  /^[^A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff\d]{0,3}([A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff]{3,12})\.?,?\s{1,3}(?:de\s)?(\d{4})[^A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff\d]{0,3}$/;

const FIRST_YEAR = 1970;
const LAST_YEAR = 2100;

function findDay(text: string, order: DayMonthOrder | undefined): Day | undefined {
  const found = [
    readDay(YEAR_FIRST.exec(text), 1, 3, 4),
    readDay(EAST_ASIAN.exec(text), 1, 2, 3),
    readNamed(DAY_MONTH, text, { day: 1, month: 2, year: 3 }),
    readNamed(MONTH_DAY, text, { day: 2, month: 1, year: 3 }),
    readNamed(UNIX, text, { day: 2, month: 1, year: 3 }),
    readNumeric(text, order),
  ].filter((day) => day !== undefined);
  if (found.length === 0) return readMonth(text);
  return found.reduce((first, day) => (day.start < first.start ? day : first));
}

function readDay(match: RegExpExecArray | null, y: number, m: number, d: number): Day | undefined {
  if (match === null) return undefined;
  const year = Number(match[y]);
  const month = Number(match[m]);
  const day = Number(match[d]);
  if (!isDay(year, month, day)) return undefined;
  return { year, month, day, start: match.index, end: match.index + match[0].length, numeric: false };
}

function readNamed(
  pattern: RegExp,
  text: string,
  at: { day: number; month: number; year: number },
): Day | undefined {
  // A first match may be another word before the month ("on 5 people 2020"), so a few are tried.
  pattern.lastIndex = 0;
  for (let tries = 0; tries < 5; tries++) {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    pattern.lastIndex = match.index + 1;
    const month = MONTHS.get(match[at.month]!.toLowerCase());
    const year = Number(match[at.year]);
    const day = Number(match[at.day]);
    if (month === undefined || !isDay(year, month, day)) continue;
    return { year, month, day, start: match.index, end: match.index + match[0].length, numeric: false };
  }
  return undefined;
}

function readNumeric(text: string, order: DayMonthOrder | undefined): Day | undefined {
  const match = NUMERIC.exec(text);
  if (match === null) return undefined;
  const first = Number(match[1]);
  const second = Number(match[3]);
  const year = match[4]!.length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
  // Dots are written only where the day comes first.
  const shown = first > 12 || match[2] === '.' || first === second ? 'dmy' : second > 12 ? 'mdy' : order;
  if (shown === undefined || (match[4]!.length === 2 && match[2] === '-')) return undefined;
  const [day, month] = shown === 'dmy' ? [first, second] : [second, first];
  if (!isDay(year, month, day)) return undefined;
  return { year, month, day, start: match.index, end: match.index + match[0].length, numeric: true };
}

function readMonth(text: string): Day | undefined {
  const match = MONTH_ONLY.exec(text.slice(0, 40));
  const month = match === null || text.length > 40 ? undefined : MONTHS.get(match[1]!.toLowerCase());
  if (match === null || month === undefined || !isDay(Number(match[2]), month, 1)) return undefined;
  return { year: Number(match[2]), month, start: 0, end: text.length, numeric: false };
}

const TIME =
  /(?<![\d:])(\d{1,2})(?::|h|(?<=\s\d{1,2})\.)(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?((?:[ap]\.?\s?m\b\.?)|[AP]M\b)?(?:\s?(?:Uhr|hrs|h)\b)?\s?\(?(Z|[+-]\d{2}:?\d{2}|GMT[+-]\d{1,4}|[A-Z]{2,4})?(?![A-Za-z\u00aa\u00ba\u00c0-\u024f\u0370-\u1fff\u2c00-\ud7ff\d])/i;

/** The time of day near the date: after it, else before it. */
function findTime(text: string, dateEnd: number): { iso: string; start: number; end: number } | undefined {
  const after = readTime(TIME.exec(text.slice(dateEnd, dateEnd + 40)), dateEnd);
  return after ?? readTime(TIME.exec(text.slice(0, dateEnd)), 0);
}

function readTime(
  match: RegExpExecArray | null,
  offset: number,
): { iso: string; start: number; end: number } | undefined {
  if (match === null) return undefined;
  const half = match[4]?.[0]?.toLowerCase();
  let hour = Number(match[1]);
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 23 || Number(match[2]) > 59) return undefined;
  const seconds = match[3] === undefined ? '' : `:${match[3]}`;
  const iso = `${pad(hour)}:${match[2]}${seconds}${readZone(match[5])}`;
  return { iso, start: offset + match.index, end: offset + match.index + match[0].length };
}

/** Offset of a zone; names that stand for several zones say nothing. */
function readZone(zone: string | undefined): string {
  if (zone === undefined) return '';
  const offset = /^(?:GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (offset === null) return ZONES.get(zone.toUpperCase()) ?? '';
  const minutes = offset[3] ?? '00';
  if (Number(offset[2]) === 0 && minutes === '00') return 'Z';
  return `${offset[1]}${offset[2]!.padStart(2, '0')}:${minutes}`;
}

function isDay(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Arabic-Indic and Persian digits as 0 to 9, one for one, so that offsets stay. */
export function latinDigits(text: string): string {
  if (!/[٠-٩۰-۹]/.test(text)) return text;
  return text.replace(/[٠-٩۰-۹]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (code < 0x06f0 ? 0x0660 : 0x06f0));
  });
}
