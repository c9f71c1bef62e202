import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseLines, runHere } from './support/cli.ts';
import { makePortDesk } from './support/port-page.ts';

/* `tocsin correct` and `tocsin changes` as a person runs them. */

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let remove: () => void;
let data: readonly string[];
let id: string;
let claim: string;

beforeAll(async () => {
  ({ data, id, remove } = await makePortDesk());
  const [reading] = parseLines((await runHere(['show', id, ...data])).out) as { claims: { id: string }[] }[];
  claim = reading!.claims[0]!.id;
});
afterAll(() => remove());

async function countIncidents(): Promise<number> {
  return parseLines((await runHere(['incidents', ...data])).out).length;
}

describe('a claim that is rejected', () => {
  test('is taken out of what rests on it, shown with who and why, and comes back when that is withdrawn', async () => {
    const before = await countIncidents();
    expect(before).toBeGreaterThan(0);
    const rejected = await runHere([
      'correct', id, claim, '--reject', '--note', 'an exercise', '--by', 'Ann Example', ...data,
    ]); // biome-ignore format: a command line
    expect(rejected.code).toBe(0);
    const [judgement, changes] = parseLines(rejected.out) as Record<string, unknown>[];
    expect(judgement).toMatchObject({ id: 'j1', verdict: 'reject', by: 'Ann Example', note: 'an exercise' });
    expect(changes).toMatchObject({
      kind: 'changes',
      setAside: [{ claim: { claim }, cause: { judgement: 'j1' } }],
    });
    expect(await countIncidents()).toBeLessThan(before);

    const shown = await runHere(['changes', '--format', 'text', ...data]);
    expect(shown.out).toContain('rejected by Ann Example (j1): an exercise');

    const withdrawn = await runHere([
      'correct',
      '--withdraw',
      'j1',
      '--note',
      'it was none',
      '--by',
      'Ann Example',
      ...data,
    ]);
    expect(withdrawn.code).toBe(0);
    expect(await countIncidents()).toBe(before);
    const listed = parseLines((await runHere(['correct', '--list', ...data])).out);
    expect(listed).toMatchObject([
      { id: 'j1', holds: false },
      { id: 'j2', verdict: 'withdraw' },
    ]);
  });

  test('a field that was misread is put right, once, and in the place of what stood', async () => {
    const [reading] = parseLines((await runHere(['show', id, ...data])).out) as {
      claims: { id: string }[];
      events: { id: string; claim: string; realis: string }[];
      places: { id: string }[];
    }[];
    const event = reading!.events.find(({ realis }) => realis === 'occurred')!;
    const correct = (...args: readonly string[]) =>
      runHere(['correct', id, event.claim, ...args, '--note', 'a drill', '--by', 'Ann Example', ...data]);
    const realis = (...args: readonly string[]) => correct('--event', event.id, '--field', 'realis', ...args);
    const first = await realis('--to', 'exercise');
    expect(first.code).toBe(0);
    const [judgement, changes] = parseLines(first.out) as {
      id: string;
      incidents: { causes: unknown[] }[];
    }[];
    expect(judgement).toMatchObject({ verdict: 'correct', correction: { field: 'realis', to: 'exercise' } });
    expect(changes!.incidents[0]!.causes).toMatchObject([
      { type: 'judgement', judgement: judgement!.id, verdict: 'correct' },
    ]);
    const [last] = parseLines((await runHere(['correct', '--list', ...data])).out).slice(-1) as {
      made: string;
    }[];
    const since = new Date(Date.parse(last!.made) - 1).toISOString();
    const shown = await runHere(['changes', '--since', since, '--format', 'text', ...data]);
    expect(shown.out).toContain('corrected by Ann Example');

    const second = await realis('--to', 'possible');
    expect(second).toMatchObject({ code: 1, err: expect.stringContaining('has corrected it already') });
    expect((await realis('--to', 'possible', '--instead', judgement!.id)).code).toBe(0);

    const standing = `j${Number(judgement!.id.slice(1)) + 1}`;
    expect(await realis('--to', 'happened', '--instead', standing)).toMatchObject({
      code: 2,
      err: expect.stringContaining('no word of that field'),
    });
    const noPlace = await correct('--event', event.id, '--field', 'place', '--to', 'p99');
    expect(noPlace.err).toContain('names no such place');
    expect((await correct('--event', event.id, '--field', 'stance', '--to', 'fears')).err).toContain(
      'stance is a field of the claim',
    );
    expect((await correct('--field', 'chain', '--to', '1,0')).err).toContain('begins with the outlet');
    expect((await correct('--event', event.id, '--field', 'time', '--to', '2025-02-30')).err).toContain(
      'it is no day',
    );
    expect((await correct('--event', event.id, '--field', 'time', '--to', '2025-05')).code).toBe(0);
    for (const { id: each, verdict } of parseLines((await runHere(['correct', '--list', ...data])).out) as {
      id: string;
      verdict: string;
    }[])
      if (verdict === 'correct')
        await runHere(['correct', '--withdraw', each, '--note', 'over', '--by', 'Ann Example', ...data]);
  });

  test('so is a source, and a story by its grouping', async () => {
    const decide = (...args: readonly string[]) =>
      runHere(['correct', ...args, '--note', 'a hoax', '--by', 'Ann Example', ...data]);
    const rejected = await decide('--reject', '--source', 'The Harbour Wire');
    const [judgement, changes] = parseLines(rejected.out) as {
      id: string;
      of: unknown;
      totals: { setAside: number };
    }[];
    expect(judgement).toMatchObject({ of: { type: 'source', source: 'harbour wire' } });
    expect(changes!.totals.setAside).toBeGreaterThan(0);
    expect(await countIncidents()).toBe(0);
    expect((await decide('--reject', '--source', 'Harbour Wire')).code).toBe(1);
    await decide('--withdraw', judgement!.id);
    expect(await countIncidents()).toBeGreaterThan(0);

    const [story] = parseLines((await runHere(['stories', ...data])).out) as { id: string }[];
    const left = await decide(id, '--reject', '--story', story!.id);
    expect(parseLines(left.out)[1]).toMatchObject({
      takenOut: [{ from: story!.id, outlet: 'Harbour Wire' }],
    });
    const [own] = parseLines((await runHere(['stories', ...data])).out) as { id: string }[];
    const shown = await runHere(['stories', own!.id, '--format', 'text', ...data]);
    expect(shown.out).toContain('Taken out of another story');
    expect(shown.out).toContain('rejected by Ann Example');
  });

  test.each([
    [['c1', '--reject', '--story', 's1', '--note', 'x'], 2, /not said what is rejected/],
    [['--reject', '--story', 's1', '--note', 'x'], 1, /no story of that id/],
    [['c1', '--reject'], 2, /no reason/],
    [['c99', '--reject', '--note', 'x'], 1, /no claim of that id/],
    [['--note', 'x'], 2, /not said what to do/],
    [['--withdraw', 'j99', '--note', 'x'], 1, /no judgement has that id/],
  ])('%j is refused', async (args, code, message) => {
    const refused = await runHere(['correct', id, ...args, ...data]);
    expect([refused.code, refused.err]).toEqual([code, expect.stringMatching(message)]);
  });
});

test('what was decided on the command line is in the audit log, by whoever sat there', async () => {
  const before = parseLines((await runHere(['audit', 'list', ...data])).out).length;
  const who = ['--by', 'Ann Example', ...data];
  const source = 'Harbour Wire';
  const { out } = await runHere(['correct', '--reject', '--source', source, '--note', 'a hoax', ...who]);
  const [{ id: judgement }] = parseLines(out) as [{ id: string }];
  await runHere(['correct', '--withdraw', judgement, '--note', 'no hoax', ...who]);
  const refused = await runHere(['correct', '--withdraw', 'j99', '--note', 'none', ...who]);
  expect(refused.code).not.toBe(0);
  const rows = parseLines((await runHere(['audit', 'list', ...data])).out) as Record<string, unknown>[];
  expect(rows.slice(0, rows.length - before)).toMatchObject([
    { operation: 'tocsin correct', on: expect.stringMatching(/^j\d+: withdraw source$/) },
    { operation: 'tocsin correct', on: `${judgement}: reject source`, by: 'the desk', outcome: 'done' },
  ]);
  expect(JSON.stringify(rows)).not.toContain('hoax');
  expect((await runHere(['audit', 'verify', ...data])).code).toBe(0);
});
