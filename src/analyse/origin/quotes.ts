import { splitWords } from '../../text/words.ts';

/** Words from which on a quotation is nobody else's by chance, and quotations looked at. */
const FEWEST_WORDS = 4;
const MOST_QUOTES = 8;
/** Words by which quotations are compared: papers cut them at the end. */
const COMPARED = 6;

const QUOTATION = /“([^“”\n]{8,600})”|"([^"\n]{8,600})"/gu;

/**
 * The quotations in what is said, as they are compared: by their first words.
 *
 * @example
 * findQuotes('"Nobody listened, so nobody will drive," he said'); // ['nobody listened so nobody will drive']
 */
export function findQuotes(words: string): readonly string[] {
  if (!/[“"]/.test(words)) return [];
  const found: string[] = [];
  for (const match of words.matchAll(QUOTATION)) {
    const said = splitWords(match[1] ?? match[2] ?? '', COMPARED).map(({ text }) =>
      text.toLowerCase().replace(/’/g, "'"),
    );
    if (said.length >= FEWEST_WORDS) found.push(said.join(' '));
    if (found.length >= MOST_QUOTES) break;
  }
  return found;
}
