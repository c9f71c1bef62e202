import { expect, test } from 'vitest';
import type { Delivery } from '../../model/alert.ts';
import { makeAlert, makeSourceState } from './made.suite.ts';
import { refusal, store } from './tested.suite.ts';

const delivery: Delivery = {
  ...{ alert: 'a1', channel: 'telegram', update: 1, message: '17', state: 'sent', attempts: 1 },
  at: '2026-03-01T10:00:01.000Z',
};

export function describeAlerts(): void {
  test('keeps the latest update of each alert, the newest first', async () => {
    const [first, second, other] = [
      makeAlert('a1'),
      makeAlert('a1', { update: 2, level: 'critical', issued: '2026-03-03T00:00:00.000Z' }),
      makeAlert('a2', { problem: 'border', issued: '2026-03-02T00:00:00Z' }),
    ];
    await store.putAlert(first, true);
    await store.putAlert(other, false);
    expect((await store.listAlerts()).map(({ alert }) => alert)).toEqual([other, first]);
    await store.putAlert(second, false);
    expect(await store.listAlerts()).toEqual([
      { alert: second, isReplayed: false, deliveries: [] },
      { alert: other, isReplayed: false, deliveries: [] },
    ]);
    expect(await store.listAlerts({ problem: 'border' })).toHaveLength(1);
    expect((await store.listAlerts({ limit: 1 })).map(({ alert }) => alert)).toEqual([second]);
    await store.putAlert(first, false);
    expect((await store.listAlerts({ limit: 1 })).map(({ alert }) => alert)).toEqual([second]);
  });

  test('finds the newest of each problem', async () => {
    expect(await store.listLatestAlerts()).toEqual([]);
    const at = (day: number) => `2026-03-0${day}T00:00:00.000Z`;
    const [older, newer] = [makeAlert('a1', { issued: at(1) }), makeAlert('a2', { issued: at(3) })];
    const others = ['b1', 'b2'].map((id) => makeAlert(id, { problem: 'border', issued: at(2) }));
    for (const alert of [newer, older, ...others]) await store.putAlert(alert, false);
    const latest = await store.listLatestAlerts();
    expect(latest.toSorted((a, b) => (a.content.id < b.content.id ? -1 : 1))).toEqual([newer, others[1]]);
  });

  test('marks what was made in a replay', async () => {
    await store.putAlert(makeAlert('a1'), true);
    expect((await store.listAlerts())[0]?.isReplayed).toBe(true);
  });

  test('keeps what became of an alert in each channel', async () => {
    await store.putAlert(makeAlert('a1'), false);
    await store.putAlert(makeAlert('a2'), false);
    await store.putDelivery(delivery);
    const failed: Delivery = { ...delivery, channel: 'webhook', state: 'failed', problem: 'refused' };
    await store.putDelivery(failed);
    const again: Delivery = { ...delivery, update: 2, attempts: 2 };
    await store.putDelivery(again);
    await store.putAlert(makeAlert('a1', { update: 2 }), false);
    const kept = await store.listAlerts();
    expect(kept.find(({ alert }) => alert.content.id === 'a1')?.deliveries).toEqual([again, failed]);
    expect(kept.find(({ alert }) => alert.content.id === 'a2')?.deliveries).toEqual([]);
  });

  test('refuses a delivery of an alert that it does not know, and an alert issued at no time', async () => {
    await expect(store.putDelivery(delivery)).rejects.toThrow(/not in the store\. Put the alert first/u);
    await expect(store.putAlert(makeAlert('a1', { issued: 'now' }), false)).rejects.toMatchObject(refusal);
    expect(await store.listAlerts()).toEqual([]);
  });
}

export function describeSources(): void {
  test('remembers each source as it was told last', async () => {
    expect(await store.getSourceState('wire')).toBeUndefined();
    expect(await store.listSourceStates()).toEqual([]);
    await store.putSourceState(makeSourceState('wire', { etag: '"1"', retries: [{ url: 'https://a.example/', attempts: 2 }] })); // biome-ignore format: one line
    await store.putSourceState(makeSourceState('post'));
    const now = makeSourceState('wire', { state: 'failing', failures: 1, problem: 'refused. Look there.' });
    await store.putSourceState(now);
    expect(await store.getSourceState('wire')).toEqual(now);
    expect(await store.listSourceStates()).toEqual([makeSourceState('post'), now]);
  });
}
