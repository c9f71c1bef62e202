/** What turns the direction of letters or ends that, and letters that run from right to left. */
const TURNS = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g;
const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * Words of a text set apart from ours where no element can do it, in an option say: whatever they hold, what follows reads as it
 * should. Words that turn nothing stay as they are.
 *
 * @example
 * `${setApart('\u202eevil')} (3)`; // the count stands after the name
 */
export function setApart(words: string): string {
  const plain = words.replace(TURNS, '');
  return plain === words && !LEFTWARD.test(words) ? words : `\u2068${plain}\u2069`;
}
