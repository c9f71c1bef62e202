/** One matrix with its gradient and moments; `sparse` ones are moved row by row, only where touched. */
interface Slot {
  readonly value: Float32Array;
  readonly gradient: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
  readonly columns: number;
  readonly touched: Set<number> | undefined;
}

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.99;
const EPSILON = 1e-8;
/**
 * Rows move only in the steps that see them, without the steps that follow from the mean of a dense matrix: rare
 * words would hardly leave where they began.
 */
const SPARSE_RATE = 4;

/** Adam (Kingma and Ba 2015) over named matrices. */
export class Adam {
  readonly gradients: Record<string, Float32Array> = {};
  private readonly slots = new Map<string, Slot>();
  private steps = 0;

  constructor(
    parameters: Readonly<Record<string, Float32Array>>,
    sizes: Readonly<Record<string, readonly [rows: number, columns: number]>>,
    sparse: ReadonlySet<string>,
  ) {
    for (const [name, value] of Object.entries(parameters)) {
      const gradient = new Float32Array(value.length);
      this.gradients[name] = gradient;
      this.slots.set(name, {
        value,
        gradient,
        mean: new Float32Array(value.length),
        square: new Float32Array(value.length),
        columns: sizes[name]![1],
        touched: sparse.has(name) ? new Set() : undefined,
      });
    }
  }

  /** Marks a row of a sparse matrix as having a gradient. */
  touch(name: string, row: number): void {
    this.slots.get(name)!.touched!.add(row);
  }

  /** Moves every parameter against its gradient and sets the gradients to nought. */
  step(rate: number): void {
    this.steps++;
    const corrected = (rate * Math.sqrt(1 - SQUARE_DECAY ** this.steps)) / (1 - MEAN_DECAY ** this.steps);
    for (const slot of this.slots.values()) {
      if (slot.touched === undefined) move(slot, 0, slot.value.length, corrected);
      else {
        const faster = SPARSE_RATE * corrected;
        for (const row of slot.touched) move(slot, row * slot.columns, (row + 1) * slot.columns, faster);
        slot.touched.clear();
      }
    }
  }
}

function move({ value, gradient, mean, square }: Slot, from: number, to: number, rate: number): void {
  for (let k = from; k < to; k++) {
    const g = gradient[k]!;
    const m = MEAN_DECAY * mean[k]! + (1 - MEAN_DECAY) * g;
    const s = SQUARE_DECAY * square[k]! + (1 - SQUARE_DECAY) * g * g;
    mean[k] = m;
    square[k] = s;
    value[k] = value[k]! - (rate * m) / (Math.sqrt(s) + EPSILON);
    gradient[k] = 0;
  }
}
