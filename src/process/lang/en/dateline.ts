// Place, date and agency share no character with the marks between them, and every repeat is bounded.
const DATELINE =
  /[ \t]{0,8}(\p{Lu}[\p{L}.'’ /-]{1,40}(?:, ?[\p{L}\p{N}.'’ /-]{1,40}){0,3}?)?(\(\p{Lu}[\p{L}\p{N}.’' /-]{1,40}\) ?)?(?:—|–|--|-)[ \t]{1,4}(?=["“‘'(]?[\p{Lu}\p{N}])/uy;

/**
 * Finds the dateline at the head of a paragraph: `GENEVA (Reuters) - `, `AMMAN, Jordan, May 3 — `. What follows is a
 * sentence of its own and reads better without it.
 *
 * @returns the offset after the dateline, or -1 where there is none
 * @example
 * findDatelineEnd('GENEVA (AP) — Talks began.', 0); // 14
 */
export function findDatelineEnd(text: string, start: number): number {
  DATELINE.lastIndex = start;
  const match = DATELINE.exec(text);
  if (match === null) return -1;
  const [whole, place, agency] = match;
  // Without an agency only a place in capitals tells a dateline from any words before a dash.
  const isPlace = place !== undefined && /^\p{Lu}[\p{Lu}.'’-]{2,}/u.test(place);
  if (!isPlace && agency === undefined) return -1;
  return start + whole.length;
}
