import { diffSequences } from '../diff/sequences.ts';

/** A line of two texts put side by side: in both, in the earlier alone, or in the later alone. */
export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/**
 * What changed from one text to the next, line by line.
 *
 * @example
 * diffLines('a\nb', 'a\nc'); // [{ sign: ' ', text: 'a' }, { sign: '-', text: 'b' }, { sign: '+', text: 'c' }]
 */
export function diffLines(before: string, after: string): readonly DiffLine[] {
  const old = before.split('\n');
  const now = after.split('\n');
  return diffSequences(old, now).flatMap(({ sign, start, end }) =>
    (sign === '+' ? now : old).slice(start, end).map((text): DiffLine => ({ sign, text })),
  );
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
