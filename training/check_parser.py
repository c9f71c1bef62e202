"""Checks the parser's trainer by hand-made means: `python training/check_parser.py` says `ok` or stops with an error.

The gradient is held against finite differences in every kind of weight; what the oracle says an action loses is held
against the best tree that can still be reached, found by trying all ways to the end.
"""
import numpy as np

from parser_gradient import Frame, Noise, learn
from parser_network import Sizes, array_shapes, initialise, state_offsets, view
from parser_transitions import find_costs, is_done, make_state, mark_legal, take

LABELS, ROOT = 3, 2
QUIET = Noise(0.0, 0.0, 0.0, 0.0, 0.0, 0.05)


def check_gradient():
    random = np.random.default_rng(5)
    shapes = array_shapes(Sizes(6, 4, LABELS, 4, 4, 2, 1))
    flats = [np.zeros(sum(int(np.prod(s)) for s in shapes), np.float32) for _ in range(2)]
    net, grad = (view(flat, shapes) for flat in flats)
    initialise(net, random)
    frame = Frame(np.array([1, 2, 0]), state_offsets(LABELS), LABELS, ROOT, np.full(6, 1e9))
    vectors = random.normal(0, 0.3, (3, 64)).astype(np.float32)
    rows = np.array([[1 + i % 5, 7 * i, 3 * i, i, i % 4, i % 4 - 1] for i in range(6)], np.int32)
    gold = np.array([1, 6, 4, 4, 1, 4], np.int32)
    labels = np.array([0, 2, 1, 0, 1, 0], np.int32)

    def loss():
        return learn(net, view(np.zeros_like(flats[1]), shapes), vectors, rows, gold, labels, frame, plain)
    # Smoothing has no part in the loss that is told, only in its gradient: without it here.
    plain = QUIET._replace(smooth=0.0)
    learn(net, grad, vectors, rows, gold, labels, frame, plain)
    compared = 0
    for name, values, gradient in zip(net._fields, net, grad):
        for at in np.argwhere(np.abs(gradient) > 1e-3)[:6]:
            at = tuple(at)
            held = values[at]
            values[at] = held + 1e-3
            above = loss()
            values[at] = held - 1e-3
            below = loss()
            values[at] = held
            measured = (above - below) / 2e-3
            if abs(measured - gradient[at]) > 0.02 + 0.05 * abs(measured):
                raise SystemExit(f'{name}{at}: gradient {gradient[at]}, measured {measured}')
            compared += 1
    if compared < 60:
        raise SystemExit(f'only {compared} gradients compared')


def copy(state):
    return type(state)(*(part.copy() for part in state))


def best_reach(state, gold):
    """The most gold arcs, the root's left out, of any tree that can be reached, labels aside."""
    if is_done(state):
        return sum(head == g for head, g in zip(state.heads, gold))
    best = -1
    for action in choices_of(state):
        then = copy(state)
        take(then, action, LABELS)
        best = max(best, best_reach(then, gold))
    return best


def choices_of(state):
    """Legal actions: one label stands for all, the root's for the root."""
    legal = np.zeros(1 + 2 * LABELS, np.bool_)
    mark_legal(state, LABELS, ROOT, legal)
    return [action for action in (0, 1, 1 + ROOT, 1 + LABELS) if legal[action]]


def cost_without_root(state, gold, action):
    """The oracle counts the root's arc as if any number of words might hang on the root."""
    depth, nxt = state.at
    shift, left, right = find_costs(state, gold)
    if action == 0:
        return shift
    is_root = gold[state.stack[depth - 1]] == len(gold)
    if action <= LABELS:
        return left - (is_root and nxt < len(gold))
    return right - is_root


def check_oracle():
    random = np.random.default_rng(3)
    compared = 0
    # Trees without crossing arcs, of which the oracle is exact.
    for gold in ([1, 4, 1, 2], [4, 0, 1, 2], [2, 2, 4, 4, 5], [5, 0, 3, 0, 3]):
        gold = np.array(gold, np.int32)
        for _ in range(20):
            state = make_state(len(gold))
            while not is_done(state):
                now = best_reach(state, gold)
                choices = choices_of(state)
                for action in choices:
                    then = copy(state)
                    take(then, action, LABELS)
                    cost, lost = cost_without_root(state, gold, action), now - best_reach(then, gold)
                    if cost != lost:
                        raise SystemExit(f'{gold}, {state}, action {action}: cost {cost}, lost {lost}')
                    compared += 1
                take(state, choices[random.integers(len(choices))], LABELS)
    if compared < 500:
        raise SystemExit(f'only {compared} costs compared')


if __name__ == '__main__':
    check_oracle()
    check_gradient()
    print('ok')
