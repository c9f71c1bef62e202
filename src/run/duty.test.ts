import { expect, test } from 'vitest';
import { type Duty, keepAttending } from './duty.ts';
import type { History } from './history.ts';
import type { LedgerReader } from './ledger-reader.ts';
import type { Picture } from './picture.ts';
import type { Start } from './starting.ts';
import type { PairLearner } from './threads/pairs.ts';

function makeDuty(given: Partial<Duty>): Duty {
  return {
    picture: {} as Picture,
    history: {} as History,
    ledger: {} as LedgerReader,
    pairs: {} as PairLearner,
    start: {} as Start,
    attend: async () => undefined,
    hasChanged: async () => false,
    retry: () => undefined,
    finish: async () => undefined,
    ...given,
  };
}

/** Waits until something is so. */
async function until(isSo: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !isSo(); i += 1) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(isSo()).toBe(true);
}

test('problems are attended to at once, and again only when their files have changed', async () => {
  const controller = new AbortController();
  let attended = 0;
  let glances = 0;
  let isChanged = false;
  const duty = makeDuty({
    attend: async () => {
      attended += 1;
      isChanged = false;
    },
    hasChanged: async () => {
      glances += 1;
      return isChanged;
    },
  });
  const ended = keepAttending(duty, { signal: controller.signal, log: () => undefined, glance: 1 });
  await until(() => glances > 3);
  expect(attended).toBe(1);
  isChanged = true;
  await until(() => attended === 2);
  controller.abort();
  await ended;
});

test('what is being done when it is asked to stop is finished, in the first turn and in a later one', async () => {
  for (const turn of [1, 2]) {
    const controller = new AbortController();
    let begun = 0;
    let finished = 0;
    let go: () => void = () => undefined;
    const duty = makeDuty({
      hasChanged: async () => true,
      attend: async () => {
        begun += 1;
        if (begun === turn)
          await new Promise<void>((resolve) => {
            go = resolve;
          });
        finished += 1;
      },
    });
    let isEnded = false;
    const ended = keepAttending(duty, { signal: controller.signal, log: () => undefined, glance: 1 }).then(
      () => {
        isEnded = true;
      },
    );
    await until(() => begun === turn);
    controller.abort();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isEnded).toBe(false);
    go();
    await ended;
    expect(finished).toBe(turn);
  }
});

test('a failure is told, and alerts that have not arrived are sent all the same', async () => {
  const controller = new AbortController();
  const told: string[] = [];
  let retried = 0;
  const duty = makeDuty({
    attend: async () => {
      throw new Error('keys/desk.ed25519.pem: is no key');
    },
    retry: () => {
      retried += 1;
    },
  });
  const ended = keepAttending(duty, { signal: controller.signal, log: (line) => told.push(line) });
  await until(() => told.length === 1);
  expect(told[0]).toBe(
    'The warning problems could not be looked at; it is tried again: keys/desk.ed25519.pem: is no key',
  );
  expect(retried).toBe(1);
  controller.abort();
  await ended;
});
