import * as calendar from './calendar.ts';
import { anchorOf, chooseDay, yearNumberOf } from './choose.ts';
import { hebrewDayIn } from './hebrew.ts';
import type { FeastMeaning, FeastRule } from './meaning.ts';
import { nowruzOf } from './nowruz.ts';
import { dayResolved } from './resolveDate.ts';
import type { Resolved, Scene } from './scene.ts';

/** A named day: "Christmas Eve", "Easter Monday 2021", "last Thanksgiving", "D-Day". */
export function resolveFeast({ rule, year, which }: FeastMeaning, scene: Scene): Resolved {
  const open: Resolved = { type: 'DATE', value: openValue(rule), precision: 'unknown' };
  const past = year === undefined ? dayOfHistory(rule, scene) : undefined;
  if (past !== undefined) return dayResolved(past);
  const named = yearNumberOf(year, scene);
  if (named !== undefined) {
    const day = dayOfFeast(rule, named);
    return day === undefined ? open : { ...dayResolved(day), ...anchorOf(year, scene) };
  }
  const { reference } = scene;
  if (reference === undefined) return open;
  const { anchor } = reference;
  if (reference.day === undefined || which === 'this') {
    const day = dayOfFeast(rule, reference.year);
    return day === undefined ? open : { ...dayResolved(day), anchor };
  }
  const way = which === undefined || which === 'nearest' ? scene.tense : which;
  const isSure = scene.isTenseSure === true && way === scene.tense;
  const day = chooseDay(daysAround(rule, reference.year), reference.day, { way, isSure });
  return day === undefined ? open : { ...dayResolved(day), anchor };
}

/** Years on either side that are looked at: some days come round every fourth year only. */
const REACH = 4;

function daysAround(rule: FeastRule, year: number): readonly number[] {
  const days: number[] = [];
  for (let candidate = Math.max(1, year - REACH); candidate <= year + REACH; candidate++) {
    const day = dayOfFeast(rule, candidate);
    if (day !== undefined) days.push(day);
  }
  return days;
}

/** The day of a year; some have none in some years. */
function dayOfFeast(rule: FeastRule, year: number): number | undefined {
  switch (rule.on) {
    case 'fixed':
      if (rule.every !== undefined && year % rule.every !== rule.rest) return undefined;
      return calendar.dayNumberOf(year, rule.month, rule.day);
    case 'easter':
      return calendar.easterOf(year) + rule.offset;
    case 'orthodoxEaster':
      return calendar.orthodoxEasterOf(year) + rule.offset;
    case 'nth':
      return calendar.nthWeekdayOf(year, rule.month, rule) + (rule.offset ?? 0);
    case 'listed':
      return listedDay(rule.days, year);
    case 'once':
      return calendar.dayNumberOf(year, rule.month, rule.day);
    case 'hebrew':
      return hebrewDayIn(year, rule);
    case 'nowruz':
      return nowruzOf(year);
  }
}

function listedDay(days: readonly string[], year: number): number | undefined {
  const found = days.find((day) => day.startsWith(`${calendar.formatYear(year)}-`));
  if (found === undefined) return undefined;
  return calendar.dayNumberOf(year, Number(found.slice(5, 7)), Number(found.slice(8, 10)));
}

/** A day of history is meant by name in every text that was written since. */
function dayOfHistory(rule: FeastRule, { reference }: Scene): number | undefined {
  if (rule.on !== 'once') return undefined;
  const day = calendar.dayNumberOf(rule.year, rule.month, rule.day);
  if (reference === undefined) return day;
  const last = reference.day ?? calendar.dayNumberOf(reference.year, reference.month ?? 12, 28);
  return last >= day ? day : undefined;
}

function openValue(rule: FeastRule): string {
  if (rule.on !== 'fixed' && rule.on !== 'once') return 'XXXX-XX-XX';
  return `XXXX-${String(rule.month).padStart(2, '0')}-${String(rule.day).padStart(2, '0')}`;
}
