import { describe, expect, test } from 'vitest';
import type { Incident } from '../../model/incident.ts';
import type { Location, Mention, Party, Report } from '../../model/report.ts';
import { type LinkRow, makeReport, type StatementRow } from '../origin/fixtures.suite.ts';
import { makeIncident, summarizeIncidents } from './incidents.ts';
import { normalizeWhose } from './said-figures.ts';

const ID = 'i000000000001';
const ZONE: Location = { name: 'Green Zone', country: 'IQ', lat: 33.303, lon: 44.387, precision: 'district' };
const BAGHDAD: Location = { name: 'Baghdad', country: 'IQ', lat: 33.34, lon: 44.4, precision: 'city' };
const ROCKET: Party = { name: 'rocket', type: 'weapon' };
const ARMY: LinkRow = ['Iraqi military', 'office'];
const REUTERS: LinkRow = ['Reuters', 'agency'];

type Count = readonly [
  of: string,
  value: number,
  bound?: 'exactly' | 'atLeast' | 'atMost' | 'about',
  who?: string,
];

function said(
  counts: readonly Count[],
  chain: readonly LinkRow[] = [],
  more: Partial<Mention> & { text?: string } = {},
): StatementRow {
  return {
    words: 'rockets were fired',
    chain,
    mentions: [
      {
        text: 'fired',
        incident: ID,
        plover: { type: 'ASSAULT', mode: 'heavy-weapons', contexts: [] },
        instruments: [ROCKET],
        when: { from: '2026-03-01', to: '2026-03-01', precision: 'day' },
        where: ZONE,
        figures: counts.map(([of, value, bound = 'exactly', who]) => ({
          of,
          value,
          bound,
          start: 0,
          end: 1,
          ...(who === undefined ? {} : { who }),
        })),
        ...more,
      },
    ],
  };
}

const report = (outlet: string, published: string, rows: readonly StatementRow[]): Report =>
  makeReport({ outlet, published }, rows);

function make(...reports: readonly Report[]): Incident {
  const incident = makeIncident(ID, reports);
  if (incident === undefined) throw new Error('no such incident');
  return incident;
}

const slots = (incident: Incident): readonly string[] =>
  incident.figures.map(
    ({ of, who, relation, values }) =>
      `${of}${who === undefined ? '' : ` ${who}`} ${relation}: ${values
        .map(({ value, bound, says }) => `${bound} ${value} [${says.map(({ name }) => name).join(', ')}]`)
        .join(' ')}`,
  );

describe('figures', () => {
  test('stand side by side in order of time, each with who says it', () => {
    const incident = make(
      report('Quay News', '2026-03-03', [said([['rockets', 21]], [['Central Command', 'office']])]),
      report('Harbour Wire', '2026-03-01', [said([['rockets', 8, 'atLeast']], [REUTERS, ARMY])]),
    );
    expect(slots(incident)).toEqual([
      'rockets compatible: atLeast 8 [Iraqi military (Reuters)] exactly 21 [Central Command]',
    ]);
    const origin = incident.figures[0]?.values[0]?.says[0]?.origin;
    expect(incident.tree.origins.map(({ id }) => id)).toContain(origin);
    expect(incident.differing).toBe(1);
  });

  test('4 and 2 cannot both hold', () => {
    const one: LinkRow = ['one official', 'person', 'anonymous'];
    const incident = make(
      report('A', '2026-03-01', [said([['rockets', 2]], [one])]),
      report('B', '2026-03-02', [said([['rockets', 4]], [one])]),
    );
    expect(slots(incident)).toEqual([
      'rockets contradiction: exactly 2 [one official (A)] exactly 4 [one official (B)]',
    ]);
  });

  test('about 30 against 11 to 16', () => {
    const incident = make(
      report('A', '2026-03-01', [said([['rockets', 30, 'about']])]),
      report('B', '2026-03-02', [
        said(
          [
            ['rockets', 11, 'atLeast'],
            ['rockets', 16, 'atMost'],
          ],
          [ARMY],
        ),
      ]),
    );
    expect(incident.figures[0]?.relation).toBe('contradiction');
    expect(incident.figures[0]?.values.map(({ value, to }) => [value, to])).toEqual([
      [30, undefined],
      [11, 16],
    ]);
  });

  test('a speaker whose count grows does not contradict himself; another speaker may', () => {
    const first = report('A', '2026-03-01', [said([['injured', 0]], [ARMY])]);
    const later = report('A', '2026-03-09', [said([['injured', 109]], [ARMY])]);
    expect(make(first, later).figures[0]?.relation).toBe('compatible');
    const other = report('B', '2026-03-09', [said([['injured', 50]], [['Anna Mole', 'person']])]);
    expect(make(first, later, other).figures[0]?.relation).toBe('contradiction');
  });

  test('a total is no contradiction to its parts', () => {
    const incident = make(
      report('A', '2026-03-01', [
        said(
          [
            ['rockets', 4],
            ['rockets', 3],
            ['rockets', 7],
          ],
          [ARMY],
        ),
      ]),
    );
    expect(slots(incident)).toEqual(['rockets same: exactly 7 [Iraqi military]']);
  });

  test('dead soldiers and dead civilians are two slots; "a soldier" and "an Iraqi soldier" one', () => {
    const incident = make(
      report('A', '2026-03-01', [
        said([
          ['killed', 1, 'exactly', 'Iraqi soldier'],
          ['killed', 2, 'exactly', 'civilians'],
        ]),
      ]),
      report('B', '2026-03-02', [said([['killed', 1, 'exactly', 'soldier']])]),
    );
    expect(slots(incident)).toEqual([
      'killed Iraqi service member same: exactly 1 [A, B]',
      'killed civilian same: exactly 2 [A]',
    ]);
  });

  test('"no casualties" is a count, "no attack" is none', () => {
    const none = (text: string, words: string): StatementRow => ({
      ...said([], [ARMY], { text, realis: 'denied' }),
      words,
    });
    expect(slots(make(report('A', '2026-03-01', [none('casualties', 'There were no casualties')])))).toEqual([
      'casualties same: exactly 0 [Iraqi military]',
    ]);
    expect(slots(make(report('A', '2026-03-01', [none('attack', 'There was no attack')])))).toEqual([]);
  });

  test('of other incidents are left out', () => {
    const other = said([['rockets', 50]], [], { incident: 'i000000000002' });
    expect(slots(make(report('A', '2026-03-01', [said([['rockets', 3]]), other])))).toEqual([
      'rockets same: exactly 3 [A]',
    ]);
  });
});

describe('normalizeWhose', () => {
  test('puts names of people in one form', () => {
    expect(normalizeWhose('U.S. service members')).toBe('U.S. service member');
    expect(normalizeWhose('American troops')).toBe('U.S. service member');
    expect(normalizeWhose('a civilian contractor')).toBe('contractor');
    expect(normalizeWhose('people')).toBeUndefined();
  });
});

describe('an incident', () => {
  const many = [
    report('A', '2026-03-01', [said([])]),
    report('B', '2026-03-01', [said([], [ARMY], { where: BAGHDAD })]),
    report('C', '2026-03-02', [said([], [], { where: BAGHDAD })]),
    report('D', '2026-03-02', [
      said([], [], { when: { from: '2026-02-23', to: '2026-03-01', precision: 'week' } }),
    ]),
    report('E', '2026-03-02', [
      said([], [], { when: { from: '2026-02-28', to: '2026-02-28', precision: 'day' } }),
    ]),
  ];

  test('has the finest place and the day that most agree on', () => {
    expect(make(...many)).toMatchObject({
      where: { name: 'Green Zone' },
      when: { from: '2026-03-01', to: '2026-03-01', precision: 'day' },
      documents: 5,
      mentions: 5,
      confirmed: 1,
      title: 'Rockets fired, Green Zone',
      realis: 'occurred',
    });
  });

  test('is denied only where all deny it', () => {
    const denial = report('F', '2026-03-03', [said([], [], { realis: 'denied' })]);
    expect(make(denial).realis).toBe('denied');
    expect(make(...many, denial).realis).toBe('occurred');
  });

  test('names who is said to have done it, not who says that he did not', () => {
    const party: Party = { name: 'Lantern Brigade', type: 'group', sector: 'REB' };
    const denial = report('F', '2026-03-03', [said([], [], { realis: 'denied', actors: [party] })]);
    expect(make(...many, denial).actors).toEqual([]);
    expect(make(...many, report('G', '2026-03-03', [said([], [], { actors: [party] })])).actors).toEqual([
      party,
    ]);
  });

  test('is unknown where no report tells of it', () => {
    expect(makeIncident('i999999999999', many)).toBeUndefined();
  });
});

describe('summarizeIncidents', () => {
  const old = said([], [], {
    incident: 'i00000000000a',
    background: true,
    when: { from: '2025-03-01', to: '2025-03-01', precision: 'day' },
  });
  const late = said([], [], {
    incident: 'i00000000000b',
    when: { from: '2026-03-08', to: '2026-03-08', precision: 'day' },
  });
  const reports = [report('A', '2026-03-08', [said([]), old, late])];

  test('lists the latest first, and history only when asked', () => {
    expect(summarizeIncidents(reports).map(({ id }) => id)).toEqual(['i00000000000b', ID]);
    expect(summarizeIncidents(reports, { background: true }).map(({ id }) => id)).toEqual([
      'i00000000000b',
      ID,
      'i00000000000a',
    ]);
  });

  test('carries no more than a row needs', () => {
    expect(Object.keys(summarizeIncidents(reports)[0] ?? {})).not.toContain('tree');
  });
});
