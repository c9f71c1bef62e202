/**
 * Characters without width that pages put into words, by habit or to be read by machines alone: control characters, soft
 * hyphen, zero-width space and word joiner, marks of writing direction, invisible operators, tag characters, halves of
 * surrogate pairs, BOM.
 */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
const SPACES = /[\s\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]+/g;
/** Nearly all texts are plain: that is seen at once. */
const PLAIN = /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u017f]*$/;

/**
 * One line of text: unseen characters gone, every run of white space one space, none at the ends.
 * The joiners U+200C and U+200D stay: Persian and emoji need them.
 *
 * @example
 * squeeze(' Ber\u00adlin\u00a0\n today '); // 'Berlin today'
 */
export function squeeze(text: string): string {
  const seen = PLAIN.test(text) ? text : text.replace(UNSEEN, '');
  return seen.replace(SPACES, ' ').trim();
}
