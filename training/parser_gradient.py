"""One sentence of the parser's training: forward, the loss at every state, backward."""
from collections import namedtuple

import numpy as np
from numba import njit

from parser_network import TABLES, encode, look_up, score
from parser_transitions import (
    DEPTH, NEXT, PLACES, STATE_TABLES, find_costs, is_done, make_state, mark_legal, take, write_places)

# Share of states left by the model's own action; shares dropped of the values learnt, of rare words, of word vectors
# and of their values; what the labels are smoothed by.
Noise = namedtuple('Noise', 'explore inputs word vector element smooth')
# What stays the same throughout: dilations, rows of the state tables, number of labels, the root's, words' counts.
Frame = namedtuple('Frame', 'dilations offsets labels root counts')
# What was computed in every state, one after another.
Trace = namedtuple('Trace', 'words buckets hidden d_scores')


@njit(fastmath=True, cache=True)
def drop_words(rows, counts, noise):
    rows = rows.copy()
    for i in range(rows.shape[0]):
        if np.random.random() < noise.word / (noise.word + counts[rows[i, 0]]):
            rows[i, 0] = 0
        if np.random.random() < noise.vector:
            rows[i, TABLES] = -1
    return rows


@njit(fastmath=True, cache=True)
def drop_values(x, learnt, noise):
    """Sets some values to nought, in place; gives what each was multiplied by."""
    mask = np.empty(x.shape, np.float32)
    keep = np.float32(1 / (1 - noise.inputs))
    keep_element = np.float32(1 / (1 - noise.element))
    for i in range(x.shape[0]):
        for k in range(x.shape[1]):
            if k < learnt:
                mask[i, k] = np.float32(0) if np.random.random() < noise.inputs else keep
            else:
                mask[i, k] = np.float32(0) if np.random.random() < noise.element else keep_element
            x[i, k] *= mask[i, k]
    return mask


@njit(cache=True)
def mark_wanted(state, gold, gold_labels, legal, scores, labels, root, wanted):
    """Marks the actions that lose the fewest gold arcs; of an arc that is wrong in any case, the label liked best."""
    shift, left, right = find_costs(state, gold)
    least = min(shift, min(left, right))
    wanted[:] = False
    wanted[0] = shift == least
    s0 = state.stack[state.at[DEPTH] - 1] if state.at[DEPTH] > 0 else -1
    for side in range(2):
        if (left if side == 0 else right) != least:
            continue
        base = 1 + side * labels
        exact = base + gold_labels[s0]
        if legal[exact]:
            wanted[exact] = True
        elif side == 0 and state.at[NEXT] == state.heads.size:
            wanted[1 + root] = True
        else:
            best = -1
            for l in range(labels):
                if l != root and (best < 0 or scores[base + l] > scores[base + best]):
                    best = l
            wanted[base + best] = True


@njit(fastmath=True, cache=True)
def find_loss(scores, legal, wanted, smooth, d):
    """Softmax over the legal actions: minus the log of the probability of the wanted ones together. Writes its gradient;
    gives the best action of all and of the wanted ones too."""
    most = np.float32(-1e30)
    count = 0
    actions = legal.size
    for a in range(actions):
        if legal[a]:
            count += 1
            if scores[a] > most:
                most = scores[a]
    total = np.float32(0)
    good = np.float32(0)
    for a in range(actions):
        if legal[a]:
            d[a] = np.exp(scores[a] - most)
            total += d[a]
            if wanted[a]:
                good += d[a]
    each = np.float32(smooth / count)
    best = -1
    best_wanted = -1
    for a in range(actions):
        if not legal[a]:
            continue
        p = d[a] / total
        d[a] = p - each
        if wanted[a]:
            if good > 0:
                d[a] -= np.float32(1 - smooth) * (p * total / good)
            if best_wanted < 0 or scores[a] > scores[best_wanted]:
                best_wanted = a
        if best < 0 or scores[a] > scores[best]:
            best = a
    return -np.log(max(1e-30, good / total)), best, best_wanted


@njit(fastmath=True, cache=True)
def run_states(net, places, gold, gold_labels, frame, noise):
    """Parses a sentence, following now the gold tree, now the model. Gives the loss and the trace of all states."""
    n = gold.size
    h = net.hiddenb.size
    actions = 1 + 2 * frame.labels
    hidden = np.empty(h, np.float32)
    scores = np.empty(net.actionb.size, np.float32)
    legal = np.zeros(actions, np.bool_)
    wanted = np.zeros(actions, np.bool_)
    trace = Trace(np.empty((2 * n, PLACES), np.int32), np.empty((2 * n, STATE_TABLES), np.int32),
                  np.empty((2 * n, h), np.float32), np.zeros((2 * n, net.actionb.size), np.float32))
    state = make_state(n)
    loss = 0.0
    t = 0
    while not is_done(state):
        write_places(state, trace.words[t], trace.buckets[t])
        score(net, places, trace.words[t], trace.buckets[t], frame.offsets, hidden, scores)
        trace.hidden[t] = hidden
        mark_legal(state, frame.labels, frame.root, legal)
        mark_wanted(state, gold, gold_labels, legal, scores, frame.labels, frame.root, wanted)
        lost, best, best_wanted = find_loss(scores, legal, wanted, noise.smooth, trace.d_scores[t])
        loss += lost
        take(state, best if np.random.random() < noise.explore else best_wanted, frame.labels)
        t += 1
    return loss, trace


@njit(fastmath=True, cache=True)
def back_states(net, grad, trace, offsets, d_places):
    """Backward through all states of a parse: from the gradients of the scores to that of the places."""
    grad.action[:] += np.dot(trace.d_scores.T, trace.hidden)
    d_hidden = np.dot(trace.d_scores, net.action)
    h = net.hiddenb.size
    for s in range(d_hidden.shape[0]):
        for a in range(net.actionb.size):
            grad.actionb[a] += trace.d_scores[s, a]
        row = d_hidden[s]
        for k in range(h):
            if trace.hidden[s, k] <= 0:
                row[k] = 0
            grad.hiddenb[k] += row[k]
        for p in range(PLACES):
            to = d_places[trace.words[s, p]]
            at = p * h
            for k in range(h):
                to[at + k] += row[k]
        for t in range(STATE_TABLES):
            to = grad.state[offsets[t] + trace.buckets[s, t]]
            for k in range(h):
                to[k] += row[k]


@njit(fastmath=True, cache=True)
def back_gate(w, grad_w, grad_b, below, u, v, m, d_out):
    n, c = below.shape
    half = c // 2
    du = np.empty((n, c), np.float32)
    dv = np.empty((n, c), np.float32)
    carried = np.zeros(c, np.float32)
    for step in range(n - 1, -1, -1):
        for k in range(c):
            i = step if k < half else n - 1 - step
            before = np.float32(0)
            if step > 0:
                before = m[i - 1, k] if k < half else m[i + 1, k]
            d = d_out[i, k] + carried[k]
            dv[i, k] = d * u[i, k]
            du[i, k] = d * (v[i, k] - before) * u[i, k] * (1 - u[i, k])
            carried[k] = d * (1 - u[i, k])
    grad_w[0] += np.dot(du.T, below)
    grad_w[1] += np.dot(dv.T, below)
    for i in range(n):
        for k in range(c):
            grad_b[0, k] += du[i, k]
            grad_b[1, k] += dv[i, k]
    return d_out + np.dot(du, w[0]) + np.dot(dv, w[1])


@njit(fastmath=True, cache=True)
def back_convolution(w, grad_w, grad_b, below, out, dilation, residual, d_out):
    n, c = out.shape
    d_active = np.zeros((n, c), np.float32)
    for i in range(n):
        for k in range(c):
            if (out[i, k] > below[i, k]) if residual else (out[i, k] > 0):
                d_active[i, k] = d_out[i, k]
                grad_b[k] += d_out[i, k]
    d_below = d_out.copy() if residual else np.zeros(below.shape, np.float32)
    for side in range(3):
        shift = (side - 1) * dilation
        first = max(0, -shift)
        count = min(n, n - shift) - first
        if count > 0:
            d = d_active[first:first + count]
            grad_w[side] += np.dot(d.T, below[first + shift:first + shift + count])
            d_below[first + shift:first + shift + count] += np.dot(d, w[side])
    return d_below


@njit(fastmath=True, cache=True)
def back_encoder(net, grad, x, layers, us, vs, ms, dilations, d_places):
    """Backward through the place matrix and all layers; gives the gradient of the input."""
    n = x.shape[0]
    convs = net.conv.shape[0] + 1
    gates = net.gate.shape[0]
    grad.place[:] += np.dot(d_places[:n].T, layers[convs + gates - 1])
    grad.empty[:] += d_places[n:]
    d = np.dot(d_places[:n], net.place)
    for g in range(gates - 1, -1, -1):
        d = back_gate(net.gate[g], grad.gate[g], grad.gateb[g], layers[convs + g - 1], us[g], vs[g], ms[g], d)
    for l in range(convs - 1, 0, -1):
        d = back_convolution(
            net.conv[l - 1], grad.conv[l - 1], grad.convb[l - 1], layers[l - 1], layers[l], dilations[l], True, d)
    return back_convolution(net.conv0, grad.conv0, grad.conv0b, x, layers[0], dilations[0], False, d)


@njit(fastmath=True, cache=True)
def back_input(grad, rows, dx):
    """Adds the gradient of the input to the rows that it came from."""
    for i in range(rows.shape[0]):
        at = 0
        column = 0
        for table in (grad.word, grad.suffix, grad.prefix, grad.shape, grad.tag):
            row = table[rows[i, column]]
            for k in range(row.size):
                row[k] += dx[i, at + k]
            column += 1
            at += row.size


@njit(fastmath=True, cache=True)
def learn(net, grad, vectors, rows, gold, gold_labels, frame, noise):
    """Adds the gradients of one sentence to `grad`; gives its loss."""
    rows = drop_words(rows, frame.counts, noise)
    x = np.empty((rows.shape[0], net.conv0.shape[2]), np.float32)
    look_up(net, vectors, rows, x)
    mask = drop_values(x, x.shape[1] - vectors.shape[1], noise)
    layers, us, vs, ms, places = encode(net, x, frame.dilations)
    loss, trace = run_states(net, places, gold, gold_labels, frame, noise)
    d_places = np.zeros(places.shape, np.float32)
    back_states(net, grad, trace, frame.offsets, d_places)
    dx = back_encoder(net, grad, x, layers, us, vs, ms, frame.dilations, d_places)
    back_input(grad, rows, dx * mask)
    return loss
