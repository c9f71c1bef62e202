import { type CodedNetwork, planLayers, takeVectors, type Vectors } from './kernel-layers.ts';
import {
  type CodedMatrix,
  listBytes,
  type Machine,
  MOST_CODED,
  makeRoom,
  putMatrix,
  type Room,
} from './machine.ts';
import { type NetworkShape, STATE_TABLES, stateOffsets } from './parser-network.ts';
import type { Scorer } from './scorer.ts';
import { type ParseState, PLACES } from './transitions.ts';

/** Whether the kernel takes a network of this shape. */
export function fitsKernel({ channels, hidden }: NetworkShape): boolean {
  return channels % 16 === 0 && hidden % 16 === 0 && Math.max(channels, hidden) <= MOST_CODED;
}

/**
 * The network in the kernel, for sentences of at most `longest` words. Everything has its place in the kernel's memory
 * from the beginning, so that a sentence needs no new arrays. `root` is the number of the label of the root.
 */
export function makeKernelScorer(
  network: CodedNetwork,
  {
    vocabulary,
    longest,
    root,
  }: {
    readonly vocabulary: ReadonlyMap<string, number>;
    readonly longest: number;
    readonly root: number;
  },
): Scorer {
  const room = makeRoom();
  const vectors = takeVectors(room, network, longest);
  const layersPlan = planLayers(room, { network, vocabulary, vectors, longest });
  const placesPlan = planPlaces(room, network, { vectors, longest });
  const actionsPlan = planActions(room, network, root);
  const machine = room.start();
  const layers = layersPlan(machine);
  const places = placesPlan(machine);
  const choose = actionsPlan(machine);
  return {
    read: (forms, tags, casing) => places.read(layers(forms, tags, casing), forms.length),
    choose: (state) => {
      // The last word can only hang on the root.
      if (state.depth === 1 && !state.canShift) return 1 + root;
      places.sum(state);
      return choose(state, places.hidden);
    },
  };
}

/** What the words give to the hidden layer in the places where they stand in a state. */
interface Places {
  /** Takes in what the layers give for the words of a sentence. */
  read(x: number, size: number): void;
  /** Writes the hidden layer of a state, to the address `hidden`. */
  sum(state: ParseState): void;
  readonly hidden: number;
}

/** The places where nearly every word comes to stand: top of the stack and next. They are worked out for all words. */
const USUAL = [0, 3];

/** What a word gives in the other places is worked out when it is asked for, since that is the smaller part. */
function planPlaces(
  room: Room,
  { coded, parameters, shape }: CodedNetwork,
  { vectors, longest }: { readonly vectors: Vectors; readonly longest: number },
): (machine: Machine) => Places {
  const { channels, hidden: width } = shape;
  const { codes, units } = vectors;
  const wide = 4 * width;
  const matrix = putMatrix(room, coded['place']!);
  const table = room.take(longest * PLACES * wide);
  const empty = room.put(parameters['empty']!);
  const noughts = room.take(wide);
  const states = room.put(parameters['state']!);
  const bias = room.put(parameters['hidden.bias']!);
  const hidden = room.take(wide);
  const listAt = room.take(4 * (PLACES + STATE_TABLES));
  const offsets = stateOffsets(shape);
  const words = new Int32Array(PLACES);
  const buckets = new Int32Array(STATE_TABLES);
  const known = new Uint8Array(longest * PLACES);
  return ({ kernel, memory }) => {
    const list = new Int32Array(memory, listAt, PLACES + STATE_TABLES);
    let size = 0;
    /** For so many words from the given one. */
    const multiply = (place: number, word: number, count: number): void => {
      kernel.products(
        matrix.w + 2 * channels * width * place,
        matrix.scales + wide * place,
        codes + 2 * channels * word,
        units + 4 * word,
        noughts,
        0,
        table + (word * PLACES + place) * wide,
        PLACES * wide,
        width,
        channels,
        count,
      );
    };
    const read = (x: number, count: number): void => {
      size = count;
      kernel.code(x, codes, units, channels, size);
      known.fill(0, 0, size * PLACES);
      for (let k = 0; k < USUAL.length; k++) {
        multiply(USUAL[k]!, 0, size);
        for (let i = USUAL[k]!; i < size * PLACES; i += PLACES) known[i] = 1;
      }
    };
    const sum = (state: ParseState): void => {
      state.writePlaces(words, buckets);
      for (let p = 0; p < PLACES; p++) {
        const word = words[p]!;
        if (word >= size) list[p] = empty + ((word - size) * PLACES + p) * wide;
        else {
          const row = word * PLACES + p;
          if (known[row] === 0) {
            multiply(p, word, 1);
            known[row] = 1;
          }
          list[p] = table + row * wide;
        }
      }
      for (let t = 0; t < STATE_TABLES; t++) list[PLACES + t] = states + (offsets[t]! + buckets[t]!) * wide;
      kernel.sumRows(listAt, PLACES + STATE_TABLES, bias, hidden, width, 1);
    };
    return { read, sum, hidden };
  };
}

/** Chooses among the actions that are legal in a state, by its hidden layer. */
type Choose = (state: ParseState, hidden: number) => number;

/**
 * Only legal actions are scored: to shift and to hang a word on the next one while there is a next one, to hang it on
 * the one below while there is one. The label of the root is left out, since it is legal only where nothing else is.
 * Of the hidden layer three numbers in four are nought, so that it pays to list the others first.
 */
function planActions(
  room: Room,
  { coded, parameters, shape }: CodedNetwork,
  root: number,
): (machine: Machine) => Choose {
  const { labels, hidden: width } = shape;
  const arcs = (first: number): number[] =>
    Array.from({ length: labels }, (_, l) => first + l).filter((action) => action !== first + root);
  const left = byFours([0, ...arcs(1)]);
  const right = byFours(arcs(1 + labels));
  const actions = [...left, ...right];
  const bias = room.put(
    Float32Array.from(actions, (a) => (a < 0 ? -Infinity : parameters['action.bias']![a]!)),
  );
  const leftMatrix = putMatrix(room, takeRows(coded['action']!, left));
  const rightMatrix = putMatrix(room, takeRows(coded['action']!, right));
  const codes = room.take(2 * width);
  const unit = room.take(4);
  const list = room.take(listBytes(width));
  const scores = room.take(4 * actions.length);
  const between = 4 * left.length;
  return ({ kernel }) =>
    (state, hidden) => {
      kernel.code(hidden, codes, unit, width, 1);
      const end = kernel.listPairs(codes, list, width);
      const { canShift, canRight } = state;
      if (canShift) {
        kernel.listProducts(
          leftMatrix.w,
          leftMatrix.scales,
          list,
          end,
          unit,
          bias,
          scores,
          left.length,
          width,
        );
      }
      if (canRight) {
        const { w, scales } = rightMatrix;
        const y = scores + between;
        kernel.listProducts(w, scales, list, end, unit, bias + between, y, right.length, width);
      }
      const first = canShift ? 0 : left.length;
      const count = (canRight ? actions.length : left.length) - first;
      return actions[first + kernel.best(scores + 4 * first, count)]!;
    };
}

/** Filled up with -1 to a multiple of four. */
function byFours(actions: readonly number[]): number[] {
  return Array.from({ length: Math.ceil(actions.length / 4) * 4 }, (_, k) => actions[k] ?? -1);
}

/** The given rows of a matrix; noughts for row -1. */
function takeRows({ codes, scales }: CodedMatrix, rows: readonly number[]): CodedMatrix {
  const columns = codes.length / scales.length;
  const taken = new Int8Array(rows.length * columns);
  for (const [k, row] of rows.entries()) {
    if (row >= 0) taken.set(codes.subarray(row * columns, (row + 1) * columns), k * columns);
  }
  return { codes: taken, scales: Float32Array.from(rows, (row) => (row < 0 ? 0 : scales[row]!)) };
}
