/** Remembers values by a string, the lately used ones longest. */
export interface Cache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

/**
 * A cache of at most twice `limit` values. Hostile text may hold any number of different words, so that it must not
 * grow for ever; when the young half is full, what was not used since the last time is forgotten.
 */
export function makeCache<T>(limit: number): Cache<T> {
  let young = new Map<string, T>();
  let old = new Map<string, T>();
  const set = (key: string, value: T): void => {
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    // A copy, since a part of a text would hold on to the whole.
    young.set(` ${key}`.slice(1), value);
  };
  const get = (key: string): T | undefined => {
    const value = young.get(key);
    if (value !== undefined) return value;
    const past = old.get(key);
    if (past !== undefined) set(key, past);
    return past;
  };
  return { get, set };
}
