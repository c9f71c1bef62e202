/** Gives a part of a text as a string, the same string for the same characters as long as it is remembered. */
export type Forms = (text: string, from: number, to: number) => string;

/** Longer forms are rare, and need not be remembered. */
const LONGEST = 60;

/**
 * Remembers the word forms of texts. A text holds few different words: finding one again is cheaper than cutting it out,
 * and a string that is used again knows its hash, by which all that is remembered of words is found. When more than
 * `limit` forms were seen the memory is begun anew, so that hostile text cannot make it grow for ever.
 *
 * @example
 * const forms = makeForms(10_000);
 * forms('the port', 4, 8); // 'port'
 */
export function makeForms(limit: number): Forms {
  let size = 1024;
  while (size < 2 * limit) size *= 2;
  const last = size - 1;
  const known = new Array<string>(size).fill('');
  const hashes = new Int32Array(size);
  let count = 0;
  return (text, from, to) => {
    if (to - from > LONGEST || to <= from) return text.slice(from, to);
    let hash = 0x811c9dc5;
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & last;
    for (let form = known[slot]!; form !== ''; form = known[slot]!) {
      if (hashes[slot] === hash && isAt(form, text, from, to)) return form;
      slot = (slot + 1) & last;
    }
    if (count >= limit) {
      known.fill('');
      count = 0;
      slot = (hash ^ (hash >>> 15)) & last;
    }
    const form = copyOut(text, from, to);
    known[slot] = form;
    hashes[slot] = hash;
    count++;
    return form;
  };
}

/** A copy, since a part of a text would hold on to the whole for as long as it is remembered. */
const copyOut = (text: string, from: number, to: number): string => ` ${text.slice(from, to)}`.slice(1);

function isAt(form: string, text: string, from: number, to: number): boolean {
  if (form.length !== to - from) return false;
  for (let i = 0; i < form.length; i++) {
    if (form.charCodeAt(i) !== text.charCodeAt(from + i)) return false;
  }
  return true;
}
