/** One word of a text with its folded form, which is what searches compare. Offsets are UTF-16 units. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/**
 * Letters and digits with their marks, or an abbreviation of single letters with points. Soft hyphens and
 * other invisible characters inside a word belong to it. The repetition of the abbreviation is bounded so that a hostile run of
 * `a.a.a.` costs no more than its length.
 */
const WORD = /\p{L}(?:\.\p{L}){1,8}(?![\p{L}\p{N}\p{M}])|[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;

/** Scripts that put no spaces between words: every letter is taken as a word, and a run of them as a phrase. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;
const UNSPACED_PART =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]\p{M}*|[^\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/gu;

/**
 * Marks that readers leave out: accents of Latin, Greek and Cyrillic, vowel points of Hebrew, Arabic and Syriac.
 * The vowel signs of Indic scripts are marks too, but without them other words would result: they stay. And
 * whatever is no letter, digit or mark: points, joiners, the spaces that some ligatures decompose into.
 */
const DROPPED =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the marks are meant one by one
  /[\u0300-\u036F\u0483-\u0487\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0711\u0730-\u074A\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u0640]|[^\p{L}\p{N}\p{M}]/gu;

/** Letters that Unicode does not take apart and that are nevertheless spelt both ways. */
const SAME = new Map([
  ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['ł', 'l'], ['đ', 'd'], ['ð', 'd'], ['þ', 'th'], ['ı', 'i'], ['ħ', 'h'],
  ['ٱ', 'ا'], ['ى', 'ي'], ['ی', 'ي'], ['ة', 'ه'], ['ک', 'ك'], ['ہ', 'ه'], ['ھ', 'ه'],
  ['٠', '0'], ['١', '1'], ['٢', '2'], ['٣', '3'], ['٤', '4'], ['٥', '5'], ['٦', '6'], ['٧', '7'], ['٨', '8'], ['٩', '9'],
  ['۰', '0'], ['۱', '1'], ['۲', '2'], ['۳', '3'], ['۴', '4'], ['۵', '5'], ['۶', '6'], ['۷', '7'], ['۸', '8'], ['۹', '9'],
]); // biome-ignore format: a table

const ASCII = /^[A-Za-z0-9]+$/;

/**
 * The form of a word in which spellings that mean the same are equal: lower case, without accents and vowel
 * points, abbreviations without their points.
 *
 * @example
 * foldWord('Erdoğan'); // 'erdogan'
 * foldWord('U.S'); // 'us'
 */
export function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const bare = word.normalize('NFKD').replace(DROPPED, '').toLowerCase();
  let folded = '';
  for (const letter of bare) folded += SAME.get(letter) ?? letter;
  return folded.normalize('NFC');
}

/** The words of a text in order. Words of which folding leaves nothing are passed over. */
export function findWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    if (ASCII.test(word)) {
      words.push({ start: match.index, end: match.index + word.length, folded: word.toLowerCase() });
    } else if (UNSPACED.test(word)) {
      for (const part of word.matchAll(UNSPACED_PART)) addWord(words, part[0], match.index + part.index);
    } else {
      addWord(words, word, match.index);
    }
  }
  return words;
}

function addWord(words: Word[], word: string, start: number): void {
  const folded = foldWord(word);
  if (folded !== '') words.push({ start, end: start + word.length, folded });
}

/**
 * The folded words of a text with single spaces: what goes into the search index. The index itself then only
 * splits at spaces, so that both forms of the store, and the marks in an answer, agree on what a word is.
 */
export function foldText(text: string): string {
  let folded = '';
  for (const word of findWords(text)) folded += folded === '' ? word.folded : ` ${word.folded}`;
  return folded;
}
