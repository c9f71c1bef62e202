"""Trains the parser: encoder, arc-hybrid transitions with a dynamic oracle, Adam.

Reads what `train-parser.js` prepared (lessons) and writes the weights as plain numbers, which
`train-parser.js --pack` turns into the weight file. The network is that of `parser-network.ts`.
"""
import argparse
import json
import os
import struct
import time
from collections import namedtuple

os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np
from numba import njit

PLACES, LABEL_PLACES, DISTANCES, VALENCIES = 8, 5, 2, 4
DISTANCE_BUCKETS, VALENCY_BUCKETS = 9, 4
STATE_TABLES = LABEL_PLACES + DISTANCES + VALENCIES
SUFFIXES, PREFIXES, SHAPES = 4096, 1024, 256
ROWS = 6
BATCH = 6
SPARSE_RATE = 4.0

Net = namedtuple('Net', 'word suffix prefix shape tag conv0 conv0b conv convb gate gateb place empty state hiddenb action actionb')


def sizes(o):
    """Shapes of the arrays of Net, in order."""
    width = o['word'] + 20 + 8 + 8 + 16 + 64
    states = LABEL_PLACES * (o['labels'] + 1) + DISTANCES * DISTANCE_BUCKETS + VALENCIES * VALENCY_BUCKETS
    actions = -(-(1 + 2 * o['labels']) // 4) * 4
    c, h, n, g = o['channels'], o['hidden'], o['convs'] - 1, o['gates']
    return [(o['words'], o['word']), (SUFFIXES, 20), (PREFIXES, 8), (SHAPES, 8), (o['tags'], 16),
            (3, c, width), (c,), (n, 3, c, c), (n, c), (g, 2, c, c), (g, 2, c),
            (PLACES * h, c), (2, PLACES * h), (states, h), (h,), (actions, h), (actions,)]


def views(flat, shapes):
    at, out = 0, []
    for s in shapes:
        n = int(np.prod(s))
        out.append(flat[at:at + n].reshape(s))
        at += n
    return Net(*out)


def in_order(net):
    """The matrices in the order of `matrixSizes` of `parser-network.ts`."""
    parts = [net.word, net.suffix, net.prefix, net.shape, net.tag, net.conv0, net.conv0b]
    for w, b in zip(net.conv, net.convb):
        parts += [w, b]
    for w, b in zip(net.gate, net.gateb):
        parts += [w[0], b[0], w[1], b[1]]
    return parts + [net.place, net.empty, net.state, net.hiddenb, net.action, net.actionb]


def initialise(net, o, rng):
    c = o['channels']
    ranges = dict(word=0.05, suffix=0.3, prefix=0.3, shape=0.3, tag=0.3, state=0.15,
                  conv0=np.sqrt(6 / (3 * net.conv0.shape[2])), conv=np.sqrt(6 / (3 * c)), gate=np.sqrt(3 / c),
                  place=np.sqrt(6 / (c * 4)), empty=np.sqrt(6 / (c * 4)), action=np.sqrt(3 / o['hidden']))
    for name, r in ranges.items():
        a = getattr(net, name)
        a[...] = rng.uniform(-r, r, a.shape)
    net.gateb[:, 0, :] = 0.5 - 3 * rng.uniform(0, 1, net.gateb[:, 0, :].shape)


@njit(fastmath=True, cache=True)
def look_up(net, vectors, rows, out):
    for i in range(rows.shape[0]):
        at = 0
        r = net.word[rows[i, 0]]
        out[i, at:at + r.size] = r; at += r.size
        r = net.suffix[rows[i, 1]]
        out[i, at:at + r.size] = r; at += r.size
        r = net.prefix[rows[i, 2]]
        out[i, at:at + r.size] = r; at += r.size
        r = net.shape[rows[i, 3]]
        out[i, at:at + r.size] = r; at += r.size
        r = net.tag[rows[i, 4]]
        out[i, at:at + r.size] = r; at += r.size
        if rows[i, 5] >= 0:
            for k in range(vectors.shape[1]):
                out[i, at + k] = vectors[rows[i, 5], k]
        else:
            for k in range(vectors.shape[1]):
                out[i, at + k] = 0


@njit(fastmath=True, cache=True)
def convolve(w, b, below, dilation, residual):
    n = below.shape[0]
    out = np.empty((n, w.shape[1]), np.float32)
    out[:] = b
    for side in range(3):
        shift = (side - 1) * dilation
        first = max(0, -shift)
        count = min(n, n - shift) - first
        if count <= 0:
            continue
        out[first:first + count] += np.dot(below[first + shift:first + shift + count], w[side].T)
    out = np.maximum(out, np.float32(0))
    if residual:
        out += below
    return out


@njit(fastmath=True, cache=True)
def recur(w, b, below):
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
    """Layers (convolutions, then gates), gate values and places."""
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
        u, v, m = recur(net.gate[g], net.gateb[g], layers[convs + g - 1])
        us[g] = u; vs[g] = v; ms[g] = m
        layers[convs + g] = layers[convs + g - 1] + m
    places = np.empty((n + 2, net.place.shape[0]), np.float32)
    places[:n] = np.dot(layers[convs + gates - 1], net.place.T)
    places[n:] = net.empty
    return layers, us, vs, ms, places


# --- transitions (transitions.ts) ---
@njit(cache=True)
def distance_bucket(d):
    if d <= 4: return d
    if d <= 6: return 5
    if d <= 10: return 6
    return 7 if d <= 20 else 8


@njit(cache=True)
def child_of(children, w, n):
    if w > n or children[w] < 0:
        return n + 1
    return children[w]


@njit(cache=True)
def label_of(labels, w, n):
    return 0 if w >= n else labels[w] + 1


@njit(cache=True)
def write_places(stack, depth, nxt, n, lm, rm, lc, rc, labels, words, buckets):
    none = n + 1
    s0 = stack[depth - 1] if depth > 0 else none
    s1 = stack[depth - 2] if depth > 1 else none
    words[0] = s0
    words[1] = s1
    words[2] = stack[depth - 3] if depth > 2 else none
    words[3] = nxt
    words[4] = child_of(lm, s0, n)
    words[5] = child_of(rm, s0, n)
    words[6] = child_of(lm, nxt, n)
    words[7] = child_of(rm, s1, n)
    for p in range(4):
        buckets[p] = label_of(labels, words[4 + p], n)
    buckets[4] = label_of(labels, child_of(lm, s1, n), n)
    buckets[5] = 0 if s0 == none else distance_bucket(nxt - s0)
    buckets[6] = 0 if s1 == none else distance_bucket(s0 - s1)
    buckets[7] = 0 if s0 == none else min(3, lc[s0])
    buckets[8] = 0 if s0 == none else min(3, rc[s0])
    buckets[9] = min(3, lc[nxt])
    buckets[10] = 0 if s1 == none else min(3, rc[s1])


@njit(fastmath=True, cache=True)
def score(net, places, words, buckets, offsets, hidden, scores):
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
        s = net.actionb[a]
        for k in range(h):
            s += row[k] * hidden[k]
        scores[a] = s


@njit(cache=True)
def legal_mask(depth, nxt, n, labels, root, mask):
    """Writes which actions are legal."""
    can_left = depth > 0 and (nxt < n or depth == 1)
    at_root = nxt == n
    mask[0] = nxt < n
    for l in range(labels):
        mask[1 + l] = can_left and ((l == root) == at_root)
        mask[1 + labels + l] = depth > 1 and l != root


@njit(cache=True)
def apply(action, stack, depth, nxt, n, labels, lm, rm, lc, rc, heads, arcs):
    if action == 0:
        stack[depth] = nxt
        return depth + 1, nxt + 1
    depth -= 1
    top = stack[depth]
    left = action <= labels
    head = nxt if left else stack[depth - 1]
    heads[top] = -1 if head == n else head
    arcs[top] = (action - 1) % labels
    if left:
        lm[head] = top
        lc[head] += 1
    else:
        rm[head] = top
        rc[head] += 1
    return depth, nxt


@njit(cache=True)
def costs(stack, depth, nxt, n, gold, on_stack):
    """Gold arcs that shift, left and right make unreachable (Goldberg and Nivre 2013)."""
    big = 1 << 20
    shift, left, right = big, big, big
    s0 = stack[depth - 1] if depth > 0 else -1
    if nxt < n:
        head = gold[nxt]
        shift = 1 if head < nxt and head != s0 and on_stack[head] else 0
        for d in range(nxt):
            if gold[d] == nxt and on_stack[d]:
                shift += 1
    if s0 < 0:
        return shift, left, right
    lost = 0
    for d in range(max(nxt, s0 + 1), n):
        if gold[d] == s0:
            lost += 1
    head = gold[s0]
    if nxt < n or depth == 1:
        lost_head = (depth > 1 and head == stack[depth - 2]) or (head >= nxt and head != nxt)
        left = lost + (1 if lost_head else 0)
    if depth > 1:
        right = lost + (1 if head >= nxt else 0)
    return shift, left, right


@njit(fastmath=True, cache=True)
def learn(net, grad, vectors, rows, gold, gold_labels, dilations, offsets, labels, root, counts, o):
    """One sentence: forward, loss at every state, backward. o: explore, input dropout, word dropout, vector dropout, smoothing."""
    explore, drop_in, drop_word, drop_vec, smooth, drop_element = o
    n = rows.shape[0]
    rows = rows.copy()
    for i in range(n):
        if np.random.random() < drop_word / (drop_word + counts[rows[i, 0]]):
            rows[i, 0] = 0
        if np.random.random() < drop_vec:
            rows[i, 5] = -1
    x = np.empty((n, net.conv0.shape[2]), np.float32)
    look_up(net, vectors, rows, x)
    mask = np.empty(x.shape, np.float32)
    keep = np.float32(1 / (1 - drop_in))
    keep_element = np.float32(1 / (1 - drop_element))
    learnt = x.shape[1] - vectors.shape[1]
    for i in range(n):
        for k in range(x.shape[1]):
            if k < learnt:
                mask[i, k] = np.float32(0) if np.random.random() < drop_in else keep
            else:
                mask[i, k] = np.float32(0) if np.random.random() < drop_element else keep_element
            x[i, k] *= mask[i, k]
    layers, us, vs, ms, places = encode(net, x, dilations)
    h = net.hiddenb.size
    actions = 1 + 2 * labels
    hidden = np.empty(h, np.float32)
    scores = np.empty(net.actionb.size, np.float32)
    tw = np.empty((2 * n, PLACES), np.int32)
    tb = np.empty((2 * n, STATE_TABLES), np.int32)
    th = np.empty((2 * n, h), np.float32)
    ds = np.zeros((2 * n, net.actionb.size), np.float32)
    stack = np.empty(n + 1, np.int32)
    lm = np.full(n + 1, -1, np.int32); rm = np.full(n + 1, -1, np.int32)
    lc = np.zeros(n + 1, np.int32); rc = np.zeros(n + 1, np.int32)
    heads = np.full(n, -1, np.int32); arcs = np.full(n, -1, np.int32)
    on_stack = np.zeros(n + 1, np.bool_)
    legal = np.zeros(net.actionb.size, np.bool_)
    wanted = np.zeros(net.actionb.size, np.bool_)
    depth, nxt, t = 0, 0, 0
    loss = 0.0
    while not (nxt == n and depth == 0):
        write_places(stack, depth, nxt, n, lm, rm, lc, rc, arcs, tw[t], tb[t])
        score(net, places, tw[t], tb[t], offsets, hidden, scores)
        th[t] = hidden
        legal_mask(depth, nxt, n, labels, root, legal)
        shift, left, right = costs(stack, depth, nxt, n, gold, on_stack)
        least = min(shift, min(left, right))
        wanted[:] = False
        if shift == least:
            wanted[0] = True
        s0 = stack[depth - 1] if depth > 0 else -1
        for side in range(2):
            if (left if side == 0 else right) != least:
                continue
            base = 1 + side * labels
            exact = base + gold_labels[s0]
            if legal[exact]:
                wanted[exact] = True
            elif side == 0 and nxt == n:
                wanted[1 + root] = True
            else:
                best = -1
                for l in range(labels):
                    if l != root and (best < 0 or scores[base + l] > scores[base + best]):
                        best = l
                wanted[base + best] = True
        most = np.float32(-1e30)
        count = 0
        for a in range(actions):
            if legal[a]:
                count += 1
                if scores[a] > most:
                    most = scores[a]
        total = np.float32(0); good = np.float32(0)
        d = ds[t]
        for a in range(actions):
            if legal[a]:
                d[a] = np.exp(scores[a] - most)
                total += d[a]
                if wanted[a]:
                    good += d[a]
        loss -= np.log(max(1e-30, good / total))
        each = np.float32(smooth / count)
        best_all = -1; best_good = -1
        for a in range(actions):
            if not legal[a]:
                continue
            p = d[a] / total
            d[a] = p - each
            if wanted[a]:
                if good > 0:
                    d[a] -= np.float32(1 - smooth) * (p * total / good)
                if best_good < 0 or scores[a] > scores[best_good]:
                    best_good = a
            if best_all < 0 or scores[a] > scores[best_all]:
                best_all = a
        action = best_all if np.random.random() < explore else best_good
        if action == 0:
            on_stack[nxt] = True
        else:
            on_stack[stack[depth - 1]] = False
        depth, nxt = apply(action, stack, depth, nxt, n, labels, lm, rm, lc, rc, heads, arcs)
        t += 1
    # Backward through the states.
    ds = ds[:t]
    th = th[:t]
    grad.action[:] += np.dot(ds.T, th)
    dh = np.dot(ds, net.action)
    d_places = np.zeros(places.shape, np.float32)
    for s in range(t):
        for a in range(actions):
            grad.actionb[a] += ds[s, a]
        row = dh[s]
        for k in range(h):
            if th[s, k] <= 0:
                row[k] = 0
            grad.hiddenb[k] += row[k]
        for p in range(PLACES):
            to = d_places[tw[s, p]]
            at = p * h
            for k in range(h):
                to[at + k] += row[k]
        for q in range(STATE_TABLES):
            to = grad.state[offsets[q] + tb[s, q]]
            for k in range(h):
                to[k] += row[k]
    # Backward through the encoder.
    convs = net.conv.shape[0] + 1
    gates = net.gate.shape[0]
    top = layers[convs + gates - 1]
    grad.place[:] += np.dot(d_places[:n].T, top)
    grad.empty[:] += d_places[n:]
    d_out = np.dot(d_places[:n], net.place)
    c = d_out.shape[1]
    half = c // 2
    for g in range(gates - 1, -1, -1):
        below = layers[convs + g - 1]
        u = us[g]; v = vs[g]; m = ms[g]
        du = np.empty((n, c), np.float32); dv = np.empty((n, c), np.float32)
        carried = np.zeros(c, np.float32)
        for step in range(n - 1, -1, -1):
            for k in range(c):
                i = step if k < half else n - 1 - step
                before = np.float32(0)
                if step > 0:
                    before = m[i - 1, k] if k < half else m[i + 1, k]
                d1 = d_out[i, k] + carried[k]
                dv[i, k] = d1 * u[i, k]
                du[i, k] = d1 * (v[i, k] - before) * u[i, k] * (1 - u[i, k])
                carried[k] = d1 * (1 - u[i, k])
        grad.gate[g, 0] += np.dot(du.T, below)
        grad.gate[g, 1] += np.dot(dv.T, below)
        for i in range(n):
            for k in range(c):
                grad.gateb[g, 0, k] += du[i, k]
                grad.gateb[g, 1, k] += dv[i, k]
        d_out = d_out + np.dot(du, net.gate[g, 0]) + np.dot(dv, net.gate[g, 1])
    dx = np.zeros(x.shape, np.float32)
    for l in range(convs - 1, -1, -1):
        below = layers[l - 1] if l > 0 else x
        out = layers[l]
        d_act = np.zeros((n, c), np.float32)
        for i in range(n):
            for k in range(c):
                on = out[i, k] > 0 if l == 0 else out[i, k] > below[i, k]
                if on:
                    d_act[i, k] = d_out[i, k]
                    if l == 0:
                        grad.conv0b[k] += d_out[i, k]
                    else:
                        grad.convb[l - 1, k] += d_out[i, k]
        d_below = d_out.copy() if l > 0 else dx
        for side in range(3):
            shift = (side - 1) * dilations[l]
            first = max(0, -shift)
            size = min(n, n - shift) - first
            if size <= 0:
                continue
            da = d_act[first:first + size]
            src = below[first + shift:first + shift + size]
            if l == 0:
                grad.conv0[side] += np.dot(da.T, src)
                d_below[first + shift:first + shift + size] += np.dot(da, net.conv0[side])
            else:
                grad.conv[l - 1, side] += np.dot(da.T, src)
                d_below[first + shift:first + shift + size] += np.dot(da, net.conv[l - 1, side])
        d_out = d_below
    for i in range(n):
        for k in range(x.shape[1]):
            dx[i, k] *= mask[i, k]
        at = 0
        r = grad.word[rows[i, 0]]
        for k in range(r.size): r[k] += dx[i, at + k]
        at += r.size
        r = grad.suffix[rows[i, 1]]
        for k in range(r.size): r[k] += dx[i, at + k]
        at += r.size
        r = grad.prefix[rows[i, 2]]
        for k in range(r.size): r[k] += dx[i, at + k]
        at += r.size
        r = grad.shape[rows[i, 3]]
        for k in range(r.size): r[k] += dx[i, at + k]
        at += r.size
        r = grad.tag[rows[i, 4]]
        for k in range(r.size): r[k] += dx[i, at + k]
    return loss


@njit(fastmath=True, cache=True)
def move(value, grad, mean, square, rate):
    for k in range(value.size):
        g = grad[k]
        m = np.float32(0.9) * mean[k] + np.float32(0.1) * g
        s = np.float32(0.99) * square[k] + np.float32(0.01) * g * g
        mean[k] = m
        square[k] = s
        value[k] -= rate * m / (np.sqrt(s) + np.float32(1e-8))
        grad[k] = 0


@njit(cache=True)
def move_rows(value, grad, mean, square, rate, ids, stamp, step):
    for r in ids:
        if stamp[r] == step:
            continue
        stamp[r] = step
        move(value[r], grad[r], mean[r], square[r], rate)


@njit(fastmath=True, cache=True)
def blend(average, value, decay):
    for k in range(value.size):
        average[k] += (1 - decay) * (value[k] - average[k])


@njit(cache=True)
def seed_numba(seed):
    np.random.seed(seed)


@njit(cache=True)
def run_epoch(net, grad, mean, square, dense, flats, stamps, order, starts, sizes_, data, vectors, dilations, offsets, labels, root, counts, o, plan):
    """plan: first rate, last rate (share), step, steps, average from step, averaging decay."""
    first_rate, last_share, step, steps, average_from, decay = plan
    value_f, grad_f, mean_f, square_f, average_f = flats
    loss = 0.0
    moves = 0
    ids = np.empty((200000, 5), np.int32)
    found = 0
    for j in range(order.size):
        s = order[j]
        n = sizes_[s]
        at = starts[s]
        rows = data[at:at + ROWS * n].reshape(n, ROWS)
        gold = data[at + ROWS * n:at + (ROWS + 1) * n].copy()
        gold[gold < 0] = n
        gl = data[at + (ROWS + 1) * n:at + (ROWS + 2) * n]
        loss += learn(net, grad, vectors, rows, gold, gl, dilations, offsets, labels, root, counts, o)
        moves += 2 * n
        ids[found:found + n] = rows[:, :5]
        found += n
        if j % BATCH == BATCH - 1 or j == order.size - 1:
            step += 1
            rate = first_rate * (1 - (1 - last_share) * min(1.0, step / steps))
            c = np.float32(rate * np.sqrt(1 - 0.99 ** step) / (1 - 0.9 ** step))
            move(value_f[dense:], grad_f[dense:], mean_f[dense:], square_f[dense:], c)
            f = np.float32(SPARSE_RATE) * c
            # A dropped word moves row 0; it has a gradient in nearly every batch.
            move_rows(net.word, grad.word, mean.word, square.word, f, np.append(ids[:found, 0], np.int32(0)), stamps[0], step)
            move_rows(net.suffix, grad.suffix, mean.suffix, square.suffix, f, ids[:found, 1], stamps[1], step)
            move_rows(net.prefix, grad.prefix, mean.prefix, square.prefix, f, ids[:found, 2], stamps[2], step)
            move_rows(net.shape, grad.shape, mean.shape, square.shape, f, ids[:found, 3], stamps[3], step)
            move_rows(net.tag, grad.tag, mean.tag, square.tag, f, ids[:found, 4], stamps[4], step)
            found = 0
            if step == average_from:
                average_f[:] = value_f
            elif step > average_from and step % 10 == 0:
                blend(average_f, value_f, np.float32(decay))
    return loss / moves, step


@njit(cache=True)
def measure(net, starts, sizes_, news, data, vectors, dilations, offsets, labels, root, base_of):
    """Words, right heads, right heads with labels; for all and for news."""
    out = np.zeros((2, 3), np.int64)
    hidden = np.empty(net.hiddenb.size, np.float32)
    scores = np.empty(net.actionb.size, np.float32)
    legal = np.zeros(net.actionb.size, np.bool_)
    words = np.empty(PLACES, np.int32)
    buckets = np.empty(STATE_TABLES, np.int32)
    for s in range(sizes_.size):
        n = sizes_[s]
        at = starts[s]
        rows = data[at:at + ROWS * n].reshape(n, ROWS)
        gold = data[at + ROWS * n:at + (ROWS + 1) * n]
        gl = data[at + (ROWS + 1) * n:at + (ROWS + 2) * n]
        x = np.empty((n, net.conv0.shape[2]), np.float32)
        look_up(net, vectors, rows, x)
        _, _, _, _, places = encode(net, x, dilations)
        stack = np.empty(n + 1, np.int32)
        lm = np.full(n + 1, -1, np.int32); rm = np.full(n + 1, -1, np.int32)
        lc = np.zeros(n + 1, np.int32); rc = np.zeros(n + 1, np.int32)
        heads = np.full(n, -1, np.int32); arcs = np.full(n, -1, np.int32)
        depth, nxt = 0, 0
        while not (nxt == n and depth == 0):
            write_places(stack, depth, nxt, n, lm, rm, lc, rc, arcs, words, buckets)
            score(net, places, words, buckets, offsets, hidden, scores)
            legal_mask(depth, nxt, n, labels, root, legal)
            best = -1
            for a in range(1 + 2 * labels):
                if legal[a] and (best < 0 or scores[a] > scores[best]):
                    best = a
            depth, nxt = apply(best, stack, depth, nxt, n, labels, lm, rm, lc, rc, heads, arcs)
        for i in range(n):
            for group in range(1 + news[s]):
                out[group, 0] += 1
                if heads[i] == gold[i]:
                    out[group, 1] += 1
                    if gl[i] >= 0 and base_of[arcs[i]] == base_of[gl[i]]:
                        out[group, 2] += 1
    return out


def read_vectors(path):
    raw = open(path, 'rb').read()
    size = struct.unpack('<I', raw[8:12])[0]
    header = json.loads(raw[12:12 + size])
    body = raw[12 + size:]

    def section(name, dtype):
        s = header['sections'][name]
        return np.frombuffer(body, dtype, s['length'], s['offset'])
    scale = section('scale', np.float32)
    codes = section('vectors', np.int8).reshape(-1, scale.size)
    return np.ascontiguousarray(codes * scale, np.float32)


def read_lessons(folder):
    header = json.load(open(f'{folder}/parser-lessons.json'))
    data = np.fromfile(f'{folder}/parser-lessons.bin', np.int32)
    at, sets = 0, {}
    for name, count in header['sets'].items():
        starts, lengths, news = [], [], []
        for _ in range(count):
            n = int(data[at])
            news.append(int(data[at + 1]))
            starts.append(at + 2)
            lengths.append(n)
            at += 2 + n * (ROWS + 2)
        sets[name] = tuple(np.array(v, np.int64) for v in (starts, lengths, news))
    return header, data, sets


def main():
    p = argparse.ArgumentParser()
    p.add_argument('--work', default='.eval/training')
    p.add_argument('--words', default='models/en-words.bin')
    p.add_argument('--out', default='parser-trained')
    p.add_argument('--epochs', type=int, default=12)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--channels', type=int, default=96)
    p.add_argument('--hidden', type=int, default=128)
    p.add_argument('--dilations', default='1,1,0,0')
    p.add_argument('--word', type=int, default=32)
    p.add_argument('--rate', type=float, default=0.002)
    p.add_argument('--last', type=float, default=0.02)
    p.add_argument('--explore', type=float, default=0.9)
    p.add_argument('--drop-input', type=float, default=0.25)
    p.add_argument('--drop-word', type=float, default=0.25)
    p.add_argument('--drop-vector', type=float, default=0.05)
    p.add_argument('--smooth', type=float, default=0.03)
    p.add_argument('--average', type=float, default=0.2, help='share of the steps, at the end, that are averaged')
    p.add_argument('--drop-element', type=float, default=0.1)
    p.add_argument('--limit', type=int, default=0)
    a = p.parse_args()
    header, data, sets = read_lessons(a.work)
    vectors = read_vectors(a.words) * np.float32(header['scale'])
    labels = header['labels']
    base = [label.split(':')[0] for label in labels]
    base_of = np.array([base.index(b) for b in base], np.int32)
    root = labels.index('root')
    counts = np.array(header['counts'], np.float64)
    dilations = [int(d) for d in a.dilations.split(',')]
    convs = sum(1 for d in dilations if d > 0)
    o = dict(words=len(counts), tags=header['tags'], labels=len(labels), channels=a.channels, hidden=a.hidden,
             convs=convs, gates=len(dilations) - convs, word=a.word)
    shapes = sizes(o)
    total = sum(int(np.prod(s)) for s in shapes)
    dense = sum(int(np.prod(s)) for s in shapes[:5])
    flats = tuple(np.zeros(total, np.float32) for _ in range(5))
    net, grad, mean, square, average = (views(f, shapes) for f in flats)
    initialise(net, o, np.random.default_rng(a.seed))
    seed_numba(a.seed)
    dil = np.array(dilations, np.int64)
    offsets, at = [], 0
    for t in range(STATE_TABLES):
        offsets.append(at)
        at += len(labels) + 1 if t < LABEL_PLACES else DISTANCE_BUCKETS if t < LABEL_PLACES + DISTANCES else VALENCY_BUCKETS
    offsets = np.array(offsets, np.int64)
    starts, lengths, _ = sets['train']
    rng = np.random.default_rng(a.seed + 1)
    used = np.arange(len(starts)) if a.limit == 0 else rng.permutation(len(starts))[:a.limit]
    steps = -(-len(used) // BATCH) * a.epochs
    average_from = int(steps * (1 - a.average)) if a.average > 0 else 1 << 60
    decay = 1 - 10 / max(10, steps * a.average / 3) if a.average > 0 else 0.0
    stamps = tuple(np.zeros(s[0], np.int64) for s in shapes[:5])
    print(f'{len(used)} lessons, {len(labels)} labels, {total} weights, {total - dense} of them dense', flush=True)
    step = 0
    for epoch in range(a.epochs):
        began = time.process_time()
        order = rng.permutation(used)
        options = (a.explore if epoch > 0 else 0.0, a.drop_input, a.drop_word, a.drop_vector, a.smooth, a.drop_element)
        plan = (a.rate, a.last, step, steps, average_from, decay)
        loss, step = run_epoch(net, grad, mean, square, dense, flats, stamps, order, starts, lengths, data, vectors, dil,
                               offsets, len(labels), root, counts, options, plan)
        use = average if step > average_from else net
        line = f'epoch {epoch + 1}: loss {loss:.4f}, {time.process_time() - began:.0f} s'
        for name in ('ewt.dev', 'gum.dev'):
            out = measure(use, *sets[name], data, vectors, dil, offsets, len(labels), root, base_of)
            for g, group in enumerate(['', ' news']):
                if out[g, 0]:
                    line += f'; {name}{group} {100 * out[g, 1] / out[g, 0]:.2f} {100 * out[g, 2] / out[g, 0]:.2f}'
        print(line, flush=True)
    np.concatenate([part.ravel() for part in in_order(average if a.average > 0 else net)]).tofile(f'{a.work}/{a.out}.bin')
    with open(f'{a.work}/{a.out}.json', 'w') as file:
        json.dump(dict(channels=a.channels, hidden=a.hidden, dilations=dilations, epochs=a.epochs, seed=a.seed), file)


if __name__ == '__main__':
    main()
