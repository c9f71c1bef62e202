/**
 * Fetched text on one line, without characters that act on what stands around them: controls, line and paragraph separators,
 * marks that reverse the direction of writing, and characters that nobody sees. Joiners stay: Persian and emoji need them.
 *
 * @example
 * flatten('rockets\n# hit \u202ethe gate'); // 'rockets # hit the gate'
 */
export function flatten(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu, '')
    .replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
}
