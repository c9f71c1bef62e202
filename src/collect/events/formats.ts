import type { EventFormat } from '../../model/event-count.ts';
import type { RawActor } from './actors.ts';

/** What a row of an event file says, in our words; each text "" where it says nothing. */
export interface RawEvent {
  readonly date: string;
  readonly source: RawActor;
  readonly target: RawActor;
  /** CAMEO root, `01` to `20`, or what stands in its place where it is none. */
  readonly root: string;
}

export interface EventTable {
  readonly format: EventFormat;
  readonly separator: string;
  readonly isQuoted: boolean;
  /** Columns that the first line must name, lower case; none where the format has no header and fixed places. */
  readonly needs: readonly string[];
  /** Makes a reader of rows, given the places of the columns. */
  readonly read: (cell: (name: string) => string) => RawEvent;
  /** Places of columns, of a format without a header. */
  readonly places?: Readonly<Record<string, number>>;
}

/** CAMEO's actor types of those who fight without being a state: rebels, insurgents, separatists, unidentified armed forces. */
const ARMED_CODES = new Set(['REB', 'INS', 'SEP', 'UAF']);
const ARMED_SECTORS = /rebel|insurgent|separatist|unidentified forces|militia|terror/iu;

/** GDELT 2.0 event table: tab-separated, 61 columns, no header (GDELT Event Database Codebook V2.0). */
const GDELT: EventTable = {
  format: 'gdelt',
  separator: '\t',
  isQuoted: false,
  needs: [],
  places: {
    date: 1,
    code1: 5,
    name1: 6,
    country1: 7,
    group1: 8,
    type1: 12,
    code2: 15,
    name2: 16,
    country2: 17,
    group2: 18,
    type2: 22,
    root: 28,
    columns: 58,
  },
  read: (cell) => ({
    date: cell('date'),
    source: readGdeltActor(cell, '1'),
    target: readGdeltActor(cell, '2'),
    root: cell('root').padStart(2, '0'),
  }),
};

function readGdeltActor(cell: (name: string) => string, side: '1' | '2'): RawActor {
  const isArmed = ARMED_CODES.has(cell(`type${side}`)) || cell(`group${side}`) !== '';
  return {
    name: cell(`name${side}`) || cell(`code${side}`),
    country: cell(`country${side}`),
    isArmed,
  };
}

/** ACLED export. Its types of events as the CAMEO roots that come nearest. */
const ACLED: EventTable = {
  format: 'acled',
  separator: ',',
  isQuoted: true,
  needs: ['event_date', 'event_type', 'actor1', 'actor2', 'country'],
  read: (cell) => ({
    date: cell('event_date'),
    source: readAcledActor(cell, '1'),
    target: readAcledActor(cell, '2'),
    root: ACLED_ROOTS[cell('event_type').toLowerCase()] ?? cell('event_type'),
  }),
};

const ACLED_ROOTS: Readonly<Record<string, string>> = {
  battles: '19',
  'explosions/remote violence': '18',
  'violence against civilians': '18',
  riots: '14',
  protests: '14',
  'strategic developments': '15',
};

/** Interaction codes, as numbers before 2024 and as words since. */
function readAcledActor(cell: (name: string) => string, side: '1' | '2'): RawActor {
  const kind = cell(`inter${side}`).toLowerCase();
  const name = cell(`actor${side}`);
  const isArmed = ['2', '3', '4'].includes(kind) || /rebel|militia/u.test(kind);
  // "Military Forces of Iran (1989-) Quds Force": a state's forces abroad are not those of the country they fight in.
  const owner = /^(?:Military|Police|Government) (?:Forces )?of (?:the )?([^()]+)/u.exec(name)?.[1] ?? '';
  return { name, country: isArmed || name === '' ? '' : owner.trim() || cell('country'), isArmed };
}

/** ICEWS coded event data: tab-separated with a header. */
const ICEWS: EventTable = {
  format: 'icews',
  separator: '\t',
  isQuoted: false,
  needs: ['event date', 'source name', 'cameo code', 'target name'],
  read: (cell) => ({
    date: cell('event date'),
    source: readIcewsActor(cell, 'source'),
    target: readIcewsActor(cell, 'target'),
    root: findRoot(cell('cameo code')),
  }),
};

function readIcewsActor(cell: (name: string) => string, side: 'source' | 'target'): RawActor {
  return {
    name: cell(`${side} name`),
    country: cell(`${side} country`),
    isArmed: ARMED_SECTORS.test(cell(`${side} sectors`)),
  };
}

/** POLECAT: tab-separated with a header; PLOVER's types of events as the CAMEO roots that they were made from. */
const POLECAT: EventTable = {
  format: 'polecat',
  separator: '\t',
  isQuoted: false,
  needs: ['event date', 'event type', 'actor name', 'recipient name'],
  read: (cell) => ({
    date: cell('event date'),
    source: readPolecatActor(cell, 'actor'),
    target: readPolecatActor(cell, 'recipient'),
    root: PLOVER_ROOTS[cell('event type').toUpperCase()] ?? cell('event type'),
  }),
};

const PLOVER_ROOTS: Readonly<Record<string, string>> = {
  AGREE: '03',
  CONSULT: '04',
  SUPPORT: '05',
  COOPERATE: '06',
  AID: '07',
  CONCEDE: '08',
  RETREAT: '08',
  REQUEST: '10',
  ACCUSE: '11',
  REJECT: '12',
  THREATEN: '13',
  PROTEST: '14',
  MOBILIZE: '15',
  SANCTION: '16',
  COERCE: '17',
  ASSAULT: '18',
};

function readPolecatActor(cell: (name: string) => string, side: 'actor' | 'recipient'): RawActor {
  return {
    name: cell(`${side} name`),
    country: cell(`${side} country`),
    isArmed: ARMED_SECTORS.test(`${cell(`${side} primary sector`)} ${cell(`${side} title`)}`),
  };
}

/** Plain CSV with the columns date, source, target and cameo; actor and recipient, code and root are other names for these. */
const PLAIN: EventTable = {
  format: 'csv',
  separator: ',',
  isQuoted: true,
  needs: ['date', 'source|actor', 'target|recipient', 'cameo|code|root'],
  read: (cell) => ({
    date: cell('date'),
    source: { name: cell('source|actor'), country: '', isArmed: false },
    target: { name: cell('target|recipient'), country: '', isArmed: false },
    root: findRoot(cell('cameo|code|root')),
  }),
};

export const EVENT_TABLES: Readonly<Record<EventFormat, EventTable>> = {
  gdelt: GDELT,
  acled: ACLED,
  icews: ICEWS,
  polecat: POLECAT,
  csv: PLAIN,
};

/** "190", "0190" of tables that lost or gained a zero are left as they are: only a code that is one has a root. */
function findRoot(code: string): string {
  return /^(?:0[1-9]|1\d|20)\d{0,2}$/u.test(code) ? code.slice(0, 2) : code;
}
