/**
 * Feasts of the Hebrew calendar, which is fixed by arithmetic (Reingold and Dershowitz, Calendrical Calculations). Months
 * are counted from Nisan.
 */

/** Day number of 1 Tishri of the year 1, in days since 1 January 1970. */
const EPOCH = -2092590;

/** Days from the epoch to 1 Tishri of a year, before the rule that a year has no forbidden length. */
function elapsedDays(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12084 + 13753 * months;
  const day = 29 * months + Math.floor(parts / 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

function newYear(year: number): number {
  const last = elapsedDays(year - 1);
  const own = elapsedDays(year);
  const next = elapsedDays(year + 1);
  const delay = next - own === 356 ? 2 : own - last === 382 ? 1 : 0;
  return EPOCH + own + delay;
}

/** Months from 1 Nisan to the following Tishri have fixed lengths: 30 and 29 days in turn. */
const NISAN_TO_TISHRI = 177;

/** Day number of a feast in a year of the Gregorian calendar; months 1 Nisan to 7 Tishri, and 0 for the Adar before Nisan. */
export function hebrewDayIn(
  year: number,
  { month, day }: { readonly month: number; readonly day: number },
): number {
  // 1 Tishri in the autumn of a Gregorian year opens the Hebrew year that is 3761 on.
  const tishri = newYear(year + 3761);
  if (month === 7) return tishri + day - 1;
  const nisan = tishri - NISAN_TO_TISHRI;
  if (month === 0) return nisan - 29 + day - 1;
  return nisan + Math.floor((month - 1) * 29.5 + 0.5) + day - 1;
}
