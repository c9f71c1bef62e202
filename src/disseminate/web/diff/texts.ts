import { DIFF_CELLS, type DiffBudget, diffSequences } from './sequences.ts';

/** A stretch of a paragraph: in both texts, in the earlier alone, or in the later alone. */
export interface TextRun {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** A paragraph of two texts put side by side. */
export type ParagraphChange =
  | { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }
  | { readonly kind: 'changed'; readonly runs: readonly TextRun[] };

/** From this share of words in common on, a paragraph is told as changed, below as another one. */
const ALIKE = 0.35;
/** Stretches of one paragraph beyond which it is told as replaced: nobody reads that many. */
const MOST_RUNS = 4_000;
/** Words looked at to find which paragraph became which, in all. */
const MOST_LOOKS = 4_000_000;
const MOST_PAIRS = 40_000;

/** Words, spaces, and every other sign for itself; of scripts without spaces every sign. */
const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[\p{L}\p{N}\p{M}]+(?:[.,:'’-][\p{L}\p{N}\p{M}]+)*|\s+|./gsu;
const WORD = /[\p{L}\p{N}]/u;

export const cutIntoWords = (text: string): readonly string[] => text.match(TOKEN) ?? [];
const listWords = (text: string) => cutIntoWords(text).filter((token) => WORD.test(token));
const cutIntoParagraphs = (text: string) =>
  text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');

interface Budget extends DiffBudget {
  looks: number;
}

/**
 * What changed from one text to the next: paragraph by paragraph, and word by word in those that changed. The cost is bounded
 * whatever the texts are; what would be too dear is told as replaced.
 *
 * @example
 * diffTexts('One.\n\nEight rockets fell.', 'One.\n\nNine rockets fell.')[1];
 * // { kind: 'changed', runs: [{ sign: '-', text: 'Eight' }, { sign: '+', text: 'Nine' }, { sign: ' ', text: ' rockets fell.' }] }
 */
export function diffTexts(before: string, after: string): readonly ParagraphChange[] {
  const old = cutIntoParagraphs(before);
  const now = cutIntoParagraphs(after);
  const budget: Budget = { cells: DIFF_CELLS, looks: MOST_LOOKS };
  const changes: ParagraphChange[] = [];
  let gone: string[] = [];
  let added: string[] = [];
  const settle = () => {
    changes.push(...pairParagraphs(gone, added, budget));
    gone = [];
    added = [];
  };
  for (const { sign, start, end } of diffSequences(old, now, budget)) {
    if (sign === '-') gone.push(...old.slice(start, end));
    else if (sign === '+') added.push(...now.slice(start, end));
    else {
      settle();
      for (const text of old.slice(start, end)) changes.push({ kind: 'same', text });
    }
  }
  settle();
  return changes;
}

const makeGone = (text: string): ParagraphChange => ({ kind: 'gone', text });
const makeNew = (text: string): ParagraphChange => ({ kind: 'new', text });

/** Of paragraphs that stand in the same place those that are one another, by the words they share; the others are gone or new. */
function pairParagraphs(
  gone: readonly string[],
  added: readonly string[],
  budget: Budget,
): readonly ParagraphChange[] {
  const apart = () => [...gone.map(makeGone), ...added.map(makeNew)];
  if (gone.length === 0 || added.length === 0 || gone.length * added.length > MOST_PAIRS) return apart();
  const olds = gone.map(listWords);
  const nows = added.map(listWords);
  const size = (lists: readonly (readonly string[])[]) => lists.reduce((sum, { length }) => sum + length, 0);
  const looks = size(olds) * nows.length + size(nows) * olds.length;
  if (looks > budget.looks) return apart();
  budget.looks -= looks;

  const width = added.length + 1;
  const likeness = olds.map((words) => nows.map((others) => findShared(words, others)));
  // best[i * width + j]: the most likeness that can be had from what follows i and j.
  const best = new Float64Array((gone.length + 1) * width);
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = added.length - 1; j >= 0; j--) {
      const alike = likeness[i]![j]!;
      const paired = alike >= ALIKE ? alike + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  const changes: ParagraphChange[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length && j < added.length) {
    const most = best[i * width + j]!;
    if (most === best[(i + 1) * width + j]!) changes.push(makeGone(gone[i++]!));
    else if (most === best[i * width + j + 1]!) changes.push(makeNew(added[j++]!));
    else changes.push(...diffParagraph(gone[i++]!, added[j++]!, budget));
  }
  return [...changes, ...gone.slice(i).map(makeGone), ...added.slice(j).map(makeNew)];
}

/** Words in common, of all words of both: 0 to 1. */
export function findShared(words: readonly string[], others: readonly string[]): number {
  if (words.length + others.length === 0) return 1;
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of others) {
    const here = left.get(word) ?? 0;
    if (here === 0) continue;
    left.set(word, here - 1);
    shared++;
  }
  return (2 * shared) / (words.length + others.length);
}

function diffParagraph(before: string, after: string, budget: Budget): readonly ParagraphChange[] {
  const old = cutIntoWords(before);
  const now = cutIntoWords(after);
  const runs = diffSequences(old, now, budget).map(
    ({ sign, start, end }): TextRun => ({
      sign,
      text: (sign === '+' ? now : old).slice(start, end).join(''),
    }),
  );
  const joined = joinRuns(runs);
  const isOther = joined.length > MOST_RUNS || !joined.some(({ sign }) => sign === ' ');
  return isOther ? [makeGone(before), makeNew(after)] : [{ kind: 'changed', runs: joined }];
}

/**
 * A space or comma between two changes is no rest: "one two" that became "three four" is one change, not two. A space that ends
 * both what went and what came belongs to what follows.
 */
function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = [];
  let [gone, added] = ['', ''];
  /** Gives back the space that both end with. */
  const settle = (hasMore: boolean): string => {
    const space = gone.slice(gone.trimEnd().length);
    const isShared = hasMore && space !== '' && /\S/.test(gone) && /\S/.test(added) && added.endsWith(space);
    const cut = (text: string) => (isShared ? text.slice(0, -space.length) : text);
    if (gone !== '') joined.push({ sign: '-', text: cut(gone) });
    if (added !== '') joined.push({ sign: '+', text: cut(added) });
    [gone, added] = ['', ''];
    return isShared ? space : '';
  };
  for (const [at, { sign, text }] of runs.entries()) {
    const isBetween = gone + added !== '' && at < runs.length - 1;
    if (sign === '-') gone += text;
    else if (sign === '+') added += text;
    else if (isBetween && !WORD.test(text)) {
      gone += text;
      added += text;
    } else {
      const space = settle(true);
      joined.push({ sign, text: space + text });
    }
  }
  settle(false);
  return joined;
}

/** A stretch of paragraphs that are told, or a number of equal ones that are passed over. */
export type ChangePart =
  | { readonly kind: 'told'; readonly from: number; readonly changes: readonly ParagraphChange[] }
  | { readonly kind: 'passed'; readonly from: number; readonly changes: readonly ParagraphChange[] };

/** Of equal paragraphs only those next to a change are told; `from` counts the paragraphs from 0. */
export function foldChanges(changes: readonly ParagraphChange[], near = 1): readonly ChangePart[] {
  const isNear = changes.map(() => false);
  for (const [i, { kind }] of changes.entries()) {
    if (kind === 'same') continue;
    for (let at = Math.max(0, i - near); at <= Math.min(changes.length - 1, i + near); at++)
      isNear[at] = true;
  }
  const parts: ChangePart[] = [];
  for (let from = 0; from < changes.length; ) {
    let to = from;
    while (to < changes.length && isNear[to] === isNear[from]) to++;
    parts.push({ kind: isNear[from] ? 'told' : 'passed', from, changes: changes.slice(from, to) });
    from = to;
  }
  return parts;
}

/** Words gone and words new. */
export function countChanges(changes: readonly ParagraphChange[]): {
  readonly gone: number;
  readonly added: number;
} {
  const of = (sign: '-' | '+', kind: 'gone' | 'new') =>
    changes.reduce((sum, change) => {
      if (change.kind === 'changed')
        return (
          sum + change.runs.reduce((n, run) => n + (run.sign === sign ? listWords(run.text).length : 0), 0)
        );
      return sum + (change.kind === kind ? listWords(change.text).length : 0);
    }, 0);
  return { gone: of('-', 'gone'), added: of('+', 'new') };
}
