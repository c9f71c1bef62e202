"""Trains the parser with a dynamic oracle and exploration (Goldberg and Nivre 2013), by Adam (Kingma and Ba 2015).

Reads the lessons that `train-parser.js` wrote, and writes the weights as plain numbers, of which
`train-parser.js --pack` makes the weight file. The same seed gives the same weights on the same kind of processor.
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

from parser_gradient import Frame, Noise, learn
from parser_network import (
    ROWS, TABLES, Sizes, array_shapes, encode, in_order, initialise, look_up, score, state_offsets, view)
from parser_transitions import PLACES, STATE_TABLES, is_done, make_state, mark_legal, take, write_places

BATCH = 6
# Rows move only in the steps that see them, without the steps that follow from the mean of a dense matrix: rare words
# would hardly leave where they began.
SPARSE_RATE = 4.0
MEAN_DECAY, SQUARE_DECAY = 0.9, 0.99
DEV = ('ewt.dev', 'gum.dev')

# Sentences lie one after another in `data`: rows, heads (-1 for the root) and labels of each from its start on.
Sentences = namedtuple('Sentences', 'data starts sizes news')
# Weights, gradients, moments and averaged weights: as arrays and as one list each, of which the dense ones begin at `dense`.
Learner = namedtuple('Learner', 'nets flats stamps dense')
Plan = namedtuple('Plan', 'rate last steps average_from decay')


@njit(fastmath=True, cache=True)
def move(value, grad, mean, square, rate):
    for k in range(value.size):
        g = grad[k]
        m = np.float32(MEAN_DECAY) * mean[k] + np.float32(1 - MEAN_DECAY) * g
        s = np.float32(SQUARE_DECAY) * square[k] + np.float32(1 - SQUARE_DECAY) * g * g
        mean[k] = m
        square[k] = s
        value[k] -= rate * m / (np.sqrt(s) + np.float32(1e-8))
        grad[k] = 0


@njit(cache=True)
def move_rows(arrays, rate, rows, stamp, step):
    """Moves each of the given rows once."""
    value, grad, mean, square = arrays
    for r in rows:
        if stamp[r] != step:
            stamp[r] = step
            move(value[r], grad[r], mean[r], square[r], rate)


@njit(fastmath=True, cache=True)
def blend(average, value, decay):
    for k in range(value.size):
        average[k] += (1 - decay) * (value[k] - average[k])


@njit(cache=True)
def make_step(learner, rows, step, plan):
    """One step of Adam: all dense weights, and the rows of the tables that the batch has touched."""
    net, grad, mean, square, _ = learner.nets
    value_f, grad_f, mean_f, square_f, average_f = learner.flats
    d = learner.dense
    rate = plan.rate * (1 - (1 - plan.last) * min(1.0, step / plan.steps))
    dense = np.float32(rate * np.sqrt(1 - SQUARE_DECAY ** step) / (1 - MEAN_DECAY ** step))
    move(value_f[d:], grad_f[d:], mean_f[d:], square_f[d:], dense)
    sparse = np.float32(SPARSE_RATE) * dense
    # Dropped words have moved row 0.
    words = np.append(rows[:, 0], np.int32(0))
    stamps = learner.stamps
    move_rows((net.word, grad.word, mean.word, square.word), sparse, words, stamps[0], step)
    move_rows((net.suffix, grad.suffix, mean.suffix, square.suffix), sparse, rows[:, 1], stamps[1], step)
    move_rows((net.prefix, grad.prefix, mean.prefix, square.prefix), sparse, rows[:, 2], stamps[2], step)
    move_rows((net.shape, grad.shape, mean.shape, square.shape), sparse, rows[:, 3], stamps[3], step)
    move_rows((net.tag, grad.tag, mean.tag, square.tag), sparse, rows[:, 4], stamps[4], step)
    if step == plan.average_from:
        average_f[:] = value_f
    elif step > plan.average_from and step % 10 == 0:
        blend(average_f, value_f, np.float32(plan.decay))


@njit(cache=True)
def read_sentence(sentences, s):
    n = sentences.sizes[s]
    at = sentences.starts[s]
    data = sentences.data
    return (data[at:at + ROWS * n].reshape(n, ROWS), data[at + ROWS * n:at + (ROWS + 1) * n],
            data[at + (ROWS + 1) * n:at + (ROWS + 2) * n])


@njit(cache=True)
def run_epoch(learner, order, sentences, vectors, frame, noise, step, plan):
    """Learns all sentences in the given order. Gives the loss a move and the number of steps made so far."""
    net, grad = learner.nets[0], learner.nets[1]
    loss = 0.0
    moves = 0
    touched = np.empty((BATCH * 1000, TABLES), np.int32)
    found = 0
    for j in range(order.size):
        rows, heads, labels = read_sentence(sentences, order[j])
        n = heads.size
        gold = heads.copy()
        gold[gold < 0] = n
        loss += learn(net, grad, vectors, rows, gold, labels, frame, noise)
        moves += 2 * n
        touched[found:found + n] = rows[:, :TABLES]
        found += n
        if j % BATCH == BATCH - 1 or j == order.size - 1:
            step += 1
            make_step(learner, touched[:found], step, plan)
            found = 0
    return loss / moves, step


@njit(cache=True)
def measure(net, sentences, vectors, frame, base_of):
    """Words, right heads, right heads with labels; for all and for news."""
    out = np.zeros((2, 3), np.int64)
    hidden = np.empty(net.hiddenb.size, np.float32)
    scores = np.empty(net.actionb.size, np.float32)
    actions = 1 + 2 * frame.labels
    legal = np.zeros(actions, np.bool_)
    words = np.empty(PLACES, np.int32)
    buckets = np.empty(STATE_TABLES, np.int32)
    for s in range(sentences.sizes.size):
        rows, heads, labels = read_sentence(sentences, s)
        x = np.empty((heads.size, net.conv0.shape[2]), np.float32)
        look_up(net, vectors, rows, x)
        places = encode(net, x, frame.dilations)[4]
        state = make_state(heads.size)
        while not is_done(state):
            write_places(state, words, buckets)
            score(net, places, words, buckets, frame.offsets, hidden, scores)
            mark_legal(state, frame.labels, frame.root, legal)
            best = -1
            for a in range(actions):
                if legal[a] and (best < 0 or scores[a] > scores[best]):
                    best = a
            take(state, best, frame.labels)
        for i in range(heads.size):
            for group in range(1 + sentences.news[s]):
                out[group, 0] += 1
                if state.heads[i] == heads[i]:
                    out[group, 1] += 1
                    if labels[i] >= 0 and base_of[state.labels[i]] == base_of[labels[i]]:
                        out[group, 2] += 1
    return out


@njit(cache=True)
def seed_noise(seed):
    """Inside numba, since its random numbers are not those of numpy outside."""
    np.random.seed(seed)


def read_vectors(path):
    """The word vectors of `en-words.bin`; the form of weight files is told in `weights.ts`."""
    with open(path, 'rb') as file:
        raw = file.read()
    size = struct.unpack('<I', raw[8:12])[0]
    header = json.loads(raw[12:12 + size])

    def section(name, kind):
        found = header['sections'][name]
        return np.frombuffer(raw, kind, found['length'], 12 + size + found['offset'])
    scale = section('scale', np.float32)
    return section('vectors', np.int8).reshape(-1, scale.size) * scale


def read_lessons(folder):
    with open(f'{folder}/parser-lessons.json') as file:
        header = json.load(file)
    data = np.fromfile(f'{folder}/parser-lessons.bin', np.int32)
    at, sets = 0, {}
    for name, count in header['sets'].items():
        starts, sizes, news = [], [], []
        for _ in range(count):
            n = int(data[at])
            news.append(int(data[at + 1]))
            starts.append(at + 2)
            sizes.append(n)
            at += 2 + n * (ROWS + 2)
        sets[name] = Sentences(data, *(np.array(values, np.int64) for values in (starts, sizes, news)))
    return header, sets


def make_learner(sizes, seed):
    shapes = array_shapes(sizes)
    counts = [int(np.prod(shape)) for shape in shapes]
    flats = tuple(np.zeros(sum(counts), np.float32) for _ in range(5))
    nets = tuple(view(flat, shapes) for flat in flats)
    initialise(nets[0], np.random.default_rng(seed))
    stamps = tuple(np.zeros(shape[0], np.int64) for shape in shapes[:TABLES])
    return Learner(nets, flats, stamps, sum(counts[:TABLES]))


def read_options():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument('--work', default='.eval/training')
    p.add_argument('--words', default='models/en-words.bin')
    p.add_argument('--epochs', type=int, default=12)
    p.add_argument('--seed', type=int, default=1)
    p.add_argument('--channels', type=int, default=96)
    p.add_argument('--hidden', type=int, default=128)
    p.add_argument('--dilations', default='1,1,0,0', help='a number a layer: convolutions, then 0 for each recurrence')
    p.add_argument('--rate', type=float, default=0.002)
    p.add_argument('--last', type=float, default=0.02, help='share of the rate at the end')
    p.add_argument('--explore', type=float, default=0.9, help="share of the model's own moves after the first epoch")
    p.add_argument('--drop-input', type=float, default=0.25)
    p.add_argument('--drop-word', type=float, default=0.25)
    p.add_argument('--drop-vector', type=float, default=0.05)
    p.add_argument('--drop-element', type=float, default=0.1)
    p.add_argument('--smooth', type=float, default=0.03)
    p.add_argument('--average', type=float, default=0.2, help='share of the steps, at the end, that are averaged')
    p.add_argument('--limit', type=int, default=0, help='lessons, for a trial')
    return p.parse_args()


def main():
    a = read_options()
    header, sets = read_lessons(a.work)
    vectors = read_vectors(a.words) * np.float32(header['scale'])
    labels = header['labels']
    base = [label.split(':')[0] for label in labels]
    base_of = np.array([base.index(b) for b in base], np.int32)
    dilations = [int(d) for d in a.dilations.split(',')]
    convs = sum(d > 0 for d in dilations)
    sizes = Sizes(len(header['counts']), header['tags'], len(labels), a.channels, a.hidden, convs, len(dilations) - convs)
    learner = make_learner(sizes, a.seed)
    net, average = learner.nets[0], learner.nets[4]
    frame = Frame(np.array(dilations, np.int64), state_offsets(len(labels)), len(labels), labels.index('root'),
                  np.array(header['counts'], np.float64))
    seed_noise(a.seed)
    random = np.random.default_rng(a.seed + 1)
    count = len(sets['train'].starts)
    used = np.arange(count) if a.limit == 0 else random.permutation(count)[:a.limit]
    steps = -(-len(used) // BATCH) * a.epochs
    plan = Plan(a.rate, a.last, steps, int(steps * (1 - a.average)), 1 - 10 / max(10, steps * a.average / 3))
    print(f'{len(used)} lessons, {len(labels)} labels, {learner.flats[0].size} weights', flush=True)
    step = 0
    for epoch in range(a.epochs):
        began = time.process_time()
        noise = Noise(a.explore if epoch > 0 else 0.0, a.drop_input, a.drop_word, a.drop_vector, a.drop_element, a.smooth)
        loss, step = run_epoch(learner, random.permutation(used), sets['train'], vectors, frame, noise, step, plan)
        line = f'epoch {epoch + 1}: loss {loss:.4f} a move, {time.process_time() - began:.0f} s'
        for name in DEV:
            use = average if step > plan.average_from else net
            for group, (words, heads, both) in zip(('', ' news+'), measure(use, sets[name], vectors, frame, base_of)):
                if words:
                    line += f'; {name}{group} UAS {100 * heads / words:.2f} LAS {100 * both / words:.2f}'
        print(line, flush=True)
    use = average if step > plan.average_from else net
    np.concatenate([part.ravel() for part in in_order(use)]).tofile(f'{a.work}/parser-trained.bin')
    with open(f'{a.work}/parser-trained.json', 'w') as file:
        json.dump(dict(channels=a.channels, hidden=a.hidden, dilations=dilations, epochs=a.epochs, seed=a.seed), file)


if __name__ == '__main__':
    main()
