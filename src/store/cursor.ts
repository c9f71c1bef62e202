import { StoreError } from '../model/errors.ts';

/** Where an answer ended: the values that its last row was ordered by, and what the store held when it was asked. */
export interface Cursor {
  /** First order value of the last row: an instant, or a score. */
  readonly value: string | number;
  /** Key of the last row, which decides between equal values. */
  readonly key: number;
  /** Key of the newest reading when the question was first asked: what arrives while somebody leafs on is not seen. */
  readonly horizon: number;
}

/** A cursor as opaque text. */
export function formatCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.key, cursor.horizon])).toString('base64url');
}

/** The cursor of a request. Throws a `StoreError` where it does not come from an answer of this kind. */
export function parseCursor(text: string, type: 'string' | 'number'): Cursor {
  const parts = text.length > 500 ? undefined : parseJson(Buffer.from(text, 'base64url').toString());
  if (Array.isArray(parts)) {
    const [value, key, horizon]: unknown[] = parts;
    if (typeof value === type && isKey(key) && isKey(horizon)) {
      return { value: value as string | number, key, horizon };
    }
  }
  throw new StoreError(
    'cursor',
    'it does not come from an earlier answer to this question',
    'Ask again without a cursor.',
  );
}

function isKey(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not ours: the caller says so.
  }
}
