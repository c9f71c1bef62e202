import { setTimeout as wait } from 'node:timers/promises';

/** Timers of Node end at once where they are set longer than this; whoever waits looks at the clock again anyway. */
const LONGEST = 3_600_000;

/** Waits, or rejects when the signal is given. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await wait(Math.min(Math.max(0, milliseconds), LONGEST), undefined, signal === undefined ? {} : { signal });
}
