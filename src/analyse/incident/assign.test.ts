import { describe, expect, test } from 'vitest';
import type { Location, Mention, Party, Report } from '../../model/report.ts';
import { makeReport, type StatementRow } from '../origin/fixtures.suite.ts';
import { createIncidentAssigner } from './assign.ts';

const HARBOUR: Location = {
  name: 'Harbour District',
  country: 'IQ',
  lat: 33.303,
  lon: 44.387,
  precision: 'district',
};
const BAGHDAD: Location = { name: 'Baghdad', country: 'IQ', lat: 33.34, lon: 44.4, precision: 'city' };
const ERBIL: Location = { name: 'Erbil', country: 'IQ', lat: 36.19, lon: 44.01, precision: 'city' };
const IRAQ: Location = { name: 'Iraq', country: 'IQ', lat: 33, lon: 44, precision: 'country' };
const ROCKET: Party = { name: 'rocket', type: 'weapon' };
const DRONE: Party = { name: 'drone', type: 'weapon' };
const EMBASSY: Party = { name: 'U.S. Embassy', type: 'facility', country: 'US' };
const MILITIAS: Party = { name: 'Iran-backed militias', type: 'group', sector: 'REB' };
const IRAN: Party = { name: 'Iran', type: 'state', country: 'IR', wikidata: 'Q794' };
const USA: Party = { name: 'United States', type: 'state', country: 'US', wikidata: 'Q30' };

const on = (day: string): Pick<Mention, 'when'> => ({ when: { from: day, to: day, precision: 'day' } });
const rockets = (
  day: string | undefined,
  where: Location | undefined,
  more: Partial<Mention> = {},
): StatementRow => ({
  words: 'Rockets were fired',
  mentions: [
    {
      text: 'fired',
      plover: { type: 'ASSAULT', mode: 'heavy-weapons', contexts: [] },
      instruments: [ROCKET],
      ...(day === undefined ? {} : on(day)),
      ...(where === undefined ? {} : { where }),
      ...more,
    },
  ],
});
const hurt: StatementRow = { words: 'One soldier was hurt', mentions: [{ text: 'hurt' }] };

const report = (outlet: string, published: string, rows: readonly StatementRow[], story = 's1'): Report =>
  makeReport({ outlet, published, story }, rows);

/** Incidents of all mentions of the reports, in order. */
function assign(...reports: readonly Report[]): (string | undefined)[] {
  const assigner = createIncidentAssigner();
  return reports
    .map((one) => assigner.assign(one))
    .flatMap(({ statements }) =>
      statements.flatMap(({ mentions }) => mentions.map(({ incident }) => incident)),
    );
}

describe('one incident', () => {
  test('the same weapon, day and place, however precisely each tells the place', () => {
    const [a, b, c] = assign(
      report('A', '2026-03-01', [rockets('2026-03-01', HARBOUR)], 's1'),
      report('B', '2026-03-02', [rockets('2026-03-01', BAGHDAD)], 's2'),
      report('C', '2026-03-02', [rockets('2026-03-01', HARBOUR, { recipients: [EMBASSY] })], 's3'),
    );
    expect(a).toMatch(/^i[0-9a-f]{12}$/);
    expect([b, c]).toEqual([a, a]);
  });

  test('what goes on without day and place: the hurt, the attack', () => {
    const back: StatementRow = { words: 'The attack was condemned', mentions: [{ text: 'attack' }] };
    const ids = assign(report('A', '2026-03-01', [rockets('2026-03-01', HARBOUR), hurt, back]));
    expect(new Set(ids).size).toBe(1);
  });

  test('one outlet has the day before, and everything else agrees', () => {
    const [a, b] = assign(
      report('A', '2026-03-02', [rockets('2026-03-02', HARBOUR)]),
      report('B', '2026-03-03', [rockets('2026-03-01', HARBOUR)]),
    );
    expect(b).toBe(a);
  });

  test('a denial by the accused is about the same attack', () => {
    const denial: StatementRow = {
      ...rockets('2026-03-01', HARBOUR, { realis: 'denied', actors: [MILITIAS] }),
      stance: 'denies',
    };
    const [a, b] = assign(
      report('A', '2026-03-01', [rockets('2026-03-01', HARBOUR)]),
      report('B', '2026-03-02', [denial]),
    );
    expect(b).toBe(a);
  });

  test('a named victim, whatever the spelling and without a day', () => {
    const kill = (name: string, more: Partial<Mention>): StatementRow => ({
      words: 'was killed',
      mentions: [{ text: 'killed', recipients: [{ name, type: 'person' }], ...more }],
    });
    const [a, b, c] = assign(
      report('A', '2026-03-01', [kill('Qassem Soleimani', { ...on('2026-03-01'), where: BAGHDAD })]),
      report('B', '2026-09-01', [kill('Qassem Suleimani', {})], 's9'),
      report('C', '2026-09-01', [kill('Qassem Salem', {})], 's9'),
    );
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  test('history attaches to the old incident', () => {
    const [a, b] = assign(
      report('A', '2026-03-01', [rockets('2026-03-01', HARBOUR)]),
      report('B', '2027-03-01', [rockets('2026-03-01', HARBOUR, { background: true })], 's9'),
    );
    expect(b).toBe(a);
  });

  test('a day that would lie ahead was the last one of that name', () => {
    const [a, b] = assign(
      report('A', '2026-01-03', [rockets('2026-01-03', HARBOUR)]),
      report('B', '2026-12-12', [rockets('2027-01-03', HARBOUR)], 's9'),
    );
    expect(b).toBe(a);
  });
});

describe('two incidents', () => {
  const first = report('A', '2026-03-01', [rockets('2026-03-01', HARBOUR)]);

  test('on two days, in two places, with two weapons', () => {
    const ids = assign(
      first,
      report('B', '2026-03-08', [rockets('2026-03-08', HARBOUR)]),
      report('C', '2026-03-02', [rockets('2026-03-01', ERBIL)]),
      report('D', '2026-03-02', [
        rockets('2026-03-01', HARBOUR, {
          instruments: [DRONE],
          plover: { type: 'ASSAULT', mode: 'drone', contexts: [] },
        }),
      ]),
    );
    expect(new Set(ids).size).toBe(4);
  });

  test('that one report tells of on two days in a row', () => {
    const ids = assign(
      report('A', '2026-03-02', [rockets('2026-03-01', HARBOUR), rockets('2026-03-02', HARBOUR)]),
    );
    expect(new Set(ids).size).toBe(2);
  });

  test('of one day by two states', () => {
    const missiles = (actor: Party, recipient: Party): StatementRow =>
      rockets('2026-03-01', IRAQ, { actors: [actor], recipients: [recipient] });
    const [a, b] = assign(
      report('A', '2026-03-01', [missiles(IRAN, USA)]),
      report('B', '2026-03-01', [missiles(USA, IRAN)]),
    );
    expect(a).not.toBe(b);
  });

  test('an attack and the strikes that answer it, in one sentence', () => {
    const both: StatementRow = {
      words: 'The strikes were in answer to the attack on the base',
      mentions: [
        {
          text: 'strikes',
          plover: { type: 'ASSAULT', mode: 'aerial', contexts: [] },
          ...on('2026-03-03'),
          where: IRAQ,
        },
        { text: 'attack', ...on('2026-03-01'), where: HARBOUR },
      ],
    };
    const [a, strikes, attack] = assign(first, report('B', '2026-03-04', [both]));
    expect(attack).toBe(a);
    expect(strikes).not.toBe(a);
  });

  test('an attack and its answer of the same kind, day and place', () => {
    const both = report('A', '2026-03-01', [
      rockets('2026-03-01', HARBOUR),
      rockets('2026-03-01', HARBOUR, { responseTo: 'v1' }),
    ]);
    expect(new Set(assign(both)).size).toBe(2);
  });

  test('an answer that the reader took for what it answers', () => {
    const when = on('2026-03-03');
    const both: StatementRow = {
      words: 'The strikes in Iraq were in answer to the attack',
      mentions: [
        { text: 'strikes', plover: { type: 'ASSAULT', mode: 'aerial', contexts: [] }, ...when, where: IRAQ },
        { text: 'attack', ...when, where: IRAQ, sameAs: 'v1' },
      ],
    };
    const [a, strikes, attack] = assign(first, report('B', '2026-03-03', [both]));
    expect(strikes).not.toBe(a);
    expect(attack).not.toBe(strikes);
  });
});

describe('what is feared', () => {
  const fear = (more: Partial<Mention> = {}): StatementRow => ({
    words: 'Militias may attack',
    mentions: [{ realis: 'possible', actors: [MILITIAS], recipients: [USA], where: IRAQ, ...more }],
  });

  test('is one development in several reports, and never the attack that comes', () => {
    const [a, b, attack] = assign(
      report('A', '2026-03-01', [fear()]),
      report('B', '2026-03-02', [fear()]),
      report('C', '2026-03-03', [rockets('2026-03-03', HARBOUR, { actors: [MILITIAS], recipients: [USA] })]),
    );
    expect(a).toBeDefined();
    expect(b).toBe(a);
    expect(attack).not.toBe(a);
  });

  test('is another development a month later', () => {
    const [a, b] = assign(report('A', '2026-03-01', [fear()]), report('B', '2026-04-09', [fear()]));
    expect(b).not.toBe(a);
  });
});

describe('no incident', () => {
  test('history and denials alone make none', () => {
    expect(
      assign(
        report('A', '2026-03-01', [rockets('2025-03-01', HARBOUR, { background: true })]),
        report('B', '2026-03-01', [
          {
            words: 'There was no attack',
            polarity: 'negated',
            mentions: [{ realis: 'denied', where: BAGHDAD }],
          },
        ]),
      ),
    ).toEqual([undefined, undefined]);
  });

  test('what tells neither where nor when nor who is left alone', () => {
    const vague: StatementRow = { words: 'Militias have attacked before', mentions: [{ text: 'attacked' }] };
    expect(assign(report('A', '2026-03-01', [vague]))).toEqual([undefined]);
  });

  test('habits are none', () => {
    expect(assign(report('A', '2026-03-01', [rockets(undefined, HARBOUR, { realis: 'recurrent' })]))).toEqual(
      [undefined],
    );
  });

  test('"21 rockets then" is not what was told of right before', () => {
    const ids = assign(
      report('A', '2026-03-08', [
        rockets('2026-03-08', ERBIL),
        { words: 'The army counted 21 rockets then', mentions: [{ text: 'rockets' }] },
      ]),
    );
    expect(ids[1]).toBeUndefined();
  });
});

describe('an assigner', () => {
  const first = report('A', '2026-03-01', [rockets('2026-03-01', HARBOUR), hurt]);
  const second = report('B', '2026-03-02', [rockets('2026-03-01', BAGHDAD), hurt], 's2');

  test('goes on after a restart as if there had been none', () => {
    const before = createIncidentAssigner();
    const assigned = before.assign(first);
    const after = createIncidentAssigner();
    after.restore(assigned);
    expect(after.assign(second)).toEqual(before.assign(second));
  });

  test('changes nothing but incidents, and replaces what it is given', () => {
    const assigner = createIncidentAssigner();
    const once = assigner.assign(first);
    expect(createIncidentAssigner().assign(once)).toEqual(once);
    expect({ ...once, statements: [] }).toEqual({ ...first, statements: [] });
  });

  test('finds an incident idle for years by its day, and not without', () => {
    const more = { recipients: [EMBASSY] };
    const history = { ...more, background: true };
    const old = report('A', '2024-03-01', [rockets('2024-03-01', HARBOUR, more)]);
    const undated = (published: string) =>
      report('B', published, [rockets(undefined, HARBOUR, history)], 's8');
    const [a, soon] = assign(old, undated('2024-06-01'));
    expect(soon).toBe(a);
    expect(assign(old, undated('2026-06-01'))[1]).toBeUndefined();
    const dated = report('B', '2026-06-01', [rockets('2024-03-01', HARBOUR, history)], 's8');
    expect(assign(old, dated)[1]).toBe(a);
  });
});

describe('memory', () => {
  test('incidents that are packed and unpacked at every step are assigned as those that stand ready', () => {
    const days = Array.from({ length: 12 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')}`);
    const reports = days.flatMap((day, at) => {
      const where = [HARBOUR, BAGHDAD, ERBIL][at % 3];
      const more = { actors: [MILITIAS], recipients: [EMBASSY] };
      const earlier = rockets(days[Math.max(0, at - 5)], BAGHDAD, { background: true });
      return [
        report('A', day, [rockets(day, where, more), hurt], `s${at}`),
        report('B', day, [rockets(day, IRAQ, { instruments: [DRONE] }), earlier], `s${at % 4}`),
        report('C', day, [rockets(undefined, where), hurt], `s${at}`),
      ];
    });
    const run = (mostReady?: number) => {
      const assigner = createIncidentAssigner(mostReady);
      return reports.map((one) => assigner.assign(one));
    };
    const ids = run().flatMap(({ statements }) =>
      statements.flatMap(({ mentions }) => mentions.map(({ incident }) => incident)),
    );
    expect(new Set(ids).size).toBeGreaterThan(12);
    expect(run(1)).toEqual(run());
  });
});
