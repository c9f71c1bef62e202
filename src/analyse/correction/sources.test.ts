import { describe, expect, it } from 'vitest';
import type { ChainLink } from '../../model/claim.ts';
import type { Judgement } from '../../model/judgement.ts';
import type { Report } from '../../model/report.ts';
import { choosePicture } from '../known.ts';
import { makeMention, makeReport, makeStatement } from '../report/fixtures.suite.ts';
import { findSource } from './sources.ts';

const NOW = '2020-12-31';
const outlet = (name: string): ChainLink => ({ name, type: 'outlet' });
const army: ChainLink = {
  name: 'Karvonian army',
  type: 'office',
  cue: { start: 0, end: 1, text: 'said', act: 'say' },
};

/** One line of a report: its words, who is credited, and whether it tells of the raid. */
type Line = readonly [words: string, links: readonly ChainLink[], incident?: string];

function tell(name: string, lines: readonly Line[], given: Partial<Report> = {}): Report {
  return makeReport(name, {
    statements: lines.map(([words, links, incident], at) =>
      makeStatement(words, 100 * at, {
        chain: [outlet(name), ...links],
        mentions: incident === undefined ? [] : [makeMention(incident)],
      }),
    ),
    ...given,
  });
}

const reject = (source: string, given: Partial<Judgement> = {}): Judgement => ({
  kind: 'judgement',
  id: 'j1',
  made: '2020-12-12T10:00:00Z',
  by: 'Ann Example',
  of: { type: 'source', source },
  verdict: 'reject',
  note: 'made up its sources',
  ...given,
});

const words = (reports: readonly Report[]) =>
  reports.flatMap(({ statements }) => statements.map((statement) => statement.words));

describe('a source that is rejected', () => {
  const wire = tell('Harbour Wire', [['rockets hit the port', [], 'i1']]);
  const times = tell('Delta Times', [
    ['rockets hit the port, the wire reported', [outlet('Harbour Wire')], 'i1'],
    ['the mayor resigned, the wire reported', [outlet('Harbour Wire')]],
    ['the port is closed, the army said', [army], 'i1'],
    ['the harbour lies below the hills', []],
  ]);
  const later = tell('Harbour Wire 2', [['two ships burned', [], 'i2']], {
    outlet: 'The Harbour Wire',
    seen: '2020-12-20T10:00:00Z',
  });
  const reports = [wire, times, later];

  it('counts no longer, also for what comes later and for what others have from it alone', () => {
    const { reports: now, setAside } = choosePicture(reports, NOW, [reject('harbour wire')]);
    expect(words(now)).toEqual(['the port is closed, the army said', 'the harbour lies below the hills']);
    expect(setAside).toHaveLength(4);
    for (const { cause } of setAside)
      expect(cause.type === 'repeats' ? cause.because : cause).toMatchObject({
        type: 'judgement',
        note: 'made up its sources',
      });
  });

  it('takes what others have from it along where nothing of its own is kept', () => {
    expect(words(choosePicture([times], NOW, [reject('harbour wire')]).reports)).toHaveLength(2);
  });

  it('counted before that was decided, and counts again when it is withdrawn', () => {
    const withdrawal = reject('harbour wire', {
      id: 'j2',
      made: '2020-12-22T10:00:00Z',
      verdict: 'withdraw',
      value: 'j1',
    });
    const judgements = [reject('harbour wire'), withdrawal];
    expect(words(choosePicture(reports, '2020-12-12T09:00:00Z', judgements).reports)).toHaveLength(5);
    expect(words(choosePicture(reports, '2020-12-21', judgements).reports)).toHaveLength(2);
    expect(words(choosePicture(reports, NOW, judgements).reports)).toHaveLength(6);
  });

  it('may be somebody who speaks: then what rests on that word alone falls, in every outlet', () => {
    const found = findSource('Karvonian Army', reports);
    expect(found?.name).toBe('Karvonian army');
    const { setAside } = choosePicture(reports, NOW, [reject(found!.key)]);
    expect(setAside.map(({ claim }) => claim.words)).toEqual(['the port is closed, the army said']);
  });

  it('is found by its name, its key or as somebody credited, and not otherwise', () => {
    expect(findSource('The Harbour Wire', reports)?.key).toBe('harbour wire');
    expect(findSource('harbour wire', [times])?.key).toBe('harbour wire');
    expect(findSource('Wire', reports)).toBeUndefined();
    expect(findSource('', reports)).toBeUndefined();
  });
});

describe('a relay of a claim that carries no incident', () => {
  const story = 's111111111111';
  const wire = (lines: readonly Line[], given: Partial<Report> = {}) =>
    tell('Harbour Wire', lines, { story, ...given });
  const note = {
    start: 0,
    end: 1,
    text: 'This story has been retracted.',
    type: 'retraction',
    ofItself: true,
    gaveUp: [],
  } as const;
  const first = wire([['the governor of Veles will resign before winter', []]], { notes: [note] });
  const relay = (given: string, links: readonly ChainLink[], name = 'Delta Times') =>
    tell(name, [[given, links]], { story });
  const left = (...others: readonly Report[]) => words(choosePicture([first, ...others], NOW).reports);

  it('falls with what it credits, from relay to relay', () => {
    const times = relay('the Veles governor will resign before winter comes', [outlet('Harbour Wire')]);
    const post = relay('Veles governor to resign before the winter', [outlet('Delta Times')], 'Port Post');
    const { setAside } = choosePicture([first, post, times], NOW);
    expect(setAside.map(({ claim, cause }) => [claim.outlet, cause.type])).toEqual([
      ['Harbour Wire', 'note'],
      ['Port Post', 'repeats'],
      ['Delta Times', 'repeats'],
    ]);
  });

  it('stays where it credits nobody, another, says something else or another number, or is of another story', () => {
    for (const each of [
      relay('the governor of Veles will resign before winter', []),
      relay('the governor of Veles will resign before winter', [outlet('Hill Herald')]),
      relay('the governor of Veles opened a bridge on Monday', [outlet('Harbour Wire')]),
      relay('the governor of Veles and 3 ministers will resign before winter', [outlet('Harbour Wire')]),
      {
        ...relay('the governor of Veles will resign before winter', [outlet('Harbour Wire')]),
        story: 's222222222222',
      },
    ])
      expect(left(each)).toHaveLength(1);
  });

  it('stays where the outlet still says so elsewhere in the story', () => {
    const again = wire([['the governor of Veles is to resign before winter', []]], {
      document: `sha256:${'7'.repeat(64)}`,
      series: `sha256:${'7'.repeat(64)}`,
      seen: '2020-12-12T12:00:00Z',
    });
    const times = relay('the governor of Veles will resign before winter', [outlet('Harbour Wire')]);
    expect(left(again, times)).toHaveLength(2);
  });
});
