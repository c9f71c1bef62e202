/* Words that people type or that pages bring, made fit to be kept and shown in one line. */

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that turn the direction of what follows, and those that nobody sees. */
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * One line without control characters, marks that reverse the direction of writing, and more than one space in a row.
 *
 * @example
 * makeLine(' Ann\n\tExample\u202e '); // 'Ann Example'
 */
export function makeLine(text: string): string {
  return text.replace(CONTROLS, ' ').replace(UNSEEN, '').replace(/ {2,}/g, ' ').trim();
}

/** Of marks that nobody sees, those that writing itself needs: joiners of letters. */
const UNSEEN_IN_TEXT = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const CONTROLS_IN_TEXT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g;

/**
 * Plain text of several lines: as `makeLine`, with its line breaks, of which at most two stand in a row.
 *
 * @example
 * makeText('First.\r\n\n\n\nSecond.\u0007 '); // 'First.\n\nSecond.'
 */
export function makeText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS_IN_TEXT, ' ')
    .replace(UNSEEN_IN_TEXT, '')
    .replace(/\p{Surrogate}/gu, '')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether there is a letter or a digit in it: something that can be read. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
