import { expect } from 'vitest';
import { type EntryOptions, makeEntry } from '../fixtures.ts';
import type { Store } from '../store.ts';

/** The store that the test under way is about, with what every part of the suite does with it. */

/** Opens an empty store whose clock is handed in; `dispose` removes it after it was closed. */
export type OpenStore = (
  now: () => string,
) => Promise<{ readonly store: Store; readonly dispose: () => Promise<void> }>;

/** By its name: a store that was compiled apart has an error class of its own. */
export const refusal = { name: 'StoreError', remedy: expect.stringMatching(/\w/u) };

export let store: Store;
let clock: string;
let dispose: () => Promise<void>;

export async function openTested(open: OpenStore): Promise<void> {
  clock = '2026-03-01T10:00:00.000Z';
  ({ store, dispose } = await open(() => clock));
}

export async function closeTested(): Promise<void> {
  await store.close().catch(() => undefined); // Some tests have closed it.
  await dispose();
}

/** Sets the clock that the store was opened with. */
export function setClock(instant: string): void {
  clock = instant;
}

export async function put(...options: EntryOptions[]) {
  const entries = options.map(makeEntry);
  return { entries, outcomes: await store.put(entries) };
}

export function titles(rows: readonly { readonly title?: string }[]) {
  return rows.map((row) => row.title);
}

export async function find(query: string) {
  return titles((await store.search({ query })).rows);
}
