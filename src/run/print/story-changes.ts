import type { StoryChange } from '../../model/story.ts';
import { formatDate } from '../../text/dates.ts';
import type { Style } from './terminal.ts';
import { clean, wrap } from './width.ts';

interface Form {
  readonly width: number;
  readonly style: Style;
}

/**
 * What became of earlier stories, each with the document that showed it.
 *
 * @example
 * formatStoryChanges(story.changes, form); // ['s2 became part of s1 (2 reports): report of Delta Times, 4be1c2…, May 20, 2031']
 */
export function formatStoryChanges(
  changes: readonly StoryChange[] = [],
  { width, style }: Form,
): readonly string[] {
  return changes.flatMap((change) =>
    wrap(describe(change), Math.max(20, width)).map((line) => style.dim(line)),
  );
}

function describe({ type, from, into, reports, document, outlet, known }: StoryChange): string {
  const what = {
    merged: `${clean(from)} became part of ${clean(into)}`,
    split: `${clean(into)} parted from ${clean(from)}`,
    moved: `a part of ${clean(from)} belongs to ${clean(into)}`,
  }[type];
  const count = reports === 1 ? '1 report' : `${reports} reports`;
  const id = document.slice('sha256:'.length, 'sha256:'.length + 12);
  return `${what} (${count}): report of ${clean(outlet ?? 'an unknown outlet')}, ${id}, ${formatDate(known.slice(0, 10))}`;
}
