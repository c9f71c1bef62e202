import { type Arithmetic, PLAIN } from './arithmetic.ts';
import { hasMachine, startMachine } from './machine.ts';

/**
 * Arithmetic in the memory of a WebAssembly module, four numbers at a time, with room for the given number of floats. Its
 * memory never grows, since growing would cut off the arrays in it: what does not fit gets an array outside and is summed
 * by plain code, and so is every array whose length is no multiple of four. Without WebAssembly (`node --jitless`)
 * everything is plain.
 *
 * @example
 * const kernel = makeKernel(1_000_000);
 * const matrix = kernel.keep(weights);
 */
export function makeKernel(room: number): Arithmetic {
  if (!hasMachine()) return PLAIN;
  const { kernel, memory } = startMachine(4 * room);
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
    return at < 0 ? new Int32Array(length) : new Int32Array(memory, at, length);
  };
  const floats = (length: number): Float32Array => {
    const at = take(length);
    return at < 0 ? new Float32Array(length) : new Float32Array(memory, at, length);
  };
  const keep = (values: Float32Array): Float32Array => {
    const copy = floats(values.length);
    copy.set(values);
    return copy;
  };
  const fits = (y: Float32Array, table: Float32Array, starts: Int32Array): boolean =>
    y.buffer === memory && table.buffer === memory && starts.buffer === memory && (y.length & 3) === 0;
  // To ask where an array lies takes longer than a short sum, and most sums are of the same arrays as the last.
  let lastY: Float32Array | undefined;
  let lastTable: Float32Array | undefined;
  let lastStarts: Int32Array | undefined;
  const addRows = (y: Float32Array, table: Float32Array, starts: Int32Array, count = starts.length): void => {
    if (y !== lastY || table !== lastTable || starts !== lastStarts) {
      if (!fits(y, table, starts)) {
        PLAIN.addRows(y, table, starts, count);
        return;
      }
      lastY = y;
      lastTable = table;
      lastStarts = starts;
    }
    kernel.addRows(table.byteOffset, starts.byteOffset, count, y.byteOffset, y.length);
  };
  return { floats, keep, keepInts, addRows };
}
