/**
 * y += W·x for a row-major matrix with a multiple of four rows. Four rows at a time, so that each x is fetched
 * once for four products: this loop is most of the parser's time. Eight plain parameters, because objects made
 * for every call would cost as much as the sum itself.
 */
export function addProduct(
  w: Float32Array,
  wAt: number,
  x: Float32Array,
  xAt: number,
  y: Float32Array,
  yAt: number,
  rows: number,
  columns: number,
): void {
  for (let r = 0; r < rows; r += 4) {
    const a = wAt + r * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    let sa = 0;
    let sb = 0;
    let sc = 0;
    let sd = 0;
    for (let k = 0; k < columns; k++) {
      const v = x[xAt + k]!;
      sa += w[a + k]! * v;
      sb += w[b + k]! * v;
      sc += w[c + k]! * v;
      sd += w[d + k]! * v;
    }
    y[yAt + r] = y[yAt + r]! + sa;
    y[yAt + r + 1] = y[yAt + r + 1]! + sb;
    y[yAt + r + 2] = y[yAt + r + 2]! + sc;
    y[yAt + r + 3] = y[yAt + r + 3]! + sd;
  }
}

/** y += x, element by element. */
export function addTo(y: Float32Array, yAt: number, x: Float32Array, xAt: number, length: number): void {
  for (let k = 0; k < length; k++) y[yAt + k] = y[yAt + k]! + x[xAt + k]!;
}

/** y = max(y, 0). */
export function cutNegatives(y: Float32Array): void {
  for (let k = 0; k < y.length; k++) if (y[k]! < 0) y[k] = 0;
}

/** y = 1 / (1 + exp(−y)). */
export function squash(y: Float32Array): void {
  for (let k = 0; k < y.length; k++) y[k] = 1 / (1 + Math.exp(-y[k]!));
}

/** The rows and columns of a matrix, and the number of vectors that it is applied to. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly count: number;
}

/**
 * y += W·x for `count` vectors that lie one after another, two at a time: half as many fetches of W, half as
 * much time again as one by one.
 */
export function addProducts(
  w: Float32Array,
  x: Float32Array,
  xAt: number,
  y: Float32Array,
  yAt: number,
  { rows, columns, count }: Extent,
): void {
  for (let i = 0; i + 1 < count; i += 2) {
    addTwoProducts(w, x, xAt + i * columns, y, yAt + i * rows, rows, columns);
  }
  if (count % 2 === 1) {
    addProduct(w, 0, x, xAt + (count - 1) * columns, y, yAt + (count - 1) * rows, rows, columns);
  }
}

function addTwoProducts(
  w: Float32Array,
  x: Float32Array,
  xAt: number,
  y: Float32Array,
  yAt: number,
  rows: number,
  columns: number,
): void {
  const second = xAt + columns;
  for (let r = 0; r < rows; r += 4) {
    const a = r * columns;
    const b = a + columns;
    const c = b + columns;
    const d = c + columns;
    let sa = 0;
    let sb = 0;
    let sc = 0;
    let sd = 0;
    let ta = 0;
    let tb = 0;
    let tc = 0;
    let td = 0;
    for (let k = 0; k < columns; k++) {
      const v = x[xAt + k]!;
      const u = x[second + k]!;
      const wa = w[a + k]!;
      const wb = w[b + k]!;
      const wc = w[c + k]!;
      const wd = w[d + k]!;
      sa += wa * v;
      sb += wb * v;
      sc += wc * v;
      sd += wd * v;
      ta += wa * u;
      tb += wb * u;
      tc += wc * u;
      td += wd * u;
    }
    const p = yAt + r;
    const q = p + rows;
    y[p] = y[p]! + sa;
    y[p + 1] = y[p + 1]! + sb;
    y[p + 2] = y[p + 2]! + sc;
    y[p + 3] = y[p + 3]! + sd;
    y[q] = y[q]! + ta;
    y[q + 1] = y[q + 1]! + tb;
    y[q + 2] = y[q + 2]! + tc;
    y[q + 3] = y[q + 3]! + td;
  }
}
