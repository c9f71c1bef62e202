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
