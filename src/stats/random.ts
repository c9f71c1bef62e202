/**
 * Numbers from 0 up to and without 1 that look random and are the same for the same seed: mulberry32, a small generator
 * with a state of 32 bits. Fit for tests, samples and bootstraps, not for secrets.
 *
 * @example
 * const random = makeRandom(7);
 * random(); // the same number each time the program runs
 */
export function makeRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
