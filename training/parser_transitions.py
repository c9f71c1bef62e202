"""The states and actions of the parser, as in `transitions.ts`, and which actions lose gold arcs."""
from collections import namedtuple

import numpy as np
from numba import njit

PLACES, LABEL_PLACES, DISTANCES, VALENCIES = 8, 5, 2, 4
DISTANCE_BUCKETS, VALENCY_BUCKETS = 9, 4
STATE_TABLES = LABEL_PLACES + DISTANCES + VALENCIES
DEPTH, NEXT = 0, 1
NEVER = 1 << 20

# `at` holds the depth of the stack and the next word, which is the number of words for the root.
State = namedtuple('State', 'at stack on_stack leftmost rightmost left_count right_count heads labels')


@njit(cache=True)
def make_state(n):
    return State(
        np.zeros(2, np.int64), np.empty(n + 1, np.int32), np.zeros(n + 1, np.bool_),
        np.full(n + 1, -1, np.int32), np.full(n + 1, -1, np.int32),
        np.zeros(n + 1, np.int32), np.zeros(n + 1, np.int32),
        np.full(n, -1, np.int32), np.full(n, -1, np.int32))


@njit(cache=True)
def is_done(state):
    return state.at[NEXT] == state.heads.size and state.at[DEPTH] == 0


@njit(cache=True)
def distance_bucket(distance):
    if distance <= 4:
        return distance
    if distance <= 6:
        return 5
    if distance <= 10:
        return 6
    return 7 if distance <= 20 else 8


@njit(cache=True)
def child_of(children, word, n):
    return n + 1 if word > n or children[word] < 0 else children[word]


@njit(cache=True)
def label_of(state, word):
    return 0 if word >= state.heads.size else state.labels[word] + 1


@njit(cache=True)
def write_places(state, words, buckets):
    """Writes the words that the network looks at, and the buckets of labels, distances and valencies."""
    n = state.heads.size
    depth, b0, stack = state.at[DEPTH], state.at[NEXT], state.stack
    none = n + 1
    s0 = stack[depth - 1] if depth > 0 else none
    s1 = stack[depth - 2] if depth > 1 else none
    words[0] = s0
    words[1] = s1
    words[2] = stack[depth - 3] if depth > 2 else none
    words[3] = b0
    words[4] = child_of(state.leftmost, s0, n)
    words[5] = child_of(state.rightmost, s0, n)
    words[6] = child_of(state.leftmost, b0, n)
    words[7] = child_of(state.rightmost, s1, n)
    for p in range(4):
        buckets[p] = label_of(state, words[4 + p])
    buckets[4] = label_of(state, child_of(state.leftmost, s1, n))
    buckets[5] = 0 if s0 == none else distance_bucket(b0 - s0)
    buckets[6] = 0 if s1 == none else distance_bucket(s0 - s1)
    buckets[7] = 0 if s0 == none else min(3, state.left_count[s0])
    buckets[8] = 0 if s0 == none else min(3, state.right_count[s0])
    buckets[9] = min(3, state.left_count[b0])
    buckets[10] = 0 if s1 == none else min(3, state.right_count[s1])


@njit(cache=True)
def mark_legal(state, labels, root, mask):
    """Marks the actions that may be taken now."""
    depth, nxt, n = state.at[DEPTH], state.at[NEXT], state.heads.size
    can_left = depth > 0 and (nxt < n or depth == 1)
    mask[0] = nxt < n
    for label in range(labels):
        mask[1 + label] = can_left and ((label == root) == (nxt == n))
        mask[1 + labels + label] = depth > 1 and label != root


@njit(cache=True)
def take(state, action, labels):
    """Takes a legal action."""
    at, stack = state.at, state.stack
    if action == 0:
        stack[at[DEPTH]] = at[NEXT]
        state.on_stack[at[NEXT]] = True
        at[DEPTH] += 1
        at[NEXT] += 1
        return
    at[DEPTH] -= 1
    top = stack[at[DEPTH]]
    state.on_stack[top] = False
    is_left = action <= labels
    head = at[NEXT] if is_left else stack[at[DEPTH] - 1]
    state.heads[top] = -1 if head == state.heads.size else head
    state.labels[top] = (action - 1) % labels
    if is_left:
        state.leftmost[head] = top
        state.left_count[head] += 1
    else:
        state.rightmost[head] = top
        state.right_count[head] += 1


@njit(cache=True)
def find_costs(state, gold):
    """Gold arcs that shift, left and right make unreachable (Goldberg and Nivre 2013); gold heads, n for the root."""
    n, depth, nxt, stack = state.heads.size, state.at[DEPTH], state.at[NEXT], state.stack
    shift, left, right = NEVER, NEVER, NEVER
    s0 = stack[depth - 1] if depth > 0 else -1
    if nxt < n:
        head = gold[nxt]
        shift = 1 if head < nxt and head != s0 and state.on_stack[head] else 0
        for d in range(nxt):
            if gold[d] == nxt and state.on_stack[d]:
                shift += 1
    if s0 < 0:
        return shift, left, right
    lost = 0
    for d in range(max(nxt, s0 + 1), n):
        if gold[d] == s0:
            lost += 1
    head = gold[s0]
    if nxt < n or depth == 1:
        is_lost = (depth > 1 and head == stack[depth - 2]) or (head >= nxt and head != nxt)
        left = lost + (1 if is_lost else 0)
    if depth > 1:
        right = lost + (1 if head >= nxt else 0)
    return shift, left, right
