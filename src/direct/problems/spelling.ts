/** Longest word for which a suggestion is looked for. */
const LONGEST = 60;

/**
 * The one of `known` that was probably meant, or undefined where none is near.
 *
 * @example
 * findNearest('halflife', ['halfLife', 'lead']); // 'halfLife'
 */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined;
  const lower = word.toLowerCase();
  let best: { readonly name: string; readonly steps: number } | undefined;
  for (const name of known) {
    const steps = countSteps(lower, name.toLowerCase());
    if (steps <= Math.max(1, Math.floor(name.length / 3)) && (best === undefined || steps < best.steps)) {
      best = { name, steps };
    }
  }
  return best?.name;
}

/** Letters to put in, leave out, change or swap with the next to make one word of the other. */
function countSteps(a: string, b: string): number {
  let aboveThat: readonly number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const exchange = above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? aboveThat[j - 2]! + 1 : exchange;
      row.push(Math.min(exchange, swap, above[j]! + 1, row[j - 1]! + 1));
    }
    aboveThat = above;
    above = row;
  }
  return above[b.length]!;
}
