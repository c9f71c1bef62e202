import type { PageError } from '../../model/errors.ts';

/** What an archive holds: files small enough to be a page, and what could not or need not be read. */
export type Member =
  | { readonly kind: 'member'; readonly name: string; readonly content: Buffer }
  | { readonly kind: 'failure'; readonly failure: PageError }
  | { readonly kind: 'skipped'; readonly source: string; readonly why: string };

/** Why a member is passed over by its name alone, if it is. */
export function findReasonToSkip(
  name: string,
  isHidden: (part: string) => boolean,
  isCompanion: (part: string) => boolean,
): string | undefined {
  const parts = name.split('/');
  if (parts.some(isHidden)) return 'hidden';
  if (parts.slice(0, -1).some(isCompanion)) return 'pictures and styles of a saved page';
  return undefined;
}
