import type { PageError } from '../model/errors.ts';
import type { Page } from '../model/page.ts';

/**
 * One thing that was found where pages were looked for: a page, something that should have been one and could
 * not be read, or something passed over on purpose. Every file and archive member found becomes exactly one of
 * the three, so that counts add up and nothing is lost silently.
 */
export type Collected =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'failure'; readonly failure: PageError }
  | { readonly kind: 'skipped'; readonly source: string; readonly why: string };
