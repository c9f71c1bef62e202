import type { Incident } from '../../model/incident.ts';
import type { Location, Mention, Party, Report } from '../../model/report.ts';
import { type LinkRow, makeReport, type StatementRow } from '../origin/fixtures.suite.ts';
import { makeIncident } from './incidents.ts';

/* An attack as tests of disputes tell it: on a made-up harbour, by reports that are made up too. */

export const ID = 'i000000000001';
export const HARBOUR: Location = { name: 'Veles', country: 'XV', lat: 41.7, lon: 21.8, precision: 'city' };
export const ARMY: LinkRow = ['Karvonian army', 'office'];
export const MINISTER: LinkRow = ['Ann Example', 'person'];
export const WIRE: LinkRow = ['Harbour Wire', 'agency'];

export type Count = readonly [
  of: string,
  value: number,
  bound?: 'exactly' | 'atLeast' | 'atMost' | 'about',
  who?: string,
];

type Telling = Omit<StatementRow, 'words' | 'chain' | 'mentions'> & {
  readonly words?: string;
  readonly chain?: readonly LinkRow[];
  readonly figures?: readonly Count[];
  readonly mention?: Partial<Mention> & { readonly text?: string };
};

/** A statement that tells of the attack. */
export function tell({
  words = 'rockets hit the harbour',
  chain = [],
  figures = [],
  mention,
  ...rest
}: Telling): StatementRow {
  return {
    words,
    chain,
    mentions: [
      {
        text: 'hit',
        incident: ID,
        plover: { type: 'ASSAULT', mode: 'heavy-weapons', contexts: [] },
        where: HARBOUR,
        when: { from: '2031-05-20', to: '2031-05-20', precision: 'day' },
        figures: figures.map(([of, value, bound = 'exactly', who]) => ({
          of,
          value,
          bound,
          start: 0,
          end: 1,
          ...(who === undefined ? {} : { who }),
        })),
        ...mention,
      },
    ],
    ...rest,
  };
}

/** A statement of the attack that gives figures. */
export const count = (figures: readonly Count[], ...chain: readonly LinkRow[]): StatementRow =>
  tell({ figures, chain });

export function report(outlet: string, published: string, ...rows: readonly StatementRow[]): Report {
  return makeReport({ outlet, published }, rows);
}

export function make(...reports: readonly Report[]): Incident {
  const incident = makeIncident(ID, reports);
  if (incident === undefined) throw new Error('no such incident');
  return incident;
}

export const group = (name: string, more: Partial<Party> = {}): Party => ({
  name,
  type: 'group',
  sector: 'REB',
  ...more,
});
