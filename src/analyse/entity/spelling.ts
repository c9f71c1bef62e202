/** Letters of a word that are read; a longer one is no name. */
const LONGEST = 40;

/** A word cut into sounds: consonants as they are written, and runs of vowels by class (`A E I O U`, and `Y` for ai, ei). */
export type Sounds = readonly string[];

const CONSONANT =
  /^(?:shch|tsch|dzh|sch|tch|sh|ch|kh|gh|dh|th|ph|zh|ck|ts|tz|dj|ks|[bcdfghjklmnpqrstvxz0-9])/;
/** Written otherwise, sounded alike. */
const SAME_SOUND: Readonly<Record<string, string>> = {
  ph: 'f', ck: 'k', c: 'k', q: 'k*', dzh: 'j', dj: 'j', sch: 'sh', tch: 'ch', tsch: 'ch', gh: 'g', th: 't*', dh: 'd*', tz: 'ts', x: 'ks',
}; // biome-ignore format: a table
/** Between two sounds that one tongue writes for the other; anything not listed makes two words. */
const NEAR: Readonly<Record<string, number>> = {
  'k k*': 0, 'g k*': 0.25, 'k kh': 0.5, 'k* kh': 0.5, 'h kh': 0.25, 'ch kh': 0.5, 'ch sh': 0.5, 'd d*': 0, 'd* z': 0.25,
  't t*': 0, 's t*': 0.5, 'j zh': 0.25, 'g j': 0.5, 'ts z': 0.25, 's ts': 0.5, 'f v': 0.5,
  'sh shch': 0.5,
  'ch shch': 0.5,
  'Y YE': 0.25,
  'Y YI': 0.25,
  'A E': 0.25, 'E I': 0.25, 'O U': 0.25, 'A O': 0.5, 'E Y': 0.25, 'I Y': 0.25, 'A Y': 0.5, 'O W': 0.25, 'U W': 0.25, 'A W': 0.5,
  'E IE': 0.25, 'E EI': 0.25, 'A IA': 0.5, 'EU U': 0.25, 'E EU': 0.5, 'I IE': 0.25, 'U UE': 0.5, 'O OE': 0.25, 'U EW': 0.5,
}; // biome-ignore format: a table

/** Marks of other alphabets off, small letters. */
function plain(word: string): string {
  return word
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'ae')
    .replace(/ə/g, 'a')
    .replace(/[^a-z0-9]/g, '');
}

/** Spellings that differ more than their sounds: -ollah for -ullah, Abdel for Abdul, Abdurr- for Abdulr-. */
function settle(word: string): string {
  return word
    .replace(/^abd[aeiou](?:l|([rsnztd])(?=\1))/, 'abdul')
    .replace(/([a-z])[aoeiu]l+ah?$/, '$1ulah')
    .replace(/([a-z]{2})(?:[aeu]d|[aei])d(?:i|ee)ne?$/, '$1uddin')
    .replace(/ndz/, 'nz')
    .replace(/is(ation|ed|e|ing)$/, 'iz$1')
    .replace(/off$/, 'ov')
    .replace(/eff$/, 'ev')
    .replace(/(?:skiy|skyy|skyi|skij|skii|skyj)$/, 'ski');
}

function readVowels(run: string): string {
  const letters = run
    .replace(/y/g, 'i')
    .replace(/(.)\1+/g, (pair, letter: string) => (pair === 'ee' ? 'i' : pair === 'oo' ? 'u' : letter))
    .replace(/ou|uo/g, 'u')
    .replace(/ai|ei|ae/g, 'Y')
    .replace(/au|ao|aw|ow/g, 'W')
    .replace(/w/g, 'u');
  return letters.toUpperCase().replace(/(.)\1+/g, '$1');
}

const memory = new Map<string, Sounds>();
const MOST_REMEMBERED = 50_000;

/**
 * The sounds of a word in Latin letters.
 *
 * @example
 * readSounds('Qassem'); // ['k*', 'A', 's', 'E', 'm']
 */
export function readSounds(word: string): Sounds {
  const known = memory.get(word);
  if (known !== undefined) return known;
  const sounds: string[] = [];
  let rest = settle(plain(word));
  while (rest !== '') {
    const vowels = /^(?:[aeiouy]|w(?=[^aeiouy]|$))+/.exec(rest)?.[0];
    if (vowels !== undefined) {
      sounds.push(readVowels(vowels));
      rest = rest.slice(vowels.length);
      continue;
    }
    const written = rest[0] === 'w' ? 'w' : (CONSONANT.exec(rest)?.[0] ?? rest[0]!);
    const sound = written === 'w' ? 'v' : (SAME_SOUND[written] ?? written);
    if (sounds.at(-1) !== sound) sounds.push(sound);
    rest = rest.slice(written.length);
  }
  // Not heard at the end: Fatah, Naftah.
  if (sounds.length > 2 && sounds.at(-1) === 'h') sounds.pop();
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(word, sounds);
  return sounds;
}

/** What leaving a sound out costs: an h is not heard everywhere. */
const leave = (sound: string): number => (sound === 'h' ? 0.25 : FAR);
const FAR = 9;

function weigh(a: string, b: string): number {
  if (a === b) return 0;
  return NEAR[a < b ? `${a} ${b}` : `${b} ${a}`] ?? FAR;
}

/**
 * How far two spellings are apart: 0 where they sound the same, up to 1.25 where one may be written for the other, undefined where
 * they are two words.
 *
 * @example
 * compareSpellings('Suleimani', 'Soleymani'); // 0.25
 * compareSpellings('Hassan', 'Hussein'); // undefined
 */
export function compareSpellings(a: string, b: string): number | undefined {
  if (a === b) return 0;
  const cost = compareSounds(a, b);
  if (cost !== undefined) return cost;
  // Not heard between vowels either, which then run together: Zabihullah, Zabiullah.
  const [these, those] = [SILENT.test(a), SILENT.test(b)];
  if (these === those) return undefined;
  const without = compareSounds(these ? dropSilent(a) : a, those ? dropSilent(b) : b);
  return without === undefined ? undefined : without + 0.25;
}

const SILENT = /[aeiou]h[aeiou]/i;
const dropSilent = (word: string): string => word.slice(0, LONGEST).replace(/([aeiou])h(?=[aeiou])/gi, '$1');

function compareSounds(a: string, b: string): number | undefined {
  const [these, those] = [readSounds(a), readSounds(b)];
  if (Math.abs(these.length - those.length) > 2) return undefined;
  let row = [0];
  // At the beginning an h is heard: Hamad is not Ahmad.
  for (const [at, sound] of those.entries()) row.push(row.at(-1)! + (at === 0 ? FAR : leave(sound)));
  for (const [at, sound] of these.entries()) {
    const next = [row[0]! + (at === 0 ? FAR : leave(sound))];
    for (const [to, other] of those.entries()) {
      next.push(
        Math.min(row[to]! + weigh(sound, other), row[to + 1]! + leave(sound), next[to]! + leave(other)),
      );
    }
    row = next;
  }
  const cost = row.at(-1)!;
  const length = Math.min(these.length, those.length);
  return cost <= Math.min(1.25, length <= 3 ? 0.25 : 0.18 * length) ? cost : undefined;
}

/** Sounds of a word that may have one vowel more or less than another. */
const LONG_ENOUGH = 5;

/**
 * Whether one of two longer words only has a vowel within that the other leaves out, as one tongue writes what another does not
 * hear: Afwerki, Afewerki. It says little, and counts only where all else is the same.
 */
export function isVowelLeftOut(a: string, b: string): boolean {
  const [short, long] = [readSounds(a), readSounds(b)].sort((x, y) => x.length - y.length);
  if (short!.length < LONG_ENOUGH || long!.length !== short!.length + 1) return false;
  const at = short!.findIndex((sound, index) => sound !== long![index]);
  return (
    at > 0 &&
    /^[A-Z]/.test(long![at]!) &&
    short!.every((sound, index) => index < at || sound === long![index + 1])
  );
}

const KEY_OF: Readonly<Record<string, string>> = {
  k: 'K', 'k*': 'K', g: 'K', kh: 'K', ch: 'K', j: 'J', zh: 'J', t: 'T', 't*': 'T', d: 'T', 'd*': 'T', s: 'S', z: 'S', ts: 'S', sh: 'S',
  shch: 'S', f: 'F', v: 'F', ks: 'KS', h: '',
}; // biome-ignore format: a table
/** Sounds that are looked up under another key too. */
const OTHER_KEY: Readonly<Record<string, string>> = {
  kh: '', ch: 'S', j: 'K', 't*': 'S', 'd*': 'S', ts: 'K', k: 'S',
}; // biome-ignore format: a table
const MOST_KEYS = 4;

/**
 * Keys under which a word is found: two that can be spellings of one name have at least one in common.
 *
 * @example
 * makeSoundKeys('Jamal'); // ['JML', 'KML']
 */
export function makeSoundKeys(word: string): readonly string[] {
  let keys = [''];
  for (const sound of readSounds(word)) {
    if (/^[A-Z]/.test(sound)) continue;
    const key = KEY_OF[sound] ?? sound.toUpperCase();
    const other = OTHER_KEY[sound];
    const ends = other === undefined || keys.length >= MOST_KEYS || sound === 'k' ? [key] : [key, other];
    keys = keys.flatMap((start) => ends.map((end) => (start.endsWith(end) ? start : start + end)));
  }
  return [...new Set(keys.map((key) => key.slice(0, 4)))];
}
