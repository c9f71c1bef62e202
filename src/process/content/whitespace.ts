/**
 * Characters without width that pages put into words, by habit or to be read by machines alone: control characters, soft
 * hyphen, zero-width space and word joiner, marks of writing direction, invisible operators, tag characters, halves of
 * surrogate pairs, BOM.
 */
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;
/** White space but for a space between two words. */
const SPACES = /(?! )[\s\u0085]+| [\s\u0085]+/g;
/** Nearly all texts are plain: that is seen at once. */
const PLAIN = /^[\t\n\r\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f\u2010-\u2027]*$/;

/** Whether a text is plain words with single spaces between them: then nothing is to be done. */
function isSqueezed(text: string): boolean {
  let before = 0x20;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 ? before === 0x20 : !isPlain(code)) return false;
    before = code;
  }
  return before !== 0x20 || text === '';
}

function isPlain(code: number): boolean {
  if (code < 0x7f) return code > 0x20;
  return (code > 0xa0 && code <= 0x17f && code !== 0xad) || (code >= 0x2010 && code <= 0x2027);
}

/**
 * One line of text: unseen characters gone, every run of white space one space, none at the ends.
 * The joiners U+200C and U+200D stay: Persian and emoji need them.
 *
 * @example
 * squeeze(' Ber\u00adlin\u00a0\n today '); // 'Berlin today'
 */
export function squeeze(text: string): string {
  if (isSqueezed(text)) return text;
  const seen = PLAIN.test(text) ? text : text.replace(UNSEEN, '');
  return seen.replace(SPACES, ' ').trim();
}
