import { useSyncExternalStore } from 'react';

/* One line of what was just done, for everybody to see and for screen readers to say. */

/** What can be taken back with the line that tells of it. */
export interface UndoOffer {
  readonly judgement: string;
  readonly by: string;
}

let said = '';
let offer: UndoOffer | undefined;
const listeners = new Set<() => void>();

/** Milliseconds for which it stays. */
const SHOWN = 6_000;
/** With something to be taken back: long enough to get there by keyboard. */
const SHOWN_WITH_OFFER = 30_000;
let timer: ReturnType<typeof setTimeout> | undefined;

function set(words: string, undo?: UndoOffer): void {
  said = words;
  offer = undo;
  for (const listener of listeners) listener();
}

/** Says what was done, and offers to take it back where that can be done. */
export function announce(words: string, undo?: UndoOffer): void {
  clearTimeout(timer);
  set(words, undo);
  timer = setTimeout(() => set(''), undo === undefined ? SHOWN : SHOWN_WITH_OFFER);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useAnnouncement(): string {
  return useSyncExternalStore(listen, () => said);
}

export function useUndoOffer(): UndoOffer | undefined {
  return useSyncExternalStore(listen, () => offer);
}
