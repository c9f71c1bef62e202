import { type ReactNode, useSyncExternalStore } from 'react';
import type { ActWords } from '../words/decisions.ts';

/** A form over the page. */
export interface OpenDialog {
  /** Of the button that opened it. */
  readonly key: string;
  readonly words: ActWords;
  readonly about: ReactNode;
  readonly isTimeless: boolean;
  readonly children: (close: () => void) => ReactNode;
  /** Address of the page that it was opened on. */
  readonly path: string;
  /** Where the focus goes back to. */
  readonly opener: HTMLElement | null;
}

/*
 * The form that is open does not stand in the page that its button stands in: somebody else may take that button away, by deciding
 * first or by a report that comes in, and what was typed must stay.
 */
let open: OpenDialog | undefined;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function set(dialog: OpenDialog | undefined): void {
  open = dialog;
  for (const listener of listeners) listener();
}

export function openDialog(dialog: Omit<OpenDialog, 'path'>): void {
  set({ ...dialog, path: window.location.pathname });
}

export function closeDialog(): void {
  if (open !== undefined) set(undefined);
}

/** Hands over the form as its button has it now, where it is open. */
export function refreshDialog(dialog: Omit<OpenDialog, 'opener' | 'path'>): void {
  if (open?.key === dialog.key) set({ ...open, ...dialog });
}

export function useOpenDialog(): OpenDialog | undefined {
  return useSyncExternalStore(subscribe, () => open);
}

export function useIsOpen(key: string): boolean {
  return useSyncExternalStore(subscribe, () => open?.key === key);
}
