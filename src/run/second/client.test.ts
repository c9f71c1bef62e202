import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChatServer } from '../../../test/support/chat-server.ts';
import type { SecondAnswer, SecondQuestion } from '../../model/second.ts';
import { type ClientOptions, makeClient } from './client.ts';

const KEY = 'sk-very-secret';
const QUESTION: SecondQuestion = {
  system: 'Read.',
  text: 'Rebels shelled the port.',
  schema: { type: 'object', properties: { claims: { type: 'array', items: {} } } },
  maxTokens: 100,
};

let server: ChatServer;
let url: string;
let pauses: number[];
let attempts: SecondAnswer[];
beforeEach(async () => {
  server = new ChatServer();
  url = await server.open();
  pauses = [];
  attempts = [];
});
afterEach(() => server.close());

const ask = (more: Partial<ClientOptions> = {}, signal?: AbortSignal) =>
  makeClient({
    ...{ url, model: 'fake-1', key: KEY, timeout: 5000 },
    sleep: async (milliseconds) => void pauses.push(milliseconds),
    onAttempt: async (answer) => void attempts.push(answer),
    ...more,
  }).ask(QUESTION, signal);

test('asks once, with key, model and schema, and gives the words with their price', async () => {
  server.answer = () => '{"claims": [1]}';
  expect(await ask()).toEqual({
    kind: 'answer',
    text: '{"claims": [1]}',
    tokens: { input: 700, output: 50 },
    isKept: false,
  });
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toMatchObject({
    path: '/v1/chat/completions',
    headers: { authorization: `Bearer ${KEY}` },
    body: {
      model: 'fake-1',
      response_format: { type: 'json_schema' },
      messages: [
        { role: 'system', content: 'Read.' },
        { role: 'user', content: 'Rebels shelled the port.' },
      ],
    },
  });
});

test('without a key none is sent', async () => {
  const { key: _key, ...rest } = { key: undefined };
  await makeClient({ url, model: 'm', timeout: 5000, sleep: async () => undefined, ...rest }).ask(QUESTION);
  expect(server.requests[0]?.headers.authorization).toBeUndefined();
});

test('words that are no JSON are given as they are', async () => {
  server.answer = () => 'I cannot do that.';
  expect(await ask()).toMatchObject({ kind: 'answer', text: 'I cannot do that.' });
});

test('an endpoint that knows no schema is asked without, and not again with', async () => {
  server.answer = ({ body }, response) => {
    if (body.response_format === undefined) return '{"claims": []}';
    response
      .writeHead(400, { 'content-type': 'application/json' })
      .end('{"error": {"message": "response_format"}}');
    return undefined;
  };
  const client = makeClient({ url, model: 'm', timeout: 5000, sleep: async () => undefined });
  expect(await client.ask(QUESTION)).toMatchObject({ kind: 'answer' });
  expect(await client.ask(QUESTION)).toMatchObject({ kind: 'answer' });
  expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual([
    'json_schema',
    'json_object',
    undefined,
    undefined,
  ]);
});

describe('what goes wrong', () => {
  const fail = (
    status: number,
    headers: Record<string, string> = {},
    body = `{"error": {"message": "${KEY}"}}`,
  ) => {
    server.answer = (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
      return undefined;
    };
  };

  test.each([
    [401, 'refused', 1],
    [403, 'refused', 1],
    [404, 'refused', 1],
    [302, 'refused', 1],
    [429, 'limited', 3],
    [500, 'down', 3],
    [503, 'down', 3],
    [400, 'refused', 3],
  ])('%i: %s after %i attempts, and no word of what was sent', async (status, reason, count) => {
    fail(status, status === 302 ? { location: 'http://127.0.0.1:9/' } : {});
    const answer = await ask();
    expect(answer).toMatchObject({ kind: 'failure', reason });
    expect(server.requests).toHaveLength(count);
    expect(attempts).toHaveLength(count);
    expect(JSON.stringify([answer, attempts])).not.toContain(KEY);
  });

  test('it is tried again a little later, and what it asks for is kept to', async () => {
    let count = 0;
    server.answer = (_request, response) => {
      count += 1;
      if (count === 3) return '{"claims": []}';
      response.writeHead(429, { 'retry-after': '7' }).end();
      return undefined;
    };
    expect(await ask()).toMatchObject({ kind: 'answer' });
    expect(pauses).toEqual([7000, 7000]);
  });

  test('an endpoint that wants a long rest is left alone', async () => {
    fail(429, { 'retry-after': '3600' });
    expect(await ask()).toMatchObject({ reason: 'limited' });
    expect(server.requests).toHaveLength(1);
  });

  test('nobody listens', async () => {
    await server.close();
    expect(await ask()).toMatchObject({ reason: 'down', why: 'no connection (ECONNREFUSED).' });
    expect(pauses).toEqual([1000, 5000]);
    server = new ChatServer();
    await server.open();
  });

  test('it never answers', async () => {
    server.answer = () => undefined;
    expect(await ask({ timeout: 100 })).toMatchObject({ reason: 'slow', tokens: { output: 0 } });
    expect(attempts).toHaveLength(3);
    expect(attempts[0]!.tokens.input).toBeGreaterThan(0);
  });

  test('it never stops answering', async () => {
    server.answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write('x'.repeat(500_000)), 1);
      response.on('close', () => clearInterval(timer));
      return undefined;
    };
    expect(await ask()).toMatchObject({ reason: 'too large' });
  });

  test.each([
    ['<html><body>Welcome</body></html>', 'text/html'],
    ['{"choices": []}', 'application/json'],
    ['{"choices": 1}', 'application/json'],
    ['', 'application/json'],
    ['null', 'application/json'],
  ])('it answers %j', async (body, type) => {
    fail(200, { 'content-type': type }, body);
    expect(await ask()).toMatchObject({ kind: 'failure' });
  });

  test('asked to stop, it stops', async () => {
    server.answer = () => undefined;
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    expect(await ask({}, controller.signal)).toMatchObject({ reason: 'stopped' });
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });
});
