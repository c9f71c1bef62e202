/** What stands where no word does, in the places that `writePlaces` gives. */
export const PLACES = 8;
export const LABEL_PLACES = 5;
export const DISTANCES = 2;
export const VALENCIES = 4;
export const DISTANCE_BUCKETS = 9;
export const VALENCY_BUCKETS = 4;

/**
 * The state of an arc-hybrid parse (Kuhlmann, Gómez-Rodríguez and Satta 2011) with the root as the last item
 * of the buffer, which makes exactly one word hang on the root. Actions: 0 shifts the next word; 1 + l hangs
 * the top of the stack on the next word with label l; 1 + labels + l hangs it on the word below it.
 */
export class ParseState {
  /** Words of the sentence. */
  size: number;
  readonly heads: Int32Array;
  /** Label number of each word's arc, -1 before it has one. */
  readonly labels: Int32Array;
  readonly stack: Int32Array;
  depth = 0;
  /** The next word; `size` is the root. */
  next = 0;
  private readonly leftmost: Int32Array;
  private readonly rightmost: Int32Array;
  private readonly leftCount: Int32Array;
  private readonly rightCount: Int32Array;
  private readonly labelCount: number;
  private readonly rootLabel: number;

  constructor(size: number, labelCount: number, rootLabel: number) {
    this.size = size;
    this.labelCount = labelCount;
    this.rootLabel = rootLabel;
    this.heads = new Int32Array(size).fill(-1);
    this.labels = new Int32Array(size).fill(-1);
    this.stack = new Int32Array(size + 1);
    this.leftmost = new Int32Array(size + 1).fill(-1);
    this.rightmost = new Int32Array(size + 1).fill(-1);
    this.leftCount = new Int32Array(size + 1);
    this.rightCount = new Int32Array(size + 1);
  }

  /** Begins the parse of another sentence, of at most as many words as the first. */
  restart(size: number): void {
    this.size = size;
    this.depth = 0;
    this.next = 0;
    this.heads.fill(-1, 0, size);
    this.labels.fill(-1, 0, size);
    this.leftmost.fill(-1, 0, size + 1);
    this.rightmost.fill(-1, 0, size + 1);
    this.leftCount.fill(0, 0, size + 1);
    this.rightCount.fill(0, 0, size + 1);
  }

  get isDone(): boolean {
    return this.next === this.size && this.depth === 0;
  }

  get canShift(): boolean {
    return this.next < this.size;
  }

  /** The root takes one word only, the last one left. */
  get canLeft(): boolean {
    return this.depth > 0 && (this.next < this.size || this.depth === 1);
  }

  get canRight(): boolean {
    return this.depth > 1;
  }

  /** Whether an action may be taken now. */
  isLegal(action: number): boolean {
    if (action === 0) return this.canShift;
    const isRoot = (action - 1) % this.labelCount === this.rootLabel;
    if (action <= this.labelCount) return this.canLeft && isRoot === (this.next === this.size);
    return this.canRight && !isRoot;
  }

  /** Takes a legal action. */
  apply(action: number): void {
    if (action === 0) {
      this.stack[this.depth++] = this.next++;
      return;
    }
    const top = this.stack[--this.depth]!;
    const isLeft = action <= this.labelCount;
    const head = isLeft ? this.next : this.stack[this.depth - 1]!;
    this.heads[top] = head === this.size ? -1 : head;
    this.labels[top] = (action - 1) % this.labelCount;
    if (isLeft) {
      this.leftmost[head] = top;
      this.leftCount[head] = this.leftCount[head]! + 1;
    } else {
      this.rightmost[head] = top;
      this.rightCount[head] = this.rightCount[head]! + 1;
    }
  }

  /**
   * Writes what the network looks at. Words: top three of the stack, next word, outermost children of the
   * first; `size` stands for the root and `size + 1` for none. Then labels of children (0 for none),
   * distances and valencies, each as a bucket.
   */
  writePlaces(words: Int32Array, buckets: Int32Array): void {
    const none = this.size + 1;
    const s0 = this.depth > 0 ? this.stack[this.depth - 1]! : none;
    const s1 = this.depth > 1 ? this.stack[this.depth - 2]! : none;
    const b0 = this.next;
    words[0] = s0;
    words[1] = s1;
    words[2] = this.depth > 2 ? this.stack[this.depth - 3]! : none;
    words[3] = b0;
    words[4] = this.childOf(this.leftmost, s0);
    words[5] = this.childOf(this.rightmost, s0);
    words[6] = this.childOf(this.leftmost, b0);
    words[7] = this.childOf(this.rightmost, s1);
    for (let p = 0; p < 4; p++) buckets[p] = this.labelOf(words[4 + p]!);
    buckets[4] = this.labelOf(this.childOf(this.leftmost, s1));
    buckets[5] = s0 === none ? 0 : distanceBucket(b0 - s0);
    buckets[6] = s1 === none ? 0 : distanceBucket(s0 - s1);
    buckets[7] = s0 === none ? 0 : Math.min(3, this.leftCount[s0]!);
    buckets[8] = s0 === none ? 0 : Math.min(3, this.rightCount[s0]!);
    buckets[9] = Math.min(3, this.leftCount[b0]!);
    buckets[10] = s1 === none ? 0 : Math.min(3, this.rightCount[s1]!);
  }

  private childOf(children: Int32Array, word: number): number {
    const child = word > this.size ? -1 : children[word]!;
    return child < 0 ? this.size + 1 : child;
  }

  private labelOf(word: number): number {
    return word >= this.size ? 0 : this.labels[word]! + 1;
  }
}

function distanceBucket(distance: number): number {
  if (distance <= 4) return distance;
  if (distance <= 6) return 5;
  if (distance <= 10) return 6;
  return distance <= 20 ? 7 : 8;
}
