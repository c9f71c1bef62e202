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
  const [year = 0, month, day] = given.split('-').map(Number);
  const after =
    day !== undefined
      ? Date.UTC(year, month! - 1, day + 1)
      : month !== undefined
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1);
  return new Date(after - 1).toISOString();
}
