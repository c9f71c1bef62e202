const ZERO = 0x30;
const FORM = '0000-00-00T00:00:00';
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * An instant in UTC, `2020-12-11T08:00:00Z` with or without a fraction of three digits, as milliseconds since 1970; undefined for
 * every other form, many of which are instants too.
 */
export function readInstant(bytes: Uint8Array, from: number, to: number): number | undefined {
  const length = to - from;
  if ((length !== 20 && length !== 24) || bytes[to - 1] !== 0x5a) return undefined;
  if (!hasForm(bytes, from)) return undefined;
  const two = (at: number): number => (bytes[from + at]! - ZERO) * 10 + bytes[from + at + 1]! - ZERO;
  const [month, day, hour, minute, second] = [two(5), two(8), two(11), two(14), two(17)];
  const year = two(0) * 100 + two(2);
  if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
  let fraction = 0;
  if (length === 24) {
    if (bytes[from + 19] !== 0x2e) return undefined;
    for (let at = 20; at < 23; at += 1) {
      const digit = bytes[from + at]! - ZERO;
      if (digit < 0 || digit > 9) return undefined;
      fraction = fraction * 10 + digit;
    }
  }
  return countDays(year, month, day) * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

/** Whether there is a day of the form `2020-12-11`. */
export function isDayAt(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10) return false;
  for (let at = 0; at < 10; at += 1) if (!fits(bytes[from + at]!, at)) return false;
  const two = (at: number): number => (bytes[from + at]! - ZERO) * 10 + bytes[from + at + 1]! - ZERO;
  return isDay(two(0) * 100 + two(2), two(5), two(8));
}

function hasForm(bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < FORM.length; at += 1) if (!fits(bytes[from + at]!, at)) return false;
  return true;
}

function fits(byte: number, at: number): boolean {
  const expected = FORM.charCodeAt(at);
  return expected === ZERO ? byte >= ZERO && byte <= ZERO + 9 : byte === expected;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= DAYS[month - 1]! + (month === 2 && isLeap ? 1 : 0);
}

/** Days from 1 January 1970: the count by eras of 400 years from 1 March (H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”). */
function countDays(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}
