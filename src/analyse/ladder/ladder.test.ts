import { describe, expect, it } from 'vitest';
import type { Realis } from '../../model/event.ts';
import type { LadderPlan } from '../../model/problem.ts';
import type { Mention, Party, Report, Statement } from '../../model/report.ts';
import { makeMention, makeProblem, makeReport, makeStatement } from '../forecast/reports.fixtures.ts';
import { makeLadder } from './ladder.ts';
import { findReplies } from './replies.ts';

const plan: LadderPlan = {
  sides: [
    { id: 'north', title: 'The north', is: { country: ['FI'] } },
    { id: 'south', title: 'The south', is: { country: ['IT'] } },
  ],
  rungs: [
    { title: 'Threat', match: [{ event: ['THREATEN'] }, { event: ['ASSAULT'], realis: ['threatened'] }] },
    { title: 'Seizure', match: [{ event: ['COERCE'], realis: ['occurred'] }] },
    {
      title: 'Attack',
      match: [
        { event: ['ASSAULT'], realis: ['occurred'] },
        { event: ['MOBILIZE'], realis: ['exercise'] },
      ],
    },
  ],
  reply: 14,
};

const PARTIES = {
  north: { name: 'Northern navy', type: 'organization', country: 'FI' },
  south: { name: 'Southern navy', type: 'organization', country: 'IT' },
  other: { name: 'Tide of the East', type: 'group' },
} as const satisfies Record<string, Party>;
type Who = keyof typeof PARTIES;

const RUNGS = { threat: 'THREATEN', seizure: 'COERCE', attack: 'ASSAULT', drill: 'MOBILIZE' } as const;

/** A mention of an incident: who does what on which day of January 2030. */
function tell(
  incident: string,
  {
    who,
    what,
    day,
    ...rest
  }: {
    readonly who?: Who;
    readonly what: keyof typeof RUNGS;
    readonly day?: number;
  } & Partial<Omit<Mention, 'incident'>>,
): Mention {
  const date = day === undefined ? undefined : `2030-01-${String(day).padStart(2, '0')}`;
  return makeMention({
    incident,
    event: `e-${incident}`,
    plover: { type: RUNGS[what], contexts: [] },
    actors: who === undefined ? [] : [PARTIES[who]],
    ...(date === undefined ? {} : { when: { from: date, to: date, precision: 'day' } }),
    ...rest,
  });
}

/** A report of some mentions, one claim each, published on a day of January 2030. */
function report(day: number, mentions: readonly Mention[], fields: Partial<Statement> = {}): Report {
  const published = `2030-01-${String(day).padStart(2, '0')}T12:00:00Z`;
  return makeReport(
    mentions.map((mention, i) => makeStatement(`Claim ${i}`, [mention], { claim: `c${i + 1}`, ...fields })),
    { published, seen: published, knownSince: published },
  );
}

/** The ladder as of the end of a day, short enough to be read in a test. */
function look(reports: readonly Report[], day = 31) {
  const ladder = makeLadder(plan, { reports, outcomes: [], now: Date.parse(`2030-01-${day}T23:59:59Z`) });
  return {
    ...ladder,
    steps: ladder.steps.map(({ incident, day: on, side, rung, answers }) => [
      `${incident} ${on.slice(8)} ${side} ${rung}`,
      ...(answers === undefined
        ? []
        : [
            `${answers.said ? 'answers' : 'follows'} ${answers.incident} after ${answers.lag}, ${answers.change >= 0 ? '+' : ''}${answers.change}`,
          ]),
    ]),
  };
}

/** One step a day, in the form `north attack 3`; named a, b, c… */
const steps = (...lines: readonly string[]) =>
  lines.map((line, i) => {
    const [who, what, day] = line.split(' ') as [Who, keyof typeof RUNGS, string];
    return report(Number(day), [tell('abcdefghij'[i]!, { who, what, day: Number(day) })]);
  });

describe('a ladder', () => {
  it('takes a step for the answer to the last one of the other side, with lag and rungs', () => {
    const ladder = look(steps('north threat 1', 'south attack 4', 'north seizure 9'));
    expect(ladder.steps).toEqual([
      ['a 01 north 1'],
      ['b 04 south 3', 'follows a after 3, +2'],
      ['c 09 north 2', 'follows b after 5, -1'],
    ]);
    expect(ladder.rungs).toEqual(['Threat', 'Seizure', 'Attack']);
    expect(ladder.sides.map(({ id }) => id)).toEqual(['north', 'south']);
    expect(ladder.notes).toEqual([]);
  });

  it('leaves a step without an answer after the days of reply', () => {
    const { steps: at15 } = look(steps('north threat 1', 'south attack 15'));
    expect(at15[1]).toEqual(['b 15 south 3', 'follows a after 14, +2']);
    const { steps: at16 } = look(steps('north threat 1', 'south attack 16'));
    expect(at16[1]).toEqual(['b 16 south 3']);
  });

  it('gives one step one answer, and the next answer to the step before', () => {
    const ladder = look(
      steps('north threat 1', 'north attack 3', 'south attack 5', 'south seizure 6', 'south threat 7'),
    );
    expect(ladder.steps.slice(2)).toEqual([
      ['c 05 south 3', 'follows b after 2, +0'],
      ['d 06 south 2', 'follows a after 5, +1'],
      ['e 07 south 1'],
    ]);
  });

  it('prefers the step that a text names to a nearer one', () => {
    const answer = report(9, [
      tell('a', { who: 'north', what: 'attack', day: 1, background: true }),
      tell('c', { who: 'south', what: 'attack', day: 9, responseTo: 'e-a' }),
    ]);
    const ladder = look([...steps('north attack 1', 'north threat 8'), answer]);
    expect(ladder.steps.at(-1)).toEqual(['c 09 south 3', 'answers a after 8, +0']);
    // The nearer one still waits.
    expect(ladder.due).toMatchObject({ incident: 'c', side: 'north' });
    expect(
      look([
        ...steps('north attack 1', 'north threat 8'),
        answer,
        ...[report(10, [tell('d', { who: 'south', what: 'threat', day: 10 })])],
      ]).steps.at(-1),
    ).toEqual(['d 10 south 1', 'follows b after 2, +0']);
  });

  it('believes a text beyond the days of reply, and on the same day', () => {
    const late = report(28, [
      tell('a', { who: 'north', what: 'attack', day: 1 }),
      tell('b', { who: 'south', what: 'attack', day: 28, responseTo: 'e-a' }),
    ]);
    expect(look([late]).steps[1]).toEqual(['b 28 south 3', 'answers a after 27, +0']);
    const atOnce = report(1, [
      tell('a', { who: 'north', what: 'threat', day: 1 }),
      tell('b', { who: 'south', what: 'attack', day: 1, responseTo: 'e-a' }),
    ]);
    expect(look([atOnce]).steps[1]).toEqual(['b 01 south 3', 'answers a after 0, +2']);
  });

  it('does not say which of two steps of one day came first', () => {
    const ladder = look(steps('north attack 5', 'south attack 5', 'north threat 7'));
    expect(ladder.steps).toEqual([
      ['a 05 north 3'],
      ['b 05 south 3'],
      ['c 07 north 1', 'follows b after 2, -2'],
    ]);
  });

  it('takes no answer from the own side, from later, or from what is no step', () => {
    const odd = report(9, [
      tell('a', { who: 'north', what: 'attack', day: 1 }),
      tell('b', { who: 'north', what: 'attack', day: 9, responseTo: 'e-a' }),
      tell('c', { who: 'south', what: 'attack', day: 5, responseTo: 'e-d' }),
      tell('d', { who: 'north', what: 'attack', day: 8 }),
      tell('e', { who: 'south', what: 'attack', day: 9, responseTo: 'e-f' }),
      tell('f', { who: 'other', what: 'attack', day: 2 }),
    ]);
    expect(look([odd]).steps).toEqual([
      ['a 01 north 3'],
      ['c 05 south 3', 'follows a after 4, +0'],
      ['d 08 north 3', 'follows c after 3, +0'],
      ['b 09 north 3'],
      ['e 09 south 3', 'follows d after 1, +0'],
    ]);
  });
});

describe('a step', () => {
  it('is an incident once, however many tell of it, with a claim of each', () => {
    const reports = [
      report(2, [tell('a', { who: 'north', what: 'attack', day: 1 })]),
      report(3, [tell('a', { what: 'attack', day: 1 }), tell('a', { who: 'north', what: 'attack', day: 1 })]),
    ];
    const ladder = makeLadder(plan, { reports, outcomes: [], now: Date.parse('2030-01-31T00:00:00Z') });
    expect(ladder.steps).toHaveLength(1);
    expect(ladder.steps[0]?.claims.map(({ document, claim }) => [document, claim])).toEqual([
      [reports[0]!.document, 'c1'],
      [reports[1]!.document, 'c1'],
    ]);
    expect(ladder.steps[0]?.title).toBe('Northern navy attack');
  });

  it('has its doer from whoever names one, and its rung by most documents', () => {
    const reports = [
      report(2, [tell('a', { what: 'attack', day: 1 })]),
      report(3, [tell('a', { what: 'seizure', day: 1 })]),
      report(4, [tell('a', { who: 'south', what: 'seizure', day: 1 })]),
    ];
    expect(look(reports).steps).toEqual([['a 01 south 2']]);
  });

  it('stands on its own day where a later text tells it as history', () => {
    const history = report(20, [tell('a', { who: 'north', what: 'attack', day: 3, background: true })]);
    expect(look([history]).steps).toEqual([['a 03 north 3']]);
    const news = report(3, [tell('a', { who: 'north', what: 'attack', day: 3 })]);
    expect(look([news, history]).steps).toEqual([['a 03 north 3']]);
  });

  it('of a threat of a deed stands on the day on which it was reported', () => {
    const threat = report(6, [tell('a', { who: 'north', what: 'attack', day: 20, realis: 'threatened' })]);
    expect(look([threat]).steps).toEqual([['a 06 north 1']]);
  });

  it('of what goes on stands on its day or else on that of its first report; a deed has none but its own', () => {
    const goesOn = { who: 'north', what: 'threat', realis: 'ongoing' } as const;
    expect(look([report(6, [tell('a', goesOn)]), report(9, [tell('a', goesOn)])]).steps).toEqual([
      ['a 06 north 1'],
    ]);
    expect(look([report(6, [tell('a', { ...goesOn, day: 4 })])]).steps).toEqual([['a 04 north 1']]);
    expect(look([report(6, [tell('a', { ...goesOn, background: true })])]).steps).toEqual([]);
    expect(look([report(6, [tell('a', { ...goesOn, realis: 'occurred' })])]).steps).toEqual([]);
  });

  it.each<Realis>(['denied', 'exercise', 'possible', 'prepared'])('is no deed that is %s', (realis) => {
    expect(look([report(2, [tell('a', { who: 'north', what: 'attack', day: 1, realis })])]).steps).toEqual(
      [],
    );
  });

  it('is none where it is only denied, nor its denier’s where another is blamed', () => {
    const denial = report(3, [tell('a', { who: 'north', what: 'attack', day: 1 })], { stance: 'denies' });
    expect(look([denial]).steps).toEqual([]);
    const blamed = report(2, [tell('a', { who: 'south', what: 'attack', day: 1 })]);
    expect(look([denial, blamed]).steps).toEqual([['a 01 south 3']]);
  });

  it('is none of a third party, of nobody, of both, or without a day; they are counted', () => {
    const ladder = look([
      report(2, [
        tell('a', { who: 'other', what: 'attack', day: 1 }),
        tell('b', { what: 'attack', day: 1 }),
        tell('c', { what: 'attack', day: 1, actors: [PARTIES.north, PARTIES.south] }),
        tell('d', { who: 'north', what: 'attack' }),
        tell('e', { who: 'north', what: 'attack', when: { from: '2029-12', precision: 'month' } }),
      ]),
    ]);
    expect(ladder.steps).toEqual([]);
    expect(ladder.due).toBeUndefined();
    expect(ladder.notes).toEqual([
      '2 incidents fit a rung and have no known day.',
      '2 incidents fit a rung and have no known doer of either side.',
      '1 incident fits a rung and has as many documents for the one side as the doer as for the other.',
    ]);
  });

  it('is a drill only where a rung asks for drills', () => {
    const drill = tell('a', { who: 'north', what: 'drill', day: 1, realis: 'exercise' });
    expect(look([report(2, [drill])]).steps).toEqual([['a 01 north 3']]);
    const move = tell('a', { who: 'north', what: 'drill', day: 1 });
    expect(look([report(2, [move])]).steps).toEqual([]);
  });

  it('is not a side’s where more documents name somebody of neither', () => {
    const tide = [2, 3].map((day) => report(day, [tell('a', { who: 'other', what: 'attack', day: 1 })]));
    const north = report(4, [tell('a', { who: 'north', what: 'attack', day: 1 })]);
    expect(look([...tide, north]).steps).toEqual([]);
    expect(look([tide[0]!, north]).steps).toEqual([['a 01 north 3']]);
  });

  it('is a side’s also where its doer fits another of its patterns', () => {
    const [north, south] = plan.sides;
    const wide = { ...plan, sides: [north!, { ...south!, also: [{ name: ['tide of the east'] }] }] };
    const reports = [report(2, [tell('a', { who: 'other', what: 'attack', day: 1 })])];
    const now = Date.parse('2030-01-31T00:00:00Z');
    expect(makeLadder(wide, { reports, outcomes: [], now }).steps).toMatchObject([{ side: 'south' }]);
  });

  it('of nobody is the side’s that outcomes come from, where it is one and the plan says so', () => {
    const raid = report(2, [tell('a', { what: 'attack', day: 1 })]);
    const [statement] = raid.statements;
    const outcomes = [
      { report: raid, statement: statement!, mention: statement!.mentions[0]!, dated: false },
    ];
    const now = Date.parse('2030-01-31T00:00:00Z');
    const own = { ...plan, outcome: 'south' };
    expect(makeLadder(own, { reports: [raid], outcomes, now }).steps).toMatchObject([
      { incident: 'a', side: 'south', assumed: true },
    ]);
    expect(makeLadder(own, { reports: [raid], outcomes: [], now }).steps).toEqual([]);
    expect(makeLadder(plan, { reports: [raid], outcomes, now }).steps).toEqual([]);
    // Gunmen are nobody in particular; others have a name.
    const named = (name: string) =>
      report(3, [tell('a', { what: 'attack', day: 1, actors: [{ name, type: 'group' }] })]);
    expect(makeLadder(own, { reports: [raid, named('gunmen')], outcomes, now }).steps).toHaveLength(1);
    expect(makeLadder(own, { reports: [raid, named('Tide of the East')], outcomes, now }).steps).toEqual([]);
    const north = report(4, [tell('a', { who: 'north', what: 'attack', day: 1 })]);
    const [step] = makeLadder(own, { reports: [raid, north], outcomes, now }).steps;
    expect(step).toMatchObject({ side: 'north' });
    expect(step).not.toHaveProperty('assumed');
  });

  it('takes nobody who is only blamed for the doer', () => {
    const blamed = report(1, [tell('a', { who: 'north', what: 'attack', day: 1 })], { stance: 'blames' });
    expect(look([blamed]).steps).toEqual([]);
    const claimed = report(2, [tell('a', { who: 'south', what: 'attack', day: 1 })], {
      stance: 'claimsResponsibility',
    });
    expect(look([blamed, claimed]).steps).toEqual([['a 01 south 3']]);
  });

  it('changes when more is known, and is as it was as of before', () => {
    const first = report(2, [tell('a', { who: 'north', what: 'seizure', day: 1 })]);
    const then = [
      report(3, [tell('a', { what: 'attack', day: 1 })]),
      report(4, [tell('a', { what: 'attack', day: 1 })]),
    ];
    expect(look([first]).steps).toEqual([['a 01 north 2']]);
    expect(look([first, ...then]).steps).toEqual([['a 01 north 3']]);
    expect(look([first]).steps).toEqual([['a 01 north 2']]);
  });
});

describe('the reply that is due', () => {
  it('is the other side’s to the last step that nothing has answered', () => {
    const { due } = look(steps('north threat 1', 'south attack 4', 'south seizure 6'), 20);
    expect(due).toEqual({ incident: 'c', side: 'north', days: 14 });
  });

  it('has usual lags from three answers on, of the side that is to reply', () => {
    const exchange = [
      'north threat 1',
      'south threat 3',
      'north threat 4',
      'south threat 9',
      'north threat 10',
      'south threat 11',
    ];
    expect(look(steps(...exchange)).due).toEqual({ incident: 'f', side: 'north', days: 20 });
    const { due } = look(steps(...exchange, 'north attack 20'), 25);
    // The south took 2, 5 and 1 days.
    expect(due).toEqual({
      incident: 'g',
      side: 'south',
      days: 5,
      usual: { median: 2, longest: 5, answered: 3, of: 3 },
    });
  });

  it('lies between the two middle lags of an even number', () => {
    const exchange = [
      'north threat 1',
      'south threat 2',
      'north threat 3',
      'south threat 5',
      'north threat 6',
      'south threat 9',
      'north threat 10',
      'south threat 18',
      'north threat 20',
    ];
    expect(look(steps(...exchange)).due?.usual).toEqual({ median: 2.5, longest: 8, answered: 4, of: 4 });
  });

  it('counts what was never answered', () => {
    const exchange = [
      'north threat 1',
      'north threat 2',
      'south threat 3',
      'north threat 4',
      'south threat 5',
      'north threat 6',
      'south threat 7',
      'north attack 9',
    ];
    expect(look(steps(...exchange)).due?.usual).toEqual({ median: 1, longest: 1, answered: 3, of: 4 });
  });
});

it('lists the last 200 of many steps and links them in a short time', () => {
  const many = Array.from({ length: 6_000 }, (_, i) => {
    const day = new Date(Date.parse('1990-01-01T00:00:00Z') + Math.floor(i / 3) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const who = i % 4 === 0 ? 'south' : 'north';
    return makeReport(
      [
        makeStatement('x', [
          tell(`i${i}`, { who, what: 'attack', when: { from: day, to: day, precision: 'day' } }),
        ]),
      ],
      {
        published: `${day}T23:00:00Z`,
      },
    );
  });
  const ladder = makeLadder(plan, { reports: many, outcomes: [], now: Date.parse('2030-01-31T00:00:00Z') });
  expect(ladder.steps).toHaveLength(200);
  expect(ladder.notes).toEqual(['5800 earlier steps are counted and not listed.']);
});

describe('findReplies', () => {
  const problems = [makeProblem({ id: 'straits', title: 'The straits', ladder: plan }), makeProblem({})];
  const told = steps('north threat 1', 'south seizure 4', 'north attack 6');
  const reply = (incident: string, asOf = '2030-01-31T00:00:00Z') => {
    const { answers = [], answeredBy = [] } = findReplies(incident, problems, { reports: told, asOf });
    const name = ({ incident: other, lag, change, said }: (typeof answers)[number]) =>
      `${other} ${lag} ${change} ${said}`;
    return [answers.map(name), answeredBy.map(name)];
  };

  it('tells what an incident answers and what answered it, with the days and rungs between', () => {
    expect(reply('b')).toEqual([['a 3 1 false'], ['c 2 1 false']]);
    expect(findReplies('b', problems, { reports: told, asOf: '2030-01-31T00:00:00Z' }).answers).toMatchObject(
      [{ problem: 'straits', problemTitle: 'The straits', side: 'The north', rung: 1, rungTitle: 'Threat' }],
    );
  });

  it('knows no answer that had not come by then, and nothing of an incident that is no step', () => {
    expect(reply('b', '2030-01-05T00:00:00Z')).toEqual([['a 3 1 false'], []]);
    expect(findReplies('z', problems, { reports: told, asOf: '2030-01-31T00:00:00Z' })).toEqual({});
  });

  it('says where a report calls it the answer', () => {
    const both = report(8, [
      tell('d', { who: 'south', what: 'attack', day: 7 }),
      tell('e', { who: 'north', what: 'attack', day: 8, responseTo: 'e-d' }),
    ]);
    expect(
      findReplies('e', problems, { reports: [both], asOf: '2030-01-31T00:00:00Z' }).answers,
    ).toMatchObject([{ incident: 'd', lag: 1, said: true }]);
  });
});
