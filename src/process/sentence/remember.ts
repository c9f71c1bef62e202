import type { ParsedSentence } from './parsed.ts';

let places = 0;

/**
 * What `make` works out of a sentence, remembered on the sentence itself. Not in a WeakMap: quick garbage collections
 * keep its values whether or not their keys are still in use, so that much of what one page took outlived several.
 * A sentence without a memory is worked out anew each time.
 */
export function perSentence<T>(make: (sentence: ParsedSentence) => T): (sentence: ParsedSentence) => T {
  const place = places++;
  return (sentence) => {
    const memory = sentence.memory as T[] | undefined;
    if (memory === undefined) return make(sentence);
    while (memory.length <= place) memory.push(undefined as T);
    const known = memory[place];
    if (known !== undefined) return known;
    const made = make(sentence);
    memory[place] = made;
    return made;
  };
}
