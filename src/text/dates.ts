const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * An ISO 8601 date or instant as a person reads it, as precise as it is.
 *
 * @example
 * formatDate('2020-12-11'); // '11 December 2020'
 * formatDate('2020-12'); // 'December 2020'
 * formatDate('2020-12-11T18:05:00Z'); // '11 December 2020 18:05 UTC'
 */
export function formatDate(iso: string, months: 'long' | 'short' = 'long'): string {
  const found =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.exec(
      iso,
    );
  if (found === null) return iso;
  const [, year, month, day, time, zone] = found;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  const parts = [
    day === undefined ? undefined : String(Number(day)),
    months === 'short' ? name?.slice(0, 3) : name,
    year,
  ];
  const clock =
    time === undefined || months === 'short'
      ? undefined
      : `${time}${zone === 'Z' ? ' UTC' : zone === undefined ? '' : ` ${zone}`}`;
  return [...parts, clock].filter((part) => part !== undefined).join(' ');
}

/** A span of days in as few words as it takes: `10 Dec 2020`, `10–12 Dec 2020`, `Dec 2020`. */
export function formatSpan(from: string, to: string | undefined): string {
  if (to === undefined || from === to) return formatDate(from, 'short');
  const [a, b] = [from.slice(0, 10), to.slice(0, 10)];
  if (a === b) return formatDate(a, 'short');
  if (isWholeYear(a, b)) return a.slice(0, 4);
  if (isWholeMonth(a, b)) return formatDate(a.slice(0, 7), 'short');
  if (a.slice(0, 7) === b.slice(0, 7)) return `${Number(a.slice(8))}–${formatDate(b, 'short')}`;
  const first =
    a.slice(0, 4) === b.slice(0, 4) ? formatDate(a, 'short').slice(0, -5) : formatDate(a, 'short');
  return `${first} – ${formatDate(b, 'short')}`;
}

function isWholeYear(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4) && a.endsWith('-01-01') && b.endsWith('-12-31');
}

function isWholeMonth(a: string, b: string): boolean {
  if (a.length < 10 || a.slice(0, 7) !== b.slice(0, 7) || !a.endsWith('-01')) return false;
  const last = new Date(Date.UTC(Number(a.slice(0, 4)), Number(a.slice(5, 7)), 0)).getUTCDate();
  return Number(b.slice(8)) === last;
}
