/** Axes of greatest variance of a table of row vectors, greatest first, one axis a row; and the mean vector. */
export function findPrincipalAxes(
  table: Float32Array,
  count: number,
  width: number,
): { readonly axes: Float64Array; readonly mean: Float64Array } {
  const mean = new Float64Array(width);
  for (let i = 0; i < count; i++) for (let d = 0; d < width; d++) mean[d]! += table[i * width + d]! / count;
  const covariance = new Float64Array(width * width);
  const row = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    for (let d = 0; d < width; d++) row[d] = table[i * width + d]! - mean[d]!;
    for (let a = 0; a < width; a++)
      for (let b = a; b < width; b++) covariance[a * width + b]! += (row[a]! * row[b]!) / count;
  }
  for (let a = 0; a < width; a++)
    for (let b = 0; b < a; b++) covariance[a * width + b] = covariance[b * width + a]!;
  const vectors = rotate(covariance, width);
  const order = Array.from({ length: width }, (_, k) => k).sort(
    (a, b) => covariance[b * width + b]! - covariance[a * width + a]!,
  );
  const axes = new Float64Array(width * width);
  for (const [a, k] of order.entries())
    for (let d = 0; d < width; d++) axes[a * width + d] = vectors[d * width + k]!;
  return { axes, mean };
}

/** Jacobi's method: turns a symmetric matrix diagonal in place and gives its eigenvectors as columns. */
function rotate(matrix: Float64Array, n: number): Float64Array {
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  for (let sweep = 0; sweep < 12; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) turn(matrix, vectors, [p, q, n]);
  }
  return vectors;
}

function turn(
  matrix: Float64Array,
  vectors: Float64Array,
  [p, q, n]: readonly [p: number, q: number, n: number],
): void {
  const off = matrix[p * n + q]!;
  if (Math.abs(off) < 1e-12) return;
  const theta = (matrix[q * n + q]! - matrix[p * n + p]!) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const a = matrix[k * n + p]!;
    const b = matrix[k * n + q]!;
    matrix[k * n + p] = c * a - s * b;
    matrix[k * n + q] = s * a + c * b;
  }
  for (let k = 0; k < n; k++) {
    const a = matrix[p * n + k]!;
    const b = matrix[q * n + k]!;
    matrix[p * n + k] = c * a - s * b;
    matrix[q * n + k] = s * a + c * b;
    const v = vectors[k * n + p]!;
    const w = vectors[k * n + q]!;
    vectors[k * n + p] = c * v - s * w;
    vectors[k * n + q] = s * v + c * w;
  }
}
