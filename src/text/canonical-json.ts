/** Values nested deeper than this are refused rather than run out of stack. */
const DEEPEST = 500;

/** With the flag `u` whole pairs are one character, so that only halves are found. */
const HALF_PAIR = /\p{Surrogate}/u;

/**
 * A value as canonical JSON (RFC 8785): no white space, the names of each object in order of their UTF-16 code units, numbers
 * and strings as JavaScript writes them. The same value always gives the same characters, so that a hash or a signature over
 * them can be checked by anybody.
 *
 * Fields that are `undefined` are left out, as absent ones are.
 *
 * @throws TypeError for what JSON cannot say: NaN, Infinity, functions, symbols, big integers, `undefined` (save as a field),
 *   class instances such as Date, cycles, and strings with half a surrogate pair, which have no UTF-8 form.
 * @example
 * canonicalJson({ b: 1.0, a: ['é', -0] }); // '{"a":["é",0],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, []);
}

/** Names and numbers of the values that hold the one at hand, outermost first; one list, which grows and shrinks on the way. */
type Place = (string | number)[];

function write(value: unknown, place: Place): string {
  if (place.length > DEEPEST) throw refuse(place, `is nested more than ${DEEPEST} deep, or holds itself`);
  if (typeof value === 'string') return writeString(value, place);
  if (typeof value === 'number') return writeNumber(value, place);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return writeArray(value, place);
  if (typeof value === 'object') return writeObject(value, place);
  throw refuse(place, value === undefined ? 'is undefined' : `is a ${typeof value}`);
}

/** Characters that stand for themselves: nothing in such a string has to be escaped. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/u;

function writeString(value: string, place: Place): string {
  if (PLAIN.test(value)) return `"${value}"`;
  // JSON.stringify would escape half a pair; the RFC demands an error, since it is no Unicode text.
  if (HALF_PAIR.test(value)) throw refuse(place, 'holds half a surrogate pair');
  return JSON.stringify(value);
}

function writeNumber(value: number, place: Place): string {
  if (!Number.isFinite(value)) throw refuse(place, `is ${value}`);
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], place: Place): string {
  let text = '';
  // By numbers, so that the holes of a sparse array are seen too, and refused as undefined.
  for (let i = 0; i < value.length; i += 1) {
    place.push(i);
    text += `${i === 0 ? '' : ','}${write(value[i], place)}`;
    place.pop();
  }
  return `[${text}]`;
}

function writeObject(value: object, place: Place): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refuse(place, 'is no plain object');
  const fields = value as Readonly<Record<string, unknown>>;
  let text = '';
  // Without a comparison of one's own strings are sorted by UTF-16 code units, as the RFC wants.
  for (const name of Object.keys(fields).sort()) {
    const field = fields[name];
    if (field === undefined) continue;
    place.push(name);
    text += `${text === '' ? '' : ','}${writeString(name, place)}:${write(field, place)}`;
    place.pop();
  }
  return `{${text}}`;
}

function refuse(place: Place, what: string): TypeError {
  const path = place.map((each) => (typeof each === 'number' ? `[${each}]` : `.${each}`)).join('');
  const where = path === '' ? 'the value' : path.length > 120 ? `${path.slice(0, 120)}…` : path;
  return new TypeError(`no canonical JSON: ${where} ${what}`);
}
