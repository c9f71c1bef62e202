import * as calendar from './calendar.ts';
import type { TimeMeaning } from './meaning.ts';
import type { Resolved, Scene } from './scene.ts';

/** How near a day must have been told for a bare clock time to be of that day. */
const CLOSE = 400;

/** A clock time or part of the day; `day` is what its day was resolved to, where one is named. */
export function resolveTime(time: TimeMeaning, day: Resolved | undefined, scene: Scene): Resolved {
  const own = day ?? dayAround(scene);
  const ownDay = own.precision === 'day' && own.range !== undefined ? own.range.first : undefined;
  const anchor = own.anchor === undefined ? {} : { anchor: own.anchor };
  const date = ownDay === undefined ? openDay(own) : calendar.formatDay(ownDay);
  const { clock, part } = time;
  if (clock === undefined) {
    const value = part === undefined ? date : `${date}T${part}`;
    if (ownDay === undefined) return { type: 'TIME', value, precision: 'unknown' };
    return { type: 'TIME', value, precision: 'day', range: { first: ownDay, last: ownDay }, ...anchor };
  }
  const { hour } = clock;
  const reading = `T${twoDigits(hour)}:${twoDigits(clock.minute)}${clock.second === undefined ? '' : `:${twoDigits(clock.second)}`}`;
  const zone = clock.zone ?? '';
  const value = `${date}${reading}${zone}`;
  if (ownDay === undefined) return { type: 'TIME', value, precision: 'unknown' };
  const range = { first: ownDay, last: ownDay };
  return {
    type: 'TIME',
    value,
    precision: 'instant',
    range,
    instant: instantOf(ownDay, { hour, reading, zone }),
    ...anchor,
  };
}

function instantOf(
  day: number,
  { hour, reading, zone }: { hour: number; reading: string; zone: string },
): string {
  if (hour < 24) return `${calendar.formatDay(day)}${reading}${zone}`;
  return calendar.isWritableDay(day + 1)
    ? `${calendar.formatDay(day + 1)}T00:00${zone}`
    : calendar.formatDay(day);
}

/** The day told just before, else the publication. */
function dayAround(scene: Scene): Resolved {
  const { toldDay, reference } = scene;
  if (toldDay !== undefined && scene.start - toldDay.end <= CLOSE) {
    return { type: 'DATE', value: '', precision: 'day', range: toldDay.range, anchor: toldDay.id };
  }
  if (reference?.day === undefined) return { type: 'DATE', value: 'XXXX-XX-XX', precision: 'unknown' };
  return {
    type: 'DATE',
    value: '',
    precision: 'day',
    range: { first: reference.day, last: reference.day },
    anchor: reference.anchor,
  };
}

/** "XXXX-WXX-4", "XXXX-01-03": the open form of a day that was named but not found. */
function openDay(day: Resolved): string {
  return day.value.startsWith('XXXX-') ? day.value : 'XXXX-XX-XX';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
