import { sleep } from '../collecting/sleep.ts';

/** Waits so many milliseconds, or until the signal is given. */
export async function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, signal);
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}
