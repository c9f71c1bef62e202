import { useSyncExternalStore } from 'react';
import { announce, useUndoOffer } from '../../components/announce.ts';
import { useKeys } from '../../components/keys.ts';
import { shortenId } from '../../routes/search.ts';
import { QUEUE } from '../../words/text/reader.ts';

/* Which documents this browser has marked as read. A changed page is another document, so that it is unread again. */

const KEY = 'tocsin.read';
/** Documents that are remembered; of more the first marked are forgotten. */
const MOST_MARKS = 4_000;

let known: ReadonlySet<string> | undefined;
const listeners = new Set<() => void>();

/**
 * Marks as they were kept; whatever else stands there is passed over.
 *
 * @example
 * parseMarks('["0123456789abcdef", 7]'); // new Set(['0123456789abcdef'])
 */
export function parseMarks(kept: string | null): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(kept ?? '[]');
    if (!Array.isArray(ids)) return new Set();
    const fit = ids.filter((id): id is string => typeof id === 'string' && /^[0-9a-f]{16}$/.test(id));
    return new Set(fit.slice(-MOST_MARKS));
  } catch {
    // What is no JSON was not kept by this program.
    return new Set();
  }
}

/** The marks with one more or one less, the latest last, and never more than can be kept. */
export function changeMarks(marks: ReadonlySet<string>, id: string, isRead: boolean): ReadonlySet<string> {
  const left = [...marks].filter((each) => each !== id);
  return new Set(isRead ? [...left, id].slice(-MOST_MARKS) : left);
}

function readMarks(): ReadonlySet<string> {
  if (known !== undefined) return known;
  try {
    known = parseMarks(localStorage.getItem(KEY));
  } catch {
    // Storage may be switched off: then they are known until the page is left.
    known = new Set();
  }
  return known;
}

const tell = () => {
  for (const listener of listeners) listener();
};

/** Marks a document as read or unread. */
export function markDocument(document: string, isRead: boolean): void {
  known = changeMarks(readMarks(), shortenId(document), isRead);
  try {
    localStorage.setItem(KEY, JSON.stringify([...known]));
  } catch {
    // Not being able to remember must not keep anybody from marking it now.
  }
  tell();
}

/** Another tab of this browser has marked something. */
function follow({ key }: StorageEvent): void {
  if (key !== KEY && key !== null) return;
  known = undefined;
  tell();
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('storage', follow);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', follow);
  };
}

export function useIsRead(document: string): boolean {
  return useSyncExternalStore(listen, () => readMarks().has(shortenId(document)));
}

/** In a list: e marks the row that has the focus as read and goes on, u marks it as unread. */
export function useReadKeys(document: string | undefined, onNext: () => void): void {
  const offer = useUndoOffer();
  const mark = (isRead: boolean) => {
    if (document === undefined) return;
    markDocument(document, isRead);
    announce(isRead ? QUEUE.marked : QUEUE.unmarked);
    if (isRead) onNext();
  };
  // While a decision can be taken back at once, u does that.
  useKeys({ e: () => mark(true), ...(offer === undefined ? { u: () => mark(false) } : {}) });
}
