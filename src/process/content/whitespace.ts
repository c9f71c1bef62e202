/** Characters without width that pages put into words: soft hyphen, zero-width space and joiners' like, BOM, NUL. */
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u200b\u2060\ufeff]/g;
const SPACES = /[\s\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u0085]+/g;

/**
 * One line of text: unseen characters gone, every run of white space one space, none at the ends.
 * The joiners U+200C and U+200D stay: Persian and emoji need them.
 *
 * @example
 * squeeze(' Ber\u00adlin\u00a0\n today '); // 'Berlin today'
 */
export function squeeze(text: string): string {
  return text.replace(UNSEEN, '').replace(SPACES, ' ').trim();
}
