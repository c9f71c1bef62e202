import { createRequire } from 'node:module';
import type { Match } from 'chardet';
import { decodeBytes, isValid } from './encodings.ts';
import { LETTER_PROFILES } from './letters.ts';
import { scoreIdeographs, scoreLetters } from './plausibility.ts';

/** An encoding that fits, and how plausible the text is in it: see `scoreLetters`. */
export interface Guess {
  readonly encoding: string;
  readonly score: number;
}

/** Bytes of text beyond mark-up that are looked at. */
const SAMPLE = 32_768;

const SINGLE_BYTE = [...new Set(LETTER_PROFILES.flatMap((profile) => profile.encodings))];

/** Encodings of which hardly a page exists must be the clearer choice. */
const RARE: ReadonlyMap<string, number> = new Map([
  ['macintosh', 1],
  ['x-mac-cyrillic', 1],
  ['ibm866', 0.3],
]);

/** Loaded when first needed, for hardly a page is, and loading it takes a while. */
let chardet: typeof import('chardet') | undefined;

function analyse(sample: Uint8Array): readonly Match[] {
  chardet ??= createRequire(import.meta.url)('chardet') as typeof import('chardet');
  return chardet.analyse(sample);
}

/** chardet's names of the encodings it knows well, those of two and more bytes, and the WHATWG names. */
const MULTI_BYTE: ReadonlyMap<string, string> = new Map([
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['ISO-2022-JP', 'iso-2022-jp'],
  ['EUC-KR', 'euc-kr'],
  ['Big5', 'big5'],
  ['GB18030', 'gb18030'],
]);

/**
 * The encoding in which bytes that declare none, or a wrong one, make the most plausible text. For one-byte encodings
 * letters decide, as chardet needs some hundred of them, takes DOS Cyrillic for windows-1252 and knows neither Thai nor
 * Persian; for the others chardet decides, and letters must not contradict it. Undefined for bytes without any above 0x7F.
 *
 * @example
 * guessEncoding(bytesOfRussianText)?.encoding; // 'koi8-r'
 */
export function guessEncoding(bytes: Uint8Array): Guess | undefined {
  const sample = takeSample(bytes);
  const guesses = [...guessMultiByte(sample), ...guessSingleByte(sample)];
  let best: Guess | undefined;
  for (const guess of guesses) if (best === undefined || guess.score > best.score) best = guess;
  return best;
}

/** How plausible the bytes are in one encoding; undefined where they are all ASCII or the encoding's languages are not known. */
export function scoreEncoding(bytes: Uint8Array, encoding: string): number | undefined {
  const sample = takeSample(bytes);
  const text = decodeBytes(sample, encoding);
  return [...MULTI_BYTE.values(), 'gbk'].includes(encoding)
    ? scoreIdeographs(text, encoding)
    : scoreLetters(text, encoding);
}

function* guessSingleByte(sample: Uint8Array): Generator<Guess> {
  for (const encoding of SINGLE_BYTE) {
    const score = scoreLetters(decodeBytes(sample, encoding), encoding);
    if (score !== undefined) yield { encoding, score: score - (RARE.get(encoding) ?? 0) };
  }
}

function* guessMultiByte(sample: Uint8Array): Generator<Guess> {
  for (const { name, confidence } of analyse(sample)) {
    const encoding = MULTI_BYTE.get(name);
    if (encoding === undefined || confidence < 20 || !isValid(sample, encoding, true)) continue;
    const score = scoreIdeographs(decodeBytes(sample, encoding), encoding);
    if (score !== undefined) yield { encoding, score: score + (confidence - 60) / 60 };
  }
}

/**
 * The text between tags in which bytes above 0x7F stand: mark-up is ASCII and says nothing. None of the encodings has
 * `<` or `>` as the second byte of a character.
 */
function takeSample(bytes: Uint8Array): Uint8Array {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < buffer.length && size < SAMPLE; ) {
    const open = buffer.indexOf(0x3c, at);
    const piece = buffer.subarray(at, Math.min(open < 0 ? buffer.length : open, at + SAMPLE));
    if (piece.some((byte) => byte >= 0x80 || byte === 0x1b)) {
      pieces.push(piece, Buffer.from(' '));
      size += piece.length;
    }
    const close = open < 0 ? -1 : buffer.indexOf(0x3e, open);
    at = open < 0 || close < 0 ? buffer.length : close + 1;
  }
  return Buffer.concat(pieces);
}
