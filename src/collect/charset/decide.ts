import { isAscii } from 'node:buffer';
import { PageError } from '../../model/errors.ts';
import { type Declared, findDeclared } from './declared.ts';
import { decodeBytes } from './encodings.ts';
import { guessEncoding, scoreEncoding } from './statistics.ts';
import { isSurelyUtf8, lookAtUtf8, type Utf8Look } from './utf-8.ts';
import { findUtf16 } from './utf-16.ts';

/** The encoding that bytes are in, why, and what was odd. */
export interface Decision {
  readonly encoding: string;
  /** See `DecodedPage.charsetEvidence`. */
  readonly evidence: string;
  readonly warnings: readonly string[];
  /** Bytes at the end that are left out: a character that is cut off. */
  readonly cut: number;
}

/** Below this the text is implausible in an encoding; see `scoreLetters`. */
const IMPLAUSIBLE = -4.6;
/** By how much another encoding must be more plausible to be believed over the page. */
const MUCH_BETTER = 1.5;

/**
 * Decides on the encoding of a page: byte order mark, then what the page declares where it fits the bytes, then UTF-8
 * where they are that, then statistics. What a page declares is often wrong, so that it is believed only as far as the bytes
 * allow, and overruled with a warning.
 *
 * @param shown The page's name in errors.
 * @throws PageError for UTF-32, which no browser reads either.
 */
export function decideEncoding(bytes: Uint8Array, contentType: string | undefined, shown: string): Decision {
  const mark = findByteOrderMark(bytes, shown);
  if (mark !== undefined)
    return {
      encoding: mark,
      evidence: 'byte order mark',
      warnings: [],
      cut: mark === 'utf-8' ? measureCut(bytes) : 0,
    };
  const declared = findDeclared(bytes, contentType);
  const wide = findUtf16(bytes);
  if (wide !== undefined)
    return { encoding: wide, evidence: 'statistics', warnings: warnOf(declared, wide), cut: 0 };
  const look = lookAtUtf8(bytes);
  const fitting = declared.find((each) => fits(bytes, each, look));
  if (fitting !== undefined) {
    const encoding =
      fitting.encoding.startsWith('utf-16') && fitting.by !== 'header' ? 'utf-8' : fitting.encoding;
    return finish(bytes, look, {
      encoding,
      evidence: fitting.by,
      warnings: warnOf(declared, encoding),
      cut: 0,
    });
  }
  return finish(bytes, look, decideUndeclared(bytes, look, declared));
}

function decideUndeclared(bytes: Uint8Array, look: Utf8Look, declared: readonly Declared[]): Decision {
  if (look.isUtf8 || !hasUpper(bytes)) {
    return { encoding: 'utf-8', evidence: 'valid UTF-8', warnings: warnOf(declared, 'utf-8'), cut: 0 };
  }
  const guess = guessEncoding(bytes);
  if (guess === undefined) {
    return {
      encoding: 'windows-1252',
      evidence: 'default',
      warnings: warnOf(declared, 'windows-1252'),
      cut: 0,
    };
  }
  const doubt =
    guess.score < IMPLAUSIBLE ? ['its encoding is uncertain: letters beyond A to Z may be wrong'] : [];
  return {
    encoding: guess.encoding,
    evidence: 'statistics',
    warnings: [...warnOf(declared, guess.encoding), ...doubt],
    cut: 0,
  };
}

/** What is odd about the bytes in the encoding decided on. */
function finish(bytes: Uint8Array, look: Utf8Look, decision: Decision): Decision {
  if (decision.encoding !== 'utf-8') return decision;
  const cut = look.isCut ? measureCut(bytes) : 0;
  const warnings = [...decision.warnings];
  if (cut > 0) warnings.push('it ends in the middle of a character; what comes before was read');
  if (look.wrong > 0)
    warnings.push(`${look.wrong} ${look.wrong === 1 ? 'byte is' : 'bytes are'} no UTF-8 and became \ufffd`);
  return { ...decision, warnings, cut };
}

function findByteOrderMark(bytes: Uint8Array, shown: string): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new PageError(shown, 'is in UTF-32, which is not read', 'Save it as UTF-8.');
  }
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** Whether the bytes can well be what the page says they are. */
function fits(bytes: Uint8Array, { encoding, by }: Declared, look: Utf8Look): boolean {
  if (encoding === 'utf-8') return look.isUtf8 || !hasUpper(bytes);
  // In a meta element UTF-16 is a mistake, since the element could not have been read; the standard takes it for UTF-8.
  if (encoding.startsWith('utf-16'))
    return by === 'header' ? look.wrong > 0 : look.isUtf8 || !hasUpper(bytes);
  if (encoding === 'iso-2022-jp') return !hasUpper(bytes);
  if (!hasUpper(bytes)) return true;
  const isMultiByte = /^(gb|big5|euc|shift)/.test(encoding);
  // A character of three bytes, or several of two, are UTF-8 by chance only where pairs of high bytes are the rule.
  if (look.wrong === 0 && !look.isCut && (!isMultiByte || isSurelyUtf8(bytes))) return false;
  if (isMultiByte) return countShare(decodeBytes(bytes.subarray(0, 200_000), encoding), '\ufffd') < 0.02;
  const score = scoreEncoding(bytes, encoding);
  if (score === undefined || score >= IMPLAUSIBLE) return true;
  const guess = guessEncoding(bytes);
  return guess === undefined || guess.score < score + MUCH_BETTER;
}

function hasUpper(bytes: Uint8Array): boolean {
  return !isAscii(bytes) || bytes.includes(0x1b);
}

/** Share of a character among those beyond ASCII. */
function countShare(text: string, character: string): number {
  let found = 0;
  let upper = 0;
  for (const each of text) {
    if (each >= '\u0080') upper += 1;
    if (each === character) found += 1;
  }
  return upper === 0 ? 0 : found / upper;
}

/** Bytes of an unfinished UTF-8 character at the end. */
function measureCut(bytes: Uint8Array): number {
  for (let size = 1; size <= 3 && size <= bytes.length; size += 1) {
    const byte = bytes[bytes.length - size]!;
    if (byte >= 0xc2 && byte <= 0xf4) return size < (byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4) ? size : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function warnOf(declared: readonly Declared[], encoding: string): readonly string[] {
  return declared
    .filter(
      (each) => each.encoding !== encoding && !(each.encoding.startsWith('utf-16') && encoding === 'utf-8'),
    )
    .map((each) => `its ${each.by} says ${each.label}, which does not fit its bytes; read as ${encoding}`)
    .slice(0, 1);
}
