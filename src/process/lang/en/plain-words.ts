/** What a character below 128 is to a plain word or sign; several may hold. */
const KINDS = new Uint8Array(128);
const LETTER = 1;
/** No pattern goes on with it behind a word of letters. */
const ENDS_WORD = 2;
/** A word of its own, whatever follows. */
const ALONE = 4;

for (let code = 0; code < 128; code++) {
  const sign = String.fromCharCode(code);
  if (/[A-Za-z]/.test(sign)) KINDS[code]! |= LETTER;
  if (/[\t\n\r !"(),/;?[\]]/.test(sign)) KINDS[code]! |= ENDS_WORD;
  if (/[,()"%/\]$]/.test(sign)) KINDS[code]! |= ALONE;
}

const [BLANK, DOT] = [32, 46];
/** Longer words are left to the patterns, whose repeats are bounded. */
const LONGEST = 60;
/** Longer words are no abbreviations. */
const LONGEST_ABBREVIATION = 7;

/**
 * End of a word of plain letters at an offset where no pattern can match anything but just that: `said` before a blank,
 * not `don` before an apostrophe. The offset itself where the patterns must be tried.
 */
export function plainWordEnd(text: string, at: number): number {
  const stop = Math.min(at + LONGEST, text.length);
  let end = at;
  while (end < stop && isKind(text.charCodeAt(end), LETTER)) end++;
  if (end === at || end === at + LONGEST) return at;
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  if (isKind(next, ENDS_WORD) || isWideSign(next)) return end;
  if (next !== DOT || end - at <= LONGEST_ABBREVIATION) return at;
  return end + 1 === text.length || text.charCodeAt(end + 1) <= BLANK ? end : at;
}

/** Whether the character at an offset is a word of its own, as no pattern takes more with it. */
export function standsAlone(text: string, at: number, touchesWord: boolean): boolean {
  const code = text.charCodeAt(at);
  if (isKind(code, ALONE) || isWideSign(code)) return true;
  return code === DOT && touchesWord && text.charCodeAt(at + 1) !== DOT;
}

/** Whether there is one blank at an offset and something visible after it. */
export function isSingleBlank(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== BLANK) return false;
  const next = text.charCodeAt(at + 1);
  return (next > BLANK && next < 128) || isWideSign(next);
}

/** `“`, `”`, `–`, `—`. */
function isWideSign(code: number): boolean {
  return code === 0x201c || code === 0x201d || code === 0x2013 || code === 0x2014;
}

function isKind(code: number, kind: number): boolean {
  return code < 128 && (KINDS[code]! & kind) !== 0;
}
