import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SecondAccount, SecondAnswer } from '../../model/second.ts';
import { KeptAnswers, nameQuestion } from './answers.ts';
import { CallBook, makeNoCounts } from './calls.ts';
import { Pace } from './pace.ts';

let folder: string;
let now: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-calls-'));
  now = '2026-03-01T10:00:00Z';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answer = (input: number, output: number, isKept = false): SecondAnswer => ({
  ...{ kind: 'answer', text: 'secret words of a page', tokens: { input, output }, isKept },
});
const failure: SecondAnswer = {
  kind: 'failure',
  reason: 'down',
  why: 'no connection.',
  tokens: { input: 0, output: 0 },
};
const account: SecondAccount = {
  ...{ by: 'second@1', model: 'm', outcome: 'read', differs: 1, dropped: { 'not in the text': 2 } },
  found: { claims: 3, events: 4 },
  agreed: { claims: 5, events: 6 },
};

test('counts what was asked, found and dropped, over days and processes', async () => {
  const book = new CallBook(folder, () => now);
  expect(await book.today()).toEqual(makeNoCounts());
  await book.addCall('m', answer(100, 10));
  await book.addCall('m', answer(0, 0, true));
  await book.addDocument('sha256:1', account);
  const other = new CallBook(folder, () => now);
  await other.addCall('m', failure);
  const expected = {
    ...{
      documents: 1,
      failed: 0,
      withheld: 0,
      differs: 1,
      calls: 2,
      kept: 1,
      dropped: { 'not in the text': 2 },
    },
    ...{
      found: account.found,
      agreed: account.agreed,
      tokens: { input: 100, output: 10 },
      failures: { down: 1 },
    },
  };
  expect(await book.today()).toEqual(expected);
  expect(await other.today()).toEqual(expected);
  expect((await book.month()).problem).toMatchObject({ reason: 'down', why: 'no connection.' });
  now = '2026-03-02T00:00:00Z';
  expect(await book.today()).toEqual(makeNoCounts());
  await book.addCall('m', answer(1, 1));
  const { counts, problem } = await book.month();
  expect(counts).toMatchObject({ calls: 3, tokens: { input: 101, output: 11 } });
  expect(problem).toBeUndefined();
  now = '2026-05-02T00:00:00Z';
  expect((await book.month()).counts).toEqual(makeNoCounts());
});

test('holds no words of a page, and goes on where a line is damaged', async () => {
  const book = new CallBook(folder, () => now);
  await book.addCall('m', answer(100, 10));
  const path = join(folder, 'second', 'calls', readdirSync(join(folder, 'second', 'calls'))[0]!);
  appendFileSync(path, 'null\n{"kind": "call", "input": "many"}\n{{{\n{"kind": "document"');
  expect(readFileSync(path, 'utf8')).not.toContain('secret words');
  expect((await new CallBook(folder, () => now).today()).tokens).toEqual({ input: 100, output: 10 });
});

test('an answer is kept for its question and model alone', async () => {
  const kept = new KeptAnswers(folder);
  const question = { system: 's', text: 't', schema: {}, maxTokens: 1 };
  const at = { url: 'http://a.example/v1', model: 'm' };
  const name = nameQuestion(question, at);
  expect(await kept.get(name)).toBeUndefined();
  await kept.put(name, '{"claims": []}');
  expect(await kept.get(name)).toBe('{"claims": []}');
  const others = [
    nameQuestion({ ...question, text: 'u' }, at),
    nameQuestion(question, { ...at, model: 'n' }),
    nameQuestion({ ...question, system: 'z' }, at),
  ];
  for (const other of others) expect(await kept.get(other)).toBeUndefined();
  appendFileSync(join(folder, 'second', 'answers', name.slice(0, 2), name), 'x');
  expect(
    await new KeptAnswers(folder).get(nameQuestion(question, { ...at, url: 'http://b.example/v1' })),
  ).toBeUndefined();
});

test('no more than so many in a minute', async () => {
  let time = 0;
  const pauses: number[] = [];
  const pace = new Pace({
    perMinute: 30,
    clock: () => time,
    sleep: async (milliseconds) => void pauses.push(milliseconds),
  });
  for (let i = 0; i < 3; i++) await pace.wait();
  time = 60_000;
  await pace.wait();
  expect(pauses).toEqual([2000, 4000]);
});
