import type { GateValues } from '../src/process/lang/en/layers.ts';
import {
  actionRows,
  type Encoded,
  INPUT,
  type NetworkShape,
  type Parameters,
  ROWS,
  type Scratch,
  STATE_TABLES,
  WIDTHS,
} from '../src/process/lang/en/parser-network.ts';
import { PLACES } from '../src/process/lang/en/transitions.ts';

type Gradients = Readonly<Record<string, Float32Array>>;

/** The weights and where their gradients are added up. */
export interface Model {
  readonly parameters: Parameters;
  readonly shape: NetworkShape;
  readonly gradients: Gradients;
}

/** Numbers of the values that are not nought; reused, so that nothing is made in the inner loops. */
let active = new Int32Array(1024);

/**
 * dW += Σ dy ⊗ x over `count` vectors that lie one after another, for a row-major matrix. Four vectors at a time
 * and none whose dy is nought: each sum is written once for four products.
 */
function addOuters(
  dw: Float32Array,
  dy: Float32Array,
  dyAt: number,
  x: Float32Array,
  xAt: number,
  { rows, columns, count }: Extent,
): void {
  if (active.length < count) active = new Int32Array(2 * count);
  for (let r = 0; r < rows; r++) {
    let found = 0;
    for (let i = 0; i < count; i++) if (dy[dyAt + i * rows + r] !== 0) active[found++] = i;
    const at = r * columns;
    let n = 0;
    for (; n + 4 <= found; n += 4) {
      const [i, j, l, m] = [active[n]!, active[n + 1]!, active[n + 2]!, active[n + 3]!];
      const a = dy[dyAt + i * rows + r]!;
      const b = dy[dyAt + j * rows + r]!;
      const c = dy[dyAt + l * rows + r]!;
      const d = dy[dyAt + m * rows + r]!;
      const xa = xAt + i * columns;
      const xb = xAt + j * columns;
      const xc = xAt + l * columns;
      const xd = xAt + m * columns;
      for (let k = 0; k < columns; k++) {
        dw[at + k] = dw[at + k]! + a * x[xa + k]! + b * x[xb + k]! + c * x[xc + k]! + d * x[xd + k]!;
      }
    }
    for (; n < found; n++) {
      const a = dy[dyAt + active[n]! * rows + r]!;
      const xa = xAt + active[n]! * columns;
      for (let k = 0; k < columns; k++) dw[at + k] = dw[at + k]! + a * x[xa + k]!;
    }
  }
}

/** dx += Wᵀ·dy for `count` vectors that lie one after another; four rows of W at a time, none where dy is nought. */
function addTransposed(
  w: Float32Array,
  dy: Float32Array,
  dyAt: number,
  dx: Float32Array,
  dxAt: number,
  { rows, columns, count }: Extent,
): void {
  if (active.length < rows) active = new Int32Array(2 * rows);
  for (let i = 0; i < count; i++) {
    const from = dyAt + i * rows;
    const to = dxAt + i * columns;
    let found = 0;
    for (let r = 0; r < rows; r++) if (dy[from + r] !== 0) active[found++] = r;
    let n = 0;
    for (; n + 4 <= found; n += 4) {
      const [p, q, s, t] = [active[n]!, active[n + 1]!, active[n + 2]!, active[n + 3]!];
      const a = dy[from + p]!;
      const b = dy[from + q]!;
      const c = dy[from + s]!;
      const d = dy[from + t]!;
      const wa = p * columns;
      const wb = q * columns;
      const wc = s * columns;
      const wd = t * columns;
      for (let k = 0; k < columns; k++) {
        dx[to + k] = dx[to + k]! + a * w[wa + k]! + b * w[wb + k]! + c * w[wc + k]! + d * w[wd + k]!;
      }
    }
    for (; n < found; n++) {
      const a = dy[from + active[n]!]!;
      const wa = active[n]! * columns;
      for (let k = 0; k < columns; k++) dx[to + k] = dx[to + k]! + a * w[wa + k]!;
    }
  }
}

/** Rows and columns of a matrix, and how many vectors it is applied to. */
interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly count: number;
}

/** What was computed in every state of one parse, one after another. */
export class Trace {
  hidden = new Float32Array(0);
  dScores = new Float32Array(0);
  words = new Int32Array(0);
  buckets = new Int32Array(0);
  states = 0;
  private readonly shape: NetworkShape;

  constructor(shape: NetworkShape) {
    this.shape = shape;
  }

  /** Makes room for the states of a sentence. */
  reset(size: number): void {
    this.states = 0;
    const most = 2 * size;
    if (this.words.length >= most * PLACES) return;
    this.hidden = new Float32Array(most * this.shape.hidden);
    this.dScores = new Float32Array(most * actionRows(this.shape));
    this.words = new Int32Array(most * PLACES);
    this.buckets = new Int32Array(most * STATE_TABLES);
  }

  add(scratch: Scratch, dScores: Float32Array): void {
    this.hidden.set(scratch.hidden, this.states * scratch.hidden.length);
    this.dScores.set(dScores, this.states * dScores.length);
    this.words.set(scratch.words, this.states * PLACES);
    this.buckets.set(scratch.buckets, this.states * STATE_TABLES);
    this.states++;
  }
}

/** Backward through all states of a parse: from the gradients of the scores to that of the places. */
export function backwardStates(model: Model, trace: Trace, offsets: Int32Array, dPlaces: Float32Array): void {
  const { parameters, gradients, shape } = model;
  const width = shape.hidden;
  const extent = { rows: actionRows(shape), columns: width, count: trace.states };
  addOuters(gradients['action']!, trace.dScores, 0, trace.hidden, 0, extent);
  addRows(gradients['action.bias']!, trace.dScores, trace.states);
  const dHidden = new Float32Array(trace.states * width);
  addTransposed(parameters['action']!, trace.dScores, 0, dHidden, 0, extent);
  for (let k = 0; k < dHidden.length; k++) if (trace.hidden[k]! <= 0) dHidden[k] = 0;
  addRows(gradients['hidden.bias']!, dHidden, trace.states);
  const dState = gradients['state']!;
  for (let s = 0; s < trace.states; s++) {
    for (let p = 0; p < PLACES; p++) {
      const at = (trace.words[s * PLACES + p]! * PLACES + p) * width;
      for (let h = 0; h < width; h++) dPlaces[at + h] = dPlaces[at + h]! + dHidden[s * width + h]!;
    }
    for (let t = 0; t < STATE_TABLES; t++) {
      const at = (offsets[t]! + trace.buckets[s * STATE_TABLES + t]!) * width;
      for (let h = 0; h < width; h++) dState[at + h] = dState[at + h]! + dHidden[s * width + h]!;
    }
  }
}

/** Sums `count` rows into one. */
function addRows(sum: Float32Array, rows: Float32Array, count: number): void {
  const width = sum.length;
  for (let k = 0; k < count * width; k++) sum[k % width] = sum[k % width]! + rows[k]!;
}

/** Backward through place matrix and convolutions; gives the gradient of the input vectors. */
export function backwardEncoder(model: Model, encoded: Encoded, dPlaces: Float32Array): Float32Array {
  const { parameters, shape, gradients } = model;
  const { size, layers, input } = encoded;
  const { channels } = shape;
  const width = PLACES * shape.hidden;
  const top = layers[layers.length - 1]!;
  let dOut: Float32Array = new Float32Array(size * channels);
  const extent = { rows: width, columns: channels, count: size };
  addOuters(gradients['place']!, dPlaces, 0, top, 0, extent);
  addTransposed(parameters['place']!, dPlaces, 0, dOut, 0, extent);
  const dEmpty = gradients['empty']!;
  for (let k = 0; k < dEmpty.length; k++) dEmpty[k] = dEmpty[k]! + dPlaces[size * width + k]!;
  for (let l = layers.length - 1; l >= 0; l--) {
    const below = l === 0 ? input : layers[l - 1]!;
    const gate = encoded.gates[l];
    if (gate === undefined) dOut = backwardConvolution(model, { l, below, out: layers[l]!, size }, dOut);
    else dOut = backwardRecurrence(model, { l, below, gate, size }, dOut);
  }
  return dOut;
}

function backwardRecurrence(
  { parameters, shape, gradients }: Model,
  layer: {
    readonly l: number;
    readonly below: Float32Array;
    readonly gate: GateValues;
    readonly size: number;
  },
  dOut: Float32Array,
): Float32Array {
  const { l, below, gate, size } = layer;
  const { channels } = shape;
  const { update, value, memory } = gate;
  const half = channels / 2;
  const dUpdate = new Float32Array(dOut.length);
  const dValue = new Float32Array(dOut.length);
  const carried = new Float32Array(channels);
  for (let step = size - 1; step >= 0; step--) {
    for (let c = 0; c < channels; c++) {
      const k = (c < half ? step : size - 1 - step) * channels + c;
      const before = step === 0 ? 0 : memory[c < half ? k - channels : k + channels]!;
      const d = dOut[k]! + carried[c]!;
      dValue[k] = d * update[k]!;
      dUpdate[k] = d * (value[k]! - before) * update[k]! * (1 - update[k]!);
      carried[c] = d * (1 - update[k]!);
    }
  }
  const dBelow = dOut.slice();
  for (const [name, d] of [
    [`gate${l}.update`, dUpdate],
    [`gate${l}.value`, dValue],
  ] as const) {
    const dBias = gradients[`${name}.bias`]!;
    for (let k = 0; k < d.length; k++) dBias[k % channels] = dBias[k % channels]! + d[k]!;
    const extent = { rows: channels, columns: channels, count: size };
    addOuters(gradients[name]!, d, 0, below, 0, extent);
    addTransposed(parameters[name]!, d, 0, dBelow, 0, extent);
  }
  return dBelow;
}

function backwardConvolution(
  model: Model,
  layer: {
    readonly l: number;
    readonly below: Float32Array;
    readonly out: Float32Array;
    readonly size: number;
  },
  dOut: Float32Array,
): Float32Array {
  const { parameters, shape, gradients } = model;
  const { l, below, out, size } = layer;
  const { channels } = shape;
  const columns = l === 0 ? INPUT : channels;
  const dBelow = l === 0 ? new Float32Array(size * columns) : dOut.slice();
  const dBias = gradients[`conv${l}.bias`]!;
  for (let k = 0; k < dOut.length; k++) {
    const active = l === 0 ? out[k]! > 0 : out[k]! > below[k]!;
    if (!active) dOut[k] = 0;
    else dBias[k % channels] = dBias[k % channels]! + dOut[k]!;
  }
  for (let side = 0; side < 3; side++) {
    const shift = (side - 1) * shape.dilations[l]!;
    const first = Math.max(0, -shift);
    const extent = { rows: channels, columns, count: Math.min(size, size - shift) - first };
    const name = `conv${l}.${side}`;
    addOuters(gradients[name]!, dOut, first * channels, below, (first + shift) * columns, extent);
    addTransposed(parameters[name]!, dOut, first * channels, dBelow, (first + shift) * columns, extent);
  }
  return dBelow;
}

const TABLES = [
  ['word', WIDTHS.word],
  ['suffix', WIDTHS.suffix],
  ['prefix', WIDTHS.prefix],
  ['shape', WIDTHS.shape],
  ['tag', WIDTHS.tag],
] as const;

/** Adds the gradient of the input vectors to the rows that they came from. */
export function backwardInput(
  gradients: Gradients,
  rows: Int32Array,
  dInput: Float32Array,
  touch: (name: string, row: number) => void,
): void {
  const size = rows.length / ROWS;
  for (let i = 0; i < size; i++) {
    let at = i * INPUT;
    for (let t = 0; t < ROWS; t++) {
      const [name, width] = TABLES[t]!;
      const row = rows[i * ROWS + t]!;
      const gradient = gradients[name]!;
      for (let k = 0; k < width; k++)
        gradient[row * width + k] = gradient[row * width + k]! + dInput[at + k]!;
      touch(name, row);
      at += width;
    }
  }
}
