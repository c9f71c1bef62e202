import { KERNEL } from './kernel-bytes.ts';

/** What `kernel.wat` exports and explains. Pointers and steps count bytes, lengths numbers. */
export interface Kernel {
  addRows(table: number, starts: number, count: number, y: number, width: number): void;
  product(w: number, step: number, x: number, y: number, rows: number, columns: number): void;
  sumRows(list: number, count: number, first: number, y: number, width: number, vectors: number): void;
  cutAndAdd(y: number, x: number, length: number): void;
  squash(y: number, length: number): void;
  remember(update: number, value: number, x: number, y: number, channels: number, count: number): void;
  code(x: number, codes: number, units: number, columns: number, count: number): void;
  products(
    w: number,
    scales: number,
    x: number,
    units: number,
    from: number,
    fromStep: number,
    y: number,
    yStep: number,
    rows: number,
    columns: number,
    count: number,
  ): void;
  listPairs(codes: number, list: number, columns: number): number;
  listProducts(
    w: number,
    scales: number,
    list: number,
    end: number,
    unit: number,
    from: number,
    y: number,
    rows: number,
    columns: number,
  ): void;
  best(x: number, count: number): number;
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

/** Whether there can be a machine; not with `node --jitless`. */
export function hasMachine(): boolean {
  return typeof WebAssembly !== 'undefined';
}

/** A kernel and the memory that it works in. */
export interface Machine {
  readonly kernel: Kernel;
  readonly memory: ArrayBuffer;
}

/** Compiled once for all machines. */
let module: object | undefined;

/** A machine with a memory of so many bytes, which are noughts at first and never more. */
export function startMachine(bytes: number): Machine {
  if (typeof WebAssembly === 'undefined') throw new Error('there is no WebAssembly');
  const pages = Math.ceil(bytes / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  module ??= new WebAssembly.Module(Buffer.from(KERNEL, 'base64'));
  const instance = new WebAssembly.Instance(module, { tocsin: { memory } });
  return { kernel: instance.exports as Kernel, memory: memory.buffer };
}

/** A memory in the making, and at last a kernel that works in it. */
export interface Room {
  /** The address of so many bytes, which are noughts at first. */
  take(bytes: number): number;
  /** The address of a copy of the numbers. */
  put(numbers: Float32Array | Int16Array): number;
  /** Makes the memory, which holds what was asked for until now and never grows. */
  start(): Machine;
}

/** Every address is a multiple of sixteen, so that no load crosses a line of the cache. */
export function makeRoom(): Room {
  let size = 0;
  const copies: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  const take = (bytes: number): number => {
    const at = size;
    size += (bytes + 15) & ~15;
    return at;
  };
  const put = (numbers: Float32Array | Int16Array): number => {
    const at = take(numbers.byteLength);
    copies.push({ at, bytes: new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength) });
    return at;
  };
  const start = (): Machine => {
    const machine = startMachine(size);
    for (const { at, bytes } of copies) new Uint8Array(machine.memory).set(bytes, at);
    return machine;
  };
  return { take, put, start };
}

/** A matrix as its file has it: a byte a weight, row by row, and what one is worth in each row. */
export interface CodedMatrix {
  readonly codes: Int8Array;
  readonly scales: Float32Array;
}

/** Columns of whole numbers whose products surely have a sum within four bytes: 127 · 32,767 · 512 < 2³¹. */
export const MOST_CODED = 512;

/** Addresses of a matrix for `products` and of what a number is worth in each of its rows. */
export interface PutMatrix {
  readonly w: number;
  readonly scales: number;
}

/** Puts a matrix where `products` can read it; its rows are a multiple of four, its columns of eight. */
export function putMatrix(room: Room, matrix: CodedMatrix): PutMatrix {
  return { w: room.put(pack(matrix)), scales: room.put(matrix.scales) };
}

/**
 * Room for what `listPairs` lists: a place and a pair for every two numbers, and one more, since what is nought is written
 * too and then forgotten.
 */
export function listBytes(columns: number): number {
  return 8 * (columns / 2 + 1);
}

/** The weights in the order in which `products` reads them. */
function pack({ codes, scales }: CodedMatrix): Int16Array {
  const rows = scales.length;
  const columns = codes.length / rows;
  const packed = new Int16Array(codes.length);
  let at = 0;
  let block = 16;
  for (let r = 0; r < rows; r += block) {
    if (rows - r < 16) block = 4;
    for (let c = 0; c < columns; c += 2) {
      for (let k = r * columns + c; k < (r + block) * columns; k += columns) {
        packed[at++] = codes[k]!;
        packed[at++] = codes[k + 1]!;
      }
    }
  }
  return packed;
}
