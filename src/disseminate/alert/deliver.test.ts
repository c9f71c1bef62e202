import { describe, expect, test } from 'vitest';
import { makeHash, makeTestAssessment } from '../../../test/support/ledger.ts';
import type { Alert, Delivery, Signed } from '../../model/alert.ts';
import { makeAlert } from './alert.ts';
import { type Channel, ChannelError } from './channel.ts';
import { deliver } from './deliver.ts';
import { parseRetryAfter } from './webhook.ts';

const NOW = '2026-03-01T12:00:00.000Z';

function makeSigned(update = 1): Signed<Alert> {
  const content = makeAlert(makeTestAssessment({ level: 'high' }), {
    previousLevel: 'normal',
    forecast: makeHash('f'),
    issued: NOW,
    engine: 'tocsin 0.0.0',
    tlp: 'CLEAR',
  });
  return {
    content: { ...content, update },
    signature: { algorithm: 'Ed25519', key: '', value: '' },
  };
}

/** A channel that answers one after the other; it remembers what it was asked to replace. */
function makeChannel(name: string, answers: readonly (string | Error)[]) {
  const asked: (string | undefined)[] = [];
  const channel: Channel = {
    name,
    send: async (_alert, previous) => {
      const answer = answers[asked.length];
      asked.push(previous);
      if (answer === undefined) throw new Error('asked too often');
      if (answer instanceof Error) throw answer;
      return { message: answer };
    },
  };
  return { channel, asked };
}

async function run(
  channels: readonly Channel[],
  { alert = makeSigned(), deliveries = [] as readonly Delivery[] } = {},
) {
  const slept: number[] = [];
  const sleep = async (milliseconds: number) => {
    slept.push(milliseconds);
  };
  return { slept, made: await deliver(alert, { channels, deliveries, now: () => NOW, sleep }) };
}

const passing = (retryAfter?: number) => new ChannelError('it answered 503', { isPassing: true, retryAfter });
const lasting = () => new ChannelError('it answered 403', { isPassing: false });

describe('delivering', () => {
  test('once: what has arrived is not sent again, what comes next replaces it', async () => {
    const { channel, asked } = makeChannel('telegram', ['7/1', '7/1']);
    const first = await run([channel]);
    expect(first.made).toEqual([
      {
        alert: makeSigned().content.id,
        channel: 'telegram',
        update: 1,
        message: '7/1',
        state: 'sent',
        attempts: 1,
        at: NOW,
      },
    ]);
    expect((await run([channel], { deliveries: first.made })).made).toEqual([]);
    const second = await run([channel], { alert: makeSigned(2), deliveries: first.made });
    expect(second.made).toMatchObject([{ update: 2, message: '7/1', state: 'sent' }]);
    expect(asked).toEqual([undefined, '7/1']);
  });

  test('another alert’s delivery is none of this one', async () => {
    const { channel, asked } = makeChannel('telegram', ['7/2']);
    const other: Delivery = {
      alert: 'a',
      channel: 'telegram',
      update: 9,
      message: '7/1',
      state: 'sent',
      attempts: 1,
      at: NOW,
    };
    await run([channel], { deliveries: [other] });
    expect(asked).toEqual([undefined]);
  });

  test('tries again with growing pauses, four times in all', async () => {
    const { channel } = makeChannel('webhook', [passing(), passing(), passing(), 'ok']);
    const { made, slept } = await run([channel]);
    expect(made).toMatchObject([{ state: 'sent', attempts: 4 }]);
    expect(slept).toEqual([1000, 5000, 20_000]);
    const failing = makeChannel('webhook', [passing(), passing(), passing(), passing()]);
    const failed = await run([failing.channel]);
    expect(failed.made).toMatchObject([
      { state: 'failed', attempts: 4, update: 0, problem: 'it answered 503' },
    ]);
  });

  test('waits as long as it is asked to, but not for longer than a minute', async () => {
    const patient = makeChannel('webhook', [passing(30_000), 'ok']);
    expect(await run([patient.channel])).toMatchObject({ slept: [30_000], made: [{ state: 'sent' }] });
    const impatient = makeChannel('webhook', [passing(61_000)]);
    expect(await run([impatient.channel])).toMatchObject({
      slept: [],
      made: [{ state: 'failed', attempts: 1 }],
    });
  });

  test('does not repeat what cannot succeed, and keeps what stands there from before', async () => {
    const before: Delivery = {
      alert: makeSigned().content.id,
      channel: 'telegram',
      update: 1,
      message: '7/1',
      state: 'sent',
      attempts: 1,
      at: NOW,
    };
    const { channel } = makeChannel('telegram', [lasting()]);
    const { made, slept } = await run([channel], { alert: makeSigned(2), deliveries: [before] });
    expect(made).toMatchObject([{ state: 'failed', attempts: 1, update: 1, message: '7/1' }]);
    expect(slept).toEqual([]);
    // The next turn tries again, in place.
    const later = makeChannel('telegram', ['7/1']);
    const next = await run([later.channel], { alert: makeSigned(2), deliveries: made });
    expect(next.made).toMatchObject([{ state: 'sent', update: 2 }]);
    expect(later.asked).toEqual(['7/1']);
  });

  test('one channel failing leaves the other, whatever it does', async () => {
    const broken = makeChannel('telegram', [new TypeError('secret token')]);
    const { channel } = makeChannel('webhook', ['ok']);
    const { made } = await run([broken.channel, channel]);
    expect(made).toMatchObject([
      { channel: 'telegram', state: 'failed', problem: 'it failed in a way that was not foreseen' },
      { channel: 'webhook', state: 'sent' },
    ]);
  });
});

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
  ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  ['-5', undefined],
  [null, undefined],
])('Retry-After %j is %j', (value, expected) => {
  expect(parseRetryAfter(value, NOW)).toBe(expected);
});

describe('asked to stop', () => {
  /** Waits for its answer until it is given up. */
  const makeSilent = () => {
    let givenUp = 0;
    const channel: Channel = {
      name: 'webhook',
      send: (_alert, _previous, signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            givenUp += 1;
            reject(new ChannelError('no answer in time', { isPassing: true }));
          });
        }),
    };
    return { channel, count: () => givenUp };
  };
  const sleepUntilStopped = (_: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));

  test('it tries nothing again, and says why it failed', async () => {
    const controller = new AbortController();
    const { channel, asked } = makeChannel('webhook', [passing()]);
    const ended = deliver(makeSigned(), {
      ...{ channels: [channel], deliveries: [], now: () => NOW },
      ...{ sleep: sleepUntilStopped, signal: controller.signal },
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    expect(await ended).toMatchObject([
      { state: 'failed', update: 0, attempts: 1, problem: 'it answered 503' },
    ]);
    expect(asked).toHaveLength(1);
  });

  test('it gives up an answer that does not come soon, and one that comes counts', async () => {
    const controller = new AbortController();
    const silent = makeSilent();
    let answer: () => void = () => undefined;
    const late: Channel = {
      name: 'telegram',
      send: () =>
        new Promise((resolve) => {
          answer = () => resolve({ message: '7/1' });
        }),
    };
    const ended = deliver(makeSigned(), {
      ...{ channels: [silent.channel, late], deliveries: [], now: () => NOW, grace: 20 },
      ...{ sleep: sleepUntilStopped, signal: controller.signal },
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    answer();
    expect(await ended).toMatchObject([
      { channel: 'webhook', state: 'failed', problem: 'this program was stopped before there was an answer' },
      { channel: 'telegram', state: 'sent', update: 1 },
    ]);
    expect(silent.count()).toBe(1);
  });
});
