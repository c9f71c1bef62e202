const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Minutes east of Greenwich, of the zones that RFC 822 names and of those that feeds write beside them. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['z', 0], ['ut', 0], ['utc', 0], ['gmt', 0], ['wet', 0], ['bst', 60], ['cet', 60], ['west', 60], ['cest', 120], ['eet', 120], ['sast', 120],
  ['eest', 180], ['msk', 180], ['trt', 180], ['gst', 240], ['jst', 540], ['kst', 540], ['aest', 600], ['aedt', 660],
  ['est', -300], ['edt', -240], ['cst', -360], ['cdt', -300], ['mst', -420], ['mdt', -360], ['pst', -480], ['pdt', -420],
]); // biome-ignore format: a table

const ISO =
  /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(z|[+-]\d{2}:?\d{2})?)?)?$/i;
const RFC_822 =
  /^(?:[a-z]{3,9}\.?,? )?(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{2,4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([a-z]{1,4}|(?:gmt|utc)?[+-]\d{2}:?\d{2}))?)?(?: \([a-z ]{1,40}\))?$/i;

/** No feed tells of news before the web; years before are mistakes. */
const FIRST_YEAR = 1990;
/** How far a date may lie ahead, for clocks that are wrong and zones that are not given. */
const AHEAD = 26 * 3_600_000;

/**
 * A date as feeds write it (RFC 822, RFC 3339, ISO 8601), as precise as it is: an instant in UTC where hour and zone are given,
 * else the day or month. Undefined for what is none, for dates before the web and for those that lie in the future.
 *
 * @example
 * parseFeedDate('Sun, 20 Dec 2020 21:04:00 EST', now); // '2020-12-21T02:04:00Z'
 * parseFeedDate('2020-12-20T21:04:00', now); // '2020-12-20': of which zone, nobody knows
 */
export function parseFeedDate(text: string, now: string): string | undefined {
  const clean = text.trim().replace(/\s+/g, ' ');
  if (clean.length > 60) return undefined;
  const date = parseIso(clean) ?? parseRfc822(clean);
  if (date === undefined) return undefined;
  const at = Date.parse(date);
  const isCredible =
    !Number.isNaN(at) && Number(date.slice(0, 4)) >= FIRST_YEAR && at <= Date.parse(now) + AHEAD;
  return isCredible ? date : undefined;
}

function parseIso(text: string): string | undefined {
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second = '00', zone] = found;
  if (day === undefined) return isDay(`${year}-${month}-01`) ? `${year}-${month}` : undefined;
  return makeDate(`${year}-${month}-${day}`, { hour, minute, second, zone });
}

function parseRfc822(text: string): string | undefined {
  const found = RFC_822.exec(text);
  if (found === null) return undefined;
  const [, day, name, shortYear, hour, minute, second = '00', zone] = found;
  const month = MONTHS.indexOf(name!.slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || shortYear!.length === 3) return undefined;
  const year =
    shortYear!.length === 2 ? Number(shortYear) + (Number(shortYear) < 70 ? 2000 : 1900) : shortYear;
  const date = `${year}-${String(month).padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return makeDate(date, { hour: hour?.padStart(2, '0'), minute, second, zone });
}

interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string;
  readonly zone: string | undefined;
}

/** A day with a clock time is an instant only where its zone is known. */
function makeDate(day: string, { hour, minute, second, zone }: Clock): string | undefined {
  if (!isDay(day)) return undefined;
  const offset = zone === undefined ? undefined : parseZone(zone);
  if (hour === undefined || offset === undefined) return day;
  const local = Date.parse(`${day}T${hour}:${minute}:${second === '60' ? '59' : second}Z`);
  if (Number.isNaN(local)) return undefined;
  return new Date(local - offset * 60_000).toISOString().replace('.000Z', 'Z');
}

/** Minutes east of Greenwich; undefined for a name that nobody knows. */
function parseZone(zone: string): number | undefined {
  const numeric = /([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (numeric === null) return ZONES.get(zone.toLowerCase());
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return numeric[1] === '-' ? -minutes : minutes;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
