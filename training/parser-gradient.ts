import type { GateValues } from '../src/process/lang/en/layers.ts';
import {
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

/** dW += dy ⊗ x for one row-major matrix. */
function addOuter(
  dw: Float32Array,
  dy: Float32Array,
  dyAt: number,
  x: Float32Array,
  xAt: number,
  rows: number,
  columns: number,
): void {
  for (let r = 0; r < rows; r++) {
    const g = dy[dyAt + r]!;
    if (g === 0) continue;
    const at = r * columns;
    for (let k = 0; k < columns; k++) dw[at + k] = dw[at + k]! + g * x[xAt + k]!;
  }
}

/** dx += Wᵀ·dy for one row-major matrix. */
function addTransposed(
  w: Float32Array,
  dy: Float32Array,
  dyAt: number,
  dx: Float32Array,
  dxAt: number,
  rows: number,
  columns: number,
): void {
  for (let r = 0; r < rows; r++) {
    const g = dy[dyAt + r]!;
    if (g === 0) continue;
    const at = r * columns;
    for (let k = 0; k < columns; k++) dx[dxAt + k] = dx[dxAt + k]! + g * w[at + k]!;
  }
}

/** Backward through one scored state: from the gradient of the scores to that of the places. */
export function backwardState(
  model: Model,
  scratch: Scratch,
  dScores: Float32Array,
  dPlaces: Float32Array,
  dHidden: Float32Array,
): void {
  const { parameters, gradients } = model;
  const width = model.shape.hidden;
  const { hidden, words, buckets, offsets } = scratch;
  addOuter(gradients['action']!, dScores, 0, hidden, 0, dScores.length, width);
  const dBias = gradients['action.bias']!;
  for (let a = 0; a < dScores.length; a++) dBias[a] = dBias[a]! + dScores[a]!;
  dHidden.fill(0);
  addTransposed(parameters['action']!, dScores, 0, dHidden, 0, dScores.length, width);
  for (let h = 0; h < width; h++) if (hidden[h]! <= 0) dHidden[h] = 0;
  const dHiddenBias = gradients['hidden.bias']!;
  for (let h = 0; h < width; h++) dHiddenBias[h] = dHiddenBias[h]! + dHidden[h]!;
  for (let p = 0; p < PLACES; p++) {
    const at = (words[p]! * PLACES + p) * width;
    for (let h = 0; h < width; h++) dPlaces[at + h] = dPlaces[at + h]! + dHidden[h]!;
  }
  const dState = gradients['state']!;
  for (let t = 0; t < STATE_TABLES; t++) {
    const at = (offsets[t]! + buckets[t]!) * width;
    for (let h = 0; h < width; h++) dState[at + h] = dState[at + h]! + dHidden[h]!;
  }
}

/** Backward through place matrix and convolutions; gives the gradient of the input vectors. */
export function backwardEncoder(model: Model, encoded: Encoded, dPlaces: Float32Array): Float32Array {
  const { parameters, shape, gradients } = model;
  const { size, layers, input } = encoded;
  const { channels } = shape;
  const width = PLACES * shape.hidden;
  const top = layers[layers.length - 1]!;
  let dOut: Float32Array = new Float32Array(size * channels);
  for (let i = 0; i < size; i++) {
    addOuter(gradients['place']!, dPlaces, i * width, top, i * channels, width, channels);
    addTransposed(parameters['place']!, dPlaces, i * width, dOut, i * channels, width, channels);
  }
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
    for (let i = 0; i < size; i++) {
      addOuter(gradients[name]!, d, i * channels, below, i * channels, channels, channels);
      addTransposed(parameters[name]!, d, i * channels, dBelow, i * channels, channels, channels);
    }
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
  for (let i = 0; i < size; i++) {
    for (let side = 0; side < 3; side++) {
      const j = i + (side - 1) * shape.dilations[l]!;
      if (j < 0 || j >= size) continue;
      const name = `conv${l}.${side}`;
      addOuter(gradients[name]!, dOut, i * channels, below, j * columns, channels, columns);
      addTransposed(parameters[name]!, dOut, i * channels, dBelow, j * columns, channels, columns);
    }
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
