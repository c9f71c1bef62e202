import { describe, expect, test } from 'vitest';
import type { Incident } from '../../model/incident.ts';
import { ARMY, count, group, MINISTER, make, report, tell, WIRE } from './telling.suite.ts';

const slot = ({ figures }: Incident, of = 'rockets') => figures.find((each) => each.of === of);
const states = (incident: Incident, of?: string) =>
  slot(incident, of)?.values.map(({ value, state }) => `${value} ${state}`);

describe('what became of a value', () => {
  test('an early count is passed by a later one, and nobody contradicts', () => {
    const incident = make(
      report('A', '2031-05-20', count([['rockets', 3]], ['First reports', 'unknown'])),
      report('B', '2031-05-20', count([['rockets', 8, 'atLeast']], ARMY)),
      report('C', '2031-05-23', count([['rockets', 21]], MINISTER)),
    );
    expect(states(incident)).toEqual(['3 superseded', '8 standing', '21 standing']);
    expect(slot(incident)).toMatchObject({ relation: 'compatible', movement: 'risen' });
  });

  test('who gives another count later has changed his own', () => {
    const incident = make(
      report('A', '2031-05-20', count([['rockets', 6]], ARMY)),
      report('B', '2031-05-22', count([['rockets', 4]], ARMY)),
    );
    expect(states(incident)).toEqual(['6 superseded', '4 standing']);
    expect(slot(incident)?.movement).toBe('corrected');
  });

  test('a count told as history is not his last word', () => {
    const later = count([['injured', 109]], ARMY);
    const history = tell({ figures: [['injured', 0]], chain: [ARMY], mention: { background: true } });
    const incident = make(
      report('A', '2031-05-20', count([['injured', 0]], ARMY)),
      report('B', '2031-06-11', later, history),
    );
    expect(states(incident, 'injured')).toEqual(['0 superseded', '109 standing']);
  });

  test('the dead are counted for days; on one day two counts stand against each other', () => {
    const first = report('A', '2031-05-20', count([['killed', 3]], ARMY));
    expect(
      states(make(first, report('B', '2031-05-22', count([['killed', 5]], MINISTER))), 'killed'),
    ).toEqual(['3 superseded', '5 standing']);
    const torn = make(first, report('B', '2031-05-20', count([['killed', 5]], MINISTER)));
    expect(slot(torn, 'killed')).toMatchObject({ relation: 'contradiction', movement: 'mixed' });
    // Fewer dead than before are no later count.
    const fewer = make(first, report('B', '2031-05-22', count([['killed', 2]], MINISTER)));
    expect(slot(fewer, 'killed')?.relation).toBe('contradiction');
  });

  test('what a correction takes back is withdrawn', () => {
    const note: Parameters<typeof count>[1] = ['Correction', 'document'];
    const incident = make(
      report('A', '2031-05-20', count([['rockets', 2]], ARMY), count([['rockets', 4]], note)),
    );
    expect(states(incident)).toEqual(['2 standing', '4 withdrawn']);
    expect(slot(incident)).toMatchObject({ relation: 'compatible', best: { low: 2, high: 2 } });
  });
});

describe('what stands against what', () => {
  test('two, four, four and three, six and seven rockets side by side', () => {
    const seven = tell({
      words: 'Four rockets fell on the pier and three outside, seven in all',
      figures: [['rockets', 7]],
      chain: [ARMY],
    });
    const incident = make(
      report('A', '2031-05-20', seven),
      report('B', '2031-05-21', count([['rockets', 2]], ['one official', 'person', 'anonymous'])),
      report('C', '2031-05-21', count([['rockets', 4]], ['an official', 'person', 'anonymous'])),
      report('D', '2031-05-21', count([['rockets', 6]], ['Lantern Brigade', 'office'])),
    );
    const { values = [], ...rest } = slot(incident) ?? {};
    expect(values.map(({ value, parts = [] }) => [value, ...parts])).toEqual([[7, 4, 3], [2], [4], [6]]);
    expect(rest).toMatchObject({
      relation: 'contradiction',
      movement: 'mixed',
      best: { low: 2, high: 7, reason: 'range' },
    });
  });

  test('one voice that gives two counts in one report counts two things', () => {
    const one = report('A', '2031-05-20', count([['captured', 23]]), count([['captured', 8]]));
    expect(slot(make(one), 'captured')?.relation).toBe('compatible');
    const two = make(one, report('B', '2031-05-20', count([['captured', 8]], ARMY)));
    expect(slot(two, 'captured')?.relation).toBe('contradiction');
  });

  test('each value leads to its claim', () => {
    const incident = make(report('A', '2031-05-20', count([['rockets', 4]], ARMY)));
    expect(slot(incident)?.values[0]?.says[0]).toMatchObject({
      name: 'Karvonian army',
      chain: ['A', 'Karvonian army'],
      claim: { document: 'sha256:A 2031-05-20', claim: 'c1', start: 0, end: 80 },
    });
  });
});

// Work for each pair of reports would run into the runner's limit.
test('an incident of thousands of reports is made', () => {
  const many = Array.from({ length: 3000 }, (_, at) =>
    report(
      `Outlet ${at}`,
      `2031-05-2${at % 9}`,
      count([['rockets', at]], WIRE, ARMY),
      tell({ chain: [MINISTER], mention: { actors: [group(`Brigade Nr${at}`)] } }),
    ),
  );
  expect(slot(make(...many))?.values).toHaveLength(3000);
});
