import { type Arithmetic, type CodedMatrix, PLAIN } from './arithmetic.ts';
import { KERNEL } from './kernel-bytes.ts';

/** What `kernel.wat` exports; pointers are bytes, lengths numbers. */
interface Exports {
  addProducts(w: number, x: number, y: number, rows: number, columns: number, count: number): void;
  code(x: number, codes: number, units: number, columns: number, count: number): void;
  addCodedProducts(
    w: number,
    scales: number,
    x: number,
    units: number,
    y: number,
    rows: number,
    columns: number,
    count: number,
  ): void;
  addRows(table: number, starts: number, count: number, y: number, width: number): void;
  addTo(y: number, x: number, length: number): void;
  cutNegatives(y: number, length: number): void;
  squash(y: number, length: number): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** The part of WebAssembly's interface that is used here; Node's types do not declare it. */
declare const WebAssembly:
  | {
      readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => Memory;
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    }
  | undefined;

const PAGE = 65_536;

/**
 * Arithmetic in the memory of a WebAssembly module, four numbers at a time, with room for the given number of floats. Its memory never grows, since growing would cut off the
 * arrays in it: what does not fit gets an array outside and is summed by plain code, and so is every array whose length
 * is no multiple of four. Without WebAssembly (`node --jitless`) everything is plain.
 *
 * @example
 * const kernel = makeKernel(1_000_000);
 * const matrix = kernel.keep(weights);
 */
export function makeKernel(room: number): Arithmetic {
  if (typeof WebAssembly === 'undefined') return PLAIN;
  const pages = Math.ceil((4 * room) / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const bytes = Buffer.from(KERNEL, 'base64');
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { tocsin: { memory } });
  return makeArithmetic(memory.buffer, instance.exports as Exports);
}

function makeArithmetic(memory: ArrayBuffer, run: Exports): Arithmetic {
  let kept = 0;
  let used = 0;
  // Every array begins at a multiple of sixteen bytes, so that no load crosses a line of the cache.
  const take = (length: number): number => {
    const at = used;
    if (at + 4 * length > memory.byteLength) return -1;
    used = (at + 4 * length + 15) & ~15;
    return at;
  };
  const keepInts = (length: number): Int32Array => {
    const at = take(length);
    kept = used;
    return at < 0 ? new Int32Array(length) : new Int32Array(memory, at, length);
  };
  const floats = (length: number): Float32Array => {
    const at = take(length);
    return at < 0 ? new Float32Array(length) : new Float32Array(memory, at, length).fill(0);
  };
  const keep = (values: Float32Array): Float32Array => {
    const copy = floats(values.length);
    copy.set(values);
    kept = used;
    return copy;
  };
  const reset = (): void => {
    used = kept;
  };
  const coded: CodedMatrices = new Map();
  const keepMatrix = (values: Float32Array, { codes, scales }: CodedMatrix): Float32Array => {
    const copy = keep(values);
    const codesAt = take(Math.ceil(codes.length / 2));
    const scalesAt = codesAt < 0 ? -1 : take(scales.length);
    const columns = codes.length / scales.length;
    if (copy.buffer !== memory || scalesAt < 0 || columns % 8 !== 0 || columns > MOST_CODED) return copy;
    new Int16Array(memory, codesAt, codes.length).set(codes);
    new Float32Array(memory, scalesAt, scales.length).set(scales);
    kept = used;
    coded.set(copy.byteOffset, { codes: codesAt, scales: scalesAt });
    return copy;
  };
  /** Does something with room that is free again afterwards, at its address; with -1 where there is none. */
  const borrow = (length: number, use: (at: number) => void): void => {
    const before = used;
    use(take(length));
    used = before;
  };
  return { floats, keep, keepMatrix, keepInts, reset, ...makeSums(memory, run, { coded, borrow }) };
}

/** Where the codes and scales of a matrix lie, by the address of its floats. */
type CodedMatrices = Map<number, { readonly codes: number; readonly scales: number }>;

/** Columns of whole numbers whose products surely have a sum within four bytes: 127 · 32,767 · 512 < 2³¹. */
const MOST_CODED = 512;

/** The sums: in the kernel where all arrays lie in its memory and four numbers at a time leave nothing over. */
function makeSums(
  memory: ArrayBuffer,
  run: Exports,
  {
    coded,
    borrow,
  }: {
    readonly coded: CodedMatrices;
    readonly borrow: (length: number, use: (at: number) => void) => void;
  },
): Pick<Arithmetic, 'addProducts' | 'addRows' | 'addTo' | 'cutNegatives' | 'squash'> {
  const fits = (y: Float32Array, x: Float32Array): boolean =>
    y.buffer === memory && x.buffer === memory && (y.length & 3) === 0;
  return {
    addProducts: (w, x, xAt, y, yAt, extent) => {
      const { rows, columns, count } = extent;
      if (count <= 0) return;
      if (!fits(y, x) || w.buffer !== memory || (columns & 3) !== 0) {
        PLAIN.addProducts(w, x, xAt, y, yAt, extent);
        return;
      }
      const from = x.byteOffset + 4 * xAt;
      const to = y.byteOffset + 4 * yAt;
      const matrix = coded.get(w.byteOffset);
      if (matrix === undefined) {
        run.addProducts(w.byteOffset, from, to, rows, columns, count);
        return;
      }
      // Whole numbers of two bytes for the vectors, one float a vector for what they are worth.
      const length = (count * columns) / 2;
      borrow(length + count, (at) => {
        if (at < 0) run.addProducts(w.byteOffset, from, to, rows, columns, count);
        else {
          const units = at + 4 * length;
          run.code(from, at, units, columns, count);
          run.addCodedProducts(matrix.codes, matrix.scales, at, units, to, rows, columns, count);
        }
      });
    },
    addRows: (y, table, starts, count = starts.length) => {
      if (!fits(y, table) || starts.buffer !== memory) PLAIN.addRows(y, table, starts, count);
      else run.addRows(table.byteOffset, starts.byteOffset, count, y.byteOffset, y.length);
    },
    addTo: (y, x) => {
      if (fits(y, x)) run.addTo(y.byteOffset, x.byteOffset, y.length);
      else PLAIN.addTo(y, x);
    },
    cutNegatives: (y) => {
      if (fits(y, y)) run.cutNegatives(y.byteOffset, y.length);
      else PLAIN.cutNegatives(y);
    },
    squash: (y) => {
      if (fits(y, y)) run.squash(y.byteOffset, y.length);
      else PLAIN.squash(y);
    },
  };
}
