import { FUNCTION_WORDS } from './functionwords.ts';

const LONGEST_SAMPLE = 6_000;
/** Fewer words say too little; with fewer than `SHORT_TEXT` more of them must be grammatical, and agree. */
const FEWEST_WORDS = 4;
const SHORT_TEXT = 12;
const SHORT_SHARE = 0.25;
const SHORT_LEAD = 2;
/** Share of function words that running text in a language has at the least, and its lead over the next language. */
const LEAST_SHARE = 0.1;
const LEAST_LEAD = 1.25;

/**
 * The language of a text by its script and, in scripts of many languages, by its commonest words: undefined where
 * they do not decide. Cavnar and Trenkle's observation that a language's most frequent words give it away
 * (SDAIR 1994), with words in place of n-grams: articles are long enough, and the table loads in no time.
 *
 * @example
 * detectLanguage('The ministry said on Friday that the port would be closed for a week.'); // 'en'
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text.slice(0, LONGEST_SAMPLE).toLowerCase();
  return detectScript(sample) ?? detectWords(sample);
}

/** The language of a Document, where it is one, and what that, or its absence, rests on. */
export interface FoundLanguage {
  readonly value?: string;
  readonly evidence: string;
}

/**
 * The page's language: what it declares, unless its text clearly says otherwise; else what the text says. A text in several
 * languages has none, and neither has one that bears out nothing of what its page declares: who reads it as the wrong
 * language finds in it what nobody said.
 */
export function findLanguage(text: string, declared: string | undefined): FoundLanguage | undefined {
  const stated = normaliseTag(declared);
  const several = findSeveral(text);
  if (several !== undefined) return { evidence: `statistics: several languages (${several.join(', ')})` };
  const measured = detectLanguage(text);
  if (stated === undefined)
    return measured === undefined ? undefined : { value: measured, evidence: 'statistics' };
  if (measured !== undefined && !isSameLanguage(stated, measured))
    return { value: measured, evidence: `statistics, against html lang ${stated}` };
  if (measured === undefined && isRefuted(text, stated))
    return { evidence: `html lang ${stated}, which the text does not bear out` };
  return { value: stated, evidence: 'html lang' };
}

/** Share of a text that its main language must have, and that another must have to count. */
const MAIN_SHARE = 0.75;
const OTHER_SHARE = 0.15;
const LONGEST_MIXED = 12_000;
/** Fewest words of a paragraph whose language is asked for. */
const PARAGRAPH_WORDS = 12;

/** The languages of a text whose paragraphs, by length, are in several; undefined where one prevails. */
function findSeveral(text: string): string[] | undefined {
  const shares = new Map<string, number>();
  let total = 0;
  for (const paragraph of text.slice(0, LONGEST_MIXED).split('\n\n')) {
    if (!hasWords(paragraph, PARAGRAPH_WORDS)) continue;
    const language = detectLanguage(paragraph);
    if (language === undefined) continue;
    total += paragraph.length;
    shares.set(language, (shares.get(language) ?? 0) + paragraph.length);
  }
  const ranked = [...shares].sort((a, b) => b[1] - a[1]);
  const [main] = ranked;
  if (main === undefined || main[1] >= total * MAIN_SHARE) return undefined;
  const others = ranked.filter(
    ([language, length]) => length >= total * OTHER_SHARE && !isSameLanguage(language, main[0]),
  );
  return others.length === 0 ? undefined : [main[0], ...others.map(([language]) => language)].slice(0, 4);
}

/** Whether spaces part a text into so many pieces. */
function hasWords(text: string, least: number): boolean {
  let at = -1;
  for (let words = 1; words < least; words++) {
    at = text.indexOf(' ', at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Fewest words of a text that can bear out a language, and the share of grammatical words that does. */
const TELLING_WORDS = 40;
const REFUTED_SHARE = 0.06;

/** Whether a text long enough to tell has next to none of the words of a language. */
function isRefuted(text: string, language: string): boolean {
  const index = LANGUAGES.indexOf(language);
  if (index < 0) return false;
  const { words, hits } = countWords(text.slice(0, LONGEST_SAMPLE).toLowerCase());
  return words >= TELLING_WORDS && hits[index]! < words * REFUTED_SHARE;
}

/** Primary subtag of a BCP 47 tag where it is an ISO 639-1 code: `en-US` → `en`. */
function normaliseTag(tag: string | undefined): string | undefined {
  const primary = /^\s{0,5}([a-z]{2})(?:[-_]|\s{0,5}$)/i.exec(tag ?? '')?.[1]?.toLowerCase();
  if (primary === undefined) return undefined;
  return OLD_CODES.get(primary) ?? primary;
}

const OLD_CODES: ReadonlyMap<string, string> = new Map([
  ['iw', 'he'],
  ['in', 'id'],
  ['ji', 'yi'],
  ['mo', 'ro'],
]);

/** Languages that the word counts cannot keep apart. */
const NEAR: readonly ReadonlySet<string>[] = [
  new Set(['no', 'nb', 'nn', 'da']),
  new Set(['sr', 'hr', 'bs', 'sh', 'me']),
  new Set(['id', 'ms']),
  new Set(['es', 'gl', 'ca', 'eu', 'ast']),
  new Set(['ar', 'fa', 'ur', 'ps', 'ku', 'ckb']),
  new Set(['hi', 'mr', 'ne']),
  new Set(['ru', 'be', 'kk', 'ky', 'tg', 'mn', 'mk', 'bg', 'sr', 'tt']),
  new Set(['zh', 'ja', 'yue']),
  new Set(['nl', 'af', 'fy', 'li']),
  new Set(['tr', 'az']),
  new Set(['cs', 'sk']),
];

function isSameLanguage(a: string, b: string): boolean {
  return a === b || NEAR.some((group) => group.has(a) && group.has(b));
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['hi', /[\u0900-\u097f]/g],
  ['bn', /[\u0980-\u09ff]/g],
  ['pa', /[\u0a00-\u0a7f]/g],
  ['gu', /[\u0a80-\u0aff]/g],
  ['ta', /[\u0b80-\u0bff]/g],
  ['te', /[\u0c00-\u0c7f]/g],
  ['kn', /[\u0c80-\u0cff]/g],
  ['ml', /[\u0d00-\u0d7f]/g],
  ['si', /[\u0d80-\u0dff]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['my', /[\u1000-\u109f]/g],
  ['ka', /[\u10a0-\u10ff]/g],
  ['am', /[\u1200-\u137f]/g],
  ['km', /[\u1780-\u17ff]/g],
  ['hy', /[\u0530-\u058f]/g],
  ['arabic', /[\u0600-\u06ff]/g],
  ['cyrillic', /[\u0400-\u04ff]/g],
];

/** The least share of a script's signs among a text's letters that tells its language. */
const LEAST_SCRIPT_SHARE = 0.1;

/** Whether there are so many letters a to z that no script of `SCRIPTS`, all beyond U+0370, can have that share. */
function isPlainLatin(sample: string): boolean {
  let latin = 0;
  let beyond = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code >= 0x370) beyond++;
    else if (code >= 0x61 && code <= 0x7a) latin++;
  }
  return beyond < latin * LEAST_SCRIPT_SHARE;
}

function detectScript(sample: string): string | undefined {
  if (isPlainLatin(sample)) return undefined;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 12) return undefined;
  for (const [language, pattern] of SCRIPTS) {
    const share = (sample.match(pattern)?.length ?? 0) / letters;
    // Japanese mixes its kana with Chinese characters; a tenth is enough.
    if (share < (language === 'ja' ? LEAST_SCRIPT_SHARE : 0.5)) continue;
    if (language === 'arabic') return detectArabic(sample);
    return language === 'cyrillic' ? detectCyrillic(sample) : language;
  }
  return undefined;
}

function detectArabic(sample: string): string {
  if (/[ٹڈڑےں]/.test(sample)) return 'ur';
  if (/[ټډړږښګڼ]/.test(sample)) return 'ps';
  return (sample.match(/[پچژگیک]/g)?.length ?? 0) > sample.length / 60 ? 'fa' : 'ar';
}

function detectCyrillic(sample: string): string {
  if (/[іїє]/.test(sample) && !/[ыэ]/.test(sample)) return 'uk';
  if (/ў/.test(sample)) return 'be';
  if (/[ђћџ]/.test(sample)) return 'sr';
  if (/[ѓќѕ]/.test(sample)) return 'mk';
  return /[ыэ]/.test(sample) || !/ъ/.test(sample) ? 'ru' : 'bg';
}

const LANGUAGES: readonly string[] = Object.keys(FUNCTION_WORDS);

/** Grammatical words with the languages that have them, by their place in `LANGUAGES`. */
const WORD_LANGUAGES: ReadonlyMap<string, readonly number[]> = indexWords();
const LONGEST_WORD = Math.max(...[...WORD_LANGUAGES.keys()].map((word) => word.length));

function indexWords(): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [language, words] of Object.values(FUNCTION_WORDS).entries()) {
    for (const word of words.split(' ')) {
      const languages = index.get(word);
      if (languages === undefined) index.set(word, [language]);
      else languages.push(language);
    }
  }
  return index;
}

/** What the grammatical words of a text say: how many stand for each language, and how firmly. */
interface WordCounts {
  readonly words: number;
  /** Grammatical words of each language, in the order of `LANGUAGES`. */
  readonly hits: Uint32Array;
  /** The same, a word of several languages shared among them. */
  readonly scores: Float64Array;
}

function countWords(sample: string): WordCounts {
  const hits = new Uint32Array(LANGUAGES.length);
  const scores = new Float64Array(LANGUAGES.length);
  let words = 0;
  for (let start = skipOthers(sample, 0); start < sample.length; ) {
    const end = skipLetters(sample, start);
    words++;
    const languages = end - start > LONGEST_WORD ? undefined : WORD_LANGUAGES.get(sample.slice(start, end));
    if (languages !== undefined) {
      for (let i = 0; i < languages.length; i++) {
        hits[languages[i]!]! += 1;
        scores[languages[i]!]! += 1 / languages.length;
      }
    }
    start = skipOthers(sample, end);
  }
  return { words, hits, scores };
}

/** Where the first letter or mark from a place on stands. */
function skipOthers(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLetter(text, at)) at++;
  return at;
}

/** Where the letters and marks that begin at a place end. */
function skipLetters(text: string, from: number): number {
  let at = from;
  while (at < text.length && isLetter(text, at))
    at += text.charCodeAt(at) >= 0xd800 && isPair(text, at) ? 2 : 1;
  return at;
}

/** For each UTF-16 unit whether it is a letter or mark: 0 not yet asked, 1 yes, 2 no. */
const LETTERS = new Uint8Array(0x10000);

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdfff) return LETTER.test(String.fromCodePoint(text.codePointAt(at)!));
  if (LETTERS[code] === 0) LETTERS[code] = LETTER.test(String.fromCharCode(code)) ? 1 : 2;
  return LETTERS[code] === 1;
}

const LETTER = /[\p{L}\p{M}]/u;

/** Whether two units make one character. */
function isPair(text: string, at: number): boolean {
  return text.codePointAt(at)! > 0xffff;
}

function detectWords(sample: string): string | undefined {
  const { words, hits, scores } = countWords(sample);
  if (words < FEWEST_WORDS) return undefined;
  let first = 0;
  let second = -1;
  for (let i = 1; i < scores.length; i++) {
    if (scores[i]! > scores[first]!) {
      second = first;
      first = i;
    } else if (second < 0 || scores[i]! > scores[second]!) second = i;
  }
  const score = scores[first]!;
  if (score === 0) return undefined;
  const isShort = words < SHORT_TEXT;
  const least = isShort ? Math.max(2, words * SHORT_SHARE) : words * LEAST_SHARE;
  if (hits[first]! < least) return undefined;
  return score >= scores[second]! * (isShort ? SHORT_LEAD : LEAST_LEAD) ? LANGUAGES[first] : undefined;
}
