/** A set of words from a list with spaces between, so that long lists stay readable. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
