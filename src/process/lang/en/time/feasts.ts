import type { FeastRule } from '../../../time/meaning.ts';

type Entry = readonly [name: readonly string[], rule: FeastRule | 'open'];

function fixed(month: number, day: number): FeastRule {
  return { on: 'fixed', month, day };
}

function easter(offset: number): FeastRule {
  return { on: 'easter', offset };
}

/**
 * Named days. `open`: announced by the sight of the moon, set by each country, or lasting more than a day; those are
 * recognised and left without a day. The longer names before the shorter with the same first word.
 */
const TABLE: readonly Entry[] = [
  [['new', 'year', "'", 's', 'day'], fixed(1, 1)],
  [['new', 'year', "'", 's', 'eve'], fixed(12, 31)],
  [['new', 'years', 'day'], fixed(1, 1)],
  [['new', 'years', 'eve'], fixed(12, 31)],
  [['epiphany'], fixed(1, 6)],
  [['martin', 'luther', 'king', 'jr', '.', 'day'], { on: 'nth', month: 1, weekday: 1, nth: 3 }],
  [['martin', 'luther', 'king', 'day'], { on: 'nth', month: 1, weekday: 1, nth: 3 }],
  [['valentine', "'", 's', 'day'], fixed(2, 14)],
  [['presidents', "'", 'day'], { on: 'nth', month: 2, weekday: 1, nth: 3 }],
  [['international', 'women', "'", 's', 'day'], fixed(3, 8)],
  [['st', '.', 'patrick', "'", 's', 'day'], fixed(3, 17)],
  [['april', 'fools', "'", 'day'], fixed(4, 1)],
  [['anzac', 'day'], fixed(4, 25)],
  [['may', 'day'], fixed(5, 1)],
  [['victory', 'day'], 'open'],
  [['memorial', 'day'], { on: 'nth', month: 5, weekday: 1, nth: -1 }],
  [['juneteenth'], fixed(6, 19)],
  [['canada', 'day'], fixed(7, 1)],
  [['bastille', 'day'], fixed(7, 14)],
  [['labor', 'day'], { on: 'nth', month: 9, weekday: 1, nth: 1 }],
  [['labour', 'day'], 'open'],
  [['columbus', 'day'], { on: 'nth', month: 10, weekday: 1, nth: 2 }],
  [['halloween'], fixed(10, 31)],
  [['all', 'saints', "'", 'day'], fixed(11, 1)],
  [['guy', 'fawkes', 'night'], fixed(11, 5)],
  [['armistice', 'day'], fixed(11, 11)],
  [['veterans', 'day'], fixed(11, 11)],
  [['veterans', "'", 'day'], fixed(11, 11)],
  [['thanksgiving', 'day'], { on: 'nth', month: 11, weekday: 4, nth: 4 }],
  [['thanksgiving'], { on: 'nth', month: 11, weekday: 4, nth: 4 }],
  [['christmas', 'eve'], fixed(12, 24)],
  [['christmas', 'day'], fixed(12, 25)],
  [['christmas'], fixed(12, 25)],
  [['boxing', 'day'], fixed(12, 26)],
  [['ash', 'wednesday'], easter(-46)],
  [['palm', 'sunday'], easter(-7)],
  [['maundy', 'thursday'], easter(-3)],
  [['good', 'friday'], easter(-2)],
  [['holy', 'saturday'], easter(-1)],
  [['orthodox', 'easter'], { on: 'orthodoxEaster', offset: 0 }],
  [['easter', 'sunday'], easter(0)],
  [['easter', 'monday'], easter(1)],
  [['easter'], easter(0)],
  [['pentecost'], easter(49)],
  [['independence', 'day'], 'open'],
  [['republic', 'day'], 'open'],
  [['army', 'day'], 'open'],
  [['quds', 'day'], 'open'],
  [['nakba', 'day'], fixed(5, 15)],
  [['nowruz'], 'open'],
  [['norouz'], 'open'],
  [['newroz'], 'open'],
  [['ramadan'], 'open'],
  [['eid', 'al', '-', 'fitr'], 'open'],
  [['eid', 'al', '-', 'adha'], 'open'],
  [['eid'], 'open'],
  [['ashura'], 'open'],
  [['arbaeen'], 'open'],
  [['arba', "'", 'een'], 'open'],
  [['muharram'], 'open'],
  [['yom', 'kippur'], 'open'],
  [['rosh', 'hashanah'], 'open'],
  [['passover'], 'open'],
  [['hanukkah'], 'open'],
  [['purim'], 'open'],
  [['sukkot'], 'open'],
  [['diwali'], 'open'],
  [['lunar', 'new', 'year'], 'open'],
  [['chinese', 'new', 'year'], 'open'],
  [['tet'], 'open'],
  [['vesak'], 'open'],
];

/** The table by the first word of the name. */
export const FEASTS: ReadonlyMap<string, readonly Entry[]> = groupByFirst();

function groupByFirst(): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of TABLE) {
    const first = entry[0][0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), entry]);
  }
  return groups;
}
