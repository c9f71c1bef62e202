import { FREQUENT_HAN, LETTER_PROFILES, type LetterProfile } from './letters.ts';

/** Signs beyond ASCII that any page may hold between its words. */
const SIGNS = new Set('“”„‘’‚«»‹›–—…•·€£§©®™°№¿¡´\u00a0\u00ad،؛؟ـ。、「」『』（）：；，！？《》・ー　％－～');

/** Logarithms of how likely a character is where it stands; only their differences matter. */
const COST = {
  sign: -2.5,
  marginalLetter: -6,
  symbol: -8,
  broken: -12,
  upperInside: -3,
  strangeNeighbour: -4,
  upper: -1,
};

interface Ranked {
  readonly profile: LetterProfile;
  readonly costs: ReadonlyMap<string, number>;
}

let ranked: readonly Ranked[] | undefined;

function listRanked(): readonly Ranked[] {
  ranked ??= LETTER_PROFILES.map((profile) => ({ profile, costs: rankLetters(profile) }));
  return ranked;
}

function rankLetters({ letters }: LetterProfile): Map<string, number> {
  const costs = new Map<string, number>();
  [...letters].forEach((letter, rank) => {
    // After Zipf: the frequency of the nth letter falls about as 1/n.
    const cost = -Math.log(rank + 2);
    costs.set(letter, cost);
    const upper = letter.toUpperCase();
    if (upper !== letter && !costs.has(upper)) costs.set(upper, cost + COST.upper);
  });
  return costs;
}

/**
 * How plausible decoded text is as text in a language that is written in this one-byte encoding: the mean over its
 * characters beyond ASCII, about -1 to -3 for the right encoding and below -5 for a wrong one. Undefined where the
 * text has none.
 */
export function scoreLetters(text: string, encoding: string): number | undefined {
  const scores = listRanked()
    .filter(({ profile }) => profile.encodings.includes(encoding))
    .map((profile) => scoreAs(text, profile));
  const found = scores.filter((score) => score !== undefined);
  return found.length === 0 ? undefined : Math.max(...found);
}

function scoreAs(text: string, { profile, costs }: Ranked): number | undefined {
  let sum = 0;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) continue;
    count += 1;
    sum += scoreAt(text, at, { profile, costs });
  }
  return count === 0 ? undefined : sum / count;
}

function scoreAt(text: string, at: number, { profile, costs }: Ranked): number {
  const character = text[at]!;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  const known = costs.get(character);
  if (known === undefined) {
    if (character === '\ufffd' || (character >= '\u0080' && character <= '\u009f')) return COST.broken;
    if (SIGNS.has(character)) {
      const isInside = isLetter(before) && isLetter(after) && !'’\u00ad'.includes(character);
      return COST.sign + (isInside ? COST.strangeNeighbour : 0);
    }
    return isLetter(character) ? COST.marginalLetter : COST.symbol;
  }
  let score = known;
  if (isLower(before) && character !== character.toLowerCase() && character !== 'İ')
    score += COST.upperInside;
  if (profile.script === 'Latin') {
    // Hardly a word anywhere has three letters with marks in a row: that is another script read as Latin.
    if (isMarked(before) && isMarked(after)) score += COST.strangeNeighbour;
  } else if (isAsciiLetter(before) || isAsciiLetter(after)) score += COST.strangeNeighbour;
  return score;
}

/**
 * The same for encodings of two and more bytes, which hold Chinese, Japanese or Korean: the share of frequent
 * characters among those that could stand there.
 */
export function scoreIdeographs(text: string, encoding: string): number | undefined {
  let sum = 0;
  let count = 0;
  const isKorean = encoding === 'euc-kr';
  const isJapanese = encoding === 'shift_jis' || encoding === 'euc-jp' || encoding === 'iso-2022-jp';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    count += 1;
    if (SIGNS.has(character) || (code >= 0x3000 && code <= 0x301f)) sum += -2;
    else if (code >= 0x3041 && code <= 0x30ff) sum += isJapanese ? -1.5 : -6;
    else if (code >= 0xac00 && code <= 0xd7a3) sum += isKorean ? -1.8 : -8;
    else if (FREQUENT_HAN.has(character)) sum += isKorean ? -5 : -2;
    else if (code >= 0x4e00 && code <= 0x9fff) sum += isKorean ? -7 : -4;
    else if (code >= 0xff01 && code <= 0xff5e) sum += -3;
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff)) sum += COST.broken;
    else sum += COST.symbol;
  }
  return count === 0 ? undefined : sum / count;
}

function isAsciiLetter(character: string): boolean {
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

function isMarked(character: string): boolean {
  return character >= '\u0080' && /\p{L}/u.test(character);
}

function isLetter(character: string): boolean {
  return isAsciiLetter(character) || isMarked(character);
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}
