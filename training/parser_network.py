"""The network of `parser-network.ts`: its arrays, its first values, and the way from words to scores."""
from collections import namedtuple

import numpy as np
from numba import njit

from parser_transitions import (
    DISTANCE_BUCKETS, DISTANCES, LABEL_PLACES, PLACES, STATE_TABLES, VALENCIES, VALENCY_BUCKETS)

SUFFIXES, PREFIXES, SHAPES = 4096, 1024, 256
WORD, SUFFIX, PREFIX, SHAPE, TAG, VECTOR = 32, 20, 8, 8, 16, 64
# Numbers that stand for a word: rows of the five tables, and of the word vectors.
ROWS = 6
TABLES = 5

Net = namedtuple(
    'Net', 'word suffix prefix shape tag conv0 conv0b conv convb gate gateb place empty state hiddenb action actionb')
Sizes = namedtuple('Sizes', 'words tags labels channels hidden convs gates')


def array_shapes(s):
    """Shapes of the arrays of a Net, in order."""
    width = WORD + SUFFIX + PREFIX + SHAPE + TAG + VECTOR
    states = LABEL_PLACES * (s.labels + 1) + DISTANCES * DISTANCE_BUCKETS + VALENCIES * VALENCY_BUCKETS
    actions = -(-(1 + 2 * s.labels) // 4) * 4
    c, h, n, g = s.channels, s.hidden, s.convs - 1, s.gates
    return [(s.words, WORD), (SUFFIXES, SUFFIX), (PREFIXES, PREFIX), (SHAPES, SHAPE), (s.tags, TAG),
            (3, c, width), (c,), (n, 3, c, c), (n, c), (g, 2, c, c), (g, 2, c),
            (PLACES * h, c), (2, PLACES * h), (states, h), (h,), (actions, h), (actions,)]


def state_offsets(labels):
    """First row of each table in the array `state`."""
    rows = [labels + 1] * LABEL_PLACES + [DISTANCE_BUCKETS] * DISTANCES + [VALENCY_BUCKETS] * VALENCIES
    return np.cumsum([0] + rows[:-1])


def view(flat, shapes):
    """A Net over one list of numbers."""
    at, arrays = 0, []
    for shape in shapes:
        size = int(np.prod(shape))
        arrays.append(flat[at:at + size].reshape(shape))
        at += size
    return Net(*arrays)


def in_order(net):
    """The matrices in the order of `matrixSizes` of `parser-network.ts`."""
    parts = [net.word, net.suffix, net.prefix, net.shape, net.tag, net.conv0, net.conv0b]
    for w, b in zip(net.conv, net.convb):
        parts += [w, b]
    for w, b in zip(net.gate, net.gateb):
        parts += [w[0], b[0], w[1], b[1]]
    return parts + [net.place, net.empty, net.state, net.hiddenb, net.action, net.actionb]


def initialise(net, random):
    """Random values: vectors small, matrices by fan-in (He 2015), biases nought."""
    channels, width = net.conv0.shape[1:]
    hidden = net.hiddenb.size
    ranges = dict(word=0.05, suffix=0.3, prefix=0.3, shape=0.3, tag=0.3, state=0.15,
                  conv0=np.sqrt(6 / (3 * width)), conv=np.sqrt(6 / (3 * channels)), gate=np.sqrt(3 / channels),
                  place=np.sqrt(6 / (channels * 4)), empty=np.sqrt(6 / (channels * 4)), action=np.sqrt(3 / hidden))
    for name, most in ranges.items():
        array = getattr(net, name)
        array[...] = random.uniform(-most, most, array.shape)
    # Some channels forget within a word, others keep for a sentence.
    net.gateb[:, 0, :] = 0.5 - 3 * random.uniform(0, 1, net.gateb[:, 0, :].shape)


@njit(fastmath=True, cache=True)
def look_up(net, vectors, rows, out):
    for i in range(rows.shape[0]):
        at = 0
        column = 0
        for table in (net.word, net.suffix, net.prefix, net.shape, net.tag):
            row = table[rows[i, column]]
            out[i, at:at + row.size] = row
            column += 1
            at += row.size
        for k in range(vectors.shape[1]):
            out[i, at + k] = vectors[rows[i, TABLES], k] if rows[i, TABLES] >= 0 else 0


@njit(fastmath=True, cache=True)
def convolve(w, b, below, dilation, residual):
    n = below.shape[0]
    out = np.empty((n, w.shape[1]), np.float32)
    out[:] = b
    for side in range(3):
        shift = (side - 1) * dilation
        first = max(0, -shift)
        count = min(n, n - shift) - first
        if count > 0:
            out[first:first + count] += np.dot(below[first + shift:first + shift + count], w[side].T)
    out = np.maximum(out, np.float32(0))
    if residual:
        out += below
    return out


@njit(fastmath=True, cache=True)
def recur(w, b, below):
    """Update, value and memory of a gated recurrence; half of the channels read forwards, half backwards."""
    n, c = below.shape
    u = np.dot(below, w[0].T)
    v = np.dot(below, w[1].T)
    m = np.empty((n, c), np.float32)
    half = c // 2
    for i in range(n):
        for k in range(c):
            u[i, k] = np.float32(1) / (np.float32(1) + np.exp(-(u[i, k] + b[0, k])))
            v[i, k] += b[1, k]
    for k in range(half):
        m[0, k] = u[0, k] * v[0, k]
        m[n - 1, half + k] = u[n - 1, half + k] * v[n - 1, half + k]
    for i in range(1, n):
        for k in range(half):
            m[i, k] = m[i - 1, k] + u[i, k] * (v[i, k] - m[i - 1, k])
    for i in range(n - 2, -1, -1):
        for k in range(half, c):
            m[i, k] = m[i + 1, k] + u[i, k] * (v[i, k] - m[i + 1, k])
    return u, v, m


@njit(fastmath=True, cache=True)
def encode(net, x, dilations):
    """Layers (convolutions, then gates), update, value and memory of the gates, and the places."""
    n = x.shape[0]
    c = net.conv0.shape[1]
    convs = net.conv.shape[0] + 1
    gates = net.gate.shape[0]
    layers = np.empty((convs + gates, n, c), np.float32)
    us = np.empty((gates, n, c), np.float32)
    vs = np.empty((gates, n, c), np.float32)
    ms = np.empty((gates, n, c), np.float32)
    layers[0] = convolve(net.conv0, net.conv0b, x, dilations[0], False)
    for l in range(1, convs):
        layers[l] = convolve(net.conv[l - 1], net.convb[l - 1], layers[l - 1], dilations[l], True)
    for g in range(gates):
        us[g], vs[g], ms[g] = recur(net.gate[g], net.gateb[g], layers[convs + g - 1])
        layers[convs + g] = layers[convs + g - 1] + ms[g]
    places = np.empty((n + 2, net.place.shape[0]), np.float32)
    places[:n] = np.dot(layers[convs + gates - 1], net.place.T)
    places[n:] = net.empty
    return layers, us, vs, ms, places


@njit(fastmath=True, cache=True)
def score(net, places, words, buckets, offsets, hidden, scores):
    """Scores every action in the state whose places are given."""
    h = hidden.size
    for k in range(h):
        hidden[k] = net.hiddenb[k]
    for p in range(PLACES):
        row = places[words[p]]
        at = p * h
        for k in range(h):
            hidden[k] += row[at + k]
    for t in range(STATE_TABLES):
        row = net.state[offsets[t] + buckets[t]]
        for k in range(h):
            hidden[k] += row[k]
    for k in range(h):
        if hidden[k] < 0:
            hidden[k] = 0
    for a in range(scores.size):
        row = net.action[a]
        total = net.actionb[a]
        for k in range(h):
            total += row[k] * hidden[k]
        scores[a] = total
