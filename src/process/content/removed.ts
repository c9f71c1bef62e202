import type { Removed } from '../../model/document.ts';

/** Bounds on what is shown of what was left out. */
export const REMOVED_BOUNDS = { characters: 500, pieces: 200 } as const;

/** Pieces up to this length are menu entries and the like, which are shown joined. */
const SHORT = 80;

/**
 * Lists what was left out, in page order: runs of short pieces with one reason become one piece, long pieces are
 * cut, and beyond the bound the rest is counted.
 */
export function listRemoved(pieces: readonly Removed[]): Removed[] {
  const joined: { text: string; why: string; open: boolean }[] = [];
  for (const { text, why } of pieces) {
    if (text === '') continue;
    const last = joined.at(-1);
    const short = text.length <= SHORT;
    if (
      last?.open &&
      short &&
      last.why === why &&
      last.text.length + text.length + 3 <= REMOVED_BOUNDS.characters
    ) {
      last.text += ` · ${text}`;
    } else joined.push({ text: cutPiece(text), why, open: short });
  }
  const listed = joined.slice(0, REMOVED_BOUNDS.pieces).map(({ text, why }) => ({ text, why }));
  const rest = joined.length - listed.length;
  return rest > 0 ? [...listed, { text: `${rest} more pieces`, why: 'not listed' }] : listed;
}

function cutPiece(text: string): string {
  if (text.length <= REMOVED_BOUNDS.characters) return text;
  const cut = text.slice(0, REMOVED_BOUNDS.characters - 1);
  // No half of a surrogate pair may be left at the end.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
