/** One word of a phrase, folded; `isStem` where any ending will do. */
interface PhraseWord {
  readonly text: string;
  readonly isStem: boolean;
}

/** A phrase as it is looked for. */
export interface Phrase {
  readonly words: readonly PhraseWord[];
}

/** Longest text that is looked through; what follows is left out, so that no page decides on the running time. */
const LONGEST = 2_000;

/**
 * A text as it is compared: words in lower case between single blanks, accents, apostrophes, hyphens, possessive endings and
 * the dots of abbreviations gone. It starts and ends with a blank.
 *
 * @example
 * foldWords("Kata'ib Hizballah’s Iran-backed U.S. foes"); // ' kataib hizballah iran backed us foes '
 */
export function foldWords(text: string): string {
  const plain = text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u2018\u2019\u02bc\u02bf\u02be\u00b4`]/g, "'")
    .toLowerCase();
  const words: string[] = [];
  for (const raw of plain.match(/[\p{L}\p{N}][\p{L}\p{N}'.]*/gu) ?? []) words.push(...splitDots(raw));
  return ` ${words.map(dropApostrophes).join(' ')} `;
}

/** "u.s." is one word, "done.next" are two. */
function splitDots(raw: string): readonly string[] {
  if (!raw.includes('.')) return [raw];
  const parts = raw.split('.').filter((part) => part !== '');
  const isAbbreviation = parts.every(
    (part, i) => [...part.replace(/'s?$/, '')].length === 1 || (i > 0 && part === "'s"),
  );
  return isAbbreviation ? [parts.join('')] : parts;
}

function dropApostrophes(word: string): string {
  return word.replace(/'s?$/, '').replaceAll("'", '');
}

/**
 * Makes a phrase ready to be looked for. Only a `*` that ends a word means anything; all other characters are folded as the
 * text is, so that nothing in it is a pattern. A phrase without a letter or digit is never found.
 */
export function makePhrase(source: string): Phrase {
  const words: PhraseWord[] = [];
  for (const part of source.trim().split(/\s+/)) {
    const folded = foldWords(part)
      .trim()
      .split(' ')
      .filter((word) => word !== '');
    for (const [i, text] of folded.entries()) {
      words.push({ text, isStem: i === folded.length - 1 && part.endsWith('*') });
    }
  }
  return { words };
}

/** Whether a folded text holds the phrase. */
export function hasPhrase(folded: string, { words }: Phrase): boolean {
  const [first] = words;
  if (first === undefined) return false;
  const start = ` ${first.text}`;
  for (let at = folded.indexOf(start); at >= 0; at = folded.indexOf(start, at + 1)) {
    if (isPhraseAt(folded, at + 1, words)) return true;
  }
  return false;
}

/** Whether a phrase stands at a word of a folded text. */
export function isPhraseAt(folded: string, start: number, words: readonly PhraseWord[]): boolean {
  let at = start;
  for (const { text, isStem } of words) {
    if (!folded.startsWith(text, at)) return false;
    at += text.length;
    if (!isStem && folded[at] !== ' ') return false;
    at = folded.indexOf(' ', at) + 1;
  }
  return true;
}
