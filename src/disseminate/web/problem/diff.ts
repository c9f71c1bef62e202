/** A line of two texts put side by side: in both, in the earlier alone, or in the later alone. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Lines of what differs that are compared one by one; more than that is shown as replaced whole. */
const MOST_LINES = 2_000;

/**
 * What changed from one text to the next, line by line: the longest sequence of lines that both have stays, by dynamic programming
 * over what is left between the lines that begin and end both.
 *
 * @example
 * diffLines('a\nb', 'a\nc'); // [{ sign: ' ', text: 'a' }, { sign: '-', text: 'b' }, { sign: '+', text: 'c' }]
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old.at(-1 - end) === now.at(-1 - end)) end++;
  const keep = (lines: readonly string[]) => lines.map((text): DiffLine => ({ sign: ' ', text }));
  return [
    ...keep(old.slice(0, start)),
    ...diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...keep(old.slice(old.length - end)),
  ];
}

function diffMiddle(old: readonly string[], now: readonly string[]): readonly DiffLine[] {
  if (old.length > MOST_LINES || now.length > MOST_LINES) {
    return [
      ...old.map((text): DiffLine => ({ sign: '-', text })),
      ...now.map((text): DiffLine => ({ sign: '+', text })),
    ];
  }
  // common[i * width + j]: length of the longest common sequence of old[i..] and now[j..].
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      common[i * width + j] =
        old[i] === now[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      lines.push({ sign: ' ', text: old[i]! });
      i++;
      j++;
    } else if (
      j >= now.length ||
      (i < old.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!)
    ) {
      lines.push({ sign: '-', text: old[i]! });
      i++;
    } else {
      lines.push({ sign: '+', text: now[j]! });
      j++;
    }
  }
  return lines;
}

/** A stretch of lines that are told, or a number of equal ones that are passed over. */
export type DiffPart =
  | { readonly kind: 'lines'; readonly from: number; readonly lines: readonly DiffLine[] }
  | { readonly kind: 'passed'; readonly from: number; readonly count: number };

/** Of equal lines only those next to a change; `from` counts the lines of the difference from 0. */
export function foldDiff(lines: readonly DiffLine[], near = 3): readonly DiffPart[] {
  const isNear = lines.map(() => false);
  for (const [i, { sign }] of lines.entries()) {
    if (sign === ' ') continue;
    for (let at = Math.max(0, i - near); at <= Math.min(lines.length - 1, i + near); at++) isNear[at] = true;
  }
  const parts: DiffPart[] = [];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && isNear[to] === isNear[from]) to++;
    parts.push(
      isNear[from] === true
        ? { kind: 'lines', from, lines: lines.slice(from, to) }
        : { kind: 'passed', from, count: to - from },
    );
    from = to;
  }
  return parts;
}
