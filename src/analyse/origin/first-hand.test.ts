import { describe, expect, test } from 'vitest';
import type { Report } from '../../model/report.ts';
import { chooseFirstHand, makeJudge } from './first-hand.ts';
import { type LinkRow, makeReport, type StatementRow } from './fixtures.suite.ts';
import { traceOrigins } from './origins.ts';

const TITLE = 'Ferry Anna Quay runs aground off Harbour Island';
const RELEASE = 'The ferry Anna Quay ran aground off Harbour Island with 212 people on board';

/** A page with its title and its opening; the first statement is on the matter. */
const page = (
  outlet: string,
  hour: number,
  given: { readonly title: string; readonly rows: readonly StatementRow[] },
): Report => {
  const text = given.rows.map(({ words }) => words).join('. ');
  return makeReport(
    {
      outlet,
      published: `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`,
      title: given.title,
      lede: { start: 0, end: text.length, text },
    },
    given.rows,
  );
};

const trace = (...reports: readonly Report[]) =>
  traceOrigins(
    reports.flatMap((report) =>
      report.statements.map((statement, at) => ({ report, statement, isAside: at > 0 })),
    ),
  );

const GUARD: LinkRow = ['the Coast Guard', 'office', 'cue:say'];
const first = page('Harbour Wire', 8, {
  title: `Coast Guard: ${TITLE}`,
  rows: [
    { words: RELEASE, chain: [GUARD] },
    { words: 'all 212 were brought to Harbour Island in boats', chain: [GUARD] },
  ],
});

describe('whole pages', () => {
  test('who tells the news at the head is first-hand, with the signs that spoke for it', () => {
    const { origins } = trace(first);
    expect(origins).toMatchObject([{ status: 'confirmed', name: 'Coast Guard' }]);
    expect(origins[0]?.signs?.length).toBeGreaterThan(0);
  });

  test('who only comments further down a later page is not', () => {
    const later = page('Gulf Post', 12, {
      title: 'Ferry Anna Quay aground, 212 brought to safety',
      rows: [
        {
          words:
            'The ferry Anna Quay ran aground off Harbour Island on Monday and 212 people were brought ashore',
        },
        {
          words: 'the company should have bought new boats long ago',
          chain: [['Jan Pier', 'person', 'cue:think']],
        },
      ],
    });
    expect(trace(first, later).origins.map(({ name }) => name)).toEqual(['Coast Guard']);
  });

  test('people who write what they saw are staff on the spot', () => {
    const seen = page('Island Radio', 9, {
      title: 'We stood on the rocks as the boats came in',
      rows: [
        { words: 'We were on the beach when the first boat came, and I counted thirty people in blankets' },
        { words: 'our hands were cold and we gave them tea' },
      ],
    });
    expect(trace(seen).origins).toMatchObject([
      { status: 'confirmed', reason: 'staff on the spot', name: 'Island Radio' },
    ]);
  });

  test('a body that publishes is the body, and no outlet without a credit', () => {
    const own = page('Harbour Island Police', 9, {
      title: 'Ferry Anna Quay: all people safe',
      rows: [{ words: 'All 212 people of the ferry Anna Quay are safe on Harbour Island' }],
    });
    expect(trace(own).origins).toMatchObject([{ status: 'confirmed', reason: 'office' }]);
  });

  test('the same pages in any order give the same tree', () => {
    const other = page('Gulf Post', 10, {
      title: 'Union: crew warned of rudder',
      rows: [
        {
          words: 'the crew of the Anna Quay had warned of the rudder',
          chain: [['the Seamen Union', 'office', 'cue:say']],
        },
      ],
    });
    expect(trace(other, first)).toEqual(trace(first, other));
  });
});

test('somebody said to have told a named outlet is a possible origin through it', () => {
  const relay = page('Gulf Post', 10, {
    title: 'Ferry ran aground with its radar off, official tells Harbour Gazette',
    rows: [
      {
        words: 'the radar of the ferry Anna Quay was off when it ran aground',
        chain: [
          ['Harbour Gazette', 'outlet'],
          ['an official', 'person', 'anonymous'],
        ],
      },
    ],
  });
  expect(trace(first, relay).origins.map(({ through, status }) => [status, through])).toEqual([
    ['confirmed', undefined],
    ['possible', 'Harbour Gazette'],
  ]);
});

test('of pages without an opening everybody who speaks counts', () => {
  const bare = makeReport({ outlet: 'A', published: '2026-03-02' }, [
    { words: RELEASE, chain: [['Jan Pier', 'person']] },
  ]);
  expect(trace(bare).confirmed).toBe(1);
});

test('of one incident whoever speaks goes before the own voice, whatever the page is about', () => {
  const past = page('Harbour Wire', 8, {
    title: `Coast Guard: ${TITLE}`,
    rows: [
      { words: RELEASE, chain: [GUARD] },
      { words: 'in May eight rockets hit the old fort and killed a watchman' },
      { words: '21', chain: [['Karvonian army', 'office', 'cue:count']] },
    ],
  });
  const told = (...rows: readonly number[]) =>
    traceOrigins(rows.map((at) => ({ report: past, statement: past.statements[at]! })));
  expect(told(1, 2).origins).toMatchObject([{ status: 'confirmed', name: 'Karvonian army' }]);
  expect(told(1).origins).toMatchObject([{ status: 'possible', reason: 'no visible credit' }]);
});

test('of a page with a thousand voices forty are weighed, and the same each time', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({
    words: `${RELEASE} and witness number ${at} saw it`,
    chain: [[`Ann Q${at}`, 'person', 'cue:say'] as LinkRow],
  }));
  const crowd = page('Harbour Wire', 8, { title: TITLE, rows });
  const tree = trace(crowd);
  expect(tree.origins.length).toBeLessThanOrEqual(40);
  expect(trace(crowd)).toEqual(tree);
});

test('a story of many reports is weighed in bounded time', () => {
  const many = Array.from({ length: 500 }, (_, at) => ({
    ...page(`Paper ${at}`, 8, { title: TITLE, rows: [{ words: `${RELEASE}, said ${at}`, chain: [GUARD] }] }),
    published: new Date(Date.UTC(2026, 2, 2) + at * 60_000).toISOString(),
  }));
  expect(trace(...many).confirmed).toBe(1);
});

test('a judge without weights takes nobody where others stand for the page', () => {
  const judge = makeJudge(new Map([['always', -9]]));
  expect(
    traceOrigins([{ report: first, statement: first.statements[0]!, isAside: false }], judge).origins,
  ).toEqual([]);
  expect(chooseFirstHand).toBeTypeOf('function');
});
