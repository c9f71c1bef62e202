import type { FeastRule } from '../../../time/meaning.ts';

/** Why a feast has no day of its own here. */
export type OpenFeast =
  /** Set by the sight of the moon. */
  | 'moon'
  /** Another day in each country. */
  | 'country'
  /** More than a day long, or set by a calendar that is not computed. */
  | 'calendar';

export type Entry = readonly [name: readonly string[], rule: FeastRule | OpenFeast];

function fixed(month: number, day: number): FeastRule {
  return { on: 'fixed', month, day };
}

function easter(offset: number): FeastRule {
  return { on: 'easter', offset };
}

function nth(nth: number, weekday: number, month: number): FeastRule {
  return { on: 'nth', month, weekday, nth };
}

function once(year: number, month: number, day: number): FeastRule {
  return { on: 'once', year, month, day };
}

function hebrew(month: number, day: number): FeastRule {
  return { on: 'hebrew', month, day };
}

/** The day after a Thanksgiving, the Monday behind it, the Tuesday behind a first Monday. */
function after(rule: FeastRule & { readonly on: 'nth' }, offset: number): FeastRule {
  return { ...rule, offset };
}

const THANKSGIVING = { on: 'nth', month: 11, weekday: 4, nth: 4 } as const;
const KING_DAY = nth(3, 1, 1);
const SUPER_TUESDAYS = [
  '1988-03-08',
  '1992-03-10',
  '1996-03-12',
  '2000-03-07',
  '2004-03-02',
  '2008-02-05',
  '2012-03-06',
  '2016-03-01',
  '2020-03-03',
  '2024-03-05',
];

/** Named days with their rules, as `name: rule`; the longer names before the shorter with the same first words. */
const NAMES: readonly (readonly [name: string, rule: FeastRule | OpenFeast])[] = [
  ["new year ' s day", fixed(1, 1)],
  ["new year ' s eve", fixed(12, 31)],
  ['new years day', fixed(1, 1)],
  ['new years eve', fixed(12, 31)],
  ['epiphany', fixed(1, 6)],
  ['orthodox christmas eve', fixed(1, 6)],
  ['orthodox christmas', fixed(1, 7)],
  ['inauguration day', { on: 'fixed', month: 1, day: 20, every: 4, rest: 1 }],
  ['martin luther king jr . day', KING_DAY],
  ['martin luther king day', KING_DAY],
  ['australia day', fixed(1, 26)],
  ['international holocaust remembrance day', fixed(1, 27)],
  ['holocaust remembrance day', fixed(1, 27)],
  ['groundhog day', fixed(2, 2)],
  ["valentine ' s day", fixed(2, 14)],
  ["presidents ' day", nth(3, 1, 2)],
  ['defender of the fatherland day', fixed(2, 23)],
  ["international women ' s day", fixed(3, 8)],
  ["st . patrick ' s day", fixed(3, 17)],
  ["april fools ' day", fixed(4, 1)],
  ["april fool ' s day", fixed(4, 1)],
  ['day of the sun', fixed(4, 15)],
  ['earth day', fixed(4, 22)],
  ['anzac day', fixed(4, 25)],
  ['may day', fixed(5, 1)],
  ["international workers ' day", fixed(5, 1)],
  ['world press freedom day', fixed(5, 3)],
  ['cinco de mayo', fixed(5, 5)],
  ["mother ' s day", nth(2, 7, 5)],
  ['nakba day', fixed(5, 15)],
  ['memorial day', nth(-1, 1, 5)],
  ["father ' s day", nth(3, 7, 6)],
  ['juneteenth', fixed(6, 19)],
  ['world refugee day', fixed(6, 20)],
  ['canada day', fixed(7, 1)],
  ['bastille day', fixed(7, 14)],
  ['labor day', nth(1, 1, 9)],
  ['columbus day', nth(2, 1, 10)],
  ["indigenous peoples ' day", nth(2, 1, 10)],
  ['halloween', fixed(10, 31)],
  ["all saints ' day", fixed(11, 1)],
  ['guy fawkes night', fixed(11, 5)],
  ['election day', after({ on: 'nth', month: 11, weekday: 1, nth: 1 }, 1)],
  ['super tuesday', { on: 'listed', days: SUPER_TUESDAYS }],
  ['armistice day', fixed(11, 11)],
  ['remembrance day', fixed(11, 11)],
  ['remembrance sunday', nth(2, 7, 11)],
  ['veterans day', fixed(11, 11)],
  ["veterans ' day", fixed(11, 11)],
  ['thanksgiving day', THANKSGIVING],
  ['thanksgiving', THANKSGIVING],
  ['black friday', after(THANKSGIVING, 1)],
  ['cyber monday', after(THANKSGIVING, 4)],
  ['world aids day', fixed(12, 1)],
  ['human rights day', fixed(12, 10)],
  ['christmas eve', fixed(12, 24)],
  ['christmas day', fixed(12, 25)],
  ['christmas', fixed(12, 25)],
  ['boxing day', fixed(12, 26)],

  ['mardi gras', easter(-47)],
  ['shrove tuesday', easter(-47)],
  ['ash wednesday', easter(-46)],
  ['palm sunday', easter(-7)],
  ['maundy thursday', easter(-3)],
  ['good friday', easter(-2)],
  ['holy saturday', easter(-1)],
  ['orthodox easter', { on: 'orthodoxEaster', offset: 0 }],
  ['easter sunday', easter(0)],
  ['easter monday', easter(1)],
  ['easter', easter(0)],
  ['ascension day', easter(39)],
  ['pentecost', easter(49)],
  ['whit monday', easter(50)],

  ['yom kippur', hebrew(7, 10)],
  ['purim', hebrew(0, 14)],
  ['nowruz', { on: 'nowruz' }],
  ['norouz', { on: 'nowruz' }],
  ['nawruz', { on: 'nowruz' }],

  ['d - day', once(1944, 6, 6)],
  ['ve day', once(1945, 5, 8)],
  ['v - e day', once(1945, 5, 8)],
  ['vj day', once(1945, 8, 15)],
  ['v - j day', once(1945, 8, 15)],
  ['kristallnacht', once(1938, 11, 9)],
  ['black thursday', once(1929, 10, 24)],
  ['black tuesday', once(1929, 10, 29)],
  ['black monday', once(1987, 10, 19)],
  ['black wednesday', once(1992, 9, 16)],

  ['victory day', 'country'],
  ['labour day', 'country'],
  ['independence day', 'country'],
  ['republic day', 'country'],
  ['national day', 'country'],
  ['liberation day', 'country'],
  ['army day', 'country'],
  ['quds day', 'moon'],
  ['newroz', 'country'],
  ['ramadan', 'moon'],
  ['eid al - fitr', 'moon'],
  ['eid al - adha', 'moon'],
  ['eid', 'moon'],
  ['ashura', 'moon'],
  ['ashoura', 'moon'],
  ['arbaeen', 'moon'],
  ["arba ' een", 'moon'],
  ['muharram', 'moon'],
  ['rosh hashanah', 'calendar'],
  ['passover', 'calendar'],
  ['hanukkah', 'calendar'],
  ['sukkot', 'calendar'],
  ['diwali', 'calendar'],
  ['lunar new year', 'calendar'],
  ['chinese new year', 'calendar'],
  ['tet', 'calendar'],
  ['vesak', 'calendar'],
];

/** The table by the first word of the name. */
export const FEASTS: ReadonlyMap<string, readonly Entry[]> = groupByFirst();

function groupByFirst(): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const [line, rule] of NAMES) {
    const name = line.split(' ');
    const first = name[0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), [name, rule]]);
  }
  return groups;
}

/** Days that go by their date, before a word that tells which is meant: "the Oct. 7 attack", "the Jan. 6 riot". */
export const DATED_DAYS: readonly {
  readonly month: number;
  readonly day: number;
  readonly year: number;
  readonly before: ReadonlySet<string>;
}[] = [
  {
    month: 9,
    day: 11,
    year: 2001,
    before: new Set(
      'attack attacks terrorist terror hijackers hijackings commission victims memorial'.split(' '),
    ),
  },
  {
    month: 10,
    day: 7,
    year: 2023,
    before: new Set('attack attacks massacre massacres assault hamas terror terrorist onslaught'.split(' ')),
  },
  {
    month: 1,
    day: 6,
    year: 2021,
    before: new Set('riot riots rioters insurrection attack committee rioter defendants'.split(' ')),
  },
];
