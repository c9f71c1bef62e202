/** Brackets within brackets, or steps of indentation; far more than a file of ours has, far less than breaks the parser. */
export const DEEPEST = 40;

/** Line on which nesting, by brackets or by indentation, goes too deep: before the parser descends into it. */
export function findTooDeep(text: string): number | undefined {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trimStart().startsWith('#')) continue;
    for (const character of line) {
      if (character === '[' || character === '{') open += 1;
      else if ((character === ']' || character === '}') && open > 0) open -= 1;
      if (open > DEEPEST) return index + 1;
    }
    const dashes = /^ *((?:[-?:] +)*)/.exec(line)?.[1]?.match(/[-?:]/g)?.length ?? 0;
    const indent = line.length - line.trimStart().length;
    if (dashes > DEEPEST || indent > DEEPEST * 10) return index + 1;
  }
  return undefined;
}
