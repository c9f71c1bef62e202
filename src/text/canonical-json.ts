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
  return write(value, { path: '', depth: 0 });
}

interface Place {
  /** Where in the whole value, for the message: `.reasons[2].text`. */
  readonly path: string;
  readonly depth: number;
}

function write(value: unknown, place: Place): string {
  if (place.depth > DEEPEST) throw refuse(place, `is nested more than ${DEEPEST} deep, or holds itself`);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, place);
  if (typeof value === 'number') return writeNumber(value, place);
  if (Array.isArray(value)) return writeArray(value, place);
  if (typeof value === 'object') return writeObject(value, place);
  throw refuse(place, value === undefined ? 'is undefined' : `is a ${typeof value}`);
}

function writeString(value: string, place: Place): string {
  // JSON.stringify would escape half a pair; the RFC demands an error, since it is no Unicode text.
  if (HALF_PAIR.test(value)) throw refuse(place, 'holds half a surrogate pair');
  return JSON.stringify(value);
}

function writeNumber(value: number, place: Place): string {
  if (!Number.isFinite(value)) throw refuse(place, `is ${value}`);
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], place: Place): string {
  // Array.from visits the holes of a sparse array too, which are then refused as undefined.
  const parts = Array.from(value, (each, index) =>
    write(each, { path: `${place.path}[${index}]`, depth: place.depth + 1 }),
  );
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, place: Place): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw refuse(place, 'is no plain object');
  const parts = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    // Comparing strings with < goes by UTF-16 code units, as the RFC wants.
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, field]) => {
      const at = { path: `${place.path}.${name}`, depth: place.depth + 1 };
      return `${writeString(name, at)}:${write(field, at)}`;
    });
  return `{${parts.join(',')}}`;
}

function refuse({ path }: Place, what: string): TypeError {
  const where = path === '' ? 'the value' : path.length > 120 ? `${path.slice(0, 120)}…` : path;
  return new TypeError(`no canonical JSON: ${where} ${what}`);
}
