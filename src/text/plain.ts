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

/** Whether there is a letter or a digit in it: something that can be read. */
export function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
