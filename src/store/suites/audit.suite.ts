import { expect, test } from 'vitest';
import type { AuditFacts } from '../../model/audit.ts';
import { findAuditFaults } from '../audit.ts';
import { refusal, store } from './tested.suite.ts';

const facts: AuditFacts = {
  at: '2026-03-01T10:00:00.000Z',
  by: 'ann',
  role: 'admin',
  operation: 'POST /judgements',
  on: 'j1',
  outcome: 'done',
};

async function readLines(): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of store.exportAudit()) lines.push(line);
  return lines;
}

async function findFaults(lines: readonly string[]): Promise<readonly string[]> {
  async function* feed() {
    yield* lines;
  }
  const faults: string[] = [];
  for await (const { line, fault } of findAuditFaults(feed())) faults.push(`${line}: ${fault}`);
  return faults;
}

export function describeAudit(): void {
  test('is written entry by entry, each bound to the one before', async () => {
    const first = await store.appendAudit(facts);
    const second = await store.appendAudit({ ...facts, on: 'j2' });
    expect(first).toMatchObject({ kind: 'audit entry', number: 1, ...facts });
    expect(first).not.toHaveProperty('previous');
    expect(second).toMatchObject({ number: 2, previous: first.hash });
    expect(await store.listAudit()).toEqual([second, first]);
  });

  test('written by several at once is one chain', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => store.appendAudit({ ...facts, on: `j${i}` })));
    const lines = await readLines();
    expect(lines).toHaveLength(20);
    expect(await findFaults(lines)).toEqual([]);
  });

  test('is listed from the newest on, by who and what, a page at a time', async () => {
    for (let i = 1; i <= 6; i++)
      await store.appendAudit({
        ...facts,
        by: i % 2 === 0 ? 'bo' : 'ann',
        operation: i > 4 ? 'POST /session' : facts.operation,
      });
    const numbers = async (request: Parameters<typeof store.listAudit>[0]) =>
      (await store.listAudit(request)).map(({ number }) => number);
    expect(await numbers({ limit: 2 })).toEqual([6, 5]);
    expect(await numbers({ limit: 2, before: 5 })).toEqual([4, 3]);
    expect(await numbers({ by: 'bo' })).toEqual([6, 4, 2]);
    expect(await numbers({ by: 'bo', operation: 'POST /session' })).toEqual([6]);
    expect(await numbers({ by: 'nobody' })).toEqual([]);
  });

  test('gives away what was changed, taken out or put in', async () => {
    for (let i = 1; i <= 5; i++) await store.appendAudit({ ...facts, on: `j${i}` });
    const lines = await readLines();
    expect(await findFaults(lines)).toEqual([]);
    const [one, two, three, ...rest] = lines as [string, string, string, ...string[]];
    expect(await findFaults([one, two.replace('"ann"', '"bob"'), three, ...rest])).toEqual([
      '2: it was changed after it was written',
    ]);
    expect(await findFaults([one, three, ...rest])).toEqual(['2: it does not follow entry 1']);
    expect(await findFaults([two, three, ...rest])).toEqual([
      '1: it is not the first entry: what came before is not there',
    ]);
    expect(await findFaults([one, 'nonsense', two, three, ...rest])).toEqual([
      '2: it is no entry of an audit log',
    ]);
    expect(await store.check()).toContainEqual(expect.objectContaining({ name: 'audit log', state: 'ok' }));
  });

  test.each([
    ['no instant', { at: 'now' }],
    ['no operation', { operation: ' ' }],
    ['no known outcome', { outcome: 'maybe' as 'done' }],
  ])('takes nothing with %s', async (_, wrong) => {
    await expect(store.appendAudit({ ...facts, ...wrong })).rejects.toMatchObject(refusal);
    expect(await store.listAudit()).toEqual([]);
  });
}
