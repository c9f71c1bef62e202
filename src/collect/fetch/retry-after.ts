/** The longest that anybody is believed to want us away, in milliseconds. */
export const LONGEST_WAIT = 24 * 3_600_000;

/**
 * How long a server wants to be left alone, in milliseconds: what its `Retry-After` header says in seconds or as a date, at
 * most a day. Undefined where it says nothing that can be understood.
 *
 * @example
 * parseRetryAfter('120', now); // 120_000
 * parseRetryAfter('Sun, 22 Nov 2026 10:05:00 GMT', Date.parse('2026-11-22T10:00:00Z')); // 300_000
 */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_WAIT);
  if (!/^[a-z]{3,9},? \d{1,2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/i.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now), LONGEST_WAIT);
}
