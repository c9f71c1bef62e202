import { addProducts, addTo, cutNegatives } from './dense.ts';
import { makeFirstLayer } from './first-layer.ts';
import { convolve, recur } from './layers.ts';
import { actionRows, type Network, STATE_TABLES, stateOffsets } from './parser-network.ts';
import type { Scorer } from './scorer.ts';
import { type ParseState, PLACES } from './transitions.ts';

/** The network in plain JavaScript, for sentences of any length. */
export function makePlainScorer(network: Network, vocabulary: ReadonlyMap<string, number>): Scorer {
  const { parameters, shape } = network;
  const first = makeFirstLayer(network, vocabulary);
  const words = new Int32Array(PLACES);
  const buckets = new Int32Array(STATE_TABLES);
  const offsets = stateOffsets(shape);
  const hidden = new Float32Array(shape.hidden);
  const scores = new Float32Array(actionRows(shape));
  let places = new Float32Array(0);
  const choose = (state: ParseState): number => {
    const width = shape.hidden;
    state.writePlaces(words, buckets);
    hidden.set(parameters['hidden.bias']!);
    for (let p = 0; p < PLACES; p++) addTo(hidden, 0, places, (words[p]! * PLACES + p) * width, width);
    for (let t = 0; t < STATE_TABLES; t++) {
      addTo(hidden, 0, parameters['state']!, (offsets[t]! + buckets[t]!) * width, width);
    }
    cutNegatives(hidden);
    scores.set(parameters['action.bias']!);
    const extent = { rows: scores.length, columns: width, count: 1 };
    addProducts(parameters['action']!, hidden, 0, scores, 0, extent);
    return bestLegal(state, scores, 2 * shape.labels + 1);
  };
  return {
    read: (forms, tags, casing) => {
      places = encode(network, first.run(forms, tags, casing));
    },
    choose,
  };
}

/**
 * Runs the layers behind the first, whose output comes in, and the place matrix. Gives for every word of the sentence,
 * then the root, then no word PLACES × hidden values.
 */
function encode({ parameters, shape }: Network, first: Float32Array): Float32Array<ArrayBuffer> {
  const { channels, dilations } = shape;
  const size = first.length / channels;
  let below = first;
  for (let l = 1; l < dilations.length; l++) {
    const layer = { l, below, size, channels };
    below = dilations[l] === 0 ? recur(parameters, layer).out : convolve(parameters, layer, dilations[l]!);
  }
  const width = PLACES * shape.hidden;
  const places = new Float32Array((size + 2) * width);
  addProducts(parameters['place']!, below, 0, places, 0, { rows: width, columns: channels, count: size });
  places.set(parameters['empty']!, size * width);
  return places;
}

/** The legal action with the highest score; there always is one until the parse is done. */
export function bestLegal(state: ParseState, scores: Float32Array, actions: number): number {
  let best = -1;
  for (let action = 0; action < actions; action++) {
    if ((best < 0 || scores[action]! > scores[best]!) && state.isLegal(action)) best = action;
  }
  return best;
}
