import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** First eight bytes of every weight file. */
export const MAGIC = 'TOCSINW1';

/** One array in the file. */
export interface Section {
  readonly type: 'i8' | 'u8' | 'u16' | 'i32' | 'f32';
  /** Bytes from the start of the body; a multiple of four. */
  readonly offset: number;
  /** Number of elements. */
  readonly length: number;
}

/** What the file says of itself, before the arrays. */
export interface WeightHeader {
  /** `tagger`, `parser` or `lemmas`. */
  readonly model: string;
  readonly made: string;
  readonly licence: string;
  /** SHA-256 of each training file. */
  readonly data: Readonly<Record<string, string>>;
  /** SHA-256 of the body. */
  readonly sha256: string;
  readonly sections: Readonly<Record<string, Section>>;
  /** Lists of names and numbers that belong to the model. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A weight file in memory. */
export interface Weights {
  readonly header: WeightHeader;
  i8(name: string): Int8Array;
  u8(name: string): Uint8Array;
  u16(name: string): Uint16Array;
  i32(name: string): Int32Array;
  f32(name: string): Float32Array;
  /** A setting that is a list of strings. */
  strings(name: string): readonly string[];
}

const REMEDY = 'Install the package again, or make the models anew as models/README.md says';

/**
 * Reads and checks one weight file: magic, header, length and checksum.
 *
 * @throws Error where the file is missing, cut off, changed or of another kind; it says which and what to do
 */
export function readWeights(folder: URL, name: string): Weights {
  const url = new URL(name, folder);
  const path = fileURLToPath(url);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(`${path}: the language model cannot be read. ${REMEDY}`, { cause: error });
  }
  return parseWeights(bytes, path);
}

/** Parses the bytes of a weight file; `path` is named in errors. */
export function parseWeights(bytes: Uint8Array, path: string): Weights {
  const fail = (problem: string): never => {
    throw new Error(`${path}: ${problem}. ${REMEDY}`);
  };
  if (bytes.length < 12 || Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== MAGIC) {
    return fail('this is no weight file');
  }
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  if (12 + size > bytes.length) return fail('the weight file is cut off');
  const view = bytes.subarray(12 + size);
  // Typed arrays must begin at a multiple of four: headers are filled up with blanks so that they do in a file just read.
  const body = view.byteOffset % 4 === 0 ? view : new Uint8Array(view);
  const header = readHeader(bytes.subarray(12, 12 + size), path);
  if (createHash('sha256').update(body).digest('hex') !== header.sha256) {
    return fail('the weight file does not match its checksum');
  }
  const section = (key: string, type: Section['type']): Section => {
    const found = Object.hasOwn(header.sections, key) ? header.sections[key] : undefined;
    if (found?.type !== type) return fail(`the weight file has no ${type} array ${key}`);
    return found;
  };
  const at = (key: string, type: Section['type']): [ArrayBuffer, number, number] => {
    const { offset, length } = section(key, type);
    return [body.buffer as ArrayBuffer, body.byteOffset + offset, length];
  };
  return {
    header,
    i8: (key) => new Int8Array(...at(key, 'i8')),
    u8: (key) => new Uint8Array(...at(key, 'u8')),
    u16: (key) => new Uint16Array(...at(key, 'u16')),
    i32: (key) => new Int32Array(...at(key, 'i32')),
    f32: (key) => new Float32Array(...at(key, 'f32')),
    strings: (key) => {
      const list = header.settings[key];
      if (!Array.isArray(list) || !list.every((s) => typeof s === 'string')) {
        return fail(`the weight file has no list ${key}`);
      }
      return list;
    },
  };
}

function readHeader(bytes: Uint8Array, path: string): WeightHeader {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as WeightHeader;
  } catch (error) {
    throw new Error(`${path}: the header of the weight file is damaged. ${REMEDY}`, { cause: error });
  }
}

const ELEMENT_TYPES = {
  Int8Array: 'i8',
  Uint8Array: 'u8',
  Uint16Array: 'u16',
  Int32Array: 'i32',
  Float32Array: 'f32',
};

/** Puts a weight file together; the inverse of `parseWeights`. */
export function packWeights(
  facts: Omit<WeightHeader, 'sha256' | 'sections'>,
  arrays: Readonly<Record<string, Int8Array | Uint8Array | Uint16Array | Int32Array | Float32Array>>,
): Uint8Array {
  const sections: Record<string, Section> = {};
  const parts: Buffer[] = [];
  let offset = 0;
  for (const [name, array] of Object.entries(arrays)) {
    const type = ELEMENT_TYPES[array.constructor.name as keyof typeof ELEMENT_TYPES] as Section['type'];
    sections[name] = { type, offset, length: array.length };
    const padding = (4 - (array.byteLength % 4)) % 4;
    parts.push(Buffer.from(array.buffer, array.byteOffset, array.byteLength), Buffer.alloc(padding));
    offset += array.byteLength + padding;
  }
  const body = Buffer.concat(parts);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const json = JSON.stringify({ ...facts, sha256, sections });
  const header = Buffer.from(json + ' '.repeat((4 - (Buffer.byteLength(json) % 4)) % 4));
  const head = Buffer.alloc(12);
  head.write(MAGIC, 0, 'latin1');
  head.writeUInt32LE(header.length, 8);
  return Buffer.concat([head, header, body]);
}
