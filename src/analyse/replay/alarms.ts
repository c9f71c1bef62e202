import { LEVELS, type Level } from '../../model/problem.ts';
import type { ReplayAlarms, ReplayIncident } from '../../model/replay.ts';
import { addDays, findDay } from '../ledger/days.ts';
import type { Moment } from './course.ts';

/** A stretch of moments at a level or above. */
interface Alarm {
  readonly from: string;
  to: string;
}

export interface AlarmsContext {
  /** Of the time replayed and the horizon after it. */
  readonly outcomes: readonly ReplayIncident[];
  /** Days that set the level. */
  readonly horizon: number;
  readonly grace: number;
  /** Up to when outcomes are known. */
  readonly asOf: string;
}

const DAY = 86_400_000;

/** Hits, false alarms and lead times of each level above normal. */
export function countAlarms(moments: readonly Moment[], context: AlarmsContext): readonly ReplayAlarms[] {
  return LEVELS.slice(1).map((level) => countLevel(level, moments, context));
}

function countLevel(level: Level, moments: readonly Moment[], context: AlarmsContext): ReplayAlarms {
  const alarms = listAlarms(level, moments);
  const { outcomes, horizon, grace, asOf } = context;
  const isHit = (alarm: Alarm) => outcomes.some((outcome) => isWarned(alarm, outcome, horizon));
  const isOver = ({ to }: Alarm) => addDays(findDay(to), horizon + grace) < findDay(asOf);
  const hits = alarms.filter(isHit).length;
  const missed = alarms.filter((alarm) => !isHit(alarm) && isOver(alarm)).length;
  const standing = moments.filter((moment) => isAtLeast(moment.level, level)).length;
  const last = moments.at(-1)?.asOf;
  const during = outcomes.filter(({ day }) => last !== undefined && day <= findDay(last));
  return {
    level,
    alarms: alarms.length,
    hits,
    false: missed,
    open: alarms.length - hits - missed,
    falsePerMonth: moments.length === 0 ? 0 : missed / (countDays(moments) / 30),
    standing: moments.length === 0 ? 0 : standing / moments.length,
    leads: during.map((outcome, i) => {
      const { incident, day } = outcome;
      const first = alarms.find((alarm) => isWarned(alarm, outcome, horizon));
      return {
        incident,
        day,
        ...(first === undefined ? {} : { days: findLead(first, outcome, during[i - 1]) }),
      };
    }),
  };
}

function listAlarms(level: Level, moments: readonly Moment[]): readonly Alarm[] {
  const alarms: Alarm[] = [];
  let open: Alarm | undefined;
  for (const moment of moments) {
    if (!isAtLeast(moment.level, level)) open = undefined;
    else if (open !== undefined) open.to = moment.asOf;
    else {
      open = { from: moment.asOf, to: moment.asOf };
      alarms.push(open);
    }
  }
  return alarms;
}

function isAtLeast(level: Level, least: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(least);
}

/** What was known when the alarm began is none that it warned of. */
function isWarned({ from, to }: Alarm, { day, knownSince }: ReplayIncident, horizon: number): boolean {
  return (
    day >= findDay(from) && day <= addDays(findDay(to), horizon) && Date.parse(knownSince) > Date.parse(from)
  );
}

/**
 * Whole days from the alarm's beginning to the outcome's day. Of an alarm that stood on after an outcome those since that one count: what went
 * before was about it.
 */
function findLead(
  { from }: Alarm,
  { day }: ReplayIncident,
  before: Pick<ReplayIncident, 'day'> | undefined,
): number {
  const begin = findDay(from);
  const since = before !== undefined && before.day > begin ? before.day : begin;
  return Math.round((Date.parse(day) - Date.parse(since)) / DAY);
}

function countDays(moments: readonly Moment[]): number {
  return new Set(moments.map(({ asOf }) => findDay(asOf))).size;
}
