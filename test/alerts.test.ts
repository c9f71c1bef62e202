import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chooseAlert } from '../src/disseminate/alert/alert.ts';
import { type ChannelSettings, deliverAlert, deliverPending } from '../src/disseminate/alert/notify.ts';
import { type DeskKey, loadOrMakeKey } from '../src/disseminate/proof/keys.ts';
import { sign, verifySignedFile } from '../src/disseminate/proof/sign.ts';
import type { Alert, Delivery, Signed } from '../src/model/alert.ts';
import type { Level } from '../src/model/problem.ts';
import { makeHash, makeTestAssessment, makeTestContribution } from './support/ledger.ts';

const NOW = '2026-03-01T12:00:00.000Z';
const TOKEN = '123456:very-secret';
const CHAT = '-100777';

interface Request {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
type Answer = (request: Request, response: ServerResponse) => void;

/** A server of this machine that answers what it is told to, one answer after the other; then as `usual`. */
class FakeServer {
  readonly requests: Request[] = [];
  readonly next: Answer[] = [];
  readonly #server: Server;
  readonly #usual: Answer;

  constructor(usual: Answer) {
    this.#usual = usual;
    this.#server = createServer(async (incoming, response) => {
      const request = { path: incoming.url!, headers: incoming.headers, body: await text(incoming) };
      this.requests.push(request);
      (this.next.shift() ?? this.#usual)(request, response);
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

const answer =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(status, headers).end('whatever');
const hang: Answer = () => undefined;
const hangUp: Answer = (_, response) => void response.destroy();

/** A Telegram server with the messages of its chats. */
class FakeTelegram {
  readonly messages = new Map<number, string>();
  readonly calls: { readonly method: string; readonly payload: Record<string, unknown> }[] = [];
  readonly server = new FakeServer((request, response) => {
    const [, bot, method] = request.path.split('/');
    const payload = JSON.parse(request.body) as Record<string, unknown>;
    this.calls.push({ method: method!, payload });
    if (bot !== `bot${TOKEN}`) reject(response, 401, 'Unauthorized');
    else if (method === 'sendMessage') this.#send(payload, response);
    else this.#edit(payload, response);
  });
  #last = 40;

  #send({ text }: Record<string, unknown>, response: ServerResponse): void {
    this.#last += 1;
    this.messages.set(this.#last, String(text));
    accept(response, { message_id: this.#last, date: 0, chat: { id: Number(CHAT), type: 'group' }, text });
  }

  #edit({ message_id, text }: Record<string, unknown>, response: ServerResponse): void {
    const id = Number(message_id);
    const kept = this.messages.get(id);
    if (kept === undefined) reject(response, 400, 'Bad Request: message to edit not found');
    else if (kept === text)
      reject(
        response,
        400,
        'Bad Request: message is not modified: specified new message content and reply markup are exactly the same',
      );
    else {
      this.messages.set(id, String(text));
      accept(response, { message_id: id, date: 0, chat: { id: Number(CHAT), type: 'group' }, text });
    }
  }
}

function accept(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
}

function reject(response: ServerResponse, code: number, description: string, retryAfter?: number): void {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  response
    .writeHead(code, { 'content-type': 'application/json' })
    .end(JSON.stringify({ ok: false, error_code: code, description, ...parameters }));
}

/** What the store does with alerts and deliveries. */
class FakeStore {
  readonly alerts: { alert: Signed<Alert>; isReplayed: boolean }[] = [];
  readonly deliveries: Delivery[] = [];

  async listAlerts() {
    return this.alerts.map((row) => ({
      ...row,
      deliveries: this.deliveries.filter(({ alert }) => alert === row.alert.content.id),
    }));
  }

  async putDelivery(delivery: Delivery) {
    const at = this.deliveries.findIndex(
      ({ alert, channel }) => alert === delivery.alert && channel === delivery.channel,
    );
    if (at < 0) this.deliveries.push(delivery);
    else this.deliveries[at] = delivery;
  }

  keep(alert: Signed<Alert>, isReplayed = false): Signed<Alert> {
    const at = this.alerts.findIndex((row) => row.alert.content.id === alert.content.id);
    if (at < 0) this.alerts.unshift({ alert, isReplayed });
    else this.alerts[at] = { alert, isReplayed };
    return alert;
  }
}

let folder: string;
let key: DeskKey;
let store: FakeStore;
let telegram: FakeTelegram;
let webhook: FakeServer;
let both: ChannelSettings;
let slept: number[];
let told: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-alerts-'));
  key = loadOrMakeKey(folder);
  store = new FakeStore();
  telegram = new FakeTelegram();
  webhook = new FakeServer(answer(204));
  slept = [];
  told = [];
  both = {
    webhook: `${await webhook.start()}/hooks/very-secret`,
    telegramToken: TOKEN,
    telegramChat: CHAT,
    telegramRoot: `${await telegram.server.start()}/`,
  };
});
afterEach(async () => {
  await webhook.stop();
  await telegram.server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function make(level: Level, previous?: Signed<Alert>, asOf = '2026-03-01T11:59:00.000Z'): Signed<Alert> {
  const contributions = [makeTestContribution('talk', [1])];
  const alert = chooseAlert(makeTestAssessment({ level, contributions, asOf }), {
    forecast: makeHash('f'),
    issued: NOW,
    engine: 'tocsin 0.0.0',
    tlp: 'CLEAR',
    ...(previous === undefined ? {} : { previous: previous.content }),
  });
  return store.keep(sign(alert!, key));
}

function options(config: ChannelSettings = both) {
  return {
    store,
    config,
    engine: 'tocsin 0.0.0',
    now: () => NOW,
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds);
    },
    log: (line: string) => {
      told.push(line);
    },
    patience: 300,
  };
}

const deliver = (alert: Signed<Alert>, config?: ChannelSettings) => deliverAlert(alert, options(config));
const onlyTelegram = (): ChannelSettings => {
  const { webhook: _webhook, ...others } = both;
  return others;
};
const onlyWebhook = (): ChannelSettings => ({ webhook: both.webhook!, telegramRoot: both.telegramRoot });

describe('a marking', () => {
  const mark = (signed: Signed<Alert>, tlp: string) => store.keep(sign({ ...signed.content, tlp }, key));

  test('keeps an alert from channels that reach more people, and that is told once', async () => {
    const amber = mark(make('elevated'), 'AMBER');
    const settings = { ...both, telegramFor: 'public' } as const;
    expect(await deliver(amber, settings)).toEqual([
      expect.objectContaining({ channel: 'webhook', state: 'sent' }),
      {
        ...{ alert: amber.content.id, channel: 'telegram', update: 0, state: 'failed', attempts: 0, at: NOW },
        problem: 'TLP:AMBER may not reach the public; it may reach recipients outside the desk, the desk',
      },
    ]);
    expect(telegram.calls).toEqual([]);
    expect(told).toEqual([
      `The alert ${amber.content.id} (pier) was not sent by telegram: TLP:AMBER may not reach the public; it may reach recipients outside the desk, the desk.`,
    ]);
    expect(await deliverPending(options(settings))).toEqual([]);
    expect(told).toHaveLength(1);
  });

  test('of a channel with a public name lets out only what anybody may have', async () => {
    const settings = { ...onlyTelegram(), telegramChat: '@harbour' };
    expect(await deliver(mark(make('elevated'), 'GREEN'), settings)).toMatchObject([
      { state: 'failed', attempts: 0 },
    ]);
    expect(telegram.calls).toEqual([]);
  });

  test('that keeps it on the desk lets it go where only the desk listens', async () => {
    const strict = mark(make('elevated'), 'AMBER+STRICT');
    expect(await deliver(strict, onlyWebhook())).toMatchObject([{ state: 'failed', attempts: 0 }]);
    expect(webhook.requests).toEqual([]);
    expect(await deliver(strict, { ...onlyWebhook(), webhookFor: 'desk' })).toMatchObject([
      { state: 'sent' },
    ]);
  });
});

describe('an episode', () => {
  test('is one message in each channel, sent once and then changed in place', async () => {
    const first = make('elevated');
    expect(await deliver(first)).toMatchObject([
      { channel: 'webhook', update: 1, state: 'sent', attempts: 1 },
      { channel: 'telegram', update: 1, state: 'sent', attempts: 1, message: `${CHAT}/41` },
    ]);
    expect(await deliver(first)).toEqual([]);
    await deliver(make('high', first));
    expect([...telegram.messages]).toEqual([[41, expect.stringMatching(/^TLP:CLEAR {2}HIGH: /)]]);
    expect(telegram.calls.map(({ method }) => method)).toEqual(['sendMessage', 'editMessageText']);
    expect(telegram.calls[0]!.payload).toEqual({
      chat_id: CHAT,
      text: expect.stringContaining('• Signs of talk (1 confirmed origin)'),
      link_preview_options: { is_disabled: true },
    });
    expect(
      webhook.requests.map(({ headers }) => [headers['x-tocsin-alert'], headers['x-tocsin-update']]),
    ).toEqual([
      [first.content.id, '1'],
      [first.content.id, '2'],
    ]);
    expect(told).toEqual([]);
  });

  test('after normal the next rise is a new message', async () => {
    const first = make('high');
    await deliver(first);
    const over = make('normal', first);
    await deliver(over);
    const next = make('guarded', over, '2026-03-01T11:59:30.000Z');
    expect(next.content).toMatchObject({ update: 1, previousLevel: 'normal' });
    await deliver(next);
    expect([...telegram.messages.values()].map((message) => message.split('\n')[0])).toEqual([
      'TLP:CLEAR  NORMAL: Blockade of the pier',
      'TLP:CLEAR  GUARDED: Blockade of the pier',
    ]);
  });

  test('what the webhook gets is signed, and any changed byte shows', async () => {
    await deliver(make('high'), onlyWebhook());
    const [{ headers, body, path }] = webhook.requests as [Request];
    expect(path).toBe('/hooks/very-secret');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'tocsin/0.0.0',
      'idempotency-key': `${headers['x-tocsin-alert']}-1`,
    });
    const bytes = Buffer.from(body);
    expect(verifySignedFile(bytes, [key.publicKey])).toMatchObject({
      state: 'trusted',
      content: { kind: 'alert', id: headers['x-tocsin-alert'], level: 'high' },
    });
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at] === 0x41 ? 0x42 : 0x41;
      expect(['wrong', 'malformed']).toContain(verifySignedFile(changed, [key.publicKey]).state);
    }
  });
});

describe('a failing Telegram server', () => {
  test('that limits the rate is left alone for as long as it asks', async () => {
    telegram.server.next.push((_, response) => reject(response, 429, 'Too Many Requests: retry after 7', 7));
    expect(await deliver(make('high'), onlyTelegram())).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(slept).toEqual([7000]);
    expect(telegram.messages.size).toBe(1);
  });

  test('that does not answer, hangs up or speaks no JSON is asked again', async () => {
    telegram.server.next.push(hang, hangUp, answer(502));
    expect(await deliver(make('high'), onlyTelegram())).toMatchObject([{ state: 'sent', attempts: 4 }]);
    expect(slept).toEqual([1000, 5000, 20_000]);
  });

  test('is told of without the token, and the webhook is served all the same', async () => {
    telegram.server.next.push(hang, hangUp, answer(502), hang);
    const made = await deliver(make('high'));
    expect(made).toMatchObject([
      { channel: 'webhook', state: 'sent' },
      { channel: 'telegram', state: 'failed', attempts: 4, update: 0, problem: 'no answer in time' },
    ]);
    expect(told).toEqual([
      expect.stringMatching(/^The alert alert-.* did not arrive by telegram: no answer in time\. /),
    ]);
    expect(JSON.stringify([made, told])).not.toContain('very-secret');
  });

  test('that refuses for good is not asked again at once, and again the next turn', async () => {
    const wrong = { ...onlyTelegram(), telegramToken: '1:wrong-token' };
    const alert = make('high');
    expect(await deliver(alert, wrong)).toMatchObject([
      { state: 'failed', attempts: 1, problem: 'Telegram answered 401: Unauthorized' },
    ]);
    expect(slept).toEqual([]);
    expect(await deliverPending(options(onlyTelegram()))).toMatchObject([{ state: 'sent', update: 1 }]);
    expect(await deliverPending(options(onlyTelegram()))).toEqual([]);
    expect(telegram.messages.size).toBe(1);
  });

  test('where nothing changed in the text, that is as good as arrived', async () => {
    const first = make('high');
    await deliver(first, onlyTelegram());
    // The answer to an edit got lost, so the same is sent once more.
    const edit = telegram.calls.length;
    const lost: Answer = (request, response) => {
      telegram.messages.set(41, String((JSON.parse(request.body) as { text: string }).text));
      response.destroy();
    };
    telegram.server.next.push(lost);
    expect(await deliver(make('critical', first), onlyTelegram())).toMatchObject([
      { state: 'sent', attempts: 2, message: `${CHAT}/41` },
    ]);
    expect(telegram.calls.slice(edit).map(({ method }) => method)).toEqual(['editMessageText']);
    expect(telegram.messages.size).toBe(1);
  });

  test('a message that somebody deleted is sent anew', async () => {
    const first = make('high');
    await deliver(first, onlyTelegram());
    telegram.messages.clear();
    expect(await deliver(make('critical', first), onlyTelegram())).toMatchObject([
      { state: 'sent', update: 2, message: `${CHAT}/42` },
    ]);
    expect([...telegram.messages.keys()]).toEqual([42]);
  });

  test('in another chat the message is a new one, whatever its number was', async () => {
    const first = make('high');
    await deliver(first, onlyTelegram());
    await deliver(make('critical', first), { ...onlyTelegram(), telegramChat: '@harbour' });
    expect(telegram.calls.map(({ method }) => method)).toEqual(['sendMessage', 'sendMessage']);
  });

  test('half a setting is told of', async () => {
    const { telegramChat: _chat, ...half } = both;
    expect(await deliver(make('high'), half)).toMatchObject([
      { channel: 'webhook', state: 'sent' },
      { channel: 'telegram', state: 'failed', problem: 'TOCSIN_TELEGRAM_CHAT is not set' },
    ]);
  });
});

describe('a failing webhook', () => {
  test.each([
    ['fails', [answer(500), hangUp, hang], 4, [1000, 5000, 20_000]],
    ['limits the rate', [answer(429, { 'retry-after': '9' })], 2, [9000]],
    ['is away until a time', [answer(503, { 'retry-after': 'Sun, 01 Mar 2026 12:00:40 GMT' })], 2, [40_000]],
  ])('that %s is asked again', async (_, answers, attempts, pauses) => {
    webhook.next.push(...answers);
    expect(await deliver(make('high'), onlyWebhook())).toMatchObject([{ state: 'sent', attempts }]);
    expect(slept).toEqual(pauses);
  });

  test.each([
    ['refuses', answer(403), /^it answered 403$/],
    [
      'points elsewhere',
      answer(307, { location: 'http://127.0.0.1:9/' }),
      /^it answered 307, which points elsewhere/,
    ],
  ])('that %s is not', async (_, refuse, problem) => {
    webhook.next.push(refuse);
    const made = await deliver(make('high'));
    expect(made).toMatchObject([
      { channel: 'webhook', state: 'failed', attempts: 1, problem: expect.stringMatching(problem) },
      { channel: 'telegram', state: 'sent' },
    ]);
    expect(webhook.requests).toHaveLength(1);
    expect(JSON.stringify([made, told])).not.toContain('very-secret');
  });

  test('where nobody listens, no address is told', async () => {
    const gone = new FakeServer(answer(204));
    const config = { ...onlyWebhook(), webhook: `${await gone.start()}/very-secret` };
    await gone.stop();
    const made = await deliver(make('high'), config);
    expect(made).toMatchObject([{ state: 'failed', attempts: 4, problem: 'no connection (ECONNREFUSED)' }]);
    expect(JSON.stringify([made, told])).not.toContain('very-secret');
  });
});

describe('what has not arrived', () => {
  test('is tried again for a day; what was made in a replay is never sent', async () => {
    const alert = make('high');
    store.keep(sign({ ...alert.content, id: 'alert-old', issued: '2026-02-28T11:59:59.000Z' }, key));
    store.keep(sign({ ...alert.content, id: 'alert-replayed' }, key), true);
    const made = await deliverPending(options(onlyWebhook()));
    expect(made.map(({ alert: id }) => id)).toEqual([alert.content.id]);
  });

  test('without a channel nothing is done', async () => {
    const none = { telegramRoot: both.telegramRoot };
    expect(await deliver(make('high'), none)).toEqual([]);
    expect(await deliverPending(options(none))).toEqual([]);
  });
});
