import { type Fingerprint, findFingerprints } from '../../text/fingerprints.ts';
import { splitWords, type Word } from '../../text/words.ts';

/** Words in a sequence, and of how many neighbouring sequences one is kept. */
export const SEQUENCE = 5;
/** Words of a text that are looked at, and fingerprints kept. */
const MOST_WORDS = 3000;
const MOST_FINGERPRINTS = 512;
/** A text with fewer words of its own than this is not compared: a headline is not copied, it is alike. */
const FEWEST_WORDS = 40;

/** What somebody else said, between quotation marks: whoever reports it has the same words without copying. */
const QUOTATION = /“[^“”\n]{1,1500}”|"[^"\n]{1,1500}"|«[^«»\n]{1,1500}»|„[^„“”\n]{1,1500}[“”]/gu;

/** A text's own wording: fingerprints of its word sequences, and where its words stand. */
export interface Wording {
  readonly fingerprints: readonly Fingerprint[];
  readonly words: readonly Word[];
}

/**
 * The wording of a text without what it quotes; a sequence never runs across a quotation. Empty where the text is too short
 * to be compared.
 *
 * @example
 * findWording('Officials said “we saw nothing of it” and left.').fingerprints; // [], too short
 */
export function findWording(text: string): Wording {
  const words: Word[] = [];
  const fingerprints: Fingerprint[] = [];
  let own = 0;
  for (const [from, to] of splitAtQuotations(text)) {
    const stretch = splitWords(text.slice(from, to), MOST_WORDS - words.length);
    const first = words.length;
    for (const { text: word, start, end } of stretch)
      words.push({ text: word, start: start + from, end: end + from });
    own += stretch.length;
    const found = findFingerprints(
      stretch.map((word) => word.text.toLowerCase().replace(/’/g, "'")),
      { size: SEQUENCE, limit: MOST_FINGERPRINTS - fingerprints.length },
    );
    for (const { hash, at } of found) fingerprints.push({ hash, at: at + first });
    if (words.length >= MOST_WORDS || fingerprints.length >= MOST_FINGERPRINTS) break;
    // A word that is nobody's stands for the quotation, so that what is before and behind it does not touch.
    words.push({ text: '', start: to, end: to });
  }
  return own < FEWEST_WORDS ? { fingerprints: [], words: [] } : { fingerprints, words };
}

/** The stretches between quotations. */
function splitAtQuotations(text: string): (readonly [from: number, to: number])[] {
  const stretches: (readonly [number, number])[] = [];
  let from = 0;
  for (const match of text.matchAll(QUOTATION)) {
    stretches.push([from, match.index]);
    from = match.index + match[0].length;
  }
  stretches.push([from, text.length]);
  return stretches;
}

/**
 * Fingerprints as a short text for keeping: four bytes of hash and two of place each.
 *
 * @example
 * unpackFingerprints(packFingerprints([{ hash: 7, at: 3 }])); // [{ hash: 7, at: 3 }]
 */
export function packFingerprints(fingerprints: readonly Fingerprint[]): string {
  const bytes = Buffer.alloc(fingerprints.length * 6);
  for (const [index, { hash, at }] of fingerprints.entries()) {
    bytes.writeUInt32LE(hash, index * 6);
    bytes.writeUInt16LE(at, index * 6 + 4);
  }
  return bytes.toString('base64');
}

export function unpackFingerprints(packed: string): Fingerprint[] {
  const bytes = Buffer.from(packed, 'base64');
  const fingerprints: Fingerprint[] = [];
  for (let at = 0; at + 6 <= bytes.length; at += 6)
    fingerprints.push({ hash: bytes.readUInt32LE(at), at: bytes.readUInt16LE(at + 4) });
  return fingerprints;
}
