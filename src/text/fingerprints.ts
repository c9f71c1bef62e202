/** A sequence of words by its hash, and the number of its first word. */
export interface Fingerprint {
  readonly hash: number;
  readonly at: number;
}

export interface FingerprintSettings {
  /** Words in a sequence. */
  readonly size?: number;
  /** Of so many neighbouring sequences one is kept. */
  readonly window?: number;
  /** Fingerprints kept at most, from the beginning on. */
  readonly limit?: number;
}

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Fingerprints of a sequence of words (winnowing, Schleimer, Wilkerson and Aiken 2003): of every `window` neighbouring
 * sequences of `size` words the one with the lowest hash is kept. Two texts that share `size + window - 1` words in a row
 * share a fingerprint; and as long as `window` is not above `size`, neighbouring fingerprints leave no word between them out.
 *
 * @example
 * findFingerprints(['a', 'b', 'c', 'd', 'e'], { size: 5 }); // one fingerprint at 0
 */
export function findFingerprints(
  words: readonly string[],
  { size = 5, window = 4, limit = 512 }: FingerprintSettings = {},
): Fingerprint[] {
  const hashes = hashSequences(words, size);
  const kept: Fingerprint[] = [];
  let last = -1;
  // A text shorter than a window still has its lowest one.
  const windows = hashes.length === 0 ? 0 : Math.max(1, hashes.length - window + 1);
  for (let from = 0; from < windows && kept.length < limit; from++) {
    let lowest = from;
    const to = Math.min(from + window, hashes.length);
    // The rightmost of equals, so that neighbouring windows agree on it.
    for (let at = from + 1; at < to; at++) if (hashes[at]! <= hashes[lowest]!) lowest = at;
    if (lowest === last) continue;
    last = lowest;
    kept.push({ hash: hashes[lowest]!, at: lowest });
  }
  return kept;
}

function hashSequences(words: readonly string[], size: number): number[] {
  const each = words.map(hashWord);
  const hashes: number[] = [];
  for (let from = 0; from + size <= each.length; from++) {
    let hash = FNV_OFFSET;
    for (let at = from; at < from + size; at++) hash = mix(hash ^ each[at]!);
    hashes.push(hash >>> 0);
  }
  return hashes;
}

function hashWord(word: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME);
  return hash;
}

/** Spreads all bits over all bits: the words' own hashes are too alike in their low ones. */
function mix(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
