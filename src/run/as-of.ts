import { isIsoDate } from './inputs.ts';
import { clean } from './print/width.ts';
import { UsageError } from './usage.ts';

/**
 * The instant that `--as-of` means: of a date its end, of an instant that instant. A time without a zone is UTC.
 *
 * @example
 * parseAsOf('2020-12-11'); // '2020-12-11T23:59:59.999Z'
 * parseAsOf('2020-12'); // '2020-12-31T23:59:59.999Z'
 * @throws UsageError for what is neither.
 */
export function parseAsOf(given: string): string {
  if (!isIsoDate(given))
    throw new UsageError(
      `--as-of ${clean(given).slice(0, 80)} is no date`,
      'Write it as 2020-12-11 or 2020-12-11T18:00:00Z.',
    );
  if (given.includes('T')) {
    const hasZone = /(?:Z|[+-]\d{2}:\d{2})$/.test(given);
    return new Date(hasZone ? given : `${given}Z`).toISOString();
  }
  const [year = 0, month = 12, day] = given.split('-').map(Number);
  const end = new Date(0);
  // Not `Date.UTC`, which takes the year 20 for 1920. The day before the first of a month is the last of the one before.
  end.setUTCFullYear(year, day === undefined ? month : month - 1, day ?? 0);
  end.setUTCHours(23, 59, 59, 999);
  return end.toISOString();
}
