import { describe, expect, test } from 'vitest';
import type { Report } from '../../model/report.ts';
import type { OriginTree } from '../../model/story.ts';
import { type LinkRow, makeReport } from './fixtures.suite.ts';
import { traceOrigins } from './origins.ts';

const WORDS = 'the ferries will stop';
const CNN: LinkRow = ['CNN', 'outlet'];
const POST: LinkRow = ['The Washington Post', 'outlet'];
const OFFICIALS: LinkRow = ['U.S. officials', 'person', 'anonymous'];
const MINISTRY: LinkRow = ['the Port Ministry', 'office'];

/** A report of one statement through a chain, an hour later for each number. */
const report = (
  outlet: string,
  hour: number,
  chain: readonly LinkRow[],
  more: Partial<Report> = {},
): Report =>
  makeReport({ outlet, published: `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`, ...more }, [
    { words: WORDS, chain },
  ]);

const trace = (...reports: readonly Report[]): OriginTree =>
  traceOrigins(reports.flatMap((one) => one.statements.map((statement) => ({ report: one, statement }))));

const roles = (tree: OriginTree) => tree.reports.map(({ outlet, role }) => `${outlet} ${role}`);

describe('who is first-hand', () => {
  test('the same officials through one outlet are one possible origin, however many relay it', () => {
    const tree = trace(
      report('Harbour Wire', 8, [CNN, OFFICIALS]),
      report('Gulf Post', 9, [CNN, ['unnamed US officials', 'person', 'anonymous']]),
      report('Quay News', 10, [CNN]),
      report('Pier Daily', 11, [['a CNN report', 'document']]),
    );
    expect(tree).toMatchObject({ confirmed: 0, possible: 1, relays: 4 });
    expect(tree.origins[0]).toMatchObject({
      status: 'possible',
      reason: 'unnamed source',
      name: 'U.S. officials',
      through: 'CNN',
      anonymous: true,
    });
    expect(tree.origins[0]?.claims).toHaveLength(4);
    expect(tree.reports.every(({ role }) => role === 'echo')).toBe(true);
  });

  test('officials to two outlets are two, and so are officials of two countries', () => {
    const tree = trace(report('A', 8, [CNN, OFFICIALS]), report('B', 9, [POST, OFFICIALS]));
    expect(tree).toMatchObject({ confirmed: 0, possible: 2 });
    const iraqi: LinkRow = ['Iraqi officials', 'person', 'anonymous'];
    expect(trace(report('A', 8, [CNN, OFFICIALS]), report('B', 9, [CNN, iraqi])).possible).toBe(2);
  });

  test('a named speaker through several outlets is one confirmed origin', () => {
    const tree = trace(
      report('A', 8, [['Mary Quay', 'person']]),
      report('B', 9, [POST, ['Mayor Mary Quay', 'person']]),
      report('C', 10, [['Quay', 'person']]),
    );
    expect(tree).toMatchObject({ confirmed: 1, possible: 0, relays: 2 });
    expect(tree.origins[0]).toMatchObject({ reason: 'named speaker', name: 'Mary Quay' });
    expect(roles(tree)).toEqual(['A origin', 'B echo', 'C echo']);
  });

  test('where only others speak of something else beside it, the first to say it is a possible origin, and who says it later none', () => {
    const aside = ['Mary Quay', 'John Pier'].map((name) => ({
      words: `the quay is old, says ${name}`,
      chain: [[name, 'person'] as LinkRow],
    }));
    const own = (outlet: string, hour: number) =>
      makeReport({ outlet, published: `2026-03-02T0${hour}:00:00Z` }, [
        { words: `ferries stood still, ${outlet} saw` },
        ...aside,
      ]);
    const told = [own('A', 8), own('B', 9)].map((one) => ({ report: one, statement: one.statements[0]! }));
    expect(traceOrigins(told).origins.map(({ name, reason }) => [name, reason])).toEqual([
      ['A', 'no visible credit'],
    ]);
  });

  test('two people of one family name stay two', () => {
    expect(
      trace(report('A', 8, [['Mary Quay', 'person']]), report('B', 9, [['John Quay', 'person']])).confirmed,
    ).toBe(2);
  });

  test('an outlet without a visible credit is a possible origin', () => {
    expect(trace(report('A', 8, [])).origins[0]).toMatchObject({
      status: 'possible',
      reason: 'no visible credit',
      name: 'A',
    });
    expect(trace(report('A', 8, [POST])).origins[0]).toMatchObject({
      reason: 'no visible credit',
      name: 'The Washington Post',
    });
  });

  test('own staff who saw it are a confirmed origin', () => {
    const tree = trace(report('A', 8, [['an A reporter', 'person', 'cue:see']]));
    expect(tree.origins[0]).toMatchObject({ status: 'confirmed', reason: 'staff on the spot', name: 'A' });
  });

  test('what the credited outlet rests on is read from its own report where that is kept', () => {
    const tree = trace(
      report('The Washington Post', 8, [MINISTRY]),
      report('B', 9, [['Washington Post', 'outlet']]),
    );
    expect(tree).toMatchObject({ confirmed: 1, possible: 0, relays: 1 });
    expect(tree.reports[1]?.relays[0]).toMatchObject({ by: 'credit', document: tree.reports[0]?.document });
  });

  test('television reports of two outlets are one credit', () => {
    const tree = trace(
      report('A', 8, [['first television reports', 'document']]),
      report('B', 9, [['Television', 'outlet']]),
    );
    expect(tree).toMatchObject({ confirmed: 0, possible: 1, relays: 2 });
  });
});

describe('what a report adds', () => {
  test('a further speaker of its own: with detail where it relays too, else a confirmation', () => {
    const both = makeReport({ outlet: 'B', published: '2026-03-02T09:00:00Z' }, [
      { words: WORDS, chain: [CNN] },
      { words: WORDS, chain: [['John Pier', 'person']] },
    ]);
    const tree = trace(report('A', 8, [CNN, OFFICIALS]), both, report('C', 10, [['Anna Mole', 'person']]));
    expect(roles(tree)).toEqual(['A echo', 'B echoWithDetail', 'C ownConfirmation']);
    expect(tree).toMatchObject({ confirmed: 2, possible: 1 });
  });

  test('a denial is no origin of what is denied', () => {
    const denial = makeReport({ outlet: 'B', published: '2026-03-02T09:00:00Z' }, [
      { words: WORDS, chain: [['John Pier', 'person']], stance: 'denies' },
    ]);
    const tree = trace(report('A', 8, [MINISTRY]), denial);
    expect(roles(tree)).toEqual(['A origin', 'B ownDenial']);
    expect(tree).toMatchObject({ confirmed: 1, possible: 0, relays: 0 });
  });

  test('where all only deny, who denies is the origin', () => {
    const denial = makeReport({ outlet: 'B', published: '2026-03-02' }, [
      { words: WORDS, chain: [['John Pier', 'person']], stance: 'denies' },
    ]);
    expect(trace(denial).confirmed).toBe(1);
  });

  test('asked and not confirmed is no origin', () => {
    const { stance: _, ...asked } =
      makeReport({ outlet: 'B', published: '2026-03-02T09:00:00Z' }, [
        { words: 'the plan', chain: [MINISTRY], evidence: 'withheld' },
      ]).statements[0] ?? never();
    const refused = { ...report('B', 9, []), statements: [asked] };
    const tree = trace(report('A', 8, [CNN, OFFICIALS]), refused);
    expect(roles(tree)).toEqual(['A echo', 'B notConfirmed']);
    expect(tree).toMatchObject({ confirmed: 0, possible: 1 });
  });

  test('repeated wording without a credit is an echo', () => {
    const first = report('A', 8, [MINISTRY]);
    const copy = report('B', 9, [], {
      reuses: [{ document: first.document, share: 0.7, start: 0, end: 21, text: WORDS }],
    });
    const tree = trace(first, copy);
    expect(tree).toMatchObject({ confirmed: 1, possible: 0, relays: 1 });
    expect(tree.reports[1]).toMatchObject({
      role: 'echo',
      relays: [{ by: 'wording', name: 'A', share: 0.7 }],
    });
  });

  test('a later retelling in an own voice is no access of its own', () => {
    const tree = trace(report('A', 8, [MINISTRY]), report('B', 9, [], { published: '2026-03-05T09:00:00Z' }));
    expect(tree).toMatchObject({ confirmed: 1, possible: 0, relays: 1 });
  });
});

describe('who is meant', () => {
  test('"they" and "the Post" are those named before', () => {
    const one = makeReport({ outlet: 'A', published: '2026-03-02' }, [
      { words: WORDS, chain: [POST, OFFICIALS] },
      { words: 'it will be soon', chain: [['They', 'unknown']] },
      {
        words: 'it is sure',
        chain: [
          ['Post', 'outlet'],
          ['officials', 'person', 'anonymous'],
        ],
      },
    ]);
    expect(trace(one)).toMatchObject({ confirmed: 0, possible: 1 });
  });

  test('who speaks is read from the whole report, be only one sentence of it on the matter', () => {
    const one = makeReport({ outlet: 'A', published: '2026-03-02' }, [
      { words: 'ships wait', chain: [CNN, OFFICIALS] },
      { words: WORDS, chain: [['unknown', 'unknown', 'cue:tell']] },
    ]);
    const second = one.statements[1] ?? never();
    const tree = traceOrigins([{ report: one, statement: second }]);
    expect(tree.origins).toMatchObject([{ through: 'CNN', name: 'U.S. officials' }]);
  });

  test('the military of one report is the Iraqi military named before it', () => {
    const one = makeReport({ outlet: 'A', published: '2026-03-02' }, [
      { words: WORDS, chain: [['Iraqi military', 'office']] },
      { words: 'one was hurt', chain: [['military', 'office']] },
    ]);
    expect(trace(one)).toMatchObject({ confirmed: 1, possible: 0 });
  });
});

test('ids are the same whatever else is in the tree, and in whatever order it is given', () => {
  const a = report('A', 8, [MINISTRY]);
  const b = report('B', 9, [CNN, OFFICIALS]);
  const alone = trace(a).origins[0]?.id;
  expect(trace(b, a)).toEqual(trace(a, b));
  expect(trace(b, a).origins.map(({ id }) => id)).toContain(alone);
  expect(alone).toMatch(/^o[0-9a-f]{10}$/);
});

test('nothing told is an empty tree', () => {
  expect(trace()).toEqual({ origins: [], reports: [], confirmed: 0, possible: 0, relays: 0 });
});

function never(): never {
  throw new Error('no such statement');
}
