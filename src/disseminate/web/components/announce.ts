import { useSyncExternalStore } from 'react';

/* One line of what was just done, for everybody to see and for screen readers to say. */

let said = '';
const listeners = new Set<() => void>();

/** Milliseconds for which it stays. */
const SHOWN = 6_000;
let timer: ReturnType<typeof setTimeout> | undefined;

function set(words: string): void {
  said = words;
  for (const listener of listeners) listener();
}

/** Says what was done. */
export function announce(words: string): void {
  clearTimeout(timer);
  set(words);
  timer = setTimeout(() => set(''), SHOWN);
}

export function useAnnouncement(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => said,
  );
}
