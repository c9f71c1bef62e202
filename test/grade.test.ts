import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseLines, runHere } from './support/cli.ts';
import { makePortDesk } from './support/port-page.ts';

/* `tocsin grade` as a person runs it. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let remove: () => void;
let data: readonly string[];
let id: string;
let incident: string;

beforeAll(async () => {
  ({ data, id, remove } = await makePortDesk());
  const rows = parseLines((await runHere(['incidents', ...data])).out) as { id: string; grade: string }[];
  expect(rows[0]).toMatchObject({ grade: '2' });
  incident = rows[0]!.id;
});
afterAll(() => remove());

const note = (text: string): readonly string[] => ['--note', text, '--by', 'Ann Example'];

describe('tocsin grade', () => {
  test('shows sources and information apart, each with its reasons', async () => {
    const listed = parseLines((await runHere(['grade', 'list', ...data])).out);
    expect(listed).toMatchObject([{ name: 'Harbour Wire', grade: 'F', reports: 1, counts: { open: 1 } }]);
    const shown = await runHere(['grade', 'show', incident, '--format', 'text', ...data]);
    expect(shown.out).toContain('Information: 2, probably true');
    expect(shown.out).toContain('One confirmed origin says so, none is against.');
    expect(shown.out).toMatch(/Sources\n {2}Harbour Wire\sF/);
    const [claim] = parseLines((await runHere(['grade', 'show', id, 'c1', ...data])).out);
    expect(claim).toMatchObject({ type: 'claim', information: { grade: '2' } });
  });

  test('sets a grade, keeps what was worked out beside it, logs both and takes it back', async () => {
    const set = await runHere([
      'grade',
      'set',
      'c',
      'harbour wire',
      ...note('its reporters were there'),
      ...data,
    ]);
    expect(parseLines(set.out)).toMatchObject([
      { id: 'j1', verdict: 'grade', value: 'C', by: 'Ann Example', of: { source: 'harbour wire' } },
      { source: { grade: 'C', isSet: true, workedOut: 'F' }, log: [{ judgement: 'j1' }] },
    ]);
    const text = await runHere(['grade', 'show', 'Harbour Wire', '--format', 'text', ...data]);
    expect(text.out).toContain('Harbour Wire is C, fairly reliable');
    expect(text.out).toContain('Worked out: F.');
    expect(text.out).toMatch(/Set by Ann Example, .*\(j1\): its\sreporters/);
    expect((await runHere(['incidents', incident, '--format', 'text', ...data])).out).toMatch(
      /Wire\sC\s\(set\)/,
    );

    expect(
      (await runHere(['grade', 'set', '4', incident, ...note('the photograph is old'), ...data])).code,
    ).toBe(0);
    const [row] = parseLines((await runHere(['incidents', ...data])).out);
    expect(row).toMatchObject({ grade: '4' });

    expect((await runHere(['grade', 'withdraw', 'j2', ...note('it is not'), ...data])).code).toBe(0);
    expect(parseLines((await runHere(['incidents', ...data])).out)[0]).toMatchObject({ grade: '2' });
    const log = await runHere(['grade', 'list', '--log', '--format', 'text', ...data]);
    expect(log.out).toContain('j1 source harbour wire: set to C\n');
    expect(log.out).toContain(`j2 incident ${incident}: set to 4 (holds no longer)`);
    expect(log.out).toContain('takes back j2');
    const audit = parseLines((await runHere(['audit', 'list', '--by', 'the desk', ...data])).out);
    expect(audit.map(({ operation, on }) => `${operation} ${on}`)).toEqual([
      'tocsin grade withdraw j3: withdraw incident',
      'tocsin grade set j2: grade incident',
      'tocsin grade set j1: grade source',
    ]);
    const then = await runHere(['grade', 'list', '--as-of', '2025-05-21', ...data]);
    expect(parseLines(then.out)).toEqual([]);
  });

  test.each([
    [['set', 'C', 'Harbour Wire'], 2, /no reason/],
    [['set', '3', 'Harbour Wire', '--note', 'x'], 2, /no grade of a source.*A to F/s],
    [['set', 'B2', 'Harbour Wire', '--note', 'x'], 2, /no grade of a source/],
    [['set', 'C', 'Nobody At All', '--note', 'x'], 1, /no source of that name/],
    [['show', 'Nobody At All'], 1, /no source of that name/],
    [['withdraw', 'j99', '--note', 'x'], 1, /no grade has that id/],
    [['list', '--limit', '0'], 2, /--limit 0 does not fit/],
  ])('%j is refused', async (args, code, message) => {
    const refused = await runHere(['grade', ...args, ...data]);
    expect([refused.code, refused.err]).toEqual([code, expect.stringMatching(message)]);
  });

  test('refuses a letter for an incident, and a claim that is not there', async () => {
    const letter = await runHere(['grade', 'set', 'B', incident, '--note', 'x', ...data]);
    expect([letter.code, letter.err]).toEqual([2, expect.stringMatching(/no grade of an incident.*1 to 6/s)]);
    const claim = await runHere(['grade', 'show', id, 'c99', ...data]);
    expect([claim.code, claim.err]).toEqual([1, expect.stringMatching(/no claim of that id/)]);
  });
});
