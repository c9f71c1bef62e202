import type { Match } from '../../../time/meaning.ts';
import type { Word } from '../../../time/words.ts';

/**
 * One idea of what a time expression looks like: what begins at word `at`, or nothing. A recogniser looks a bounded
 * number of words ahead and behind, so that the whole reading stays linear in the length of the text.
 */
export type Recogniser = (words: readonly Word[], at: number) => Match | undefined;
